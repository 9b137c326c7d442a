import Exchange
import Modeling
import Symbolics

/// Prednisolone by mouth: one compartment, linear.
///
/// Binding to CBG saturates above 20 mg, which raises clearance and free share together; free levels, which act, stay
/// close to proportional, so linear kinetics with the free share of small doses serve.
struct OralPrednisolone: Component {
    let path = "pharmacology.prednisolone"
    let summary = "Prednisolone tablets."

    func define(in b: ComponentBuilder) {
        let clearanceScale = b.input("clearanceScale", .one, "Allometric scale of clearances")
        let volumeScale = b.input("volumeScale", .one, "Allometric scale of volumes")
        let absorption = b.parameter(
            "absorption", 2, "1/h", .assumed("highest one to two hours after a tablet", range: 1...4),
            "Absorption rate")
        let bioavailability = b.parameter(
            "bioavailability", 0.985, .one,
            .measured("98.5 %, Dose-dependent prednisolone kinetics, 43 subjects, 5 to 200 mg", range: 0.9...1),
            "Share of a dose that reaches the blood")
        let clearance = b.parameter(
            "clearance", 6.7, "L/h",
            .measured("111 mL/min/1.73 m2 at 5 mg, Rose 1981, doi 10.1007/BF01060885", range: 5...8), "Clearance")
        let volume = b.parameter(
            "volume", 34, "L",
            .measured("clearance at 5 mg with a half-life of 3.5 h; 58 at 20 mg, as binding saturates", range: 30...58),
            "Volume of distribution")
        let free = b.parameter(
            "free", 0.13, .one,
            .measured("0.12 at low levels, Legler 1982, doi 10.1210/jcem-55-4-762", range: 0.1...0.17),
            "Free share of prednisolone")
        let mass = b.molarMass(of: .prednisolone)

        let gut = b.state("gut", "mol", initial: Expression(0, "mol"), scale: 1e-5, "Prednisolone in the gut")
        let body = b.state("body", "mol", initial: Expression(0, "mol"), scale: 1e-5, "Prednisolone in the body")
        b.rate(of: gut, -absorption * gut)
        b.dosePort("dose", "mg", "Tablets swallowed") { dose in [(gut, bioavailability * dose / mass)] }
        let concentration = b.variable(
            "concentration", "mol/L", body / (volume * volumeScale), "Prednisolone, free and bound")
        b.rate(of: body, absorption * gut - clearance * clearanceScale * concentration)
        _ = b.variable("freeConcentration", "mol/L", free * concentration, "Free prednisolone")
    }
}

/// Tablets of prednisolone.
struct PrednisoloneForm: MedicineForm {
    let medicine = "prednisolone"
    /// Doses of 1 mg/kg are given for weeks; bone effects were measured to 20 mg.
    let highestDailyUse: Quantity? = Quantity(60, "mg")
    let form = MedicineCatalogue.Form(
        "oral", route: "by mouth", doses: [.init(5, "mg", atMost: 200)], interval: .usually(days: 1),
        isSwallowed: true)

    func install(for treatments: [Treatment], in assembly: inout Assembly) {
        let component = OralPrednisolone()
        assembly.add(component)
        assembly.connectSize(to: component.path)
        assembly.connect("\(component.path).freeConcentration", to: "receptors.glucocorticoid.prednisolone")
    }

    func schedule(_ treatment: Treatment, in schedule: inout Schedule) {
        doses(treatment, port: "\(OralPrednisolone().path).dose", in: &schedule)
    }
}
