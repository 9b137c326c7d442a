import Exchange
import Modeling
import Symbolics

/// Norethisterone acetate by mouth, measured as norethisterone, with apparent volumes and clearances.
///
/// A little of it becomes ethinylestradiol, which at 5 mg is as much estrogen as a contraceptive pill holds; that is why
/// it keeps bone where the ovary is silenced. Studies differ threefold in how much (O2060 to O2063).
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
        let converted = b.parameter(
            "asEthinylestradiol", 0.007, .one,
            .measured(
                "0.7 % at 5 mg, 1.0 % at 10 mg, as swallowed ethinylestradiol with the same exposure, Kuhnz 1997, PMID "
                    + "9494772 (O2060, O2061); 0.2 to 0.33 % in Chu 2007, PMID 17341557 (O2063)", range: 0.002...0.01),
            "Share of a dose that becomes ethinylestradiol, molar, as a swallowed dose of it")
        _ = b.variable(
            "toEthinylestradiol", "mol/d", converted * arrives * absorption * gut,
            "Ethinylestradiol made of the tablets, as a swallowed dose")
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
        ),
        androgenicHalf: (
            30,
            .assumed(
                "binds three times as tightly as medroxyprogesterone acetate, a seventh of a strong androgen "
                    + "(pd.rba.net.ar), yet women on 5 mg hardly ever grow hair", range: 5...100)
        ),
        hepaticAndrogenHalf: (
            3,
            .fitted(
                "by hand: takes back 46 % of the fall of IGF-1 on conjugated estrogens (O2076 to O2078) at a dose taken as "
                    + "1 mg; 60 % less norethisterone from lynestrenol raises SHBG by 39 % (O2064)", range: 1.5...8)
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
        assembly.addEthinylestradiol(from: "\(OralNorethisterone().path).toEthinylestradiol")
    }

    func schedule(_ treatment: Treatment, in schedule: inout Schedule) {
        doses(treatment, port: "\(OralNorethisterone().path).dose", in: &schedule)
    }
}
