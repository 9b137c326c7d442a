/// One row with its header: what stands in a column, and where to say what is wrong with it.
struct EventRow {
    private let record: DelimitedText.Record
    private let header: EventHeader
    private let problems: Problems

    init(_ record: DelimitedText.Record, _ header: EventHeader, _ problems: Problems) {
        self.record = record
        self.header = header
        self.problems = problems
    }

    var line: Int { record.line }

    /// The text of a column; nil where it, or the column, is missing.
    subscript(column: EventHeader.Column) -> String? { header.places[column].flatMap { text($0.index) } }

    /// The text of a field; a dot means nothing.
    func text(_ index: Int) -> String? {
        guard index < record.fields.count else { return nil }
        let text = record.fields[index]
        return text.isEmpty || text == "." ? nil : text
    }

    func report(_ column: EventHeader.Column, _ message: String) {
        problems.report(line: line, key: header.places[column]?.title ?? column.rawValue, message)
    }

    /// The number in a column; nil where none stands there, which is reported unless nothing does.
    ///
    /// - Parameter orText: whether a name may stand there too, which is then no number and no fault.
    func number(_ column: EventHeader.Column, orText: Bool = false, hint: String = "") -> Double? {
        guard let text = self[column] else { return nil }
        if orText { return plainNumber(text) }
        return number(text, header.places[column]?.title ?? column.rawValue, hint: hint)
    }

    func number(_ text: String, _ title: String, hint: String = "") -> Double? {
        if let number = plainNumber(text) { return number }
        problems.report(line: line, key: title, "\(quoted(text)) is no number\(hint)")
        return nil
    }

    /// A finite decimal number that stands alone.
    func plainNumber(_ text: String) -> Double? {
        // `Double` also takes `nan`, `inf` and `0x10`.
        let isDecimal = text.utf8.allSatisfy { byte in
            (48...57).contains(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
                || byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E")
        }
        guard isDecimal, let number = Double(text), number.isFinite else { return nil }
        return number
    }
}
