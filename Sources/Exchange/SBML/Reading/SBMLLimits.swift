/// How much of a file is looked at, so that none can exhaust the machine.
enum SBMLLimits {
    static let megabytes = 64
    /// Elements within elements; mathematics of models that people write stay far below.
    static let depth = 400
    /// Operations after functions are written out where they are called.
    static let operations = 4_000_000
    /// Operations within operations once definitions are written out in each other.
    static let chain = 1_000
    /// Pairs of a definition and what it rests on, to which libSBML looks for circles within a second or two: its search
    /// takes their number to more than the second power. Beyond, what it would find is looked for here.
    static let pairs = 1_000
}

/// Looks at the bytes before any parser does.
struct SBMLPrescan {
    private let bytes: [UInt8]
    private var position = 0

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The first thing that keeps a file from being parsed: entities, which may expand without end, or elements nested
    /// too deep for a parser that calls itself for each.
    static func problem(in bytes: [UInt8]) -> SBMLError.Problem? {
        var scan = SBMLPrescan(bytes)
        return scan.run()
    }

    private var line: Int { 1 + bytes[..<position].count { $0 == UInt8(ascii: "\n") } }

    private mutating func run() -> SBMLError.Problem? {
        var depth = 0
        while let start = bytes[position...].firstIndex(of: UInt8(ascii: "<")) {
            position = start
            if starts(with: "<!--") {
                skip(past: "-->")
            } else if starts(with: "<![CDATA[") {
                skip(past: "]]>")
            } else if starts(with: "<!") {
                return .init(line: line, "a document type, which may hold entities, is not accepted")
            } else if starts(with: "<?") {
                skip(past: "?>")
            } else {
                let isEnd = starts(with: "</")
                skipTag()
                if depth == 0, !isEnd, let problem = Self.problem(inRoot: bytes[start..<position]) {
                    return .init(line: line, problem)
                }
                let isEmpty = position >= 2 && bytes[position - 2] == UInt8(ascii: "/")
                if isEnd { depth -= 1 } else if !isEmpty { depth += 1 }
                if depth > SBMLLimits.depth {
                    return .init(line: line, "elements are nested deeper than \(SBMLLimits.depth)")
                }
            }
        }
        return nil
    }

    /// libSBML stops the whole program at a level or version that no number of its own can hold.
    private static func problem(inRoot tag: ArraySlice<UInt8>) -> String? {
        let text = String(decoding: tag, as: UTF8.self)
        for match in text.matches(of: /\s(level|version)\s*=\s*["']([^"']*)["']/) where match.2.count != 1 {
            return "'\(match.2)' is no \(match.1) of SBML; expected Level 2 or 3 in a published version"
        }
        return nil
    }

    private func starts(with text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard position + count <= bytes.count else { return false }
        return text.withUTF8Buffer { $0.elementsEqual(bytes[position..<position + count]) }
    }

    private mutating func skip(past end: StaticString) {
        while position < bytes.count, !starts(with: end) { position += 1 }
        position = min(bytes.count, position + end.utf8CodeUnitCount)
    }

    /// To behind the `>` that ends a tag; one in a quoted attribute does not.
    private mutating func skipTag() {
        var quote: UInt8?
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                return
            }
        }
    }
}
