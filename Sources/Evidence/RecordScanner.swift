/// Walks over the records of a CSV file without parsing them.
///
/// SwiftCSV parses a whole text at once (0.14 s for the observations), knows no line numbers and swallows the rest of
/// the file after an unclosed quote. Finding where records begin and end is cheap (about 1 ms), so a few rows can be
/// looked up by their first field, and only those are handed to SwiftCSV.
struct RecordScanner {
    /// Where one record stands in the file.
    struct Record {
        /// The bytes of the record without its line break.
        var bytes: Range<Int>
        /// One-based line on which the record begins; a quoted field may hold line breaks.
        var line: Int
    }

    private let bytes: [UInt8]
    private let file: String
    private var position = 0
    private var line = 1

    init(bytes: [UInt8], file: String) {
        self.bytes = bytes
        self.file = file
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }

    /// The next record that is not blank, or nil at the end of the file.
    ///
    /// - Throws: ``EvidenceError`` when a quote is never closed.
    mutating func next() throws -> Record? {
        while position < bytes.count {
            let record = try scan()
            if !record.bytes.isEmpty { return record }
        }
        return nil
    }

    private mutating func scan() throws -> Record {
        let start = position
        let firstLine = line
        var insideQuotes = false
        // A doubled quote toggles twice, so parity alone tells whether a line break belongs to a field.
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: "\"") {
                insideQuotes.toggle()
            } else if byte == UInt8(ascii: "\n") {
                line += 1
                if !insideQuotes { break }
            }
            position += 1
        }
        guard !insideQuotes else { throw EvidenceError.unclosedQuote(file: file, line: firstLine) }
        var end = position
        if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        position += 1
        return Record(bytes: start..<end, line: firstLine)
    }
}
