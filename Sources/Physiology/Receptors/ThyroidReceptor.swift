import Modeling
import Symbolics

/// What thyroid hormone does to bone: more of it starts remodelling more often and makes each round shorter, so that
/// resorption and formation rise together and the balance of a round falls; less of it does the reverse.
struct ThyroidReceptor: Component {
    let path = "receptors.thyroid"
    let summary = "Thyroid hormone action in bone and what it does to remodelling."

    func define(in b: ComponentBuilder) {
        let t3 = b.input("freeT3Relative", .one, "Free T3, over usual")
        let t4 = b.input("freeT4Relative", .one, "Free T4, over usual")
        let share = b.parameter(
            "localShare", 0.5, .one,
            .assumed("bone has deiodinase 2, so it hears serum T4 besides T3; how much is unknown", range: 0.2...0.8),
            "Share of hormone action in bone that follows serum T4")
        let lag = b.parameter(
            "lag", 5, "d", .assumed("nuclear action takes days", range: 2...10),
            "Time by which cells follow the hormone")
        let occupied = b.parameter(
            "occupiedAtRest", 0.5, .one,
            .assumed("about half of nuclear receptors hold T3 in liver and kidney of rats, recalled", range: 0.3...0.75),
            "Share of thyroid hormone receptors in bone that is occupied at usual levels")
        let excess = share * (t4 - 1) + (1 - share) * (t3 - 1)
        // Receptors fill up above usual, with the slope they have there; gains are per action at that slope.
        let action = b.geneProduct(
            "action", of: excess / (1 + occupied * max(0, excess)), lag: lag, "Thyroid hormone action above usual")
        let source =
            "suppressive levothyroxine after menopause: spine 0.041 and hip 0.023 g/cm2 lower (O0631, O0632, no duration); "
            + "both kinds of markers rise (SC167)"
        let starting = b.parameter(
            "activationGain", 0.55, .one, .assumed(source, range: 0.2...0.6), "Rise of activation frequency per action")
        let dying = b.parameter(
            "osteoblastDeathGain", 0.47, .one, .assumed(source, range: 0.2...0.5),
            "Rise of osteoblast death per action")
        let making = b.parameter(
            "activityGain", 0.2, .one, .assumed(source, range: 0.1...0.3),
            "Rise of the bone an osteoblast forms a day per action")
        let rankl = b.parameter(
            "RANKLGain", 0.02, .one, .assumed("osteoblasts answer T3 with RANKL in culture", range: 0...0.1),
            "Rise of RANKL per action")
        _ = b.variable("onActivation", .one, starting * action, "Relative change of activation frequency")
        _ = b.variable("onOsteoblastDeath", .one, dying * action, "Relative change of osteoblast death")
        _ = b.variable("onActivity", .one, making * action, "Relative change of bone formed by an osteoblast")
        _ = b.variable("onRANKL", .one, rankl * action, "Relative change of RANKL production")
    }
}
