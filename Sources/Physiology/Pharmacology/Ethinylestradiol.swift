import Modeling
import Symbolics

/// Ethinylestradiol that the body makes of norethisterone: its level, and what it is worth in estradiol.
///
/// It is counted as the dose that would have to be swallowed for the same exposure, since that is what was measured;
/// the first pass of that dose is the one of ethinylestradiol.
struct Ethinylestradiol: Component {
    let path = "pharmacology.ethinylestradiol"
    let summary = "Ethinylestradiol made of norethisterone, and its action at the estrogen receptor and in the liver."

    private static let kinetics =
        "50 and 30 ug by mouth, Back 1979 and 1981, PMID 509953 and 6786829 (O1108 to O1110, O1116; pk.ee rows)"

    func define(in b: ComponentBuilder) {
        let formed = b.sumOfInputs("formed", "mol/d", "Ethinylestradiol formed, as a swallowed dose")
        let clearanceScale = b.input("clearanceScale", .one, "Allometric scale of clearances")
        let volumeScale = b.input("volumeScale", .one, "Allometric scale of volumes")
        func fit(_ name: String, _ value: Double, _ unit: Unit, _ meaning: String) -> Expression {
            b.fitted(name, value, unit, factor: 1.4, to: Self.kinetics, meaning)
        }
        let share = b.parameter(
            "bioavailability", 0.42, .one, .measured("Back 1979, PMID 509953 (O1110)", range: 0.38...0.48),
            "Share of a swallowed dose that reaches the blood")
        let clearance = fit("clearance", 25.8, "L/h", "Clearance")
        let central = fit("centralVolume", 73.4, "L", "Central volume")
        let exchange = fit("exchange", 21.5, "L/h", "Clearance between compartments")
        let peripheral = fit("peripheralVolume", 96.2, "L", "Peripheral volume")
        let disposition = TwoCompartments(
            b, "central", of: "Ethinylestradiol", input: share * formed, clearance: clearance * clearanceScale,
            central: central * volumeScale, exchange: exchange * clearanceScale, peripheral: peripheral * volumeScale,
            scale: 1e-9)
        let level = b.variable("concentration", "mol/L", disposition.concentration, "Ethinylestradiol")
        let mass = b.molarMass(of: .ethinylestradiol)
        b.output("serum.ethinylestradiol", "pg/mL", level * mass, "Ethinylestradiol")

        let estradiolMass = b.molarMass(of: .estradiol)
        let potency = b.parameter(
            "potency", 4, .one,
            .fitted(
                "by hand: 10 ug a day, a mean of 6.8 pg/mL, raises trabecular density early after menopause and 5 ug "
                    + "does not (CHART, O2068), as 0.5 mg of estradiol a day, 17 pg/mL, would; 20 ug holds the metacarpal "
                    + "cortex (O0132)", range: 1.5...8),
            "Estradiol with the same effect on bone and pituitary per ethinylestradiol in blood, by mass")
        _ = b.variable(
            "equivalent", "mol/L", potency * level * mass / estradiolMass,
            "Ethinylestradiol as estradiol with the same effect on bone and pituitary")
        let hepatic = b.parameter(
            "hepaticPotency", 600, .one,
            .measured(
                "20 ug for 12 mg of swallowed estradiol, Kuhl 2005 Climacteric 8:3; 4 to 18 times as much in the liver as "
                    + "on FSH, Mashchak 1982 (O1087)", range: 300...800),
            "Swallowed estradiol with the same effect on the liver per swallowed ethinylestradiol, by mass")
        _ = b.variable(
            "toLiver", "mol/d", hepatic * formed * mass / estradiolMass,
            "Ethinylestradiol in the liver, as swallowed estradiol with the same effect there")
    }
}

extension Assembly {
    /// Adds ethinylestradiol and feeds it what is formed of a progestin.
    mutating func addEthinylestradiol(from flow: String) {
        let component = Ethinylestradiol()
        add(component)
        connectSize(to: component.path)
        connect(flow, to: "\(component.path).formed")
        connect("\(component.path).equivalent", to: "receptors.estrogen.given")
        connect("\(component.path).equivalent", to: "axes.ovary.estrogenGiven")
        connect("\(component.path).toLiver", to: "pharmacology.hepatic.portalFlow")
    }
}
