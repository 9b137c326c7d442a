import Modeling
import Symbolics

/// What is hers and not the model's: age, size, intake. Set from the scenario.
struct WomanTraits: Component {
    let path = "woman"
    let summary = "Her age, size, intake of calcium and vitamin D status, as the scenario gives them."

    func define(in b: ComponentBuilder) {
        let ageAtTimeZero = b.control("ageAtTimeZero", Timeline.restingAge, .years, "Age when the simulated period begins")
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
        let trabecularOnset = b.parameter(
            "trabecularAgeingOnset", 25, .years,
            .assumed(
                "trabecular bone of the spine is lost from young adulthood on, Riggs 2008, PMC2665699; women were 21 and more",
                range: 21...30),
            "Age before which trabecular bone does not age")
        _ = b.variable(
            "trabecularAgeing", .one, max(0, (age - trabecularOnset) / (reference - trabecularOnset)),
            "Effect of age on resorption of trabecular bone, which begins young and grows evenly")

        let weight = b.control("weight", 68, "kg", "Body weight")
        let referenceWeight = b.parameter(
            "referenceWeight", 70, "kg", .assumed("the woman to whom the kinetic parameters belong"),
            "Weight at which clearances and volumes are stated")
        _ = b.variable(
            "clearanceScale", .one, pow(weight / referenceWeight, 0.75), "Allometric scale of clearances")
        _ = b.variable("volumeScale", .one, weight / referenceWeight, "Allometric scale of volumes")

        let height = b.control("height", 1.62, "m", "Standing height")
        _ = b.variable("bodyMassIndex", "kg/m2", weight / (height * height), "Body mass index")

        _ = b.control("uterus", 1, .one, "One while she has her uterus, zero after its removal")
        _ = b.control("calciumIntake", 800, "mg/d", "Calcium she takes in at any rate")
        _ = b.control("calciumSupplement", 0, "mg/d", "Elemental calcium from tablets")
        _ = b.control("vitaminD", 60, "nmol/L", "Serum 25-hydroxyvitamin D without tablets")
    }
}
