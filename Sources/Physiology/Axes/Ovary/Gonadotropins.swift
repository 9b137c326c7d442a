import Modeling
import Symbolics

/// Secretion of LH and FSH by a given tone and drive, and what inhibin leaves of it.
struct Gonadotropins {
    /// Inhibin B per unit of the model's own measure.
    let inhibinScale: Expression
    private let fshUnbraked: Expression
    private let lhUnbraked: Expression
    private let inhibinHalf: Expression
    private let inhibinOnFSH: Expression
    private let inhibinOnLH: Expression
    private let inhibinA: Expression
    private let surge: Expression

    init(_ b: ComponentBuilder, tone: Expression, drive: Expression) {
        func fit(_ name: String, _ value: Double, _ unit: Unit, factor: Double, _ meaning: String) -> Expression {
            b.fitted(name, value, unit, factor: factor, to: Pituitary.source, meaning)
        }
        let fshSecretion = fit(
            "fshSecretion", 181.6, "IU/L/d", factor: 1.3, "Secretion of FSH with nothing to brake it")
        let fshTurnover = fit("fshTurnover", 1.907, "1/d", factor: 1.5, "Turnover of FSH")
        let constitutive = fit(
            "constitutiveFSH", 0.2425, .one, factor: 1.5, "Share of FSH secretion that needs no GnRH")
        let lhSecretion = fit("lhSecretion", 592.7, "IU/L/d", factor: 1.3, "Synthesis of LH with nothing to brake it")
        let lhClearance = b.parameter(
            "lhClearance", 14, "1/d", .measured("Gavina 2023 PLOS Comput Biol 19:e1010073"), "Turnover of LH")
        inhibinHalf = fit("inhibinHalf", 1.982, "IU/L", factor: 2, "FSH with half of the inhibin B")
        inhibinOnFSH = fit("inhibinOnFSH", 4.104, .one, factor: 1.5, "Brake of inhibin B on FSH")
        inhibinOnLH = fit("folliclesOnLH", 3.041, .one, factor: 2, "Brake of small follicles on LH, as their inhibin B")
        inhibinA =
            1 + fit("inhibinAOnFSH", 0.3717, .one, factor: 2, "Brake of inhibin A on FSH")
            * fit("cyclingInhibinA", 0.494, .one, factor: 1.5, "Mean inhibin A of the resolved cycle")
        surge = fit("surgeSynthesis", 1.7, .one, factor: 1.5, "LH of cycles with their surges over that without")
        inhibinScale = b.parameter(
            "inhibinBScale", 85, "pg/mL",
            .fitted("53 over the cycle and 78 in the early follicular phase (O1505, O1512) over 0.77", range: 69...110),
            "Inhibin B at one of the model's own measure")
        fshUnbraked = fshSecretion / fshTurnover * tone * (constitutive + (1 - constitutive) * drive)
        lhUnbraked = lhSecretion / lhClearance * tone * drive
    }

    /// FSH at equilibrium with the inhibin B that it stimulates itself.
    func fsh(smallFollicles: Expression, inCycles: Bool) -> Expression {
        let free = inCycles ? fshUnbraked / inhibinA : fshUnbraked
        let gain = 1 + inhibinOnFSH * smallFollicles
        let difference = free - inhibinHalf
        return (difference + sqrt(difference * difference + 4 * gain * free * inhibinHalf)) / (2 * gain)
    }

    func inhibinB(smallFollicles: Expression, fsh: Expression) -> Expression {
        smallFollicles * fsh / (fsh + inhibinHalf)
    }

    /// LH but for the direct effect of progestogens on its synthesis.
    func lh(inhibinB: Expression, inCycles: Bool) -> Expression {
        lhUnbraked * (inCycles ? surge : 1) / (1 + inhibinOnLH * inhibinB)
    }
}
