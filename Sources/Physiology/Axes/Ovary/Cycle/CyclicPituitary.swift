import Modeling
import Symbolics

/// LH and FSH through each cycle: a reserve of LH that lagged estradiol opens into a surge unless progesterone blocks
/// it, and FSH under the brakes of steroids and inhibins.
///
/// With constant estradiol the reserve empties, and LH comes back from its surge.
struct CyclicPituitary: Component {
    let path = "axes.pituitary"
    let summary = "LH and FSH from day to day, with the surge at mid-cycle."

    func define(in b: ComponentBuilder) {
        let drive = b.input("drive", .one, "GnRH action, one at rest")
        let estradiol = b.input("estradiol", "mol/L", "Estradiol that the brain sees")
        let progesterone = b.input("progesterone", "mol/L", "Progesterone and equivalents")
        let follicles = b.input("smallFollicles", .one, "Small follicles, about one in youth")
        let inhibinAMade = b.input("inhibinAMade", .one, "Inhibin A that the ovary makes")
        let progesteroneMass = b.molarMass(of: .progesterone)
        let feedback = SteroidFeedback(b, progesteroneMass: progesteroneMass)

        let opening = b.cycle("surgeEstradiol", 167.7, "pg/mL", "Lagged estradiol that half opens the surge")
        let openingExponent = b.cycle("surgeExponent", 11.24, .one, "Its exponent")
        let blocking = b.cycle("blockingProgesterone", 2.592, "ng/mL", "Progesterone that halves the surge")
        let blockingExponent = b.cycle("blockingExponent", 3.01, .one, "Its exponent")
        let openingLag = b.cycle("surgeLag", 1.587, "d", "Lag of estradiol in opening the surge")
        let surgeRelease = b.cycle("surgeRelease", 25.88, .one, "Additional release in the surge")
        let surgeFSH = b.cycle("surgeFSH", 0.9892, .one, "Additional FSH in the surge")
        let synthesis = b.cycle("lhSecretion", 592.7, "IU/L/d", factor: 1.3, "Synthesis of LH with nothing to brake it")
        let primed = b.cycle("primedSynthesis", 2.719, .one, "Additional synthesis by lagged estradiol")
        let halfSynthesis = b.cycle(
            "halfSynthesisProgesterone", 15.1, "ng/mL", factor: 2, "Progesterone that halves the synthesis of LH")
        let release = b.cycle("release", 0.1406, "1/d", "Release of the reserve")
        let clearance = b.parameter(
            "lhClearance", 14, "1/d", .measured("Gavina 2023 PLOS Comput Biol 19:e1010073"), "Turnover of LH")
        let fshSecretion = b.cycle("fshSecretion", 181.6, "IU/L/d", factor: 1.3, "Secretion of FSH with no brake")
        let constitutive = b.cycle("constitutiveFSH", 0.2425, .one, "Share of FSH secretion that needs no GnRH")
        let fshTurnover = b.cycle("fshTurnover", 1.907, "1/d", "Turnover of FSH")
        let inhibinHalf = b.cycle("inhibinHalf", 1.982, "IU/L", factor: 2, "FSH with half of the inhibin B")
        let onFSH = b.cycle("inhibinOnFSH", 4.104, .one, "Brake of inhibin B on FSH")
        let onLH = b.cycle(
            "folliclesOnLH", 3.041, .one, factor: 2, "Brake of small follicles on LH, as their inhibin B")
        let inhibinAOnFSH = b.cycle("inhibinAOnFSH", 0.3717, .one, factor: 2, "Brake of inhibin A on FSH")
        let inhibinALag = b.cycle("inhibinALag", 1.286, "d", factor: 2, "Lag of inhibin A")
        let inhibinScale = b.parameter(
            "inhibinBScale", 85, "pg/mL",
            .fitted("53 over the cycle and 78 in the early follicular phase (O1505, O1512) over 0.77", range: 69...110),
            "Inhibin B at one of the model's own measure")

        let estradiolMass = b.parameter(
            "estradiolWeight", Substance.estradiol.molarMass, "g/mol", Substance.estradiol.source,
            "Molar mass of estradiol, for its thresholds")
        let lagged = b.state(
            "laggedEstradiol", "pg/mL", initial: Expression(146.5, "pg/mL"), scale: 100, "Estradiol, lagged")
        b.rate(of: lagged, (estradiol * estradiolMass - lagged) / openingLag)
        let tone = b.state("tone", .one, initial: 0.3365, "Tonic secretion that steroids leave")
        b.rate(of: tone, (feedback.tone(estradiol: estradiol, progesterone: progesterone) - tone) / feedback.lag)
        let inhibinA = b.state("inhibinA", .one, initial: 0.4728, "Inhibin A, lagged")
        b.rate(of: inhibinA, (inhibinAMade - inhibinA) / inhibinALag)

        let level = progesterone * progesteroneMass
        let surge = b.variable(
            "surge", .one,
            DoseResponse.hill(lagged, half: opening, exponent: openingExponent)
                / (1 + pow(max(0, level / blocking), blockingExponent)), "Opening of the surge")
        let reserve = b.state("reserve", "IU/L", initial: Expression(219, "IU/L"), scale: 100, "Reserve of LH")
        let lh = b.state("LH", "IU/L", initial: Expression(5.455, "IU/L"), scale: 5, "LH")
        let fsh = b.state("FSH", "IU/L", initial: Expression(7.462, "IU/L"), scale: 5, "FSH")
        let inhibinB = b.variable("inhibinB", .one, follicles * fsh / (fsh + inhibinHalf), "Inhibin B")
        let released = release * drive * reserve * (1 + surgeRelease * surge)
        let priming = DoseResponse.hill(lagged, half: 0.6 * opening, exponent: 4)
        b.rate(
            of: reserve,
            synthesis * drive * tone / ((1 + level / halfSynthesis) * (1 + onLH * inhibinB)) * (1 + primed * priming)
                - released)
        b.rate(of: lh, released - clearance * lh)
        b.rate(
            of: fsh,
            fshSecretion * (constitutive + (1 - constitutive) * drive) * tone * (1 + surgeFSH * surge)
                / ((1 + onFSH * inhibinB) * (1 + inhibinAOnFSH * inhibinA)) - fshTurnover * fsh)
        b.output("serum.LH", "IU/L", lh, "Luteinising hormone")
        b.output("serum.FSH", "IU/L", fsh, "Follicle-stimulating hormone")
        b.output("serum.inhibinB", "pg/mL", inhibinScale * inhibinB, "Inhibin B")
    }
}
