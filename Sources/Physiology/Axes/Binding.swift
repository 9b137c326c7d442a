import Modeling
import Symbolics

/// The proteins that carry steroids in blood, and the share of each steroid that is free.
///
/// Free shares are mass action at the proteins' total less what is always taken, so they do not depend on the level of
/// the steroid itself; that holds while testosterone stays far below SHBG. Bone answers to total estradiol, not to
/// free: the half-effect level was fitted to trials' total estradiol, by mouth and through the skin together, and those
/// show no difference between routes at the same total.
struct Binding: Component {
    let path = "axes.binding"
    let summary = "Binding of steroids by SHBG, CBG and albumin, and what sets the two globulins."

    func define(in b: ComponentBuilder) {
        let hepatic = b.input("hepaticEstrogen", "mol/d", "Exposure of the liver to swallowed estrogens")
        let androgen = b.input("testosteroneGiven", "mol/L", "Testosterone from medicines")
        let progestins = b.sumOfInputs(
            "progestins", .one, "Androgenic progestins over their levels of half their effect on the liver")
        let bodyMassIndex = b.input("bodyMassIndex", "kg/m2", "Body mass index")
        let change = b.sumOfInputs(
            "SHBGChange", .one, "Relative change of SHBG production by thyroid hormone, insulin and others")

        let masses = (estradiol: b.molarMass(of: .estradiol), testosterone: b.molarMass(of: .testosterone))
        let half = b.parameter(
            "hepaticHalf", 5.5, "mg/d",
            .assumed("SHBG still rises between 1 and 2 mg of estradiol, less than in proportion", range: 3...12),
            "Swallowed estradiol of half the largest effect on binding proteins")
        let saturation = hepatic / (hepatic + half / masses.estradiol)
        func shbgDrive() -> Expression {
            let largest = b.parameter(
                "SHBGRise", 3.8, .one,
                .fitted(
                    "rise of 50 to 100 % on oral estradiol 1 to 2 mg (SHBG_ORALE2) and about twofold on conjugated "
                        + "estrogens 0.625 mg (pk.shbg.effect_cee_0625)", range: 2...6),
                "Largest relative rise of SHBG by swallowed estrogen")
            let largestFall = b.parameter(
                "SHBGFall", 0.5, .one, .assumed("men's SHBG is about half of women's", range: 0.3...0.7),
                "Largest relative fall of SHBG by testosterone")
            let halfFall = b.parameter(
                "testosteroneHalf", 250, "ng/dL", .assumed("between women's and men's levels", range: 100...500),
                "Testosterone given at half the largest fall of SHBG")
            let level = halfFall / masses.testosterone
            let byProgestins = b.parameter(
                "SHBGFallByProgestins", 0.5, .one,
                .assumed("levonorgestrel 0.15 mg by mouth halves SHBG (O1154)", range: 0.4...0.8),
                "Largest relative fall of SHBG by androgenic progestins, besides what they take back of estrogen's rise")
            return (1 + largest * saturation / (1 + progestins))
                * (1 - largestFall * androgen / (androgen + level))
                * (1 - byProgestins * progestins / (1 + progestins))
        }
        let turnover = b.parameter(
            "turnover", 0.1, "1/d", .assumed("half-life of SHBG and CBG of about a week", range: 0.07...0.2),
            "Turnover of the binding globulins")
        let shbg = b.state("SHBGRelative", .one, initial: 1, "SHBG, relative to her usual")
        b.rate(of: shbg, turnover * (shbgDrive() + change - shbg))
        let cbgRise = b.parameter(
            "largestCBGRise", 0.75, .one,
            .assumed("conjugated estrogens 0.625 mg raise CBG by about a fifth; direction: O1084", range: 0.3...1.5),
            "Largest relative rise of CBG by swallowed estrogen")
        let cbg = b.state("CBGRelative", .one, initial: 1, "CBG, relative to usual")
        b.rate(of: cbg, turnover * (1 + cbgRise * saturation - cbg))

        let shbgLevel = b.parameter(
            "SHBGLevel", 53, "nmol/L", .fitted("NHS by body mass index (O1588, O1593, O1598)", range: 44...62),
            "SHBG at the reference body mass index")
        let slope = b.parameter(
            "SHBGSlope", 0.053, "m2/kg", .fitted("NHS by body mass index (O1588, O1593, O1598)", range: 0.04...0.065),
            "Share of SHBG lost per kg/m2")
        let reference = b.parameter(
            "referenceBodyMassIndex", 26, "kg/m2", .assumed("the woman to whom levels belong"),
            "Body mass index at which SHBG is stated")
        let usual = b.variable(
            "usualSHBG", "mol/L", shbgLevel * exp(-slope * (bodyMassIndex - reference)), "SHBG usual for her weight")
        let SHBG = b.variable("SHBG", "mol/L", usual * shbg, "Sex hormone-binding globulin")
        b.output("serum.SHBG", "nmol/L", SHBG, "Sex hormone-binding globulin")
        let cbgLevel = b.parameter(
            "CBGLevel", 0.5, "umol/L",
            .fitted("progesterone is bound 18 % to CBG, 80 % to albumin (pk.progesterone.binding)", range: 0.4...0.8),
            "CBG at rest")
        _ = b.variable("CBGRise", .one, cbg - 1, "Relative change of CBG")
        let CBG = b.variable("CBG", "mol/L", cbgLevel * cbg, "Corticosteroid-binding globulin")
        b.output("serum.CBG", "nmol/L", CBG, "Corticosteroid-binding globulin")
        freeShares(b, SHBG: SHBG, usual: usual, CBG: CBG, masses)
    }

    /// The share of each steroid that is free, and free levels of those that are reported.
    private func freeShares(
        _ b: ComponentBuilder, SHBG: Expression, usual: Expression, CBG: Expression,
        _ masses: (estradiol: Expression, testosterone: Expression)
    ) {
        let albumin = b.parameter(
            "albumin", 650, "umol/L", .assumed("43 g/L of 66.5 kg/mol", range: 550...720), "Serum albumin")
        let vacant = b.parameter(
            "vacantCBG", 0.7, .one, .assumed("cortisol at its daily mean takes a third of CBG", range: 0.5...0.9),
            "Share of CBG not taken by cortisol")
        func constant(_ name: String, _ value: Double, _ protein: String, isTabulated: Bool = true) -> Expression {
            let range = value / 2...value * 2
            return b.parameter(
                "\(name)To\(protein)", value, "L/mol",
                isTabulated
                    ? .measured("Dunn 1981 J Clin Endocrinol Metab (pk.binding)", range: range)
                    : .assumed("free share of a few per cent at usual levels of proteins", range: range),
                "Association of \(name) with \(protein)")
        }
        let freeCBG = vacant * CBG
        let testosteroneAlbumin = 1 + constant("testosterone", 4.06e4, "Albumin") * albumin
        let testosteroneSHBG = constant("testosterone", 1.6e9, "SHBG")
        let testosterone = b.variable(
            "freeTestosteroneShare", .one, 1 / (testosteroneAlbumin + testosteroneSHBG * SHBG),
            "Free share of testosterone")
        let dihydroAlbumin = 1 + constant("dihydrotestosterone", 3.5e4, "Albumin", isTabulated: false) * albumin
        let dihydroSHBG = constant("dihydrotestosterone", 5.5e9, "SHBG")
        let dihydro = b.variable(
            "freeDihydrotestosteroneShare", .one, 1 / (dihydroAlbumin + dihydroSHBG * SHBG),
            "Free share of dihydrotestosterone")
        let estradiol = b.variable(
            "freeEstradiolShare", .one,
            1 / (1 + constant("estradiol", 6.06e4, "Albumin") * albumin + constant("estradiol", 6.8e8, "SHBG") * SHBG),
            "Free share of estradiol")
        _ = b.variable(
            "freeProgesteroneShare", .one,
            1
                / (1 + constant("progesterone", 6.1e4, "Albumin") * albumin
                    + constant("progesterone", 8.8e6, "SHBG") * SHBG
                    + constant("progesterone", 2.4e7, "CBG") * freeCBG),
            "Free share of progesterone")
        _ = b.variable(
            "freeCortisolShare", .one,
            1
                / (1 + constant("cortisol", 3e3, "Albumin", isTabulated: false) * albumin + constant(
                    "cortisol", 7.6e7, "CBG", isTabulated: false) * freeCBG),
            "Free share of cortisol at her usual level")

        let totalTestosterone = b.input("testosterone", "mol/L", "Serum testosterone")
        let totalDihydro = b.input("dihydrotestosterone", "mol/L", "Serum dihydrotestosterone")
        let usualTestosterone = b.input("usualTestosterone", "mol/L", "Her usual testosterone")
        let usualDihydro = b.input("usualDihydrotestosterone", "mol/L", "Her usual dihydrotestosterone")
        let totalEstradiol = b.input("estradiol", "mol/L", "Serum estradiol")
        let freeTestosterone = b.variable(
            "freeTestosterone", "mol/L", testosterone * totalTestosterone, "Free testosterone")
        _ = b.variable(
            "freeDihydrotestosterone", "mol/L", dihydro * totalDihydro, "Free dihydrotestosterone")
        _ = b.variable(
            "usualFreeTestosterone", "mol/L", usualTestosterone / (testosteroneAlbumin + testosteroneSHBG * usual),
            "Free testosterone at her usual testosterone and SHBG")
        _ = b.variable(
            "usualFreeDihydrotestosterone", "mol/L", usualDihydro / (dihydroAlbumin + dihydroSHBG * usual),
            "Free dihydrotestosterone at her usual level and SHBG")
        b.output("serum.freeTestosterone", "pg/mL", freeTestosterone * masses.testosterone, "Free testosterone")
        b.output("serum.freeEstradiol", "pg/mL", estradiol * totalEstradiol * masses.estradiol, "Free estradiol")
    }
}
