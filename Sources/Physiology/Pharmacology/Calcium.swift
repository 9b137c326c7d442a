import Exchange
import Modeling
import Symbolics

/// Calcium tablets: elemental calcium added to her intake.
struct CalciumForm: MedicineForm {
    let medicine = "calcium"
    let isHormone = false
    let form = MedicineCatalogue.Form(
        "oral", route: "by mouth", doses: [.init(500, "mg", atMost: 3000)], interval: .usually(days: 1),
        isSwallowed: true)

    func install(for treatments: [Treatment], in assembly: inout Assembly) {}

    func schedule(_ treatment: Treatment, in schedule: inout Schedule) {
        // Balance integrates over weeks, so tablets count as their daily mean.
        schedule.infuse(
            treatment.dose.inBaseUnits / (treatment.every ?? 1), control: "woman.calciumSupplement",
            from: treatment.from, until: treatment.until)
    }
}
