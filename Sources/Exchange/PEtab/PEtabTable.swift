import Foundation

/// A table of tab-separated values with a header.
public struct PEtabTable: Sendable {
    public let file: String
    public let columns: [String]
    public let rows: [PEtabRow]

    /// Reads a table. Empty lines are left out; quotation marks around a cell are no part of it.
    ///
    /// - Throws: `FileError` for a file that cannot be read, is no table, or lacks a column.
    public init(file: String, requiring required: [String]) throws {
        func failure(_ message: String, line: Int? = nil) -> FileError { FileError(file: file, line: line, message) }
        guard let data = FileManager.default.contents(atPath: file) else { throw failure("there is no such file") }
        guard var text = String(data: data, encoding: .utf8) else { throw failure("this is not UTF-8 text") }
        if text.hasPrefix("\u{FEFF}") { text.removeFirst() }
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .enumerated().filter { !$1.allSatisfy(\.isWhitespace) }
        guard let header = lines.first else { throw failure("the table is empty; expected a line of column names") }
        let columns = Self.cells(header.element)
        for name in required where !columns.contains(name) {
            throw failure("the column '\(name)' is missing; columns are separated by tabs", line: header.offset + 1)
        }
        if Set(columns).count < columns.count { throw failure("two columns have one name", line: header.offset + 1) }
        rows = try lines.dropFirst().map { offset, line in
            let cells = Self.cells(line)
            guard cells.count <= columns.count else {
                throw failure("\(cells.count) cells where \(columns.count) columns are", line: offset + 1)
            }
            return PEtabRow(
                file: file, line: offset + 1,
                cells: Dictionary(uniqueKeysWithValues: zip(columns, cells).filter { !$1.isEmpty }))
        }
        self.file = file
        self.columns = columns
    }

    private static func cells(_ line: Substring) -> [String] {
        line.split(separator: "\t", omittingEmptySubsequences: false).map { cell in
            let text = cell.trimmingCharacters(in: .whitespaces)
            guard text.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") else { return text }
            return String(text.dropFirst().dropLast())
        }
    }
}

/// One row of a table, with where it stands.
public struct PEtabRow: Sendable {
    public let file: String
    public let line: Int
    /// By column, without those that are empty.
    let cells: [String: String]

    /// The text in a column; nil where it is empty, or there is no such column.
    public subscript(column: String) -> String? { cells[column] }

    func failure(_ column: String, _ message: String, kind: FileError.Kind = .invalid) -> FileError {
        FileError(kind: kind, file: file, line: line, place: column, message)
    }

    /// The text of a cell that must not be empty.
    func text(_ column: String) throws -> String {
        guard let text = cells[column] else { throw failure(column, "nothing stands here") }
        return text
    }

    /// The number in a cell; nil for an empty one.
    func optionalNumber(_ column: String) throws -> Double? {
        guard let text = cells[column] else { return nil }
        guard let number = Self.number(text) else { throw failure(column, "'\(text)' is no number") }
        return number
    }

    func number(_ column: String) throws -> Double {
        guard let number = try optionalNumber(column) else {
            throw failure(column, "nothing stands here; expected a number")
        }
        return number
    }

    /// One of the cases of an enumeration, or a default for an empty cell.
    func choice<Choice: CaseIterable & RawRepresentable<String>>(_ column: String, or standard: Choice) throws -> Choice
    {
        guard let text = cells[column] else { return standard }
        guard let choice = Choice(rawValue: text) else {
            throw failure(column, "'\(text)' is none of \(Choice.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return choice
    }

    /// Parts of a cell between semicolons.
    func list(_ column: String) -> [String] {
        (cells[column] ?? "").split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
    }

    /// `inf` and `-inf` are numbers in these tables, and `NaN` is none.
    static func number(_ text: String) -> Double? {
        switch text.lowercased() {
        case "inf", "+inf": return .infinity
        case "-inf": return -.infinity
        default: return Double(text).flatMap { $0.isFinite ? $0 : nil }
        }
    }
}
