import Exchange
import Modeling
import Symbolics

/// Capsules of micronized progesterone.
struct OralProgesteroneForm: MedicineForm {
    let medicine = "progesterone"
    let form = MedicineCatalogue.Form(
        "oral micronized", qualifier: "micronized", route: "by mouth", doses: [.init(200, "mg", atMost: 1200)],
        interval: .usually(days: 1), isSwallowed: true)

    func variant(for treatment: Treatment) -> String { treatment.food == .fed ? "fed" : "fasted" }

    func install(for treatments: [Treatment], in assembly: inout Assembly) {
        for withFood in Set(treatments.map { $0.food == .fed }).sorted(by: { !$0 && $1 }) {
            let component = OralProgesterone(withFood: withFood)
            assembly.add(component)
            assembly.connect("\(component.path).toBlood", to: "pharmacology.progesterone.input")
            assembly.connect(
                "\(component.path).toAllopregnanolone", to: "pharmacology.progesterone.allopregnanoloneInput")
            assembly.connect("\(component.path).toPregnanolone", to: "pharmacology.progesterone.pregnanoloneInput")
            assembly.connectProgestogenFirstPass(to: component.path)
        }
        let assay = ProgesteroneImmunoassay()
        assembly.add(assay)
        assembly.connect("serum.progesterone", to: "\(assay.path).progesterone")
    }

    func schedule(_ treatment: Treatment, in schedule: inout Schedule) {
        let withFood = treatment.food == .fed
        doses(treatment, port: "\(OralProgesterone(withFood: withFood).path).dose", in: &schedule)
        doses(
            treatment, port: "\(ProgesteroneImmunoassay().path).\(withFood ? "doseWithFood" : "dose")", in: &schedule)
    }
}

/// Progesterone that does not pass the liver first.
struct ProgesteroneDepotForm: MedicineForm {
    let medicine = "progesterone"
    let route: ProgesteroneDepot.Route
    private var component: ProgesteroneDepot { ProgesteroneDepot(route: route) }

    var form: MedicineCatalogue.Form {
        switch route {
        case .cream:
            .init(
                "cream", route: "cream on the skin", doses: [.init(20, "mg", atMost: 200)],
                interval: .usually(days: 1))
        case .vaginalGel:
            .init(
                "vaginal gel", route: "as a vaginal gel", doses: [.init(90, "mg", atMost: 360)],
                interval: .usually(days: 1))
        case .vaginalInsert:
            .init(
                "vaginal insert", route: "as vaginal inserts", doses: [.init(100, "mg", atMost: 800)],
                interval: .usually(days: 0.5))
        case .intramuscular:
            .init(
                "intramuscular", route: "into the muscle", doses: [.init(50, "mg", atMost: 400)],
                interval: .usually(days: 1))
        }
    }

    func install(for treatments: [Treatment], in assembly: inout Assembly) {
        assembly.add(component)
        assembly.connect("\(component.path).toBlood", to: "pharmacology.progesterone.input")
    }

    func schedule(_ treatment: Treatment, in schedule: inout Schedule) {
        doses(treatment, port: "\(component.path).dose", in: &schedule)
    }
}

/// Tablets of medroxyprogesterone acetate.
struct OralMedroxyprogesteroneForm: MedicineForm {
    let medicine = "medroxyprogesterone acetate"
    let form = MedicineCatalogue.Form(
        "oral", route: "by mouth", doses: [.init(2.5, "mg", atMost: 100)], interval: .usually(days: 1),
        isSwallowed: true)

    func install(for treatments: [Treatment], in assembly: inout Assembly) {
        assembly.addTablets(OralMedroxyprogesterone(), of: .medroxyprogesterone)
    }

    func schedule(_ treatment: Treatment, in schedule: inout Schedule) {
        doses(treatment, port: "\(OralMedroxyprogesterone().path).dose", in: &schedule)
    }
}

/// Depot injections of medroxyprogesterone acetate, into the muscle or under the skin.
struct DepotMedroxyprogesteroneForm: MedicineForm {
    let medicine = "medroxyprogesterone acetate"
    let form = MedicineCatalogue.Form(
        "depot", qualifier: "depot", route: "by injection", doses: [.init(150, "mg", atMost: 500)],
        interval: .usually(days: 91))

    func install(for treatments: [Treatment], in assembly: inout Assembly) {
        let component = DepotMedroxyprogesterone()
        assembly.add(component)
        assembly.connectSize(to: component.path)
        assembly.connect("\(component.path).concentration", to: "pharmacology.medroxyprogesterone.level")
    }

    func schedule(_ treatment: Treatment, in schedule: inout Schedule) {
        doses(treatment, port: "\(DepotMedroxyprogesterone().path).dose", in: &schedule)
    }
}
