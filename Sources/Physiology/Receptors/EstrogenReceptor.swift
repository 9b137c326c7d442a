import Modeling
import Symbolics

/// Estrogen action in bone: a saturating function of all estrogenic exposure, her own and given, averaged over
/// the kinds of her weeks. Cells follow the receptor with the lag of the genes it controls.
struct EstrogenReceptor: Component {
    let path = "receptors.estrogen"
    let summary = "Activation of the estrogen receptor in bone by estradiol and estradiol equivalents."

    func define(in b: ComponentBuilder) {
        let weeks = b.ovarianWeeks()
        let resting = b.input("restingLevel", "mol/L", "Her estradiol in cycles without medicines")
        let given = b.sumOfInputs("given", "mol/L", "Estradiol and estradiol equivalents from medicines")
        _ = b.variable("givenLevel", "mol/L", given, "Estradiol and estradiol equivalents from medicines")
        let half = b.fitted("halfEffect", "pg/mL", "Estradiol of half the largest effect on bone")
        let mass = b.molarMass(of: .estradiol)
        let halfLevel = half / mass
        func response(_ level: Expression) -> Expression {
            DoseResponse.saturating(level, half: halfLevel)
        }

        let activation = b.variable(
            "activation", .one,
            sum(weeks.map { $0.share * response($0.level + given) }),
            "Share of the largest estrogen effect")
        let full = b.variable("cyclingActivation", .one, response(resting), "Activation in a cycling woman at rest")
        let relative = b.variable(
            "relativeActivation", .one, activation / full, "Estrogen action, against a cycling woman at rest")
        let lag = b.fitted("lag", "d", "Time by which bone cells follow the receptor, through the genes it controls")
        let deficit = b.state(
            "deficit", .one, initial: 0, scale: 0.1, "Estrogen action that bone cells have lost, lagged")
        b.rate(of: deficit, (1 - relative - deficit) / lag)
        _ = b.variable("heard", .one, 1 - deficit, "Estrogen action as cells have heard it, one at rest")
        b.output("receptor.ER", .one, activation, "Activation of the estrogen receptor in bone")
    }
}
