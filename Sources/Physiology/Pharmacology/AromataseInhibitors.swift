import Exchange
import Modeling
import Symbolics

/// An inhibitor of aromatase by mouth: one compartment, and an inhibition that saturates with the level of the moment.
struct AromataseInhibitor: Component {
    let name: String
    let title: String
    let absorption, clearance, volume, largest, half: (value: Double, provenance: Provenance)

    var path: String { "pharmacology.\(name)" }
    var summary: String { "Tablets of \(name), an inhibitor of aromatase." }

    static let anastrozole: AromataseInhibitor = {
        let label = "Swiss product information: peak 36 ng/mL on 1 mg, half-life 40 to 50 h (pk.anastrozole)"
        let geisler = "Geisler 1996, PMID 8883419: 96.7 % on 1 mg, 98.1 % on 10 mg (O1206, O1207)"
        return AromataseInhibitor(
            name: "anastrozole", title: "Anastrozole",
            absorption: (3, .fitted("peak within 2 h fasting; 1.3 h (O1217)", range: 2...5)),
            clearance: (1.396, .fitted(label, range: 1.2...2.4)), volume: (90, .fitted(label, range: 75...110)),
            largest: (0.983, .fitted(geisler, range: 0.98...0.99)), half: (0.5, .fitted(geisler, range: 0.2...1)))
    }()

    static let letrozole: AromataseInhibitor = {
        let label = "Femara label: half-life of 2 days, steady state 1.5 to 2 times above what one dose predicts"
        let geisler = "Geisler 2002, PMID 11821457: 99.1 % or more on 2.5 mg (O0709)"
        return AromataseInhibitor(
            name: "letrozole", title: "Letrozole", absorption: (2, .assumed("rapid, peak at about an hour", range: 1...4)),
            clearance: (1.1, .fitted(label, range: 0.8...2.2)), volume: (130, .fitted(label, range: 110...150)),
            largest: (0.995, .fitted(geisler, range: 0.991...0.999)), half: (0.4, .fitted(geisler, range: 0.1...1)))
    }()

    func define(in b: ComponentBuilder) {
        let clearanceScale = b.input("clearanceScale", .one, "Allometric scale of clearances")
        let volumeScale = b.input("volumeScale", .one, "Allometric scale of volumes")
        let absorptionRate = b.parameter(
            "absorption", absorption.value, "1/h", absorption.provenance, "Absorption rate")
        let apparentClearance = b.parameter(
            "clearance", clearance.value, "L/h", clearance.provenance, "Apparent clearance at steady state")
        let apparentVolume = b.parameter("volume", volume.value, "L", volume.provenance, "Apparent volume")
        let gut = b.state("gut", "mg", initial: Expression(0, "mg"), scale: 0.1, "Inhibitor in the gut")
        let body = b.state("body", "mg", initial: Expression(0, "mg"), scale: 0.1, "Inhibitor in the body")
        b.dosePort("dose", "mg", "Tablets swallowed") { dose in [(gut, dose)] }
        b.rate(of: gut, -absorptionRate * gut)
        let level = body / (apparentVolume * volumeScale)
        b.rate(of: body, absorptionRate * gut - apparentClearance * clearanceScale * level)

        let most = b.parameter("largestInhibition", largest.value, .one, largest.provenance, "Largest inhibition")
        let halfLevel = b.parameter(
            "halfInhibition", half.value, "ng/mL", half.provenance, "Level of half the largest inhibition")
        _ = b.variable("inhibition", .one, most * level / (level + halfLevel), "Share of aromatase inhibited")
        b.output("serum.\(name)", "ng/mL", level, title)
    }
}

/// Tablets of an inhibitor of aromatase.
struct AromataseInhibitorForm: MedicineForm {
    let component: AromataseInhibitor
    let form: MedicineCatalogue.Form
    var medicine: String { component.name }
    let isHormone = false

    static let anastrozole = AromataseInhibitorForm(.anastrozole, dose: 1)
    static let letrozole = AromataseInhibitorForm(.letrozole, dose: 2.5)

    private init(_ component: AromataseInhibitor, dose: Double) {
        self.component = component
        form = MedicineCatalogue.Form(
            "oral", route: "by mouth", doses: [.init(dose, "mg", atMost: 10 * dose)], interval: .usually(days: 1),
            isSwallowed: true)
    }

    func install(for treatments: [Treatment], in assembly: inout Assembly) {
        assembly.add(component)
        assembly.connectSize(to: component.path)
        assembly.connect("\(component.path).inhibition", to: "axes.androgens.aromataseInhibition")
    }

    func schedule(_ treatment: Treatment, in schedule: inout Schedule) {
        doses(treatment, port: "\(component.path).dose", in: &schedule)
    }
}
