import Modeling
import Symbolics

/// The rate of breast cancer by age, and what estrogens and progestins add up to in the breast.
struct BreastCancer {
    /// Cancers a year without medicines.
    let rate: Expression
    /// Estrogen and progestin use as the breast remembers it, each a share of full use.
    let estrogenUse, progestinUse: Expression

    init(_ b: ComponentBuilder, age: Expression) {
        rate = Self.rate(b, age: age)
        (estrogenUse, progestinUse) = Self.use(b)
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
}
