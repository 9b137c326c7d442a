import Exchange
import Modeling
import Symbolics

/// Norethisterone acetate by mouth, measured as norethisterone, with apparent volumes and clearances.
///
/// About 0.7 % of it becomes ethinylestradiol at 5 mg (Kuhnz 1997, PMID 9494772; 0.2 to 0.3 % in Chu 2007, PMID
/// 17341557). That is left out: the two studies differ threefold, and ethinylestradiol's potency at bone is unmeasured.
struct OralNorethisterone: Component {
    let path = "pharmacology.norethisterone.oral"
    let summary = "Norethisterone acetate tablets."

    func define(in b: ComponentBuilder) {
        let arrives = b.input("firstPassProgestogen", .one, "Oral progestogen that arrives, over usual")
        let clearanceScale = b.input("clearanceScale", .one, "Allometric scale of clearances")
        let volumeScale = b.input("volumeScale", .one, "Allometric scale of volumes")
        func fit(_ name: String, _ value: Double, _ unit: Unit, _ meaning: String) -> Expression {
            b.fitted(name, value, unit, factor: 1.4, to: "5 mg, US label table 1 (O1143 to O1146)", meaning)
        }
        let absorption = fit("absorption", 1.102, "1/h", "Absorption rate")
        let clearance = fit("clearance", 25.6, "L/h", "Apparent clearance")
        let central = fit("centralVolume", 99.6, "L", "Apparent central volume")
        let exchange = fit("exchange", 14.5, "L/h", "Apparent clearance between compartments")
        let peripheral = fit("peripheralVolume", 100.8, "L", "Apparent peripheral volume")
        let gut = b.state("gut", "mol", initial: Expression(0, "mol"), scale: 1e-6, "Norethisterone acetate in the gut")
        b.rate(of: gut, -absorption * gut)
        let swallowed = b.molarMass(of: .norethisteroneAcetate)
        b.dosePort("dose", "mg", "Tablets swallowed") { dose in [(gut, dose / swallowed)] }
        let disposition = TwoCompartments(
            b, "central", of: "Norethisterone", input: arrives * absorption * gut,
            clearance: clearance * clearanceScale, central: central * volumeScale,
            exchange: exchange * clearanceScale, peripheral: peripheral * volumeScale, scale: 1e-6)
        let concentration = b.variable("concentration", "mol/L", disposition.concentration, "Norethisterone")
        b.output(
            "serum.norethisterone", "ng/mL", concentration * b.molarMass(of: .norethisterone), "Norethisterone")
    }
}

extension ProgestinAction {
    static let norethisterone = ProgestinAction(
        name: "norethisterone", title: "Norethisterone",
        receptorHalf: (
            0.9, .assumed("binds 0.65 as tightly as medroxyprogesterone acetate (pd.rba.net.pr)", range: 0.3...9)
        ),
        suppressingLevel: (
            7,
            .assumed(
                "0.35 mg a day, a mean of 0.6 ng/mL, leaves follicles growing; 5 mg, 7 ng/mL, does not", range: 2...15)
        ))
}

/// Tablets of norethisterone acetate.
struct NorethisteroneAcetateForm: MedicineForm {
    let medicine = "norethisterone acetate"
    let form = MedicineCatalogue.Form(
        "oral", route: "by mouth", doses: [.init(1, "mg", atMost: 30)], interval: .usually(days: 1), isSwallowed: true)

    func install(for treatments: [Treatment], in assembly: inout Assembly) {
        assembly.addProgestin(.norethisterone)
        assembly.addTablets(OralNorethisterone(), of: .norethisterone)
    }

    func schedule(_ treatment: Treatment, in schedule: inout Schedule) {
        doses(treatment, port: "\(OralNorethisterone().path).dose", in: &schedule)
    }
}
