/// Records of comma- or tab-separated text with the lines they begin on (RFC 4180; quoted fields may hold line breaks).
///
/// - Complexity: one pass over the bytes.
struct DelimitedText {
    struct Record {
        /// Counted from one.
        let line: Int
        /// Without blanks at either end.
        let fields: [String]
    }

    private let bytes: [UInt8]
    private var position: Int
    private var line = 1
    /// What separates fields: a tab where the first line that is no comment has one and no comma.
    private let separator: UInt8
    /// What a line of comment begins with.
    private static let comment = UInt8(ascii: "#")

    init(_ text: String) {
        bytes = Array(text.utf8)
        position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let header = bytes[position...].split(separator: UInt8(ascii: "\n"), maxSplits: Self.longestPreface)
            .first { $0.first != Self.comment && $0.contains { $0 > UInt8(ascii: " ") } }
        let hasTab = header.map { $0.contains(UInt8(ascii: "\t")) && !$0.contains(UInt8(ascii: ",")) } ?? false
        separator = hasTab ? UInt8(ascii: "\t") : UInt8(ascii: ",")
    }

    /// Lines among which the header is looked for.
    private static let longestPreface = 1_000

    /// A quotation mark that is never closed, and the line it stands on.
    struct Unclosed: Error { let line: Int }

    /// The next record with anything in it; nil at the end.
    ///
    /// - Throws: `Unclosed`.
    mutating func next() throws(Unclosed) -> Record? {
        while position < bytes.count {
            let record = try scan()
            if record.fields.contains(where: { !$0.isEmpty }) { return record }
        }
        return nil
    }

    private mutating func scan() throws(Unclosed) -> Record {
        let first = line
        var fields: [String] = []
        var field: [UInt8] = []
        var isQuoted = false
        // Whatever stands in a comment, a single quotation mark too, is no part of the table.
        let isComment = bytes[position] == Self.comment
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte == UInt8(ascii: "\n") { line += 1 }
            if isComment {
                if byte == UInt8(ascii: "\n") { break }
                if field.isEmpty { field.append(byte) }
            } else if byte == UInt8(ascii: "\"") {
                let isDoubled = isQuoted && position < bytes.count && bytes[position] == byte
                if isDoubled {
                    field.append(byte)
                    position += 1
                } else {
                    isQuoted.toggle()
                }
            } else if isQuoted {
                field.append(byte)
            } else if byte == separator {
                fields.append(Self.text(field))
                field.removeAll(keepingCapacity: true)
            } else if byte == UInt8(ascii: "\n") {
                break
            } else {
                field.append(byte)
            }
        }
        if isQuoted { throw Unclosed(line: first) }
        fields.append(Self.text(field))
        return Record(line: first, fields: fields)
    }

    private static func text(_ bytes: [UInt8]) -> String {
        func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\r") || byte == UInt8(ascii: "\t") }
        guard let first = bytes.firstIndex(where: { !isBlank($0) }), let last = bytes.lastIndex(where: { !isBlank($0) })
        else { return "" }
        return String(decoding: bytes[first...last], as: UTF8.self)
    }
}
