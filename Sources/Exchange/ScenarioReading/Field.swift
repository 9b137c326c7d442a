import Symbolics
import Yams

/// A value in the file, with where it stands and how that place is called.
struct Field {
    let path: String
    let line: Int
    let node: Node
    let problems: Problems

    func report(_ message: String) { problems.report(line: line, key: path, message) }

    /// The text of a scalar, without a report if it is something else.
    var scalar: String? { node.scalar?.string }

    /// The text at a key of a group, before the group is read.
    func glimpse(_ key: String) -> String? {
        node.mapping?.first { $0.key.scalar?.string == key }?.value.scalar?.string
    }

    /// The text of a scalar; anything else is reported as not being what was expected.
    func text(expecting expected: String) -> String? {
        switch node {
        case .scalar(let scalar): return scalar.string
        case .sequence: report("a list stands here; expected \(expected)")
        default: report("a group of keys stands here; expected \(expected)")
        }
        return nil
    }

    /// One of the names, as it is written; a wrong one is reported with the nearest or all right ones.
    func name(_ kind: String, among names: [String], listAlways: Bool = false) -> String? {
        guard let text = text(expecting: "one of: \(names.joined(separator: ", "))") else { return nil }
        if names.contains(text) { return text }
        report("\(quoted(text)) is not \(kind); \(correction(of: text, among: names, listAlways: listAlways))")
        return nil
    }

    /// A case of an enumeration, by its name.
    func choice<Choice: CaseIterable & RawRepresentable<String>>(_ kind: String, of: Choice.Type) -> Choice? {
        name(kind, among: Choice.allCases.map(\.rawValue), listAlways: true).flatMap(Choice.init)
    }

    func flag() -> Bool? {
        guard let text = text(expecting: "true or false") else { return nil }
        switch text.lowercased() {
        case "true", "yes": return true
        case "false", "no": return false
        default:
            report("\(quoted(text)) is neither true nor false")
            return nil
        }
    }

    /// The values of a list.
    func items(expecting expected: String) -> [Field]? {
        guard case .sequence(let sequence) = node else {
            report("expected a list: \(expected)")
            return nil
        }
        return sequence.enumerated().map { index, item in
            Field(path: "\(path)[\(index + 1)]", line: item.mark?.line ?? line, node: item, problems: problems)
        }
    }
}

extension Field {
    /// A number and the text after it.
    func written(expecting expected: String) -> (text: String, quantity: WrittenQuantity)? {
        guard let text = text(expecting: expected) else { return nil }
        if let quantity = WrittenQuantity(text) { return (text, quantity) }
        report(
            WrittenQuantity.hasComma(text)
                ? "\(quoted(text)) has a comma; write the number with a decimal point and no comma, as in \(expected)"
                : "\(quoted(text)) is not a number with its unit; expected \(expected)")
        return nil
    }

    /// A quantity that is one of the measures, or else a report.
    func quantity(_ measures: Measure...) -> Quantity? { quantity(oneOf: measures) }

    /// A quantity that is one of the measures, or else a report.
    func quantity(oneOf measures: [Measure], hint: String = "") -> Quantity? {
        let expected = example(of: measures)
        guard let (text, written) = written(expecting: expected) else { return nil }
        guard let unit = written.unit else {
            report("\(quoted(written.unitText)) is not a unit this program knows; expected \(expected)\(hint)")
            return nil
        }
        let quantity = Quantity(written.number, unit)
        guard let measure = measures.first(where: { $0.example.unit.dimension == unit.dimension }) else {
            let wrong = written.unitText.isEmpty ? "has no unit" : "is in a unit that does not fit"
            report("\(quoted(text)) \(wrong); expected \(expected)\(hint)")
            return nil
        }
        if let fault = measure.fault(of: quantity, written: text) {
            report(fault)
            return nil
        }
        return quantity
    }

    /// A time in days.
    func days(_ measure: Measure) -> Double? { quantity(measure)?.inBaseUnits }

    private func example(of measures: [Measure]) -> String {
        let examples = measures.map { "'\(Exchange.text(of: $0.example))'" }.joined(separator: " or ")
        return "\(measures.first?.noun ?? "a quantity") such as \(examples)"
    }
}
