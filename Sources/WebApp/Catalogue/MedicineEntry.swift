import Exchange
import Symbolics

/// One medicine in one form, as a regimen from scratch begins with it.
struct MedicineEntry: Encodable {
    enum Kind: String, Encodable {
        /// Taken or given again and again, or once.
        case amount
        /// Worn, giving off so much a day.
        case rate
    }

    let medicine: String
    let form: String
    /// How it is given, in words.
    let route: String
    let doseUnit: String
    let kind: Kind
    /// A usual dose, with its unit as a scenario has it.
    let dose: String
    let value: Double
    /// The most that a scenario may name, in `doseUnit`.
    let highest: Double
    /// The usual time between doses, as a scenario has it; nil where none is needed.
    let every: String?
    /// Whether a scenario may say that it is taken with food.
    let isSwallowed: Bool

    /// One entry for each kind of dose that a form takes.
    static func all(_ catalogue: MedicineCatalogue) -> [MedicineEntry] {
        catalogue.medicines.flatMap { medicine in
            medicine.forms.flatMap { form in form.doses.map { MedicineEntry(medicine.name, form, $0) } }
        }
    }

    private init(_ medicine: String, _ form: MedicineCatalogue.Form, _ dose: MedicineCatalogue.Dose) {
        self.medicine = medicine
        self.form = form.name
        route = [form.qualifier, form.route].filter { !$0.isEmpty }.joined(separator: ", ")
        let isRate = dose.example.unit.isReleaseRate
        kind = isRate ? .rate : .amount
        doseUnit = dose.example.unit.symbol
        value = dose.example.value
        self.dose = "\(Self.text(dose.example.value)) \(doseUnit)"
        highest = dose.maximum
        isSwallowed = form.isSwallowed
        switch form.interval {
        case _ where isRate: every = nil
        case .usually(let days): every = "\(Self.text(days)) \(days == 1 ? "day" : "days")"
        case .stated: every = "3 months"
        case .optional: every = nil
        }
    }

    private static func text(_ value: Double) -> String { value == value.rounded() ? "\(Int(value))" : "\(value)" }
}
