import Modeling
import Symbolics

/// A tank that drains into whatever wants its outflow: the smallest component with everything in it.
struct Tank: Component {
    let path: String
    var capacity = 1.0
    let summary = "A tank."

    func define(in b: ComponentBuilder) {
        let inflow = b.sumOfInputs("inflow", "mol/d", "What flows in")
        let rate = b.parameter("rate", 2, "1/d", .assumed("test"), "Drain rate")
        let volume = b.parameter("volume", capacity, "L", .assumed("test"), "Volume")
        let supply = b.control("supply", 0, "mol/d", "Infusion")
        let content = b.state("content", "mol", initial: Expression(0, "mol"), "Content")
        b.rate(of: content, inflow + supply - rate * content)
        _ = b.variable("outflow", "mol/d", rate * content, "What flows out")
        b.dosePort("bolus", "mmol", lag: Expression(0, "h"), "A dose") { [(content, $0)] }
        b.output("level.\(path)", "mmol/L", content / volume, "Concentration")
    }
}

func twoTanks() throws -> Model {
    var assembly = Assembly("two tanks")
    assembly.add(Tank(path: "first"))
    assembly.add(Tank(path: "second", capacity: 4))
    assembly.connect("first.outflow", to: "second.inflow")
    return try assembly.model()
}
