import Modeling
import Symbolics

/// A tank that drains into whatever wants its outflow.
struct SampleTank: Component {
    let path: String
    var source = Provenance.measured("Bucket 1999", range: 1...3)
    var start = 0.0
    let summary = "A tank that drains."

    func define(in b: ComponentBuilder) {
        let inflow = b.sumOfInputs("inflow", "mol/d", "What flows in")
        let rate = b.parameter("rate", 2, "1/d", source, "Drain rate")
        let volume = b.parameter("volume", 4, "L", .assumed("its size"), "Volume")
        let supply = b.control("supply", 0, "mol/d", "Infusion")
        let content = b.state("content", "mol", initial: Expression(start, "mol"), "Content")
        b.rate(of: content, inflow + supply - rate * content)
        _ = b.variable("outflow", "mol/d", rate * content, "What flows out")
        b.dosePort("bolus", "mmol", lag: Expression(2, "h"), "A dose") { [(content, $0)] }
        b.output("level.\(path)", "mmol/L", content / volume, "Concentration")
    }
}

enum ModelSample {
    /// Two tanks, one draining into the other.
    static func model(
        source: Provenance = .measured("Bucket 1999", range: 1...3), start: Double = 0
    ) throws -> Model {
        var assembly = Assembly("two tanks")
        assembly.add(SampleTank(path: "house.upper", source: source, start: start))
        assembly.add(SampleTank(path: "house.lower"))
        assembly.connect("house.upper.outflow", to: "house.lower.inflow")
        return try assembly.model()
    }
}
