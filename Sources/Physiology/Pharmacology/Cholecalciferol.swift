import Exchange
import Modeling
import Symbolics

/// Vitamin D3 by mouth: stored in fat, given back over weeks, and turned into 25-hydroxyvitamin D by the liver.
struct Cholecalciferol: Component {
    let path = "pharmacology.cholecalciferol"
    let summary = "Vitamin D3 tablets and the 25-hydroxyvitamin D made of them."

    func define(in b: ComponentBuilder) {
        let storage = b.parameter(
            "storageHalfLife", 40, "d",
            .assumed("vitamin D leaves its stores over one to two months; serum levels settle in four", range: 20...70),
            "Half-life of vitamin D in its stores")
        let halfLife = b.parameter(
            "calcidiolHalfLife", 15, "d", .measured("25D_t12 of the table of axes, two to three weeks", range: 13...21),
            "Half-life of 25-hydroxyvitamin D")
        let rise = b.parameter(
            "rise", 1, "nmol*d/L/ug",
            .assumed(
                "0.7 nmol/L per ug a day in replete men (Heaney 2003 Am J Clin Nutr 77:204), above one at low levels",
                range: 0.6...2),
            "Rise of 25-hydroxyvitamin D at steady state per daily dose")
        let two = Expression(0.693147180559945)
        let stores = b.state(
            "stores", "ug", initial: Expression(0, "ug"), scale: 100, "Vitamin D from tablets in stores")
        b.rate(of: stores, -two / storage * stores)
        b.dosePort("dose", "ug", "Tablets swallowed") { dose in [(stores, dose)] }
        let added = b.state(
            "calcidiol", "nmol/L", initial: Expression(0, "nmol/L"), scale: 10, "25-hydroxyvitamin D from tablets")
        b.rate(of: added, two / halfLife * (rise * two / storage * stores - added))
    }
}

/// Tablets or drops of vitamin D3.
struct CholecalciferolForm: MedicineForm {
    let medicine = "cholecalciferol"
    /// 10,000 IU a day, the level at which no harm was observed.
    let highestDailyUse: Quantity? = Quantity(250, "ug")
    let isHormone = false
    let form = MedicineCatalogue.Form(
        "oral", route: "by mouth", doses: [.init(20, "ug", atMost: 7500), .init(800, "IU", atMost: 300_000)],
        interval: .usually(days: 1), isSwallowed: true)

    /// What one international unit of vitamin D3 is, by definition.
    static let unit = Quantity(0.025, "ug")

    func install(for treatments: [Treatment], in assembly: inout Assembly) {
        let component = Cholecalciferol()
        assembly.add(component)
        assembly.connect("\(component.path).calcidiol", to: "axes.calcium.vitaminD.given")
    }

    func schedule(_ treatment: Treatment, in schedule: inout Schedule) {
        var byMass = treatment
        if let units = treatment.dose.value(in: "IU") {
            byMass.dose = Quantity(units * Self.unit.inBaseUnits / Unit("ug").factor, "ug")
        }
        doses(byMass, port: "\(Cholecalciferol().path).dose", in: &schedule)
    }
}
