import Modeling
import Symbolics

/// Published rates of fracture by age in the general population of women, all densities together.
///
/// The hip is known age by age; elsewhere only totals are, through which a level with an assumed rise is laid.
struct FractureRates {
    let hip: Expression
    let vertebral: Expression
    let wrist: Expression
    let humerus: Expression
    let other: Expression

    init(_ b: ComponentBuilder, age: Expression) {
        let floor = b.parameter(
            "youngestAge", 40, .years, .assumed("rates of fragility fracture are not given for younger women"),
            "Age below which rates stay as they are")
        let counted = max(age, floor)
        hip = b.ageRate(
            "hip", at: counted,
            level: (
                0.00147,
                .fitted(
                    "US non-Hispanic white women 2006, Ettinger 2010 (inc_hip_us_nis06), 50 to 85 years within 17 %",
                    range: 0.00135...0.0017)
            ), slope: (0.1261, .fitted("the same rates", range: 0.118...0.134)), "Hip fractures")
        vertebral = b.ageRate(
            "vertebral", at: counted,
            level: (
                0.00143,
                .fitted(
                    "Rochester 145 per 100,000 a year, Cooper 1992, and Malmö lifetime risk 15.4 %, Kanis 2000",
                    range: 0.0008...0.002)
            ), slope: (0.082, .fitted("the same totals", range: 0.06...0.1)), "Clinical vertebral fractures")
        wrist = b.ageRate(
            "wrist", at: counted,
            level: (
                0.0043,
                .fitted(
                    "radius and ulna in UK women 30 per 10,000 a year, van Staa 2001; Malmö lifetime risk 21.5 %",
                    range: 0.003...0.006)
            ), slope: (0.03, .assumed("rises at menopause, then slowly", range: 0.01...0.05)), "Wrist fractures")
        humerus = b.ageRate(
            "humerus", at: counted,
            level: (0.0027, .fitted("Malmö lifetime risk 13.3 %, Kanis 2000, PMID 11095165", range: 0.0018...0.0033)),
            slope: (0.06, .assumed("between the wrist and the hip", range: 0.04...0.08)),
            "Fractures of the upper arm")
        other = b.ageRate(
            "other", at: counted,
            level: (
                0.0139,
                .fitted(
                    "any fracture 2.4 % a year at 50 to 79 years, WHI observational study, less the four above",
                    range: 0.007...0.016)
            ), slope: (0.01, .assumed("much trauma, little age", range: 0...0.03)), "Fractures elsewhere")
    }
}
