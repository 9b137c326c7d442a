import Exchange
import Modeling
import Symbolics

/// Dydrogesterone by mouth and what nearly all of it becomes, 20-alpha-dihydrodydrogesterone, which acts alike.
///
/// Both keep the double bonds that make progesterone's neurosteroids impossible.
struct OralDydrogesterone: Component {
    let path = "pharmacology.dydrogesterone.oral"
    let summary = "Dydrogesterone tablets, with the active metabolite dihydrodydrogesterone."

    func define(in b: ComponentBuilder) {
        let arrives = b.input("firstPassProgestogen", .one, "Oral progestogen that arrives, over usual")
        let clearanceScale = b.input("clearanceScale", .one, "Allometric scale of clearances")
        let volumeScale = b.input("volumeScale", .one, "Allometric scale of volumes")
        func fit(_ name: String, _ value: Double, _ unit: Unit, _ meaning: String) -> Expression {
            b.fitted(name, value, unit, factor: 1.4, to: "2.5 and 10 mg, product information (O1168 to O1174)", meaning)
        }
        let absorption = fit("absorption", 1.435, "1/h", "Absorption rate")
        let asParent = fit("asParent", 0.427, .one, "Share of what arrives that is unchanged; the rest is metabolite")
        let parentMass = b.molarMass(of: .dydrogesterone)
        let gut = b.state("gut", "mol", initial: Expression(0, "mol"), scale: 1e-6, "Dydrogesterone in the gut")
        b.rate(of: gut, -absorption * gut)
        b.dosePort("dose", "mg", "Tablets swallowed") { dose in [(gut, dose / parentMass)] }

        let clearance = b.parameter(
            "clearance", 384, "L/h", .measured("product information, 6.4 L/min (pk.dyd.cl)"),
            "Clearance of dydrogesterone, all of it to the metabolite")
        let parent = TwoCompartments(
            b, "parent", of: "Dydrogesterone", input: arrives * asParent * absorption * gut,
            clearance: clearance * clearanceScale,
            central: fit("parentCentralVolume", 881.5, "L", "Central volume of dydrogesterone") * volumeScale,
            exchange: fit("parentExchange", 263.7, "L/h", "Exchange of dydrogesterone") * clearanceScale,
            peripheral: fit("parentPeripheralVolume", 1793, "L", "Peripheral volume of dydrogesterone") * volumeScale,
            scale: 1e-6)
        let metabolite = TwoCompartments(
            b, "metabolite", of: "Dihydrodydrogesterone",
            input: arrives * (1 - asParent) * absorption * gut + parent.elimination,
            clearance: fit("metaboliteClearance", 27.5, "L/h", "Clearance of the metabolite") * clearanceScale,
            central: fit("metaboliteCentralVolume", 57.5, "L", "Central volume of the metabolite") * volumeScale,
            exchange: fit("metaboliteExchange", 14.8, "L/h", "Exchange of the metabolite") * clearanceScale,
            peripheral: fit("metabolitePeripheralVolume", 205.5, "L", "Peripheral volume of the metabolite")
                * volumeScale,
            scale: 1e-6)
        _ = b.variable(
            "concentration", "mol/L", parent.concentration + metabolite.concentration,
            "Dydrogesterone and dihydrodydrogesterone, which bind alike")
        b.output("serum.dydrogesterone", "ng/mL", parent.concentration * parentMass, "Dydrogesterone")
        b.output(
            "serum.dihydrodydrogesterone", "ng/mL",
            metabolite.concentration * b.molarMass(of: .dihydrodydrogesterone), "Dihydrodydrogesterone")
    }
}

extension ProgestinAction {
    static let dydrogesterone = ProgestinAction(
        name: "dydrogesterone", title: "Dydrogesterone with dihydrodydrogesterone",
        receptorHalf: (125.9, .measured("Rizner 2011 Steroids 76:607, Ki 125.9 nmol/L of both (pd.ki.dhd.pr)")),
        suppressingLevel: (
            150, .assumed("the usual 10 to 20 mg a day, a mean of 50 to 100 nmol/L, leaves ovulation", range: 70...400)
        ),
        liningHalf: (
            40,
            .assumed(
                "5 mg a day, a mean near 22 nmol/L, keeps the lining safe beside 1 mg of estradiol (product information, "
                    + "recalled)", range: 20...60)
        ))
}

/// Tablets of dydrogesterone.
struct DydrogesteroneForm: MedicineForm {
    let medicine = "dydrogesterone"
    let form = MedicineCatalogue.Form(
        "oral", route: "by mouth", doses: [.init(10, "mg", atMost: 60)], interval: .usually(days: 1), isSwallowed: true)

    func install(for treatments: [Treatment], in assembly: inout Assembly) {
        assembly.addProgestin(.dydrogesterone)
        assembly.addTablets(OralDydrogesterone(), of: .dydrogesterone)
    }

    func schedule(_ treatment: Treatment, in schedule: inout Schedule) {
        doses(treatment, port: "\(OralDydrogesterone().path).dose", in: &schedule)
    }
}
