import Modeling
import Symbolics

/// Strength of vertebral bone: density, the notches that resorption cuts, and the material itself.
///
/// It can fall while density does not, as in insulin resistance and under glucocorticoids.
struct Strength: Component {
    let path = "outcomes.strength"
    let summary = "Bone strength from density, remodelling and material, one in a young woman at rest."

    func define(in b: ComponentBuilder) {
        let density = b.input("density", "g/cm2", "Density of the lumbar spine")
        let young = b.input("youngMean", "g/cm2", "Mean density of young women")
        let resorption = b.input("resorption", .one, "Bone resorbed, relative to rest")
        let change = b.sumOfInputs("materialChange", .one, "Relative change of the strength of bone material")
        let exponent = b.parameter(
            "densityExponent", 2, .one,
            .assumed("strength of trabecular bone goes with density squared", range: 1.5...2.5),
            "Power of density in strength")
        let notches = b.parameter(
            "resorptionExponent", 0.05, .one,
            .assumed("resorption cavities weaken trabeculae beyond the bone they take", range: 0...0.15),
            "Power of resorption by which strength falls")
        let glucocorticoid = b.input(
            "glucocorticoidExcess", .one, "Glucocorticoid action in bone above usual, relative")
        let loss = b.parameter(
            "glucocorticoidLoss", 0.15, .one,
            .assumed(
                "hip fracture at equal density is 4.4 times as frequent at 50 and 2.5 times at 85 years after "
                    + "glucocorticoids (Kanis series); part of it is falls and illness", range: 0...0.3),
            "Loss of material strength at full glucocorticoid action")
        let excess = max(0, glucocorticoid)
        let factor = b.parameter(
            "materialFactor", 1, .one, .assumed("experiments change it; at rest it is one by definition"),
            "Strength of bone material relative to normal")
        let material = b.variable(
            "material", .one, factor * max(Signals.least, 1 + change - loss * excess / (1 + excess)),
            "Strength of bone material, one at rest")
        b.output(
            "outcome.strengthIndex", .one,
            pow(density / young, exponent) * material / pow(max(Signals.least, resorption), notches),
            "Bone strength against a young woman at rest")
    }
}
