/// One record of an evidence file with typed access to its fields; every failure names file, line, row and column.
struct EvidenceRow {
    let file: String
    let line: Int
    let identifier: String
    let columns: [String: Int]
    let fields: [String]

    /// The text of a column; empty when the cell is empty.
    func text(_ column: String) -> String {
        guard let position = columns[column] else { return "" }
        return fields[position]
    }

    /// A number, or nil when the cell is empty.
    func number(_ column: String) throws -> Double? {
        let text = text(column)
        if text.isEmpty { return nil }
        guard let number = Double(text), number.isFinite else {
            throw error(column, expected: "a number or nothing")
        }
        return number
    }

    /// A whole number, or nil when the cell is empty.
    func integer(_ column: String) throws -> Int? {
        let text = text(column)
        if text.isEmpty { return nil }
        guard let number = Int(text) else { throw error(column, expected: "a whole number or nothing") }
        return number
    }

    /// A whole number or a span such as `12-17`, or nil when the cell is empty.
    func integerRange(_ column: String) throws -> ClosedRange<Int>? {
        let text = text(column)
        if text.isEmpty { return nil }
        let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard let first = ends[0], let last = ends[ends.count - 1], ends.count <= 2, 0 < first, first <= last else {
            throw error(column, expected: "a count such as 52, a span such as 12-17, or nothing")
        }
        return first...last
    }

    /// A word from a closed vocabulary.
    func word<Word>(_ column: String, _: Word.Type = Word.self) throws -> Word
    where Word: RawRepresentable & CaseIterable, Word.RawValue == String {
        guard let word = Word(rawValue: text(column)) else {
            let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
            throw error(column, expected: "one of: \(words)")
        }
        return word
    }

    func error(_ column: String, expected: String) -> EvidenceError {
        .badField(
            file: file, line: line, row: identifier, column: column, found: text(column), expected: expected)
    }
}
