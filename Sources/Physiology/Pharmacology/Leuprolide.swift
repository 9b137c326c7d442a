import Exchange
import Modeling
import Symbolics

/// Leuprolide in microspheres into the muscle: a burst within hours, then a plateau that ends with the polymer.
///
/// The microspheres leave in layers, each as the one before is gone, so the level holds and then falls within days, as
/// the return of women's cycles wants it. The polymer differs between injections for a month and for three; which it is
/// follows from the interval.
struct DepotLeuprolide: Component {
    let lastsThreeMonths: Bool

    /// In days; longer intervals are those of the three-month product.
    static let longestMonth = 45.0

    /// Enough for a plateau that keeps its height for two thirds of its length.
    private static let layers = 8

    var path: String { "pharmacology.leuprolide.\(lastsThreeMonths ? "threeMonths" : "oneMonth")" }
    var summary: String { "Leuprolide depot injections for \(lastsThreeMonths ? "three months" : "one month")." }

    func define(in b: ComponentBuilder) {
        let clearanceScale = b.input("clearanceScale", .one, "Allometric scale of clearances")
        let volumeScale = b.input("volumeScale", .one, "Allometric scale of volumes")
        let label = "3.75 mg, US label: peak 4.6 to 10.2 ng/mL at 4 h, then about 0.3 ng/mL for four weeks"
        let review = "11.25 mg, Periti 2002, PMID 12083977, and label: peak 20 ng/mL, then 0.43 falling to 0.19 ng/mL"
        let plateau =
            lastsThreeMonths ? review : "3.75 mg, US label: level about 0.3 ng/mL for four to five weeks"
        let clearance = b.parameter(
            "clearance", 7.6, "L/h", .measured("US label, intravenous", range: 7...9.1), "Clearance")
        let volume = b.parameter("volume", 27, "L", .measured("US label, intravenous", range: 27...37), "Volume")
        let share = b.parameter(
            "bioavailability", 0.6, .one,
            .fitted(lastsThreeMonths ? review : label, range: 0.4...1), "Share of a dose that reaches the blood")
        let mass = b.molarMass(of: .leuprolide)
        let absorption = DepotAbsorption(
            b, "mg",
            fast: b.fitted(
                "burst", 0.5, "1/h", factor: 1.5, to: label, "Rate of both stages of the burst"),
            slow: (
                Expression(Double(Self.layers), .one)
                    / b.fitted(
                        "plateauLength", lastsThreeMonths ? 95 : 32, "d", factor: 1.3, to: plateau,
                        "Time in which the microspheres are gone"),
                b.parameter(
                    "slowShare", 0.77, .one, .fitted(label, range: 0.7...0.9),
                    "Share of what is absorbed that makes the plateau")
            ), layers: Self.layers, scale: 1e-6, "Injections"
        ) { dose in share * dose / mass }
        let amount = b.state("amount", "mol", initial: Expression(0, "mol"), scale: 1e-8, "Leuprolide in the body")
        let concentration = b.variable(
            "concentration", "mol/L", amount / (volume * volumeScale), "Leuprolide from these injections")
        b.rate(of: amount, absorption.flow - clearance * clearanceScale * concentration)
    }
}

/// Leuprolide in the blood, beside the level at which it silences the pituitary.
struct LeuprolideAction: Component {
    let path = "pharmacology.leuprolide"
    let summary = "Leuprolide in the blood, beside the level at which it acts on the pituitary."

    func define(in b: ComponentBuilder) {
        let level = b.sumOfInputs("level", "mol/L", "Leuprolide, from all injections")
        let half = b.parameter(
            "halfEffect", 0.1, "ng/mL",
            .assumed("suppression holds to the end of the interval, near 0.2 ng/mL", range: 0.03...0.2),
            "Level of half the largest effect on the pituitary")
        let mass = b.molarMass(of: .leuprolide)
        _ = b.variable("agonist", .one, level * mass / half, "Leuprolide over its half-effect level")
        b.output("serum.leuprolide", "ng/mL", level * mass, "Leuprolide")
    }
}

/// Depot injections of leuprolide.
struct LeuprolideForm: MedicineForm {
    let medicine = "leuprolide"
    let form = MedicineCatalogue.Form(
        "depot", qualifier: "depot", route: "into the muscle", doses: [.init(3.75, "mg", atMost: 45)],
        interval: .usually(days: 28))

    private func component(for treatment: Treatment) -> DepotLeuprolide {
        DepotLeuprolide(lastsThreeMonths: (treatment.every ?? 28) > DepotLeuprolide.longestMonth)
    }

    func variant(for treatment: Treatment) -> String { component(for: treatment).lastsThreeMonths ? "3 months" : "1 month" }

    func install(for treatments: [Treatment], in assembly: inout Assembly) {
        let products = Set(treatments.map { component(for: $0).lastsThreeMonths }).sorted { !$0 && $1 }
        assembly.add(LeuprolideAction())
        assembly.connect("\(LeuprolideAction().path).agonist", to: "axes.ovary.agonist")
        for component in products.map(DepotLeuprolide.init) {
            assembly.add(component)
            assembly.connectSize(to: component.path)
            assembly.connect("\(component.path).concentration", to: "\(LeuprolideAction().path).level")
        }
    }

    func schedule(_ treatment: Treatment, in schedule: inout Schedule) {
        doses(treatment, port: "\(component(for: treatment).path).dose", in: &schedule)
    }
}
