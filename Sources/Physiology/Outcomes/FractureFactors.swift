import Modeling
import Symbolics

/// What else than density raises or lowers fracture: smoking, alcohol, a parent's hip, an earlier fracture, ancestry.
///
/// Each is a published ratio at equal density over its mean in the population, so that a woman of whom it is not known has
/// the mean, and one without it a little less.
struct FractureFactors {
    let hip: Expression
    let elsewhere: Expression

    init(_ b: ComponentBuilder, age: Expression, ageAtTimeZero: Expression) {
        let smoker = b.input("smoking", .one, "One if she smokes")
        let parent = b.control(
            "parentHipFracture", -1, .one, "One if a parent broke a hip, zero if none did, -1 if not known")
        let drinks = b.control(
            "alcohol", -1, .one, "One if she drinks more than two units a day, zero if not, -1 if not known")
        let since = b.control(
            "yearsSinceFracture", -1, .years,
            "Years from her last fracture to time zero; negative without one, or if not known")
        let isBlack = b.control("black", 0, .one, "One for a black woman")
        let smokers = max(
            0,
            b.parameter(
                "smokersShare", 0.129, .one, .fitted("NHANES by decade (smoke_cur_50_59 to 80plus)"),
                "Share of smokers at 65 years")
                - b.parameter(
                    "smokersFall", 0.0055, "1/years", .fitted("the same decades"), "Fall of that share with age")
                * (age - Expression(65, .years)))
        let parents = b.parameter(
            "parentsShare", 0.14, .one, .measured("NHANES at 50 to 79 years (prev_parent_hip_50_59 to 70_79)"),
            "Share of women of whom a parent broke a hip")
        let drinkers = b.parameter(
            "drinkersShare", 0.05, .one, .assumed("no row of evidence", range: 0.02...0.1),
            "Share of women who drink more than two units a day")
        func ratio(_ name: String, _ value: Double, _ source: Provenance, _ meaning: String) -> Expression {
            b.parameter(name, value, .one, source, "Ratio of fractures at equal density, \(meaning)")
        }
        /// The ratio over its mean, for a control that is -1 where nothing is known.
        func relative(_ control: Expression, _ ratio: Expression, share: Expression) -> Expression {
            let has = max(0, control) + share * max(0, -control)
            return (1 + has * (ratio - 1)) / (1 + share * (ratio - 1))
        }
        let elapsed = max(0, age - ageAtTimeZero)
        let least = Expression(0.5, .years)
        let year = Expression(1, .years)
        let recent = b.parameter(
            "recentFracture", 2.7, .one,
            .measured(
                "a year after a major fracture, Johansson 2017, PMCID PMC5338733 (rr_second_mof_1y)", range: 2.4...3.0),
            "Ratio of fractures to all women, a year after one")
        let fading = b.parameter(
            "recentFracturePower", -0.285, .one,
            .fitted("1.4 after ten years, the same cohort (rr_second_mof_10y)", range: -0.352 ... -0.227),
            "Power of the years since a fracture in that ratio")
        let prior = select(
            since < Expression(0, .years), 1, max(1, recent * pow(max(since + elapsed, least) / year, fading)))
        let ancestry =
            1 + isBlack
            * (ratio(
                "blackRatio", 0.52,
                .measured(
                    "NORA, Barrett-Connor 2005, doi 10.1359/jbmr.041007; SOF 0.48 (rr_eth_black_sof)",
                    range: 0.36...0.64),
                "black over white women") - 1)
        let both = prior * ancestry
        hip =
            both
            * relative(
                smoker,
                ratio(
                    "smokingOnHip", 1.60,
                    .measured("Kanis 2005, PMID 15175845, hip, with density (rr_smoke_hip)", range: 1.27...2.02),
                    "hip, smoking"), share: smokers)
            * relative(
                parent,
                ratio(
                    "parentOnHip", 1.49, .measured("Kanis 2004 Bone 35:1029 (rr_parent_any_hip)", range: 1.17...1.89),
                    "hip, a parent's hip"), share: parents)
            * relative(
                drinks,
                ratio(
                    "alcoholOnHip", 1.68,
                    .measured("Kanis 2005, doi 10.1007/s00198-004-1734-y (rr_alcohol_hip)", range: 1.19...2.36),
                    "hip, alcohol"), share: drinkers)
        elsewhere =
            both
            * relative(
                smoker,
                ratio(
                    "smokingElsewhere", 1.13,
                    .measured("Kanis 2005, PMID 15175845, any, with density (rr_smoke_any)", range: 1.0...1.25),
                    "other sites, smoking"), share: smokers)
            * relative(
                parent,
                ratio(
                    "parentElsewhere", 1.18,
                    .measured("Kanis 2004 Bone 35:1029 (rr_parent_any_op)", range: 1.06...1.31),
                    "other sites, a parent's hip"), share: parents)
            * relative(
                drinks,
                ratio(
                    "alcoholElsewhere", 1.38,
                    .measured("Kanis 2005, doi 10.1007/s00198-004-1734-y (rr_alcohol_op)", range: 1.16...1.65),
                    "other sites, alcohol"), share: drinkers)
    }
}
