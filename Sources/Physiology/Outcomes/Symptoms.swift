import Modeling
import Symbolics

/// Hot flushes: the brain misses estrogen, and over years gets used to its loss.
///
/// For information: flushes follow estrogen but do not tell what bone does. Progesterone cream and vaginal progesterone
/// do nothing here, as trials found.
struct Symptoms: Component {
    let path = "outcomes.symptoms"
    let summary = "Hot flushes of a woman prone to them, from the estrogen her brain misses."

    func define(in b: ComponentBuilder) {
        let activity = b.input("ovarianActivity", .one, "Share of time with a working ovary")
        let cycling = b.input("cyclingLevel", "mol/L", "Her estradiol in a cycling week")
        let remnant = b.input("remnantLevel", "mol/L", "Her estradiol in a week without a working ovary")
        let given = b.input("estrogenGiven", "mol/L", "Estradiol and estradiol equivalents from medicines")
        let mass = b.molarMass(of: .estradiol)
        let source =
            "oral estradiol 0.25, 0.5, 1 and 2 mg leave 92, 65, 29 and 19 % of the flushes placebo leaves, O1851 to O1855"
        let half = b.parameter(
            "halfEffect", 31, "pg/mL", .fitted(source, range: 24...38), "Estradiol that stills half of the flushes")
        let steepness = b.parameter(
            "steepness", 2.2, .one, .fitted(source, range: 1.7...3), "Steepness of the effect of estradiol")
        func stilled(_ level: Expression) -> Expression {
            let power = pow(level * mass / half, steepness)
            return power / (1 + power)
        }
        let lag = b.parameter(
            "lag", 14, "d", .measured("effects are full after 4 to 8 weeks, Ettinger 2005 (O1857)", range: 7...30),
            "Time by which flushes follow estrogen")
        let adaptation = b.parameter(
            "adaptation", 10.6, .years,
            .assumed("half of the women flush for more than 7.4 years (SWAN, recalled)", range: 6...15),
            "Time by which the brain gets used to the loss of estrogen")
        let most = b.parameter(
            "mostFlushes", 60, "1/week",
            .assumed("trials enrol women with at least 7 to 8 moderate or severe flushes a day", range: 50...80),
            "Moderate to severe flushes right after the loss of all estrogen, in a woman prone to them")

        let atRest = stilled(cycling)
        let action = activity * stilled(cycling + given) + (1 - activity) * stilled(remnant + given)
        let missed = b.geneProduct(
            "missed", of: 1 - action / atRest, lag: lag, "Estrogen action that the brain misses")
        let accustomed = b.geneProduct(
            "accustomed", of: missed, lag: adaptation, "Loss of estrogen that the brain is used to")
        b.output(
            "outcome.hotFlushes", "1/week", most * max(0, missed) * max(0, 1 - accustomed),
            "Moderate to severe hot flushes of a woman prone to them; says nothing about bone")
    }
}
