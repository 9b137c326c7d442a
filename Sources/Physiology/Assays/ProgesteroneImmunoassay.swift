import Modeling
import Symbolics

/// What a direct immunoassay calls progesterone after an oral dose: progesterone and the metabolites that cross-react.
///
/// The metabolites of the first pass make it read several times too high, which is how labels came to state levels that
/// no mass spectrometer finds. They follow the dose; what rises faster is progesterone itself. It is an observation only:
/// nothing in the woman answers to it.
struct ProgesteroneImmunoassay: Component {
    let path = "assays.progesteroneImmunoassay"
    let summary = "Progesterone as a direct immunoassay reads it after oral doses."

    func define(in b: ComponentBuilder) {
        func fit(_ name: String, _ value: Double, _ unit: Unit, factor: Double, _ meaning: String) -> Expression {
            b.fitted(name, value, unit, factor: factor, to: "Prometrium US label, table 1 (O0849 to O0857)", meaning)
        }
        let formation = fit("formation", 0.941, "1/h", factor: 1.5, "Rate at which cross-reacting metabolites appear")
        let loss = fit("loss", 1.017, "1/h", factor: 1.5, "Rate at which they disappear")
        let gain = fit("gain", 0.422, "ng/mL/mg", factor: 1.5, "Reading that a milligram would give at once")
        let food = b.parameter(
            "foodOnDissolution", OralProgesterone.food.ratio, .one, OralProgesterone.food.provenance,
            "What dissolves with a meal, over fasting")
        let lag = fit("lag", 0.4, "h", factor: 1.5, "Time before they appear")
        let coming = b.state(
            "coming", "ng/mL", initial: Expression(0, "ng/mL"), scale: 1e-6, "Reading that is still to come")
        let crossReaction = b.state(
            "crossReaction", "ng/mL", initial: Expression(0, "ng/mL"), scale: 1e-6,
            "Reading that metabolites add to progesterone's")
        b.rate(of: coming, -formation * coming)
        b.rate(of: crossReaction, formation * coming - loss * crossReaction)
        b.dosePort("dose", "mg", lag: lag, "Tablets or capsules swallowed fasting") { [(coming, gain * $0)] }
        b.dosePort("doseWithFood", "mg", lag: lag, "Tablets or capsules swallowed with a meal") {
            [(coming, gain * food * $0)]
        }
        let progesterone = b.input("progesterone", "mol/L", "Serum progesterone")
        b.output(
            "assay.progesteroneImmunoassay", "ng/mL",
            progesterone * b.molarMass(of: .progesterone) + crossReaction,
            "Progesterone as a direct immunoassay reads it")
    }
}
