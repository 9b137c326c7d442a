import Modeling
import Symbolics

/// Oral medroxyprogesterone acetate: saturable absorption into two compartments, with apparent (per bioavailability
/// of a small dose) volumes and clearances.
///
/// Saturation is what lets the label's 10 mg daily and 20 mg single doses hold together.
struct OralMedroxyprogesterone: Component {
    let path = "pharmacology.medroxyprogesterone.oral"
    let summary = "Medroxyprogesterone acetate tablets."

    func define(in b: ComponentBuilder) {
        let arrives = b.input("firstPassProgestogen", .one, "Oral progestogen that arrives, over usual")
        let clearanceScale = b.input("clearanceScale", .one, "Allometric scale of clearances")
        let volumeScale = b.input("volumeScale", .one, "Allometric scale of volumes")
        func source(_ range: ClosedRange<Double>) -> Provenance {
            .fitted(
                "Provera US label, Clinical Pharmacology table 1: 10 mg daily, 20 mg once in two forms", range: range)
        }
        let absorption = b.parameter("absorption", 0.630, "1/h", source(0.3...1.3), "Absorption rate")
        let clearance = b.parameter("clearance", 955, "L/h", source(687...1327), "Apparent clearance")
        let central = b.parameter("centralVolume", 3498, "L", source(1841...6646), "Apparent central volume")
        let exchange = b.parameter(
            "exchange", 742, "L/h", source(464...1187), "Apparent clearance between compartments")
        let peripheral = b.parameter(
            "peripheralVolume", 7873, "L", source(5624...11_022), "Apparent peripheral volume")
        let halfDose = b.parameter(
            "saturatingDose", 10.4, "mg", source(6.1...17.7), "Dose of which half as large a share is absorbed")
        let mass = b.molarMass(of: .medroxyprogesterone)

        let gut = b.state(
            "gut", "mol", initial: Expression(0, "mol"), scale: 1e-6, "Medroxyprogesterone acetate in the gut")
        b.rate(of: gut, -absorption * gut)
        b.dosePort("dose", "mg", "Tablets swallowed") { dose in
            [(gut, dose / mass / (1 + dose / halfDose))]
        }
        let disposition = TwoCompartments(
            b, "central", of: "Medroxyprogesterone acetate", input: arrives * absorption * gut,
            clearance: clearance * clearanceScale, central: central * volumeScale,
            exchange: exchange * clearanceScale, peripheral: peripheral * volumeScale, scale: 1e-6)
        _ = b.variable("concentration", "mol/L", disposition.concentration, "Medroxyprogesterone acetate")
    }
}

/// Medroxyprogesterone acetate as a depot of crystals, 150 mg into the muscle or 104 mg under the skin.
///
/// One set of values for both, in the scale of present assays: most leaves slowly enough to be the terminal phase
/// of the level. Older immunoassays read two to three times as high.
struct DepotMedroxyprogesterone: Component {
    let path = "pharmacology.medroxyprogesterone.depot"
    let summary = "Medroxyprogesterone acetate depot injections."

    func define(in b: ComponentBuilder) {
        let clearanceScale = b.input("clearanceScale", .one, "Allometric scale of clearances")
        let volumeScale = b.input("volumeScale", .one, "Allometric scale of volumes")
        func fit(_ name: String, _ value: Double, _ unit: Unit, factor: Double, _ meaning: String) -> Expression {
            b.fitted(
                name, value, unit, factor: factor,
                to: "104 mg, Halpern 2014, PMID 23993431 (O1131 to O1136); 150 mg, label and FEM-PrEP (O1138 to O1142)",
                meaning)
        }
        let clearance = fit("clearance", 1300, "L/d", factor: 1.3, "Apparent clearance")
        let elimination = fit("elimination", 0.2, "1/d", factor: 2, "Elimination rate, which fixes the apparent volume")
        let mass = b.molarMass(of: .medroxyprogesterone)
        let absorption = DepotAbsorption(
            b, "mg", fast: fit("fast", 0.15, "1/d", factor: 2, "Rate of both stages of the fast part"),
            slow: (
                fit("slowRelease", 0.0138, "1/d", factor: 1.5, "Release rate of the slow part"),
                fit("slowShare", 0.99, .one, factor: 1.01, "Share of a dose that is released slowly")
            ), scale: 1e-4, "Injections"
        ) { $0 / mass }
        let amount = b.state(
            "amount", "mol", initial: Expression(0, "mol"), scale: 1e-5, "Medroxyprogesterone acetate in the body")
        let volume = clearance / elimination * volumeScale
        let concentration = b.variable(
            "concentration", "mol/L", amount / volume, "Medroxyprogesterone acetate from depots")
        b.rate(of: amount, absorption.flow - clearance * clearanceScale * concentration)
    }
}

extension ProgestinAction {
    /// Of medroxyprogesterone acetate.
    static let medroxyprogesterone = ProgestinAction(
        name: "medroxyprogesterone", title: "Medroxyprogesterone acetate",
        receptorHalf: (
            0.6,
            .assumed("tighter than progesterone; whole-cell estimates lie below 1 nmol/L", range: 0.2...9)
        ),
        suppressingLevel: (
            0.5,
            .assumed(
                "estradiol rises again below 0.25 to 0.5 ng/mL of older immunoassays, which read twice as high"
                    + " (O1527, O1528)", range: 0.25...1.3)
        ))
}
