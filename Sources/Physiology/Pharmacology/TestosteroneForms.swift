import Exchange
import Modeling
import Symbolics

/// Patches of testosterone, dosed by their release rate.
struct TestosteronePatchForm: MedicineForm {
    let medicine = "testosterone"
    let form = MedicineCatalogue.Form(
        "patch", route: "through the skin from a patch", doses: [.init(300, "ug/day", atMost: 10_000)],
        interval: .optional)

    func install(for treatments: [Treatment], in assembly: inout Assembly) {
        assembly.addTestosterone(TestosteronePatch(), to: "input")
    }

    func schedule(_ treatment: Treatment, in schedule: inout Schedule) {
        let (rate, control) = (treatment.dose.inBaseUnits, "\(TestosteronePatch().path).release")
        if let days = treatment.days {
            schedule.infuse(rate, control: control, from: treatment.from, until: treatment.until, on: days)
        } else {
            schedule.infuse(rate, control: control, from: treatment.from, until: treatment.until)
        }
    }
}

/// Pellets of testosterone.
struct TestosteronePelletForm: MedicineForm {
    let medicine = "testosterone"
    let form = MedicineCatalogue.Form(
        "pellet", route: "as pellets under the skin", doses: [.init(75, "mg", atMost: 400)], interval: .optional)

    func install(for treatments: [Treatment], in assembly: inout Assembly) {
        assembly.addTestosterone(TestosteronePellet(), to: "input")
    }

    func schedule(_ treatment: Treatment, in schedule: inout Schedule) {
        let port = "\(TestosteronePellet().path).dose"
        if treatment.isGivenOnce {
            schedule.dose(treatment.dose.inBaseUnits, port: port, at: treatment.from)
        } else {
            doses(treatment, port: port, in: &schedule)
        }
    }
}

/// Testosterone cypionate, injected under the skin.
struct TestosteroneCypionateForm: MedicineForm {
    let medicine = "testosterone cypionate"
    let form = MedicineCatalogue.Form(
        "subcutaneous", route: "under the skin", doses: [.init(5, "mg", atMost: 250)], interval: .usually(days: 7))

    func install(for treatments: [Treatment], in assembly: inout Assembly) {
        assembly.addTestosterone(TestosteroneCypionate(), to: "esterInput")
    }

    func schedule(_ treatment: Treatment, in schedule: inout Schedule) {
        doses(treatment, port: "\(TestosteroneCypionate().path).dose", in: &schedule)
    }
}

extension Assembly {
    /// Adds a form of testosterone, whose release goes to an input of the shared kinetics.
    fileprivate mutating func addTestosterone(_ component: some Component, to input: String) {
        add(component)
        connect("\(component.path).toBlood", to: "pharmacology.testosterone.\(input)")
    }

    /// Adds what all forms of testosterone share.
    mutating func addTestosteroneKinetics() {
        let component = TestosteroneKinetics()
        add(component)
        connect("woman.clearanceScale", to: "\(component.path).clearanceScale")
        connect("\(component.path).concentration", to: "axes.androgens.testosteroneGiven")
        connect("\(component.path).entering", to: "axes.androgens.testosteroneEntering")
    }
}
