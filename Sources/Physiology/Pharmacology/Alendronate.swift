import Exchange
import Modeling
import Symbolics

/// Alendronate by mouth: a hundredth part is absorbed, half of that stays on bone surfaces for years.
///
/// What lies on bone shortens the life of osteoclasts, with a saturating effect.
struct Alendronate: Component {
    let path = "pharmacology.alendronate"
    let summary = "Alendronate tablets, and the alendronate on bone surfaces that kills osteoclasts."

    func define(in b: ComponentBuilder) {
        let bioavailability = b.parameter(
            "bioavailability", 0.0064, .one,
            .measured("Fosamax US label: 0.64 % of 5 to 70 mg in women, fasting", range: 0.005...0.008),
            "Share of a dose that is absorbed before breakfast")
        let withFood = b.parameter(
            "withFood", 0.1, .one,
            .assumed("Fosamax US label: negligible with or up to two hours after breakfast", range: 0...0.2),
            "Absorption with food, relative to fasting")
        let retained = b.parameter(
            "retained", 0.5, .one,
            .measured(
                "Fosamax US label: about half of an intravenous dose is in urine within 72 hours", range: 0.4...0.6),
            "Share of what is absorbed that bone takes up")
        let halfLife = b.parameter(
            "surfaceHalfLife", 500, "d",
            .assumed(
                "it leaves bone over more than ten years, but is buried and no longer reached by osteoclasts sooner",
                range: 300...1100), "Half-life of alendronate on bone surfaces")
        let gain = b.fitted("onApoptosisGain", .one, "Rise of osteoclast apoptosis when surfaces are full")
        let half = b.fitted("halfEffect", "mg", "Alendronate on bone surfaces of half effect")
        let lag = b.parameter(
            "lag", 1, "d", .assumed("osteoclasts die within days of taking it up", range: 0.3...5),
            "Time by which osteoclasts follow what lies on bone")

        let surface = b.state("surface", "mg", initial: Expression(0, "mg"), scale: 1, "Alendronate on bone surfaces")
        b.rate(of: surface, -Expression(0.693147180559945) / halfLife * surface)
        b.dosePort("dose", "mg", "Tablets swallowed fasting") { dose in [(surface, bioavailability * retained * dose)] }
        b.dosePort("doseWithFood", "mg", "Tablets swallowed with food") { dose in
            [(surface, bioavailability * retained * withFood * dose)]
        }
        _ = b.geneProduct(
            "onApoptosis", of: gain * (surface / (surface + half)), lag: lag,
            "Relative change of osteoclast apoptosis")
    }
}

/// Tablets of alendronate.
struct AlendronateForm: MedicineForm {
    let medicine = "alendronate"
    let isHormone = false
    let form = MedicineCatalogue.Form(
        "oral", route: "by mouth", doses: [.init(70, "mg", atMost: 280)], interval: .usually(days: 7),
        isSwallowed: true)

    func install(for treatments: [Treatment], in assembly: inout Assembly) {
        let component = Alendronate()
        assembly.add(component)
        assembly.connect("\(component.path).onApoptosis", to: "skeleton.osteoclasts.apoptosisChange")
    }

    func schedule(_ treatment: Treatment, in schedule: inout Schedule) {
        let port = treatment.food == .fed ? "doseWithFood" : "dose"
        doses(treatment, port: "\(Alendronate().path).\(port)", in: &schedule)
    }
}
