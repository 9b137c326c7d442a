import Modeling
import Symbolics

/// Bone formed on surfaces that were not resorbed before, by lining cells that become osteoblasts again.
///
/// It is a small part of all formation, larger where bone is trabecular. It goes on when antiresorptive medicines have all
/// but stopped remodelling, and is what pulses of PTH raise at once.
struct BoneModelling: Component {
    let path = "skeleton.modelling"
    let summary = "Bone formed without resorption before it, on resting surfaces."

    func define(in b: ComponentBuilder) {
        let activity = b.input("activity", .one, "Bone that one osteoblast forms a day")
        let stimulus = b.sumOfInputs("stimulus", .one, "Relative change of the surfaces on which bone is modelled")
        let recruitment = b.parameter(
            "recruitment", 12, "d",
            .assumed(
                "lining cells become osteoblasts within days to two weeks of intermittent PTH in rats and mice; no "
                    + "measurement in women", range: 4...30),
            "Time in which lining cells become osteoblasts")
        let surface = b.state("surface", .one, initial: 1, "Surface on which bone is modelled, relative to rest")
        b.rate(of: surface, (max(Signals.least, 1 + stimulus) - surface) / recruitment)
        _ = b.variable("formation", .one, surface * activity, "Bone modelled per day, relative to rest")
    }
}
