import Exchange
import Modeling
import Symbolics

/// Pentadeca arginate, a salt of the peptide BPC-157: no human data on bone, on turnover or on kinetics exist.
///
/// It is accepted and does nothing, unless the hypothesis that it builds bone is switched on.
struct PentadecaArginate: Component {
    let path = "pharmacology.pentadecaArginate"
    let summary = "Pentadeca arginate, which does nothing here unless a hypothesis lets it."

    func define(in b: ComponentBuilder) {
        let halfLife = b.parameter(
            "halfLife", 0.5, "h",
            .assumed("below half an hour in rats and dogs, recalled; no woman was measured", range: 0.2...2),
            "Half-life in the body")
        let usual = b.parameter(
            "usualDose", 250, "ug/d", .assumed("as offered by sellers; no trial has found a dose", range: 100...1000),
            "Daily dose at which half of the claimed effect is supposed")
        let largest = b.parameter(
            "claimedEffect", 0.05, .one, .assumed("claimed by sellers, size invented; no measurement", range: 0...0.1),
            "Largest rise of osteoblast differentiation, where the hypothesis is on")
        let lag = b.parameter(
            "lag", 7, "d", .assumed("tissue repair takes days", range: 2...30), "Time by which tissue follows doses")
        let onBone = b.control("onBone", 0, .one, "Hypothesis, off by default: one lets the peptide build bone")

        let body = b.state("body", "ug", initial: Expression(0, "ug"), scale: 100, "Peptide in the body")
        let loss = log(Expression(2, .one)) / halfLife * body
        b.rate(of: body, -loss)
        b.dosePort("dose", "ug", "Doses injected") { dose in [(body, dose)] }
        let exposure = b.geneProduct("exposure", of: loss / usual, lag: lag, "Mean daily dose over the usual one")
        _ = b.variable(
            "onDifferentiation", .one, onBone * largest * DoseResponse.saturating(exposure, half: 1),
            "Relative change of osteoblast differentiation")
    }
}

/// Pentadeca arginate injected under the skin.
struct PentadecaArginateForm: MedicineForm {
    let medicine = "pentadeca arginate"
    let isHormone = false
    let form = MedicineCatalogue.Form(
        "subcutaneous", route: "under the skin", doses: [.init(250, "ug", atMost: 5000)], interval: .usually(days: 1))

    func install(for treatments: [Treatment], in assembly: inout Assembly) {
        let component = PentadecaArginate()
        assembly.add(component)
        assembly.connect("\(component.path).onDifferentiation", to: "skeleton.osteoblasts.differentiationChange")
    }

    func schedule(_ treatment: Treatment, in schedule: inout Schedule) {
        doses(treatment, port: "\(PentadecaArginate().path).dose", in: &schedule)
    }
}
