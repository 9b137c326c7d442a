import Modeling
import Symbolics

/// What liver and vessels hear of sex steroids from medicines, as shares of the most that each can do.
///
/// Swallowed estrogens reach the liver first; those through the skin do not. Lags of weeks lie between, so lipids and
/// risks answer to a regimen and not to its hours.
struct TreatmentSignals: Component {
    let path = "outcomes.signals"
    let summary = "Lagged signals of swallowed estrogens, estrogens in blood and progestins, for lipids and harms."

    func define(in b: ComponentBuilder) {
        let portal = b.sumOfInputs(
            "portalEstrogen", "mol/d",
            "Swallowed estrogens that the liver meets, as estradiol with the same effect there")
        let given = b.input("estrogenGiven", "mol/L", "Estradiol and estradiol equivalents from medicines")
        let medroxyprogesterone = b.sumOfInputs("medroxyprogesterone", "mol/L", "Serum medroxyprogesterone acetate")
        let others = b.sumOfInputs(
            "otherProgestins", .one, "Other synthetic progestins in blood, over the level of half their effect")
        let mass = b.molarMass(of: .estradiol)
        let halfPortal = b.parameter(
            "halfPortal", 1, "mg/d", .assumed("effects flatten between 1 and 2 mg of oral estradiol", range: 0.5...2),
            "Swallowed estradiol of half the largest effect through the liver")
        let halfLevel = b.parameter(
            "halfLevel", 5, "pg/mL", .assumed("every systemic dose counts nearly in full", range: 2...15),
            "Estradiol from medicines of half the largest effect through blood")
        let highLevel = b.parameter(
            "highLevel", 60, "pg/mL",
            .assumed("between patches of 50 and 100 ug a day, above which stroke differs (O1841)", range: 45...80),
            "Estradiol from medicines above which high-dose effects appear")
        let halfProgestin = b.parameter(
            "halfMedroxyprogesterone", 0.23, "nmol/L",
            .assumed("the mean level on 2.5 mg a day, at which effects are half of the most", range: 0.1...0.6),
            "Medroxyprogesterone acetate of half the largest effect")
        let lag = b.parameter(
            "lag", 30, "d", .assumed("lipids and clotting factors settle in one to three months", range: 14...60),
            "Time by which lipids and clotting follow medicines")
        func share(_ level: Expression) -> Expression { level / (1 + level) }
        let steep = pow(given * mass / highLevel, 6)
        _ = b.geneProduct(
            "portal", of: share(portal * mass / halfPortal), lag: lag, "Effect of swallowed estrogens through the liver"
        )
        let systemic = b.variable(
            "systemicNow", .one, share(given * mass / halfLevel),
            "Effect of estrogens from medicines through blood, now")
        _ = b.geneProduct("systemic", of: systemic, lag: lag, "Effect of estrogens from medicines through blood")
        _ = b.geneProduct("high", of: steep / (1 + steep), lag: lag, "Effect of high levels of estrogen from medicines")
        let progestin = b.variable(
            "progestinNow", .one, share(medroxyprogesterone / halfProgestin + others),
            "Effect of synthetic progestins, now")
        _ = b.geneProduct("progestin", of: progestin, lag: lag, "Effect of synthetic progestins")
    }
}
