import Modeling
import Symbolics

/// What the body has left of its food after exercise, and the axes that save where it is little: the drive of the
/// ovary, the making of T3, the liver's answer to growth hormone, and bone.
///
/// Measured over days at a given availability, except for the drive, whose slope was measured over three cycles. All
/// begins at once; T3, IGF-1 and the ovary follow with delays of their own. What insulin, leptin and others carry to
/// bone is not told apart.
struct EnergyAvailability: Component {
    let path = "axes.energy"
    let summary = "Energy availability, and what too little of it takes from ovary, thyroid hormone, IGF-1 and bone."

    /// Of a woman who eats what she spends, in kcal/kg/d.
    static let usual = 45.0

    func define(in b: ComponentBuilder) {
        let availability = b.control(
            "availability", Self.usual, "kcal/kg/d", "Energy of food less that of exercise, per fat-free mass")
        let balanced = b.parameter(
            "balanced", Self.usual, "kcal/kg/d",
            .measured("energy balance of young women, in kg of lean mass (O2023 to O2025)", range: 40...50),
            "Availability from which nothing is saved")
        let lack = b.variable(
            "lack", .one, max(0, 1 - availability / balanced), "Share of balanced energy that she lacks")

        let onDrive = b.parameter(
            "onDrive", 0.93, .one,
            .fitted(
                "pulses of LH 0.017/h fewer for each kcal/kg/day, of 0.82/h, over three cycles (O1647, O2027); within "
                    + "five days a third of that (O2025)", range: 0.3...1.2),
            "Fall of the GnRH drive per share of energy lacking")
        _ = b.variable("onGnRHDrive", .one, -onDrive * lack, "Relative change of the GnRH drive")

        let threshold = b.parameter(
            "thyroidThreshold", 27, "kcal/kg/d",
            .fitted("T3 falls between 25 and 19 kcal/kg/day, not above (O2026)", range: 22...32),
            "Availability below which less T3 is made")
        let onDeiodination = b.parameter(
            "onDeiodinationGain", 0.42, .one,
            .fitted("free T3 -9 % at 19 and T3 -20 % at 10 kcal/kg/day (O2023, O2026)", range: 0.3...0.55),
            "Fall of deiodination of T4 to T3 per share of the threshold lacking")
        let short = max(0, lack - (1 - threshold / balanced)) * (balanced / threshold)
        _ = b.variable(
            "onDeiodination", .one, -onDeiodination * short, "Relative change of deiodination of T4 to T3")

        let onLiver = b.parameter(
            "onLiver", 2, .one,
            .fitted("IGF-1 -58 % at 10 kcal/kg/day, growth hormone rising in answer (O2024)", range: 1...2.5),
            "How steeply the liver loses its answer to growth hormone per share of energy lacking")
        _ = b.variable(
            "growthHormoneResistance", .one, 1 - exp(-onLiver * lack),
            "Share of the liver's answer to growth hormone that want of energy takes away")
        actOnBone(lack, b)
    }

    private func actOnBone(_ lack: Expression, _ b: ComponentBuilder) {
        let forming = b.parameter(
            "onActivityGain", 0.15, .one,
            .fitted("P1NP -17 % after three days at 15 kcal/kg/day (O2031)", range: 0.08...0.25),
            "Fall of the bone that an osteoblast forms per share of energy lacking")
        _ = b.variable("onActivity", .one, -forming * lack, "Relative change of bone formed by an osteoblast")
        let resorbing = b.parameter(
            "onRANKLGain", 0.6, .one,
            .assumed(
                "resorption does not fall with IGF-1 in want of energy, only the direction is known; a little more than "
                    + "the fall of IGF-1 at 10 kcal/kg/day (O2024) takes off RANKL", range: 0.2...0.8),
            "Rise of RANKL per share of energy lacking, against the fall by IGF-1")
        _ = b.variable("onRANKL", .one, resorbing * lack, "Relative change of RANKL production")
    }
}

extension WomanModel {
    /// Energy and the axes that hear of its lack.
    static func addEnergy(to assembly: inout Assembly) {
        let energy = EnergyAvailability()
        assembly.add(energy)
        for (effect, input) in [
            ("onGnRHDrive", "axes.ovary.driveChange"), ("onDeiodination", "axes.thyroid.deiodinationChange"),
            ("growthHormoneResistance", "axes.growth.undernutrition"),
            ("onActivity", "skeleton.osteoblasts.activityChange"), ("onRANKL", "skeleton.rankl.productionChange"),
        ] { assembly.connect("\(energy.path).\(effect)", to: input) }
    }
}
