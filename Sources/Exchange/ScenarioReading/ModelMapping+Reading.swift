import Symbolics

extension ModelMapping {
    init(_ field: Field, catalogue: MedicineCatalogue, horizon: Double) {
        self.init()
        guard let section = Section(field, keys: ["time", "doses", "changes", "outputs"]) else { return }
        timeUnit = section["time"]?.days(Measure("a unit of time", Quantity(1, "h"), 0...87_660))
        entries =
            section["doses"]?
            .items(expecting: "{medicine: teriparatide, into: TERISC, adds: 4857, per: 20 ug}")?
            .compactMap { Entry($0, catalogue: catalogue) } ?? []
        changes =
            section["changes"]?.items(expecting: "{parameter: EST, to: 0.3, from: 1 year}")?
            .compactMap { Change($0, horizon: horizon) } ?? []
        outputs = section["outputs"]?.items(expecting: "[PTH]")?.compactMap { $0.text(expecting: "an identifier") }
    }
}

extension ModelMapping.Entry {
    fileprivate init?(_ field: Field, catalogue: MedicineCatalogue) {
        guard let section = Section(field, keys: ["medicine", "form", "into", "adds", "per"]) else { return nil }
        let medicine = section.required("medicine", example: "medicine: teriparatide")?
            .name("a medicine this program knows", among: catalogue.medicines.map(\.name), listAlways: true)
        let forms = catalogue.medicines.first { $0.name == medicine }?.forms.map(\.name) ?? []
        let form = section["form"]?.name("a form of \(medicine ?? "it")", among: forms, listAlways: true)
        let target = section.required("into", example: "into: TERISC")?.text(expecting: "an identifier of the file")
        let increase = section.required("adds", example: "adds: 4857")?.anyNumber()
        let dose = section.required("per", example: "per: 20 ug")?.quantity(
            Measure("a dose", Quantity(20, "ug"), 0...1e12), Measure("a dose", Quantity(400, "IU"), 0...1e12))
        guard let medicine, let target, let increase, let dose else { return nil }
        self.init(medicine: medicine, form: form, target: target, increase: increase, dose: dose)
    }
}

extension ModelMapping.Change {
    fileprivate init?(_ field: Field, horizon: Double) {
        guard let section = Section(field, keys: ["parameter", "to", "from"]) else { return nil }
        let parameter = section.required("parameter", example: "parameter: EST")?
            .text(expecting: "an identifier of the file")
        let value = section.required("to", example: "to: 0.3")?.anyNumber()
        let from = section["from"].map { $0.days(.start) } ?? 0
        guard let parameter, let value, let from else { return nil }
        if let field = section["from"], from > horizon {
            field.report("it begins at \(moment(from)), when the simulation is over; expected an earlier 'from'")
            return nil
        }
        self.init(parameter: parameter, value: value, from: from)
    }
}

extension Field {
    /// A plain number in the unit of a file that says what it is.
    fileprivate func anyNumber() -> Double? {
        guard let (text, written) = written(expecting: "a number such as '4857'") else { return nil }
        guard written.unitText.isEmpty else {
            report("\(quoted(text)) has a unit; expected a plain number, in the file's own unit")
            return nil
        }
        return written.number
    }
}
