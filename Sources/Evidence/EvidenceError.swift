import Foundation

/// What is wrong with an evidence file or a request to it, in one sentence that names the file, the line, the row,
/// the column and what was expected.
public struct EvidenceError: Error, Equatable, Sendable, CustomStringConvertible, LocalizedError {
    /// The sentence.
    public let description: String

    public var errorDescription: String? { description }

    init(_ sentence: String) {
        description = sentence
    }

    static func unreadable(file: String, reason: String) -> EvidenceError {
        EvidenceError("\(file) cannot be read: \(reason).")
    }

    static func unclosedQuote(file: String, line: Int) -> EvidenceError {
        EvidenceError("\(file), line \(line): a quotation mark is opened and not closed before the end of the file.")
    }

    static func badQuoting(file: String, line: Int) -> EvidenceError {
        EvidenceError(
            "\(file), line \(line): a quotation mark stands inside a field; expected it doubled, and the field quoted.")
    }

    static func missingColumns(file: String, columns: [String]) -> EvidenceError {
        EvidenceError("\(file), line 1: the header lacks \(columns.joined(separator: ", ")).")
    }

    static func fieldCount(file: String, line: Int, row: String, found: Int, expected: Int) -> EvidenceError {
        EvidenceError("\(file), line \(line), row \(row): \(found) fields, expected \(expected) as in the header.")
    }

    static func badField(
        file: String, line: Int, row: String, column: String, found: String, expected: String
    ) -> EvidenceError {
        let shown = found.isEmpty ? "it is empty" : "found \"\(found)\""
        return EvidenceError("\(file), line \(line), row \(row), column \(column): \(shown), expected \(expected).")
    }

    static func duplicate(file: String, line: Int, row: String) -> EvidenceError {
        EvidenceError("\(file), line \(line): the identifier \(row) is used a second time, expected each once.")
    }

    static func unknown(file: String, identifier: String, nearest: String?) -> EvidenceError {
        let hint = nearest.map { "; the nearest is \($0)" } ?? ""
        return EvidenceError("\(file) has no row \"\(identifier)\"\(hint).")
    }
}
