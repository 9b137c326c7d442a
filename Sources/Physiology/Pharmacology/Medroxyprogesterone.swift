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
            b, "central", of: "Medroxyprogesterone acetate", input: absorption * gut,
            clearance: clearance * clearanceScale, central: central * volumeScale,
            exchange: exchange * clearanceScale, peripheral: peripheral * volumeScale, scale: 1e-6)
        let level = b.variable("concentration", "mol/L", disposition.concentration, "Medroxyprogesterone acetate")
        let suppressing = b.parameter(
            "suppressingLevel", 0.35, "ng/mL",
            .measured(
                "estradiol rises again below 0.25 to 0.5 ng/mL; ovulation returns below 0.1 ng/mL (O1527)",
                range: 0.25...0.5),
            "Medroxyprogesterone acetate that halves ovarian estradiol")
        _ = b.variable(
            "suppression", .one, level / (suppressing / mass), "The level over that which halves ovarian estradiol")
    }
}
