import Exchange
import Modeling
import Symbolics

/// Capsules of micronized progesterone.
struct OralProgesteroneForm: MedicineForm {
    let medicine = "progesterone"
    let form = MedicineCatalogue.Form(
        "oral micronized", qualifier: "micronized", route: "by mouth", doses: [.init(200, "mg", atMost: 1200)],
        interval: .usually(days: 1), isSwallowed: true)

    func install(for treatments: [Treatment], in assembly: inout Assembly) {
        for withFood in Set(treatments.map { $0.food == .fed }).sorted(by: { !$0 && $1 }) {
            let component = OralProgesterone(withFood: withFood)
            assembly.add(component)
            assembly.connect("\(component.path).toBlood", to: "pharmacology.progesterone.input")
            assembly.connect(
                "\(component.path).toAllopregnanolone", to: "pharmacology.progesterone.allopregnanoloneInput")
            assembly.connect("\(component.path).toPregnanolone", to: "pharmacology.progesterone.pregnanoloneInput")
        }
    }

    func schedule(_ treatment: Treatment, in schedule: inout Schedule) {
        doses(treatment, port: "\(OralProgesterone(withFood: treatment.food == .fed).path).dose", in: &schedule)
    }
}

/// Tablets of medroxyprogesterone acetate.
struct OralMedroxyprogesteroneForm: MedicineForm {
    let medicine = "medroxyprogesterone acetate"
    let form = MedicineCatalogue.Form(
        "oral", route: "by mouth", doses: [.init(2.5, "mg", atMost: 100)], interval: .usually(days: 1),
        isSwallowed: true)

    func install(for treatments: [Treatment], in assembly: inout Assembly) {
        let component = OralMedroxyprogesterone()
        assembly.add(component)
        assembly.connectSize(to: component.path)
        assembly.connect("\(component.path).concentration", to: "serum.medroxyprogesteroneGiven")
        assembly.connect("\(component.path).concentration", to: "receptors.progesterone.medroxyprogesterone")
        assembly.connect("\(component.path).concentration", to: "receptors.glucocorticoid.medroxyprogesterone")
        assembly.connect("\(component.path).suppression", to: "axes.ovary.progestinSuppression")
        assembly.connect("\(component.path).concentration", to: "receptors.androgen.medroxyprogesterone")
    }

    func schedule(_ treatment: Treatment, in schedule: inout Schedule) {
        doses(treatment, port: "\(OralMedroxyprogesterone().path).dose", in: &schedule)
    }
}
