import Foundation
import SwiftCSV

/// One evidence file in memory, parsed only as far as asked.
struct EvidenceTable {
    let file: String
    private let bytes: [UInt8]
    private let columns: [String: Int]
    private let columnCount: Int
    private let identifierColumn: String

    /// Reads the file and its header.
    ///
    /// - Throws: ``EvidenceError`` when the file cannot be read or the header lacks a required column.
    init(url: URL, identifier: String, required: [String]) throws {
        let data: Data
        do {
            data = try Data(contentsOf: url)
        } catch {
            throw EvidenceError.unreadable(file: url.path, reason: error.localizedDescription)
        }
        try self.init(bytes: [UInt8](data), file: url.lastPathComponent, identifier: identifier, required: required)
    }

    init(bytes: [UInt8], file: String, identifier: String, required: [String]) throws {
        self.bytes = bytes
        self.file = file
        identifierColumn = identifier
        var scanner = RecordScanner(bytes: bytes, file: file)
        guard let header = try scanner.next() else {
            throw EvidenceError.missingColumns(file: file, columns: required)
        }
        let names = try Self.fields(of: header, bytes: bytes, file: file)
        columns = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        columnCount = names.count
        let missing = required.filter { columns[$0] == nil }
        guard missing.isEmpty else { throw EvidenceError.missingColumns(file: file, columns: missing) }
    }

    /// Every row in file order.
    ///
    /// - Throws: ``EvidenceError`` for a malformed record or an identifier used twice.
    func rows() throws -> [EvidenceRow] {
        var rows: [EvidenceRow] = []
        var seen: Set<String> = []
        var scanner = RecordScanner(bytes: bytes, file: file)
        _ = try scanner.next()
        while let record = try scanner.next() {
            let row = try row(at: record)
            guard seen.insert(row.identifier).inserted else {
                throw EvidenceError.duplicate(file: file, line: record.line, row: row.identifier)
            }
            rows.append(row)
        }
        return rows
    }

    /// The rows with these identifiers, in the order asked for.
    ///
    /// Works when the identifier is the first column and needs no quoting, as in the observations.
    ///
    /// - Complexity: one pass over the bytes of the file; only the matching records are parsed.
    /// - Throws: ``EvidenceError`` naming the first unknown identifier and its nearest neighbour.
    func rows(identifiers: [String]) throws -> [EvidenceRow] {
        var found: [String: EvidenceRow] = [:]
        let wanted = Set(identifiers)
        var scanner = RecordScanner(bytes: bytes, file: file)
        _ = try scanner.next()
        while found.count < wanted.count, let record = try scanner.next() {
            guard let name = leadingField(of: record), wanted.contains(name) else { continue }
            found[name] = try row(at: record)
        }
        return try identifiers.map { identifier in
            if let row = found[identifier] { return row }
            let nearest = NearestIdentifier.of(identifier, among: try allIdentifiers())
            throw EvidenceError.unknown(file: file, identifier: identifier, nearest: nearest)
        }
    }

    private func allIdentifiers() throws -> [String] {
        var names: [String] = []
        var scanner = RecordScanner(bytes: bytes, file: file)
        _ = try scanner.next()
        while let record = try scanner.next() {
            if let name = leadingField(of: record) { names.append(name) }
        }
        return names
    }

    private func leadingField(of record: RecordScanner.Record) -> String? {
        let slice = bytes[record.bytes]
        guard let comma = slice.firstIndex(of: UInt8(ascii: ",")) else { return nil }
        return String(decoding: slice[..<comma], as: UTF8.self)
    }

    private func row(at record: RecordScanner.Record) throws -> EvidenceRow {
        let fields = try Self.fields(of: record, bytes: bytes, file: file)
        let position = columns[identifierColumn] ?? 0
        let name = position < fields.count ? fields[position] : ""
        guard fields.count == columnCount else {
            throw EvidenceError.fieldCount(
                file: file, line: record.line, row: name, found: fields.count, expected: columnCount)
        }
        guard !name.isEmpty else {
            throw EvidenceError.badField(
                file: file, line: record.line, row: "without name", column: identifierColumn, found: "",
                expected: "an identifier")
        }
        return EvidenceRow(file: file, line: record.line, identifier: name, columns: columns, fields: fields)
    }

    private static func fields(
        of record: RecordScanner.Record, bytes: [UInt8], file: String
    ) throws -> [String] {
        // The line break at the end makes SwiftCSV keep an empty last field; `header` is its unpadded first record.
        let text = String(decoding: bytes[record.bytes], as: UTF8.self) + "\n"
        do {
            return try CSV<Enumerated>(string: text, delimiter: .comma, loadColumns: false, rowLimit: 0).header
        } catch {
            throw EvidenceError.badQuoting(file: file, line: record.line)
        }
    }
}
