import Modeling
import Symbolics

/// Thyroid hormones: the gland makes thyroxine as TSH bids it, tissues make T3 of it, and thyroxine lowers TSH.
///
/// A failing gland has a smaller capacity; an overactive one makes some thyroxine whatever TSH is. Which, and how
/// much, follows from the TSH that she settles at. Levels are relative to rest.
struct ThyroidAxis: Component {
    let path = "axes.thyroid"
    let summary = "TSH, free T4 and free T3, with a gland that may fail or be overactive."

    /// TSH of a woman whose thyroid is well, mIU/L; the axis rests there.
    static let usualTSH = 1.8

    func define(in b: ComponentBuilder) {
        let settled = b.control(
            "settledTSH", Self.usualTSH, "mIU/L", "TSH at which her own thyroid settles without tablets")
        let tablets = b.sumOfInputs("levothyroxine", .one, "Thyroxine absorbed over what a usual gland makes")
        let deiodinationChange = b.sumOfInputs(
            "deiodinationChange", .one, "Relative change of deiodination of T4 to T3")
        let usualTSH = b.parameter(
            "usualTSH", Self.usualTSH, "mIU/L",
            .measured("p-THYROSIM at rest (THY_REPRO_euthyroid_3); Benhadi 2010 1.85 at 15 pmol/L", range: 1.4...2.3),
            "TSH at rest")
        let usualT4 = b.parameter(
            "usualFreeT4", 15, "pmol/L", .measured("KNHANES women 1.19 ng/dL, PMC5368108 (O1612)", range: 12...20),
            "Free T4 at rest")
        let usualT3 = b.parameter(
            "usualFreeT3", 4.9, "pmol/L", .assumed("middle of the usual reference range", range: 3.1...6.8),
            "Free T3 at rest")
        let slope = b.parameter(
            "slope", 0.059, "L/pmol", .measured("Benhadi 2010 Eur J Endocrinol 162:323 (HPT_TSH_FT4_slope_2)"),
            "Fall of the logarithm of TSH per free T4, near rest") * usualT4
        let steepening = b.parameter(
            "steepening", 12.5, .one,
            .fitted("TSH at a half to a fiftieth of secretion in p-THYROSIM (THY_REPRO rows)", range: 10...15),
            "How much steeper TSH answers far from rest, with the cube of free T4")

        let least = leastTSH(b)
        let drop = log(usualTSH / max(settled, least))
        let settledT4 = b.variable(
            "settledT4", .one, 1 + Self.root(of: drop, slope: slope, cube: steepening),
            "Free T4 that goes with the settled TSH")
        let settledRatio = exp(-drop)
        let capacity = b.variable(
            "capacity", .one, min(1, settledT4 / settledRatio), "What her gland can make of a TSH, over usual")
        let autonomous = b.variable(
            "autonomous", .one, max(0, settledT4 - settledRatio), "What her gland makes whatever TSH is, over usual")

        let t4Life = b.parameter(
            "halfLifeT4", 7, "d", .assumed("a week; 3 to 4 d in excess", range: 6...10), "Half-life of T4")
        let t3Life = b.parameter("halfLifeT3", 1, "d", .assumed("a day", range: 0.7...1.4), "Half-life of T3")
        let t4 = b.state("freeT4Relative", .one, initial: 1, "Free T4, over usual")
        let pituitaryTime = b.parameter(
            "pituitaryLag", 27, "h",
            .measured("p-THYROSIM, Cruz-Loya 2022 (THYROSIM_KdegT3B, 0.037 1/h)", range: 12...60),
            "Time by which the pituitary follows free T4")
        let heard = b.state("heardT4", .one, initial: 1, "Free T4 as the pituitary hears it, over usual")
        b.rate(of: heard, (t4 - heard) / pituitaryTime)
        let d = heard - 1
        let tsh = b.variable(
            "TSHRelative", .one, exp(-(slope * d + steepening * d * d * d)), "TSH, over usual")
        let secretion = b.variable("secretion", .one, capacity * tsh + autonomous, "What her gland makes, over usual")
        b.rate(of: t4, log(2) / t4Life * (secretion + tablets - t4))

        let fromGland = b.parameter(
            "glandShareOfT3", 0.2, .one, .assumed("a fifth of T3 comes from the gland", range: 0.15...0.3),
            "Share of T3 that the gland makes")
        let exponent = b.parameter(
            "deiodinationExponent", 0.68, .one,
            .fitted("T3 against T4 over ten steady states of p-THYROSIM (THY_REPRO rows)", range: 0.5...0.8),
            "Exponent of free T4 in the T3 that tissues make")
        let t3 = b.state("freeT3Relative", .one, initial: 1, "Free T3, over usual")
        b.rate(
            of: t3,
            log(2) / t3Life
                * (fromGland * secretion + (1 - fromGland) * (1 + deiodinationChange) * pow(t4, exponent) - t3))
        b.output("serum.TSH", "mIU/L", max(least, usualTSH * tsh), "TSH, no lower than assays read")
        b.output("serum.freeT4", "pmol/L", usualT4 * t4, "Free T4")
        b.output("serum.freeT3", "pmol/L", usualT3 * t3, "Free T3")
        let onSHBG = b.parameter(
            "SHBGGain", 0.6, .one, .assumed("SHBG about doubles in overt excess", range: 0.3...1),
            "Rise of SHBG per relative rise of free T3")
        _ = b.variable("onSHBG", .one, onSHBG * (t3 - 1), "Relative change of SHBG")
    }

    private func leastTSH(_ b: ComponentBuilder) -> Expression {
        b.parameter(
            "leastTSH", 0.005, "mIU/L", .assumed("assays tell nothing lower apart", range: 0.001...0.01),
            "The lowest TSH that says how overactive her gland is")
    }

    /// The one real x with `slope x + cube x³ = value`.
    private static func root(of value: Expression, slope: Expression, cube: Expression) -> Expression {
        let unit = sqrt(slope / (3 * cube))
        let z = value / (2 * cube * unit * unit * unit)
        let third = log(z + sqrt(z * z + 1)) / 3
        return unit * (exp(third) - exp(-third))
    }
}
