import Exchange
import Modeling
import Symbolics

/// Estradiol that reaches the blood without a first pass.
private protocol DirectEstradiolForm: MedicineForm {
    associatedtype Route: Component
    var component: Route { get }
}

extension DirectEstradiolForm {
    var medicine: String { "estradiol" }
    var isEstrogen: Bool { true }

    func install(for treatments: [Treatment], in assembly: inout Assembly) {
        assembly.add(component)
        assembly.connect("\(component.path).toEstradiol", to: "pharmacology.estrogens.estradiolInput")
    }
}

/// Patches of estradiol, dosed by their release rate.
struct EstradiolPatchForm: DirectEstradiolForm {
    let form = MedicineCatalogue.Form(
        "patch", route: "through the skin from a patch", doses: [.init(50, "ug/day", atMost: 400)],
        interval: .optional)
    fileprivate let component = EstradiolPatch()

    func schedule(_ treatment: Treatment, in schedule: inout Schedule) {
        guard let every = treatment.every, treatment.days == nil else {
            release(treatment, control: "\(component.path).release", in: &schedule)
            return
        }
        schedule.wear(
            treatment.dose.inBaseUnits, fading: EstradiolPatch.usualFading, port: "\(component.path).change",
            every: every, from: treatment.from, until: treatment.until)
    }
}

/// Estradiol gel, vaginal tablets and nasal spray.
struct AbsorbedEstradiolForm: DirectEstradiolForm {
    let route: AbsorbedEstradiol.Route
    fileprivate var component: AbsorbedEstradiol { AbsorbedEstradiol(route: route) }

    var form: MedicineCatalogue.Form {
        switch route {
        case .gel:
            .init(
                "gel", route: "gel on the skin", doses: [.init(1.5, "mg", atMost: 6)], interval: .usually(days: 1))
        case .vaginal:
            .init(
                "vaginal", route: "vaginal tablets", doses: [.init(10, "ug", atMost: 200)],
                interval: .usually(days: 3.5))
        case .intranasal:
            .init(
                "intranasal", route: "as a nasal spray", doses: [.init(300, "ug", atMost: 1200)],
                interval: .usually(days: 1))
        }
    }

    func schedule(_ treatment: Treatment, in schedule: inout Schedule) {
        doses(treatment, port: "\(component.path).dose", in: &schedule)
    }
}

/// Vaginal rings of estradiol, dosed by their release rate.
struct EstradiolRingForm: DirectEstradiolForm {
    let form = MedicineCatalogue.Form(
        "ring", route: "from a vaginal ring", doses: [.init(7.5, "ug/day", atMost: 100)], interval: .optional)
    fileprivate let component = EstradiolRing()

    func schedule(_ treatment: Treatment, in schedule: inout Schedule) {
        release(treatment, control: "\(component.path).release", in: &schedule)
    }
}

/// Estradiol implants, dosed by what they contain or by their release rate.
struct EstradiolImplantForm: DirectEstradiolForm {
    let form = MedicineCatalogue.Form(
        "implant", route: "from an implant under the skin",
        doses: [.init(25, "mg", atMost: 200), .init(50, "ug/day", atMost: 1000)], interval: .optional)
    fileprivate let component = EstradiolImplant()

    func schedule(_ treatment: Treatment, in schedule: inout Schedule) {
        if treatment.isReleaseRate {
            release(treatment, control: "\(component.path).constantRelease", in: &schedule)
        } else if treatment.isGivenOnce {
            schedule.dose(treatment.dose.inBaseUnits, port: "\(component.path).dose", at: treatment.from)
        } else {
            doses(treatment, port: "\(component.path).dose", in: &schedule)
        }
    }
}
