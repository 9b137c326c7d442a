import Exchange
import Modeling
import Symbolics

/// Tablets of estradiol.
struct OralEstradiolForm: MedicineForm {
    let medicine = "estradiol"
    let isEstrogen = true
    let form = MedicineCatalogue.Form(
        "oral", route: "by mouth", doses: [.init(1, "mg", atMost: 20)], interval: .usually(days: 1),
        isSwallowed: true)

    func install(for treatments: [Treatment], in assembly: inout Assembly) {
        let component = OralEstradiol()
        assembly.add(component)
        assembly.connect("\(component.path).toEstradiol", to: "pharmacology.estrogens.estradiolInput")
        assembly.connect("\(component.path).toEstrone", to: "pharmacology.estrogens.estroneInput")
        assembly.connect("\(component.path).toSulfate", to: "pharmacology.estrogens.sulfateInput")
        assembly.connect("\(component.path).toSlow", to: "pharmacology.estrogens.slowInput")
    }

    func schedule(_ treatment: Treatment, in schedule: inout Schedule) {
        doses(treatment, port: "\(OralEstradiol().path).dose", in: &schedule)
    }
}

/// Patches of estradiol, dosed by their release rate.
struct EstradiolPatchForm: MedicineForm {
    let medicine = "estradiol"
    let isEstrogen = true
    let form = MedicineCatalogue.Form(
        "patch", route: "through the skin from a patch", doses: [.init(50, "ug/day", atMost: 400)],
        interval: .optional)

    func install(for treatments: [Treatment], in assembly: inout Assembly) {
        let component = EstradiolPatch()
        assembly.add(component)
        assembly.connect("\(component.path).toEstradiol", to: "pharmacology.estrogens.estradiolInput")
    }

    func schedule(_ treatment: Treatment, in schedule: inout Schedule) {
        let (rate, control) = (treatment.dose.inBaseUnits, "\(EstradiolPatch().path).release")
        if let days = treatment.days {
            schedule.infuse(rate, control: control, from: treatment.from, until: treatment.until, on: days)
        } else {
            schedule.infuse(rate, control: control, from: treatment.from, until: treatment.until)
        }
    }
}

/// Tablets of conjugated equine estrogens.
struct ConjugatedEstrogensForm: MedicineForm {
    let medicine = "conjugated estrogens"
    let isEstrogen = true
    let form = MedicineCatalogue.Form(
        "oral", route: "by mouth", doses: [.init(0.625, "mg", atMost: 10)], interval: .usually(days: 1),
        isSwallowed: true)

    func install(for treatments: [Treatment], in assembly: inout Assembly) {
        let component = ConjugatedEstrogens()
        assembly.add(component)
        connectSize(component.path, in: &assembly)
        assembly.connect("\(component.path).toEstrone", to: "pharmacology.estrogens.estroneInput")
        assembly.connect("\(component.path).toSulfate", to: "pharmacology.estrogens.sulfateInput")
        assembly.connect("\(component.path).toSlow", to: "pharmacology.estrogens.slowInput")
        assembly.connect("\(component.path).equivalent", to: "receptors.estrogen.given")
    }

    func schedule(_ treatment: Treatment, in schedule: inout Schedule) {
        doses(treatment, port: "\(ConjugatedEstrogens().path).dose", in: &schedule)
    }
}
