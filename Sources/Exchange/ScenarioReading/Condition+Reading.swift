import Symbolics

/// A kind of condition as it is written: its name, and the key and range of its measure.
private struct ConditionForm {
    let name: String
    let key: String
    let measure: Measure
    let make: @Sendable (Quantity) -> Condition.Kind

    static let all = [
        ConditionForm(
            name: "thyrotoxicosis", key: "TSH", measure: Measure("a low TSH", Quantity(0.05, "mIU/L"), 0...0.5),
            make: { .thyrotoxicosis(TSH: $0) }),
        ConditionForm(
            name: "hypothyroidism", key: "TSH", measure: Measure("a high TSH", Quantity(12, "mIU/L"), 4...500),
            make: { .hypothyroidism(TSH: $0) }),
        ConditionForm(
            name: "cortisolExcess", key: "factor", measure: Measure("a multiple", Quantity(1.5, .one), 1...10),
            make: { .cortisolExcess(factor: $0.inBaseUnits) }),
        ConditionForm(
            name: "inflammation", key: "factor", measure: Measure("a multiple", Quantity(2, .one), 1...50),
            make: { .inflammation(factor: $0.inBaseUnits) }),
        ConditionForm(
            name: "insulinResistance", key: "HOMA-IR", measure: Measure("an index", Quantity(4, .one), 0.2...50),
            make: { .insulinResistance(homaIR: $0.inBaseUnits) }),
        ConditionForm(
            name: "energyDeficit", key: "availability",
            measure: Measure("a low energy availability", Quantity(25, "kcal/kg/day"), 5...45),
            make: { .energyDeficit(availability: $0) }),
    ]

    var example: String { "\(key): \(text(of: measure.example))" }
}

extension Condition.Kind {
    /// One of each kind, as severe as the example in messages.
    static var examples: [Condition.Kind] { ConditionForm.all.map { $0.make($0.measure.example) } }
}

extension Condition {
    static func list(_ field: Field, horizon: Double) -> [Condition] {
        let items = field.items(expecting: "- {kind: thyrotoxicosis, TSH: 0.05 mIU/L, until: 2 years}") ?? []
        var read: [(field: Field, form: ConditionForm, condition: Condition)] = []
        for item in items {
            guard let (form, condition) = one(item, horizon: horizon) else { continue }
            if let other = read.first(where: { $0.form.contradicts(form) && $0.condition.overlaps(condition) }) {
                item.report(
                    "\(form.name) overlaps \(other.form.name) (line \(other.field.line)) in time; "
                        + "expected one at a time")
            }
            read.append((item, form, condition))
        }
        return read.map(\.condition)
    }

    private static func one(_ field: Field, horizon: Double) -> (ConditionForm, Condition)? {
        let forms = ConditionForm.all
        // The kind decides which other keys are right, so it is looked up first.
        let form = forms.first { field.glimpse("kind") == $0.name }
        let measures = form.map { [$0.key] } ?? ["TSH", "factor", "HOMA-IR", "availability"]
        let section = Section(field, keys: ["kind"] + measures + ["from", "until"]) { key in
            guard let form, forms.contains(where: { $0.key == key }) else { return nil }
            return ("\(form.name) is not measured by \(key); expected for example '\(form.example)'", form.key)
        }
        guard let section else { return nil }
        let kind = section.required("kind", example: "kind: thyrotoxicosis")
        guard let form else {
            _ = kind?.name("a condition", among: forms.map(\.name), listAlways: true)
            return nil
        }
        let quantity = section.required(form.key, example: form.example)?.quantity(form.measure)
        guard let period = section.period(horizon: horizon), let quantity else { return nil }
        return (form, Condition(form.make(quantity), from: period.from, until: period.until))
    }

    private func overlaps(_ other: Condition) -> Bool { from < other.until && other.from < until }
}

extension ConditionForm {
    /// Whether a woman cannot have both at once: the same one twice, or too much and too little of one hormone.
    fileprivate func contradicts(_ other: ConditionForm) -> Bool {
        name == other.name || (key == "TSH" && other.key == "TSH")
    }
}
