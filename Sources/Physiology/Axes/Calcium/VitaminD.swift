import Modeling
import Symbolics

/// Vitamin D: 25-hydroxyvitamin D from sun, food and tablets, and the calcitriol the kidney makes of it.
struct VitaminD: Component {
    let path = "axes.calcium.vitaminD"
    let summary = "25-hydroxyvitamin D, and calcitriol under PTH, phosphate and substrate."

    func define(in b: ComponentBuilder) {
        let usual = b.input("usual", "nmol/L", "Her 25-hydroxyvitamin D without tablets")
        let given = b.sumOfInputs("given", "nmol/L", "25-hydroxyvitamin D from cholecalciferol given")
        let pth = b.input("PTH", .one, "PTH at usual bone turnover, relative to rest")
        let phosphate = b.input("phosphate", .one, "Serum phosphate at usual bone turnover, relative to rest")

        let calcidiol = b.variable("calcidiol", "nmol/L", usual + given, "Serum 25-hydroxyvitamin D")
        b.output("serum.calcidiol", "nmol/L", calcidiol, "25-hydroxyvitamin D")
        let reference = b.parameter(
            "usualVitaminD", 60, "nmol/L", .assumed("typical of treated populations", range: 50...75),
            "25-hydroxyvitamin D of the resting woman")
        let halfAbsorption = b.parameter(
            "halfAbsorption", 15, "nmol/L",
            .assumed("fractional absorption is flat above 50 nmol/L", range: 5...30),
            "25-hydroxyvitamin D at which absorption of calcium is half its largest")
        let halfSubstrate = b.parameter(
            "halfSubstrate", 2.5, "nmol/L",
            .assumed(
                "calcitriol stays near normal until 25-hydroxyvitamin D is very low, and surveys find PTH about a third "
                    + "higher at 20 than at 75 nmol/L, without a common threshold (O1619, O1656)", range: 1...5),
            "25-hydroxyvitamin D at which the kidney makes half its most calcitriol")
        func relative(_ half: Expression) -> Expression {
            calcidiol / (calcidiol + half) * ((reference + half) / reference)
        }
        _ = b.variable(
            "onAbsorption", .one, relative(halfAbsorption), "Absorption of calcium, relative to usual vitamin D status")

        let exponent = b.parameter(
            "PTHExponent", 0.111241, .one, Parathyroid.published("AlphOHgam"), "Exponent of PTH in 1-alpha-hydroxylase")
        let half = b.parameter(
            "PTHHalf", 0.402247, .one, Parathyroid.published("T67 over 3.85 pM"), "PTH of half effect on 1-alpha-hydroxylase")
        let most = b.parameter(
            "phosphateMost", 1.52493, .one, Parathyroid.published("PhosEff0"), "1-alpha-hydroxylase without phosphate")
        let halfPhosphate = b.parameter(
            "phosphateHalf", 1.085083, .one, Parathyroid.published("PhosEff50 over 1.2 mM"),
            "Phosphate of half effect on 1-alpha-hydroxylase")
        let steepness = b.parameter(
            "phosphateSteepness", 8.25229, .one, Parathyroid.published("PhosEffGam"), "Exponent of phosphate")
        let rate = b.parameter(
            "calcitriolTurnover", 0.8, "1/d",
            Parathyroid.published("mean stays 1 over T64 and 1 over T69 added up to 30 h"),
            "Rate at which calcitriol follows its stimuli")
        let level = b.parameter("calcitriolAtRest", 90, "pmol/L", Parathyroid.published("INIT_B over V1"), "Calcitriol at rest")

        let byPTH = pow(max(0, pth), exponent)
        let onHydroxylase = byPTH * (1 + pow(half, exponent)) / (pow(half, exponent) + byPTH)
        let (atHalf, here) = (pow(halfPhosphate, steepness), pow(phosphate, steepness))
        let brake = most * (1 - (most - 1) / most * (1 + atHalf) * here / (here + atHalf))
        let calcitriol = b.state("calcitriol", .one, initial: 1, "Calcitriol, relative to rest")
        b.rate(
            of: calcitriol,
            rate * (onHydroxylase * select(phosphate <= 1, 1, brake) * relative(halfSubstrate) - calcitriol))
        b.output("serum.calcitriol", "pmol/L", calcitriol * level, "1,25-dihydroxyvitamin D")
    }
}
