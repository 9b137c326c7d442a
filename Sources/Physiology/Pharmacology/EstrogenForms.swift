import Exchange
import Modeling
import Symbolics

/// Tablets of estradiol.
struct OralEstradiolForm: MedicineForm {
    let medicine = "estradiol"
    let isEstrogen = true
    let form = MedicineCatalogue.Form(
        "oral", route: "by mouth", doses: [.init(1, "mg", atMost: 20)], interval: .usually(days: 1),
        isSwallowed: true)

    func install(for treatments: [Treatment], in assembly: inout Assembly) {
        let component = OralEstradiol()
        assembly.add(component)
        assembly.connect("\(component.path).toEstradiol", to: "pharmacology.estrogens.estradiolInput")
        assembly.connect("woman.firstPass.estradiol", to: "\(component.path).firstPassEstradiol")
        assembly.connectFirstPass(of: component.path)
    }

    func schedule(_ treatment: Treatment, in schedule: inout Schedule) {
        doses(treatment, port: "\(OralEstradiol().path).dose", in: &schedule)
    }
}

/// Tablets of conjugated equine estrogens.
struct ConjugatedEstrogensForm: MedicineForm {
    let medicine = "conjugated estrogens"
    let isEstrogen = true
    let form = MedicineCatalogue.Form(
        "oral", route: "by mouth", doses: [.init(0.625, "mg", atMost: 10)], interval: .usually(days: 1),
        isSwallowed: true)

    func install(for treatments: [Treatment], in assembly: inout Assembly) {
        let component = ConjugatedEstrogens()
        assembly.add(component)
        assembly.connectSize(to: component.path)
        assembly.connectFirstPass(of: component.path)
        assembly.connect("\(component.path).equivalent", to: "receptors.estrogen.given")
        assembly.connect("\(component.path).equivalent", to: "axes.ovary.estrogenGiven")
    }

    func schedule(_ treatment: Treatment, in schedule: inout Schedule) {
        doses(treatment, port: "\(ConjugatedEstrogens().path).dose", in: &schedule)
    }
}

extension Assembly {
    /// Feeds what the first pass of a swallowed estrogen makes to the shared metabolism, and what it meets there.
    fileprivate mutating func connectFirstPass(of component: String) {
        connect("\(component).toLiver", to: "pharmacology.hepatic.portalFlow")
        connect("woman.firstPass.estrone", to: "\(component).firstPassEstrone")
        connect(
            to: "pharmacology.estrogens",
            [
                "estroneInput": "\(component).toEstrone", "sulfateInput": "\(component).toSulfate",
                "slowInput": "\(component).toSlow",
            ])
    }
}
