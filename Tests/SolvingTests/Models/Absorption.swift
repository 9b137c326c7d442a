import Modeling
import Symbolics

import func Foundation.exp

/// First-order absorption into a compartment that is cleared: every result has a closed form.
struct Absorption: Component {
    let path = "drug"
    let summary = "A dose that is absorbed and eliminated."

    func define(in b: ComponentBuilder) {
        let ka = b.parameter("ka", 3, "1/d", .assumed("test"), "Absorption")
        let ke = b.parameter("ke", 0.5, "1/d", .assumed("test"), "Elimination")
        let share = b.parameter("share", 0.4, .one, .assumed("test"), "Bioavailability")
        let infusion = b.control("infusion", 0, "mg/d", "Infusion")
        let gut = b.state("gut", "mg", initial: Expression(0, "mg"), "In the gut")
        let blood = b.state("blood", "mg", initial: Expression(0, "mg"), "In the blood")
        b.rate(of: gut, -ka * gut)
        b.rate(of: blood, infusion + ka * gut - ke * blood)
        b.dosePort("oral", "mg", "A tablet") { [(gut, share * $0)] }
        b.dosePort("vein", "mg", "An injection") { [(blood, $0)] }
        b.output("blood", "mg", blood, "In the blood")
    }

    static func compiled(sensitivityTo parameters: [String] = []) throws -> CompiledModel {
        var assembly = Assembly("absorption")
        assembly.add(Absorption())
        return try CompiledModel(assembly.model(), sensitivityTo: parameters)
    }
}

/// Grams.
let milligram = 1e-3

/// Amount in blood at time t after one unit reaches the gut.
func bateman(_ t: Double, ka: Double = 3, ke: Double = 0.5) -> Double {
    t < 0 ? 0 : ka / (ka - ke) * (exp(-ke * t) - exp(-ka * t))
}

/// The integral of `bateman` from the dose to time t.
func batemanIntegral(_ t: Double, ka: Double = 3, ke: Double = 0.5) -> Double {
    t < 0 ? 0 : ka / (ka - ke) * ((1 - exp(-ke * t)) / ke - (1 - exp(-ka * t)) / ka)
}
