import Exchange
import Modeling
import Symbolics

/// Denosumab under the skin: two compartments with a linear and a saturable way out, and RANKL bound in proportion.
///
/// The saturable way out is why its effect ends within weeks once levels are low.
struct Denosumab: Component {
    let path = "pharmacology.denosumab"
    let summary = "Denosumab injections and the RANKL they bind."

    func define(in b: ComponentBuilder) {
        let clearanceScale = b.input("clearanceScale", .one, "Allometric scale of clearances")
        let volumeScale = b.input("volumeScale", .one, "Allometric scale of volumes")
        func constant(_ name: String, _ value: Double, _ unit: Unit, _ symbol: String, _ meaning: String) -> Expression
        {
            b.parameter(
                name, value, unit,
                .fitted(
                    "Peterson 2004 kinetics in Peterson and Riggs 2012, PMID 23835796 (parameters.csv PR_\(symbol))"),
                meaning)
        }
        let absorption = constant("absorption", 0.00592, "1/h", "DENKA", "Absorption rate from under the skin")
        let bioavailability = constant("bioavailability", 0.729, .one, "DENF", "Share of a dose that reaches the blood")
        let central = constant("centralVolume", 2340, "mL", "DENVC", "Central volume") * volumeScale
        let peripheral = constant("peripheralVolume", 1324, "mL", "DENVP", "Peripheral volume") * volumeScale
        let exchange = constant("exchange", 18.67, "mL/h", "DENQ", "Clearance between compartments") * clearanceScale
        let clearance = constant("clearance", 2.75, "mL/h", "DENCL", "Linear clearance") * clearanceScale
        let most =
            constant("saturableMost", 3110, "ng/h", "DENVMAX", "Most that the saturable way removes") * clearanceScale
        let half = constant("saturableHalf", 188, "ng/mL", "DENKM", "Level at which the saturable way is half used")
        let halfBinding = b.fitted(
            "halfBinding", "ng/mL", "Level that binds as much RANKL as is free at rest without OPG")

        let none = Expression(0, "mg")
        let depot = b.state("depot", "mg", initial: none, scale: 10, "Denosumab under the skin")
        let inner = b.state("central", "mg", initial: none, scale: 10, "Denosumab in the central compartment")
        let outer = b.state("peripheral", "mg", initial: none, scale: 10, "Denosumab in the peripheral compartment")
        b.dosePort("dose", "mg", "Injections under the skin") { dose in [(depot, bioavailability * dose)] }
        let level = b.variable("concentration", "ng/mL", inner / central, "Serum denosumab")
        let passage = exchange * (level - outer / peripheral)
        b.rate(of: depot, -absorption * depot)
        b.rate(of: inner, absorption * depot - passage - (clearance + most / (half + level)) * level)
        b.rate(of: outer, passage)
        _ = b.variable("onRANKL", .one, level / halfBinding, "Antibody against RANKL over its dissociation constant")
    }
}

/// Injections of denosumab.
struct DenosumabForm: MedicineForm {
    let medicine = "denosumab"
    let isHormone = false
    let form = MedicineCatalogue.Form(
        "subcutaneous", route: "under the skin", doses: [.init(60, "mg", atMost: 210)],
        interval: .usually(days: Unit.daysPerYear / 2))

    func install(for treatments: [Treatment], in assembly: inout Assembly) {
        let component = Denosumab()
        assembly.add(component)
        assembly.connectSize(to: component.path)
        assembly.connect("\(component.path).onRANKL", to: "skeleton.rankl.antibody")
    }

    func schedule(_ treatment: Treatment, in schedule: inout Schedule) {
        doses(treatment, port: "\(Denosumab().path).dose", in: &schedule)
    }
}
