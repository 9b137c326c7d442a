import Modeling
import Symbolics

/// Strength of vertebral bone: the bone that is there, the cavities that are open in it, damage that remodelling has not
/// yet taken away, and the material itself.
///
/// It can fall while density does not, as in insulin resistance and under glucocorticoids. Every part follows over months
/// or years, because each is a thing in the bone and no rate of the day.
struct Strength: Component {
    let path = "outcomes.strength"
    let summary = "Bone strength from density, open cavities, damage and material, one in a young woman at rest."

    func define(in b: ComponentBuilder) {
        let density = b.input("density", "g/cm2", "Density of the lumbar spine")
        let young = b.input("youngMean", "g/cm2", "Mean density of young women")
        let resorption = b.input("resorption", .one, "Bone resorbed at the lumbar spine, relative to rest")
        let modelled = b.input("modelled", .one, "Bone formed on resting surfaces, relative to rest")
        let exponent = b.parameter(
            "densityExponent", 2, .one,
            .assumed("strength of trabecular bone goes with density squared", range: 1.5...2.5),
            "Power of density in strength")
        b.output(
            "outcome.strengthIndex", .one,
            pow(density / young, exponent) * material(b) * cavities(b, resorption, modelled) * damage(b, resorption),
            "Bone strength against a young woman at rest")
    }

    /// What open cavities leave of strength beyond the bone that is missing in them.
    ///
    /// Lining cells that form bone where none was resorbed cover cavities as well, and close them sooner.
    private func cavities(_ b: ComponentBuilder, _ resorption: Expression, _ modelled: Expression) -> Expression {
        let filling = b.parameter(
            "filling", 150, "d",
            .assumed(
                "a cavity is dug and refilled in four to seven months in iliac biopsies, recalled", range: 90...240),
            "Time for which a cavity is open")
        let effect = b.parameter(
            "cavityEffect", 0.05, .one,
            .assumed("resorption cavities weaken trabeculae beyond the bone they take", range: 0...0.15),
            "Gain of strength were no cavity open")
        let open = b.state("openCavities", .one, initial: 1, "Cavities not yet refilled, relative to rest")
        let covering = b.parameter(
            "covering", 4, .one,
            .fitted(
                "fractures on teriparatide against placebo beyond its gain in density: of the spine 0.35 (0.22 to 0.55), "
                    + "O0657, and elsewhere 0.47 (0.25 to 0.88), O0658", range: 2...10),
            "Rise of the rate at which cavities close per rise of bone modelling, both relative")
        b.rate(of: open, (resorption - open * (1 + covering * max(0, modelled - 1))) / filling)
        return (1 + effect) / (1 + effect * open)
    }

    /// What microscopic damage leaves of strength: it builds up with time and goes with the bone that is resorbed.
    private func damage(_ b: ComponentBuilder, _ resorption: Expression) -> Expression {
        let turnover = b.input("turnover", "1/years", "Share of the spine renewed a year at rest")
        let effect = b.parameter(
            "damageEffect", 0.02, .one,
            .assumed(
                "bisphosphonates multiply microdamage in dogs and cost toughness; in women vertebral fractures do not rise "
                    + "with years of them", range: 0...0.05), "Gain of strength were there no damage")
        let damage = b.state("damage", .one, initial: 1, "Microscopic damage, relative to rest")
        b.rate(of: damage, turnover * (1 - resorption * damage))
        return (1 + effect) / (1 + effect * damage)
    }

    private func material(_ b: ComponentBuilder) -> Expression {
        let change = b.sumOfInputs("materialChange", .one, "Relative change of the strength of bone material")
        let glucocorticoid = b.input(
            "glucocorticoidExcess", .one, "Glucocorticoid action in bone above usual, relative")
        let loss = b.parameter(
            "glucocorticoidLoss", 0.15, .one,
            .assumed(
                "hip fracture at equal density is 4.4 times as frequent at 50 and 2.5 times at 85 years after "
                    + "glucocorticoids (Kanis series); part of it is falls and illness", range: 0...0.3),
            "Loss of material strength at full glucocorticoid action")
        let lag = b.parameter(
            "glucocorticoidLag", 90, "d",
            .assumed(
                "fractures rise within three to six months of glucocorticoids and fall within a year after them, recalled",
                range: 45...180), "Time by which bone material follows glucocorticoids")
        let excess = max(0, glucocorticoid)
        let exposure = b.geneProduct(
            "glucocorticoidExposure", of: excess / (1 + excess), lag: lag,
            "Share of all that glucocorticoids can do to strength which it has followed")
        let factor = b.parameter(
            "materialFactor", 1, .one, .assumed("experiments change it; at rest it is one by definition"),
            "Strength of bone material relative to normal")
        return b.variable(
            "material", .one, factor * max(Signals.least, 1 + change - loss * exposure),
            "Strength of bone material, one at rest")
    }
}
