import Modeling
import Symbolics

extension Treatment {
    static let keys = [
        "medicine", "form", "dose", "concentration", "every", "days", "from", "until", "food", "allowOverlap",
    ]

    /// Reads one item of `therapy`; nil if too little of it was right to say what is taken when.
    ///
    /// Whatever is wrong has been reported, and so the scenario as a whole is refused in any case.
    init?(_ section: Section, catalogue: MedicineCatalogue, horizon: Double, allowsOverlap: Bool) {
        let medicine = section.required("medicine", example: "medicine: estradiol")
            .flatMap { catalogue.medicine($0) }
        let formField = section.required("form", example: "form: \(medicine?.forms.first?.name ?? "oral")")
        let form = formField.flatMap { field in medicine.flatMap { $0.form(field) } }
        let doseExample = form?.doses.first.map { text(of: $0.example) } ?? "0.625 mg"
        let doseField = section.required("dose", example: "dose: \(doseExample)")
        let dose = form.flatMap { form in doseField.flatMap { Self.dose($0, in: section, of: form) } }
        if form == nil, let doseField, Self.syringeUnits(doseField) != nil {
            // What is wrong with the dose does not hang on whether the medicine is known.
            Self.requireConcentration(doseField, in: section, example: "10 mg")
        }

        let period = section.period(horizon: horizon)
        let pattern = section["days"]?.dayPattern()
        let food = Self.food(section, form: form)
        let overlap = section["allowOverlap"]?.flag() ?? allowsOverlap
        let interval = section["every"]?.days(.interval)
        guard let medicine, let form, let dose, let period else { return nil }

        self.init(
            medicine: medicine.name, form: form.name,
            product: [form.qualifier, medicine.name, form.route].filter { !$0.isEmpty }.joined(separator: " "),
            dose: dose.quantity, syringe: dose.syringe, days: pattern, from: period.from, until: period.until,
            food: food, allowsOverlap: overlap)
        switch form.interval {
        case _ where interval != nil: every = interval
        case _ where isReleaseRate: every = nil
        case .usually(let days): every = days
        case .optional: every = nil
        case .stated: _ = section.required("every", example: "every: 3 months")
        }
        if case .optional = form.interval, let field = section["days"], section["every"] == nil, !isReleaseRate {
            field.report("a dose given once has no days of a cycle; expected 'every' as well, or no 'days'")
        }
    }

    private static func dose(
        _ field: Field, in section: Section, of form: MedicineCatalogue.Form
    ) -> (quantity: Quantity, syringe: Syringe?)? {
        let noun = "a dose"
        let measures = form.doses.map { Measure(noun, $0.example, 0...$0.maximum) }
        let byMass = measures.first { $0.example.unit.dimension == Dimension(mass: 1) }
        guard let syringeText = field.scalar, let units = syringeUnits(field) else {
            if let concentration = section["concentration"] {
                concentration.report("this key only belongs with a dose in units, such as 'dose: 20 units'")
            }
            return field.quantity(oneOf: measures).map { ($0, nil) }
        }
        guard let byMass else {
            field.report("\(quoted(syringeText)) does not suit the form \(form.name); \(form.doses.expectation)")
            return nil
        }
        requireConcentration(field, in: section, example: text(of: byMass.example))
        guard let concentration = section["concentration"]?.quantity(.concentration) else { return nil }
        let syringe = Syringe(units: units, concentration: concentration)
        let description = "\(text(of: syringe.mass)) (\(syringeText) of \(text(of: concentration)))"
        if let fault = byMass.fault(of: syringe.mass, written: description) {
            field.report(fault)
            return nil
        }
        return (syringe.mass, syringe)
    }

    /// The number of syringe units a dose is written in; nil if it is written otherwise.
    private static func syringeUnits(_ field: Field) -> Double? {
        guard let written = field.scalar.flatMap({ WrittenQuantity($0) }), ["unit", "units"].contains(written.unitText)
        else { return nil }
        return written.number
    }

    private static func requireConcentration(_ field: Field, in section: Section, example: String) {
        guard section["concentration"] == nil, let text = field.scalar else { return }
        field.report(
            "\(quoted(text)) says nothing without the concentration (100 units are 1 mL); expected also "
                + "for example 'concentration: 200 mg/mL', or a dose such as '\(example)'")
    }

    private static func food(_ section: Section, form: MedicineCatalogue.Form?) -> Food? {
        guard let field = section["food"] else { return form?.isSwallowed == true ? .fasted : nil }
        if let form, !form.isSwallowed {
            field.report("food matters only to what is swallowed; expected no such key for the form '\(form.name)'")
        }
        return field.choice("a way to take it", of: Food.self)
    }
}

extension Field {
    /// Days of a cycle: `1-12 of 28`.
    fileprivate func dayPattern() -> DayPattern? {
        let expected = "days of a cycle such as '1-12 of 28'"
        guard let text = text(expecting: expected) else { return nil }
        let words = text.replacing("–", with: "-").split(separator: " ")
        let range = words.first?.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) } ?? []
        guard words.count == 3, words[1] == "of", range.count == 2, let first = range[0], let last = range[1],
            let length = Int(words[2])
        else {
            report("\(quoted(text)) is not understood; expected \(expected)")
            return nil
        }
        if let pattern = DayPattern(first: first, last: last, of: length) { return pattern }
        let wrong =
            switch (first, last, length) {
            case (..<1, _, _): "counts from day 0, and the first day is 1"
            case _ where first > last: "ends before it begins"
            case _ where last > length: "goes beyond the last day of the cycle"
            default: "has a cycle of more than \(DayPattern.longestCycle) days"
            }
        report("\(quoted(text)) \(wrong); expected \(expected)")
        return nil
    }
}

extension MedicineCatalogue {
    fileprivate func medicine(_ field: Field) -> Medicine? {
        let name = field.name("a medicine this program knows", among: medicines.map(\.name), listAlways: true)
        return medicines.first { $0.name == name }
    }
}

extension MedicineCatalogue.Medicine {
    fileprivate func form(_ field: Field) -> MedicineCatalogue.Form? {
        let form = field.name("a form of \(name)", among: forms.map(\.name), listAlways: true)
        return forms.first { $0.name == form }
    }
}

extension [MedicineCatalogue.Dose] {
    fileprivate var expectation: String {
        "expected a dose such as \(map { "'\(text(of: $0.example))'" }.joined(separator: " or "))"
    }
}
