import Exchange
import Modeling
import Symbolics

/// Levothyroxine by mouth: it joins the pool of thyroxine, with its half-life of a week.
struct OralLevothyroxine: Component {
    let path = "pharmacology.levothyroxine"
    let summary = "Levothyroxine tablets."

    func define(in b: ComponentBuilder) {
        let clearanceScale = b.input("clearanceScale", .one, "Allometric scale of clearances")
        let volumeScale = b.input("volumeScale", .one, "Allometric scale of volumes")
        let absorption = b.parameter(
            "absorption", 0.88, "1/h", .measured("p-THYROSIM, Cruz-Loya 2022 (THYROSIM_k4absorb)", range: 0.5...1.3),
            "Absorption rate")
        let bioavailability = b.parameter(
            "bioavailability", 0.8, .one,
            .measured("40 to 80 %, fasting at the upper end, Colucci 2013, PMID 30349610", range: 0.6...0.85),
            "Share of a dose that reaches the blood")
        let clearance = b.parameter(
            "clearance", 1.11, "L/d",
            .fitted("100 ug/d restores an athyreotic woman (THY_REPRO rows): dose absorbed over T4 level", range: 0.9...1.3),
            "Clearance of thyroxine")
        let volume = b.parameter(
            "volume", 11.2, "L", .assumed("clearance with the half-life of a week", range: 8...13),
            "Volume of distribution")
        let usual = b.parameter(
            "usualThyroxine", 71.9, "ug/L",
            .measured("p-THYROSIM at rest (THY_REPRO_euthyroid_1); NHANES median 74", range: 60...90),
            "Total thyroxine at rest")
        let mass = b.molarMass(of: .thyroxine)

        let gut = b.state("gut", "mol", initial: Expression(0, "mol"), scale: 1e-7, "Levothyroxine in the gut")
        let body = b.state("body", "mol", initial: Expression(0, "mol"), scale: 1e-6, "Thyroxine from tablets")
        b.rate(of: gut, -absorption * gut)
        b.dosePort("dose", "ug", "Tablets swallowed") { dose in [(gut, bioavailability * dose / mass)] }
        let concentration = body / (volume * volumeScale)
        b.rate(of: body, absorption * gut - clearance * clearanceScale * concentration)
        _ = b.variable("relative", .one, concentration * mass / usual, "Thyroxine from tablets over her usual level")
    }
}

/// Tablets of levothyroxine.
struct LevothyroxineForm: MedicineForm {
    let medicine = "levothyroxine"
    let form = MedicineCatalogue.Form(
        "oral", route: "by mouth", doses: [.init(100, "ug", atMost: 1000)], interval: .usually(days: 1),
        isSwallowed: true)

    func install(for treatments: [Treatment], in assembly: inout Assembly) {
        let component = OralLevothyroxine()
        assembly.add(component)
        assembly.connectSize(to: component.path)
        assembly.connect("\(component.path).relative", to: "axes.thyroid.levothyroxine")
    }

    func schedule(_ treatment: Treatment, in schedule: inout Schedule) {
        doses(treatment, port: "\(OralLevothyroxine().path).dose", in: &schedule)
    }
}
