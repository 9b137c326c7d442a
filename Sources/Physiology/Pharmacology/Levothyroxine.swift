import Exchange
import Modeling
import Symbolics

/// Levothyroxine by mouth: what is absorbed joins the pool of thyroxine that her gland fills.
struct OralLevothyroxine: Component {
    let path = "pharmacology.levothyroxine"
    let summary = "Levothyroxine tablets."

    func define(in b: ComponentBuilder) {
        let clearanceScale = b.input("clearanceScale", .one, "Allometric scale of clearances")
        let absorption = b.parameter(
            "absorption", 0.88, "1/h", .measured("p-THYROSIM, Cruz-Loya 2022 (THYROSIM_k4absorb)", range: 0.5...1.3),
            "Absorption rate")
        let bioavailability = b.parameter(
            "bioavailability", 0.8, .one,
            .measured("40 to 80 %, fasting at the upper end, Colucci 2013, PMID 30349610", range: 0.6...0.85),
            "Share of a dose that reaches the blood")
        let production = b.parameter(
            "usualProduction", 80, "ug/d",
            .fitted("100 ug/d restores a woman without a thyroid in p-THYROSIM (THY_REPRO rows)", range: 70...95),
            "Thyroxine that a usual gland makes")

        let gut = b.state("gut", "ug", initial: Expression(0, "ug"), scale: 100, "Levothyroxine in the gut")
        b.rate(of: gut, -absorption * gut)
        b.dosePort("dose", "ug", "Tablets swallowed") { dose in [(gut, bioavailability * dose)] }
        _ = b.variable(
            "overProduction", .one, absorption * gut / (production * clearanceScale),
            "Thyroxine absorbed a day over what a usual gland makes")
    }
}

/// Tablets of levothyroxine.
struct LevothyroxineForm: MedicineForm {
    let medicine = "levothyroxine"
    /// US label: doses above 200 ug a day are seldom needed, above 300 ug rare.
    let highestDailyUse: Quantity? = Quantity(300, "ug")
    let form = MedicineCatalogue.Form(
        "oral", route: "by mouth", doses: [.init(100, "ug", atMost: 1000)], interval: .usually(days: 1),
        isSwallowed: true)

    func install(for treatments: [Treatment], in assembly: inout Assembly) {
        let component = OralLevothyroxine()
        assembly.add(component)
        assembly.connect("woman.clearanceScale", to: "\(component.path).clearanceScale")
        assembly.connect("\(component.path).overProduction", to: "axes.thyroid.levothyroxine")
    }

    func schedule(_ treatment: Treatment, in schedule: inout Schedule) {
        doses(treatment, port: "\(OralLevothyroxine().path).dose", in: &schedule)
    }
}
