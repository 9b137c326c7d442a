import Modeling
import Symbolics

/// Testosterone from medicines in the blood, which it leaves within hours: levels follow release.
///
/// What patches and pellets release adds in proportion. Injected esters do not: from 3 to 25 mg a week levels rise less
/// than doses, as SHBG falls or because blood was drawn late in the week. Their level is therefore a function of what
/// constant clearance would give: in proportion up to a knee, by a power above it, and in proportion again where
/// clearance has reached its highest.
struct TestosteroneKinetics: Component {
    let path = "pharmacology.testosterone"
    let summary = "Testosterone given as a medicine: levels, and the flow that reaches the blood."

    func define(in b: ComponentBuilder) {
        let input = b.sumOfInputs("input", "mol/d", "Testosterone released at the skin or from pellets")
        let esterInput = b.sumOfInputs("esterInput", "mol/d", "Testosterone released from injected esters")
        let scale = b.input("clearanceScale", .one, "Allometric scale of clearances")
        let clearance = b.parameter(
            "clearance", 532, "L/d",
            .measured("304 L/day/m2 at 1.75 m2, PMID 5020435 (pk.testosterone.mcr)", range: 440...625),
            "Metabolic clearance of testosterone")
        let huang = "Huang 2014, PMID 24281237 (O1180 to O1184)"
        let knee = b.parameter(
            "knee", 54.7, "ng/dL", .fitted(huang, range: 40...75),
            "Rise up to which the clearance of injected testosterone is constant")
        let exponent = b.parameter(
            "exponent", 0.5375, .one, .fitted(huang, range: 0.45...0.65), "Exponent of levels in doses above the knee")
        let largest = b.parameter(
            "largestClearance", 1500, "L/d",
            .assumed("7 ng/dL per mg a week at men's doses (O1204, PMID 29367424)", range: 1300...1700),
            "Highest clearance of injected testosterone")
        let kneeLevel = knee / b.molarMass(of: .testosterone)
        let level = esterInput / (clearance * scale)
        let bent = min(level, kneeLevel) + kneeLevel * (pow(max(1, level / kneeLevel), exponent) - 1)
        _ = b.variable(
            "concentration", "mol/L", input / (clearance * scale) + max(bent, level * clearance / largest),
            "Testosterone from medicines")
        _ = b.variable("entering", "mol/d", input + esterInput, "Testosterone reaching the blood, and leaving it")
    }
}

/// Testosterone patches, at their labelled release.
struct TestosteronePatch: Component {
    let path = "pharmacology.testosterone.patch"
    let summary = "Testosterone patches, at their labelled release rate while worn."

    func define(in b: ComponentBuilder) {
        let release = b.control("release", 0, "ug/day", "Labelled release of all patches worn")
        _ = b.variable("toBlood", "mol/d", release / b.molarMass(of: .testosterone), "Testosterone reaching the blood")
    }
}

/// Testosterone pellets under the skin, which dissolve over months.
struct TestosteronePellet: Component {
    let path = "pharmacology.testosterone.pellet"
    let summary = "Testosterone pellets, released by first order."

    func define(in b: ComponentBuilder) {
        let halfLife = b.parameter(
            "halfLife", 45, "d",
            .fitted(
                "Glaser 2013, PMID 23265303: 299 ng/dL at 4 weeks, for an assumed mean dose of 150 mg (O1197, O1198)",
                range: 30...60),
            "Half-life of release")
        let pellet = b.state("pellet", "mol", initial: Expression(0, "mol"), scale: 1e-4, "Testosterone in pellets")
        let release = log(2) / halfLife * pellet
        b.rate(of: pellet, -release)
        let mass = b.molarMass(of: .testosterone)
        b.dosePort("dose", "mg", "Pellets placed") { dose in [(pellet, dose / mass)] }
        _ = b.variable("toBlood", "mol/d", release, "Testosterone reaching the blood")
    }
}

/// Testosterone cypionate under the skin: an oily depot of the ester, of which 0.7 by mass is testosterone.
struct TestosteroneCypionate: Component {
    let path = "pharmacology.testosterone.cypionate"
    let summary = "Testosterone cypionate injected under the skin."

    func define(in b: ComponentBuilder) {
        let ester = b.parameter(
            "molarMass", 412.61, "g/mol", .measured("PubChem CID 441404"), "Molar mass of testosterone cypionate")
        let halfLife = b.parameter(
            "halfLife", 6, "d",
            .assumed("between enanthate's 4.5 days and the label's 8 (pk.testosterone.sc.depot_thalf)", range: 4.5...8),
            "Half-life of release from the depot")
        let passage = b.parameter(
            "passage", 1.5, "1/d", .assumed("levels peak one to two days after injection", range: 0.7...3),
            "Rate at which released ester passes to the blood")
        let none = Expression(0, "mol")
        let depot = b.state("depot", "mol", initial: none, scale: 1e-5, "Testosterone cypionate in the depot")
        let tissue = b.state("tissue", "mol", initial: none, scale: 1e-5, "Testosterone cypionate released from it")
        let release = log(2) / halfLife * depot
        b.rate(of: depot, -release)
        b.rate(of: tissue, release - passage * tissue)
        b.dosePort("dose", "mg", "Cypionate injected") { dose in [(depot, dose / ester)] }
        _ = b.variable("toBlood", "mol/d", passage * tissue, "Testosterone reaching the blood")
    }
}
