import Exchange
import Modeling
import Symbolics

/// A secretagogue as it is taken.
struct SecretagogueForm: MedicineForm {
    let secretagogue: Secretagogue
    let form: MedicineCatalogue.Form

    var medicine: String { secretagogue.medicine }

    /// Injected under the skin; doses are given in ug or mg.
    static func injected(
        _ secretagogue: Secretagogue, usual dose: MedicineCatalogue.Dose, every days: Double = 1
    ) -> Self {
        Self(
            secretagogue: secretagogue,
            form: MedicineCatalogue.Form(
                "subcutaneous", route: "under the skin", doses: [dose], interval: .usually(days: days)))
    }

    func install(for treatments: [Treatment], in assembly: inout Assembly) {
        assembly.add(secretagogue)
        assembly.connectSize(to: secretagogue.path)
        assembly.connect("\(secretagogue.path).stimulation", to: "axes.growth.stimulation")
    }

    func schedule(_ treatment: Treatment, in schedule: inout Schedule) {
        doses(treatment, port: "\(secretagogue.path).dose", in: &schedule)
    }
}

extension SecretagogueForm {
    static let sermorelin = injected(.sermorelin, usual: .init(300, "ug", atMost: 2000))
    static let ipamorelin = injected(.ipamorelin, usual: .init(200, "ug", atMost: 3000))
    static let cjc1295 = injected(.cjc1295, usual: .init(2, "mg", atMost: 25), every: 7)
    static let tesamorelin = injected(.tesamorelin, usual: .init(2, "mg", atMost: 8))
    static let hexarelin = injected(.hexarelin, usual: .init(100, "ug", atMost: 1000))
    static let ibutamoren = Self(
        secretagogue: .ibutamoren,
        form: MedicineCatalogue.Form(
            "oral", route: "by mouth", doses: [.init(25, "mg", atMost: 100)], interval: .usually(days: 1),
            isSwallowed: true))
}
