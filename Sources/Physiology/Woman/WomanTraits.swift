import Modeling
import Symbolics

/// What is hers and not the model's: age, size, intake. Set from the scenario.
struct WomanTraits: Component {
    let path = "woman"
    let summary = "Her age, size, intake of calcium and vitamin D status, as the scenario gives them."

    func define(in b: ComponentBuilder) {
        let ageAtTimeZero = b.control("ageAtTimeZero", 40, .years, "Age when the simulated period begins")
        let age = b.variable("age", .years, ageAtTimeZero + Expression(.time), "Age now")

        let growth = b.fitted("ageingTime", .years, "Time over which the effect of age on resorption grows e-fold")
        let reference = b.parameter(
            "ageingReference", 65, .years, .assumed("scale age at which the site factors of ageing are stated"),
            "Age at which a site's ageing factor is stated")
        let onset = b.parameter(
            "ageingOnset", 40, .years,
            .assumed("loss at all sites starts at 40 to 44 years, CaMos, Berger 2008, PMID 18559803", range: 38...44),
            "Age before which ageing does not act")
        _ = b.variable(
            "ageing", .one,
            max(0, exp((age - reference) / growth) - exp((onset - reference) / growth)),
            "Effect of age on resorption, zero at the onset")

        let weight = b.control("weight", 68, "kg", "Body weight")
        let height = b.control("height", 162, "cm", "Standing height")
        _ = b.variable("bodyMassIndex", "kg/m2", weight / (height * height), "Body mass index")
        let referenceWeight = b.parameter(
            "referenceWeight", 70, "kg", .assumed("the woman to whom the kinetic parameters belong"),
            "Weight at which clearances and volumes are stated")
        _ = b.variable(
            "clearanceScale", .one, pow(weight / referenceWeight, 0.75), "Allometric scale of clearances")
        _ = b.variable("volumeScale", .one, weight / referenceWeight, "Allometric scale of volumes")

        let intake = b.control("calciumIntake", 800, "mg/d", "Calcium she takes in at any rate")
        let supplement = b.control("calciumSupplement", 0, "mg/d", "Elemental calcium from tablets")
        let calcidiol = b.control("vitaminD", 60, "nmol/L", "Serum 25-hydroxyvitamin D")
        let usualIntake = b.parameter(
            "usualCalcium", 800, "mg/d", .assumed("usual intake in the trials' placebo arms", range: 600...1000),
            "Calcium intake at which the calcium effect is zero")
        let trialIntake = b.parameter(
            "supplementedCalcium", 1500, "mg/d",
            .assumed("diet plus the usual trial supplement of 500 to 1000 mg", range: 1200...1800),
            "Calcium intake at which the calcium effect is one")
        let halfIntake = b.parameter(
            "halfEffectCalcium", 800, "mg/d",
            .assumed("saturation of calcium balance near 1500 mg/d", range: 400...1600),
            "Calcium intake of half the largest effect")
        let halfCalcidiol = b.parameter(
            "halfEffectVitaminD", 15, "nmol/L",
            .assumed("fractional absorption is flat above 50 nmol/L", range: 5...30),
            "25-hydroxyvitamin D at which absorption is half its largest")
        let usualCalcidiol = b.parameter(
            "usualVitaminD", 60, "nmol/L", .assumed("typical of treated populations", range: 50...75),
            "25-hydroxyvitamin D at which absorption is taken as one")
        func saturation(_ x: Expression) -> Expression { x / (x + halfIntake) }
        let absorption = b.variable(
            "absorption", .one,
            calcidiol / (calcidiol + halfCalcidiol) * (usualCalcidiol + halfCalcidiol) / usualCalcidiol,
            "Absorption of calcium, relative to usual vitamin D status")
        let absorbed = b.variable(
            "effectiveCalcium", "mg/d", (intake + supplement) * absorption,
            "Intake that would supply as much at usual vitamin D status")
        _ = b.variable(
            "calciumEffect", .one,
            (saturation(absorbed) - saturation(usualIntake)) / (saturation(trialIntake) - saturation(usualIntake)),
            "Calcium and vitamin D supply: 0 usual, 1 supplemented as in trials, negative when short")
    }
}
