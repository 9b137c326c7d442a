import Exchange
import Modeling
import Symbolics

/// Levonorgestrel released in the uterus: much where it lies, little in the blood.
struct IntrauterineLevonorgestrel: Component {
    let path = "pharmacology.levonorgestrel.intrauterine"
    let summary = "Levonorgestrel from an intrauterine device, at its labelled release rate while in place."

    func define(in b: ComponentBuilder) {
        let clearanceScale = b.input("clearanceScale", .one, "Allometric scale of clearances")
        let volumeScale = b.input("volumeScale", .one, "Allometric scale of volumes")
        let release = b.control("release", 0, "ug/day", "Labelled release of the device in place")
        let oral = "0.15 mg by mouth, PMID 1458891 and 6786829 (O1111 to O1115, O1151 to O1153; pk.lng rows)"
        let mass = b.molarMass(of: .levonorgestrel)
        let disposition = TwoCompartments(
            b, "central", of: "Levonorgestrel", input: release / mass,
            clearance: b.parameter("clearance", 5.4, "L/h", .measured(oral, range: 3.2...7.6), "Clearance")
                * clearanceScale,
            central: b.fitted("centralVolume", 18.95, "L", factor: 1.4, to: oral, "Central volume") * volumeScale,
            exchange: b.fitted("exchange", 9.97, "L/h", factor: 1.4, to: oral, "Clearance between compartments")
                * clearanceScale,
            peripheral: b.fitted("peripheralVolume", 66, "L", factor: 1.4, to: oral, "Peripheral volume") * volumeScale,
            scale: 1e-8)
        let concentration = b.variable("concentration", "mol/L", disposition.concentration, "Levonorgestrel")
        b.output("serum.levonorgestrel", "pg/mL", concentration * mass, "Levonorgestrel")
        let labelled = b.parameter(
            "fullRelease", 20, "ug/day",
            .assumed("a definition: the device that keeps the endometrium thin", range: 14...20),
            "Release at which the local effect is stated as one")
        let strength = b.parameter(
            "localStrength", 10, .one,
            .assumed("the device thins the lining whatever estrogen is taken; far above half the effect", range: 5...50),
            "Local levonorgestrel of the full device over the level of half its effect on the lining")
        _ = b.variable(
            "localAction", .one, strength * release / labelled,
            "Levonorgestrel at the endometrium, over the level of half its effect there")
    }
}

extension ProgestinAction {
    static let levonorgestrel = ProgestinAction(
        name: "levonorgestrel", title: "Levonorgestrel",
        receptorHalf: (
            0.5, .assumed("binds 1.3 times as tightly as medroxyprogesterone acetate (pd.rba.lng.pr)", range: 0.15...5)
        ),
        suppressingLevel: (
            3.2,
            .assumed(
                "0.15 to 0.2 ng/mL of a device leaves cycles; 1 ng/mL of combined pills does not, estrogen aside",
                range: 1.5...6)
        ))
}

/// Levonorgestrel intrauterine devices, dosed by their release rate.
struct LevonorgestrelDeviceForm: MedicineForm {
    let medicine = "levonorgestrel"
    let form = MedicineCatalogue.Form(
        "intrauterine", route: "from an intrauterine device", doses: [.init(20, "ug/day", atMost: 40)],
        interval: .optional)

    func install(for treatments: [Treatment], in assembly: inout Assembly) {
        let component = IntrauterineLevonorgestrel()
        assembly.add(component)
        assembly.connectSize(to: component.path)
        assembly.addProgestin(.levonorgestrel)
        assembly.connect("\(component.path).concentration", to: "pharmacology.levonorgestrel.level")
        assembly.connect("\(component.path).localAction", to: "outcomes.endometrium.progestin")
    }

    func schedule(_ treatment: Treatment, in schedule: inout Schedule) {
        release(treatment, control: "\(IntrauterineLevonorgestrel().path).release", in: &schedule)
    }
}
