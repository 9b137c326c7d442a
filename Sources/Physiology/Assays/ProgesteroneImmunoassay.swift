import Modeling
import Symbolics

/// What a direct immunoassay calls progesterone after an oral dose: progesterone and the metabolites that cross-react.
///
/// The metabolites of the first pass make it read several times too high, which is how labels came to state levels that
/// no mass spectrometer finds. It is an observation only: nothing in the woman answers to it.
struct ProgesteroneImmunoassay: Component {
    let path = "assays.progesteroneImmunoassay"
    let summary = "Progesterone as a direct immunoassay reads it after oral doses."

    func define(in b: ComponentBuilder) {
        func fit(_ name: String, _ value: Double, _ unit: Unit, factor: Double, _ meaning: String) -> Expression {
            b.fitted(name, value, unit, factor: factor, to: "Prometrium US label, table 1 (O0849 to O0857)", meaning)
        }
        let formation = fit("formation", 0.941, "1/h", factor: 1.5, "Rate at which cross-reacting metabolites appear")
        let loss = fit("loss", 1.017, "1/h", factor: 1.5, "Rate at which they disappear")
        let gain = fit("gain", 0.422, "ng/mL/mg", factor: 1.5, "Reading that a milligram of 100 mg would give at once")
        let exponent = b.parameter(
            "doseExponent", 0.21, .one,
            .measured("Prometrium US label, table 1; Simon 1993 Fertil Steril 60:26 reports zero", range: 0...0.21),
            "Power of dose in the reading per milligram")
        let reference = b.parameter(
            "referenceDose", 100, "mg", .assumed("a definition: the dose at which the gain is stated"),
            "Reference dose")
        let lag = fit("lag", 0.4, "h", factor: 1.5, "Time before they appear")
        let coming = b.state(
            "coming", "ng/mL", initial: Expression(0, "ng/mL"), scale: 1e-6, "Reading that is still to come")
        let crossReaction = b.state(
            "crossReaction", "ng/mL", initial: Expression(0, "ng/mL"), scale: 1e-6,
            "Reading that metabolites add to progesterone's")
        b.rate(of: coming, -formation * coming)
        b.rate(of: crossReaction, formation * coming - loss * crossReaction)
        b.dosePort("dose", "mg", lag: lag, "Tablets or capsules swallowed") { dose in
            [(coming, gain * dose * pow(dose / reference, exponent))]
        }
        let progesterone = b.input("progesterone", "mol/L", "Serum progesterone")
        b.output(
            "assay.progesteroneImmunoassay", "ng/mL",
            progesterone * b.molarMass(of: .progesterone) + crossReaction,
            "Progesterone as a direct immunoassay reads it")
    }
}
