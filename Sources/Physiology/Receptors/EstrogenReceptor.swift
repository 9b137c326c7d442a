import Modeling
import Symbolics

/// Estrogen action in bone: a saturating function of all estrogenic exposure, her own and given, averaged over
/// weeks with and without a working ovary. Cells follow the receptor with the lag of the genes it controls.
struct EstrogenReceptor: Component {
    let path = "receptors.estrogen"
    let summary = "Activation of the estrogen receptor in bone by estradiol and estradiol equivalents."

    func define(in b: ComponentBuilder) {
        let activity = b.input("ovarianActivity", .one, "Share of time with a working ovary")
        let cycling = b.input("cyclingLevel", "mol/L", "Her estradiol in a cycling week")
        let remnant = b.input("remnantLevel", "mol/L", "Her estradiol in a week without a working ovary")
        let given = b.sumOfInputs("given", "mol/L", "Estradiol and estradiol equivalents from medicines")
        _ = b.variable("givenLevel", "mol/L", given, "Estradiol and estradiol equivalents from medicines")
        let half = b.fitted("halfEffect", "pg/mL", "Estradiol of half the largest effect on bone")
        let mass = b.molarMass(of: .estradiol)
        let halfLevel = half / mass
        func response(_ level: Expression) -> Expression { level / (level + halfLevel) }

        let activation = b.variable(
            "activation", .one,
            activity * response(cycling + given) + (1 - activity) * response(remnant + given),
            "Share of the largest estrogen effect")
        let full = b.variable("cyclingActivation", .one, response(cycling), "Activation in a cycling woman at rest")
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
