import Foundation

/// One record of a table, as bytes without quotation marks; a zero follows each field.
struct CSVRecord {
    fileprivate var bytes: [UInt8] = []
    /// Where fields begin, and after the last one where the next would.
    fileprivate var starts = [0]

    var count: Int { starts.count - 1 }

    func text(_ field: Int) -> ArraySlice<UInt8> { bytes[starts[field]..<starts[field + 1] - 1] }

    /// The number that the field is from beginning to end; not a number for an empty one, nil for other text.
    func number(_ field: Int) -> Double? {
        bytes.withUnsafeBufferPointer { bytes in
            let end = starts[field + 1] - 1
            if end == starts[field] { return .nan }
            return bytes[starts[field]...].withMemoryRebound(to: CChar.self) { characters in
                var rest: UnsafeMutablePointer<CChar>?
                let value = strtod(characters.baseAddress!, &rest)
                guard let rest, rest - UnsafeMutablePointer(mutating: characters.baseAddress!) == end - starts[field]
                else { return nil }
                return value
            }
        }
    }

    /// Whether the field is digits alone, with or without a sign, few enough for 64 bits.
    func isInteger(_ field: Int) -> Bool {
        let digits = text(field).first == UInt8(ascii: "-") ? text(field).dropFirst() : text(field)
        return (1...18).contains(digits.count)
            && digits.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    fileprivate mutating func endField() {
        bytes.append(0)
        starts.append(bytes.count)
    }

    fileprivate mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        starts.removeAll(keepingCapacity: true)
        starts.append(0)
    }
}

/// A table that this program wrote as CSV, read in memory that does not grow with it.
struct CSVRecords {
    let url: URL

    /// Bytes read at once.
    private static let piece = 1 << 20

    /// Hands on each record, the header first.
    ///
    /// - Throws: ``OutputError`` if the file cannot be read, and what `body` throws.
    func forEach(_ body: (CSVRecord) throws -> Void) throws {
        guard let file = try? FileHandle(forReadingFrom: url) else {
            throw OutputError(description: "\(url.path) cannot be read.")
        }
        defer { try? file.close() }
        var record = CSVRecord()
        var isQuoted = false
        // A quotation mark right behind one that closes stands for itself.
        var hasJustClosed = false
        while let data = try file.read(upToCount: Self.piece), !data.isEmpty {
            for byte in [UInt8](data) {
                let isMark = byte == UInt8(ascii: "\"")
                if isQuoted {
                    if isMark { isQuoted = false } else { record.bytes.append(byte) }
                    hasJustClosed = isMark
                    continue
                }
                if isMark {
                    if hasJustClosed { record.bytes.append(byte) }
                    isQuoted = true
                } else if byte == UInt8(ascii: ",") {
                    record.endField()
                } else if byte == UInt8(ascii: "\n") {
                    record.endField()
                    try body(record)
                    record.removeAll()
                } else {
                    record.bytes.append(byte)
                }
                hasJustClosed = false
            }
        }
    }
}
