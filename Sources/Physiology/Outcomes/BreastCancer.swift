import Modeling
import Symbolics

/// The rate of breast cancer by age, and what estrogens, progestins and the loss of estradiol add up to in the breast.
struct BreastCancer {
    /// Cancers a year without medicines.
    let rate: Expression
    /// Estrogen and progestin use as the breast remembers it, each a share of full use.
    let estrogenUse, progestinUse: Expression
    /// Estrogen action lost, as the breast remembers it, a share of what she has without medicines.
    let estrogenLoss: Expression

    static let prevention =
        "anastrozole in women past menopause, IBIS-II: 0.39 (0.27 to 0.58) in its 5 years, then 0.64 (0.45 to 0.91), O2054, "
        + "O2055; exemestane 0.35 (0.18 to 0.70), O2056"

    init(_ b: ComponentBuilder, age: Expression) {
        rate = Self.rate(b, age: age)
        (estrogenUse, progestinUse) = Self.use(b)
        estrogenLoss = Self.loss(b)
    }

    /// Rises steeply in youth and ever less after menopause: the logarithm of the rate nears a highest value.
    private static func rate(_ b: ComponentBuilder, age: Expression) -> Expression {
        let seer =
            "US white women by five years of age, SEER 1992 to 1996, as in the National Cancer Institute's risk tool "
            + "(inc_breast_seer9296), 20 to 84 years within 9 %"
        let level = b.parameter(
            "breastCancerRate", 0.00384, "1/years", .fitted(seer, range: 0.003...0.0043),
            "Breast cancers, a year at 65 years of age")
        let deficit = b.parameter(
            "breastCancerDeficit", 0.322, .one, .fitted(seer, range: 0.23...0.4),
            "Logarithm of the highest rate over that at 65 years")
        let fall = b.parameter(
            "breastCancerYouth", 0.0692, "1/years", .fitted(seer, range: 0.064...0.077),
            "How quickly that logarithm grows towards youth")
        let years = age - Expression(65, .years)
        return level * exp(deficit * (1 - exp(-fall * years)))
    }

    /// Years of use, which count in the breast and fade after stopping.
    ///
    /// Micronized progesterone is not in it: with it the hazard was 1.00 (0.83 to 1.22), without 1.29 (O1833, O1832).
    private static func use(_ b: ComponentBuilder) -> (estrogen: Expression, progestin: Expression) {
        let systemic = b.input("systemicNow", .one, "Effect of estrogens from medicines through blood, now")
        let progestin = b.input("progestinNow", .one, "Effect of synthetic progestins, now")
        let time = b.parameter(
            "breastTime", 4, .years,
            .fitted("hazards at 3 against 9.5 years of use, O1823 to O1826", range: 3...6),
            "Time by which breast risk follows use, and fades after it")
        return (
            b.geneProduct("estrogenUse", of: systemic, lag: time, "Estrogen use as the breast remembers it"),
            b.geneProduct("progestinUse", of: progestin, lag: time, "Progestin use as the breast remembers it")
        )
    }

    /// Estradiol taken from the breast, by whatever means: aromatase blocked, or ovaries silenced.
    private static func loss(_ b: ComponentBuilder) -> Expression {
        let weeks = b.ovarianWeeks()
        let given = b.input("estrogenGiven", "mol/L", "Estradiol and estradiol equivalents from medicines")
        let activity = b.input("ovarianActivity", .one, "Share of time with a working ovary")
        let cycling = b.input("restingLevel", "mol/L", "Her estradiol in cycles without medicines")
        let peripheral = b.input("usualPeripheral", "mol/L", "Her estradiol from outside the ovary, without medicines")
        let half =
            b.parameter(
                "halfBreastEstradiol", 2, "pg/mL",
                .assumed("below the levels after menopause, since taking those away halves the risk", range: 1...5),
                "Estradiol of half the effect on the breast") / b.molarMass(of: .estradiol)
        func action(_ level: Expression) -> Expression { DoseResponse.saturating(level, half: half) }
        let usual = activity * action(cycling) + (1 - activity) * action(peripheral)
        let now = sum(weeks.map { $0.share * action($0.level + given) })
        let time = b.parameter(
            "breastLossTime", 2, .years, .fitted(prevention, range: 1.5...3),
            "Time by which breast risk follows the loss of estradiol, and its return")
        // Given estrogens have a part of their own, so what they add to hers is no negative loss.
        let loss = b.geneProduct(
            "estrogenLoss", of: 1 - now / usual, lag: time, "Estrogen action that the breast has lost, negative if gained")
        return max(0, loss)
    }
}
