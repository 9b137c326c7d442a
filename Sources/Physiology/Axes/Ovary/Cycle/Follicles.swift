import Modeling
import Symbolics

/// The ovary's structures through a cycle: small follicles, the dominant one, and the corpus luteum it becomes.
///
/// The dominant follicle grows exponentially from a small beginning, so that its time hardly depends on how many there
/// are to choose from; only late in life is it not equal to its task.
struct Follicles {
    let small: Expression
    let dominant: Expression
    /// What the corpus luteum puts out, relative to a full one.
    let luteal: Expression
    /// Progesterone and what acts as such.
    let progesterone: Expression

    /// - Parameter progesterone: the progesterone that goes with an output of the corpus luteum.
    init(
        _ b: ComponentBuilder, present: Expression, reserve: Expression, lh: Expression, fsh: Expression,
        progesterone: (Expression) -> Expression
    ) {
        let small = b.state("smallFollicles", .one, initial: 1.041, "Small follicles, about one in youth")
        let dominant = b.state(
            "dominantFollicle", .one, initial: 0.2843, "Dominant follicle, about 0.9 before the surge")
        (self.small, self.dominant) = (small, dominant)
        let first = b.state("luteinising", .one, initial: 0.6971, "First step of luteinisation")
        let second = b.state("luteinised", .one, initial: 0.4346, "Second step of luteinisation")
        let corpus = b.state("corpusLuteum", .one, initial: 0.1356, "Corpus luteum")
        let clock = b.state("lutealAge", "d", initial: Expression(0.5977, "d"), scale: 1, "Age of the corpus luteum")
        let halfSupport = b.cycle("supportingLH", 2.939, "IU/L", factor: 1.3, "LH of half luteal support")
        let support = DoseResponse.hill(lh, half: halfSupport, exponent: 4)
        let output =
            present
            * (corpus + b.cycle("formingOutput", 0.1405, .one, factor: 2, "Hormone output while it forms") * second)
        luteal = output * support
        let progesterone = progesterone(luteal)
        self.progesterone = progesterone
        let recruitmentHalf = b.cycle("recruitingFSH", 2.713, "IU/L", factor: 2, "FSH of half recruitment")
        let recruited = fsh / (fsh + recruitmentHalf)
        let autonomous = b.cycle(
            "autonomousShare", 0.631, .one, factor: 1.3, "Share of small follicles that needs no FSH")
        let number = DoseResponse.hill(
            reserve, half: b.cycle("halfActive", 2125, .one, "Reserve with half the small follicles of youth"),
            exponent: b.cycle("activeExponent", 2.034, .one, "Its exponent"))
        b.rate(
            of: small,
            b.cycle("smallTurnover", 0.06634, "1/d", factor: 2, "Turnover of small follicles")
                * (number * present * (autonomous + 1.6 * (1 - autonomous) * recruited) - small))

        let removal = b.parameter(
            "removal", 5, "1/d", .assumed("an ovary that is taken out leaves nothing within a day", range: 2...20),
            "Loss of follicles and corpus luteum once the ovary is out")
        let removed = removal * (1 - present)
        let competence = DoseResponse.hill(
            reserve, half: b.cycle("halfCompetent", 1662, .one, "Reserve with half the competence of follicles"),
            exponent: b.cycle("competenceExponent", 4.334, .one, "Its exponent"))
        let stimulus =
            fsh + b.cycle("lhWeight", 0.9337, .one, "Weight of LH for a large follicle") * lh * dominant
            / (dominant + b.cycle("lhSize", 0.2512, .one, "Size at which half of that weight is gained"))
        let growth =
            b.cycle("growth", 5.441, "1/d", factor: 1.3, "Largest growth rate")
            * DoseResponse.hill(
                stimulus, half: b.cycle("growthStimulus", 11.1, "IU/L", factor: 1.2, "Gonadotropin of half growth"),
                exponent: b.cycle("growthExponent", 3.85, .one, "Its exponent"))
            / (1 + progesterone / b.cycle("growthProgesterone", 1.051, "ng/mL", "Progesterone that halves growth"))
        let rupture =
            b.cycle("luteinisation", 2.605, "1/d", "Luteinisation by a surge")
            * DoseResponse.hill(
                lh, half: b.cycle("luteinisingLH", 25.48, "IU/L", "LH of half luteinisation"),
                exponent: b.cycle("luteinisingExponent", 5.19, .one, "Its exponent"))
            * dominant
        let ceiling = b.cycle("largest", 1.157, .one, factor: 1.3, "Largest size at full competence")
        let entry = b.cycle("entry", 0.008391, "1/d", factor: 2, "Entry into dominance") * small * recruited
        let atresia = b.cycle("atresia", 0.6183, "1/d", factor: 1.3, "Atresia")
        b.rate(
            of: dominant,
            entry + dominant * (growth * (1 - dominant / (ceiling * competence + 0.001)) - atresia - removed) - rupture)

        let step = b.cycle("lutealStep", 0.4766, "1/d", factor: 1.3, "Rate of the two steps of luteinisation")
        b.rate(of: first, rupture - (step + removed) * first)
        b.rate(of: second, step * (first - second) - removed * second)
        let running =
            corpus
            / (corpus
                + b.parameter(
                    "clockMass", 0.04, .one, .assumed(Pituitary.byHand),
                    "Corpus luteum that runs its clock at half speed"))
        let old = DoseResponse.hill(
            max(0, clock), half: b.cycle("lutealLife", 11.08, "d", factor: 1.2, "Luteal age at half the loss"),
            exponent: b.cycle("lutealLifeExponent", 6.487, .one, "Its exponent"))
        b.rate(
            of: corpus,
            step * second
                - (b.cycle("lutealLoss", 1.755, "1/d", "Loss of an old corpus luteum") * (old + 1 - running) + removed)
                * corpus)
        b.rate(
            of: clock,
            running * (1 + b.cycle("unsupportedAgeing", 1.75, .one, "Faster ageing without LH") * (1 - support))
                - b.parameter("clockReset", 1, "1/d", .assumed(Pituitary.byHand), "Reset of the luteal clock")
                * (1 - running) * clock)
    }
}
