/// Looks at the bytes of a document before any parser does.
struct XMLPrescan {
    private let bytes: [UInt8]
    private var position = 0
    /// The tag of the root element as it is written; empty where there is none.
    private(set) var root = ""
    /// Where the root element begins, counted from one.
    private(set) var rootLine = 1
    /// Where instructions to programs stand (`<?name …?>`), the declaration at the start among them.
    private(set) var instructions: [Range<Int>] = []

    /// - Throws: ``XMLProblem`` for what keeps a file from being parsed: bytes that are no text, entities, which may
    ///   expand without end, tags within tags, or elements nested too deep for a parser that calls itself for each.
    init(_ bytes: [UInt8]) throws(XMLProblem) {
        self.bytes = bytes
        guard !bytes.contains(0) else { throw XMLProblem(line: nil, message: "the file is not text in UTF-8") }
        try run()
    }

    private var line: Int { 1 + bytes[..<position].count { $0 == UInt8(ascii: "\n") } }

    private mutating func run() throws(XMLProblem) {
        var depth = 0
        while let start = bytes[position...].firstIndex(of: UInt8(ascii: "<")) {
            position = start
            if starts(with: "<!--") {
                skip("<!--", past: "-->")
            } else if starts(with: "<![CDATA[") {
                skip("<![CDATA[", past: "]]>")
            } else if starts(with: "<!") {
                throw XMLProblem(line: line, message: "a document type, which may hold entities, is not accepted")
            } else if starts(with: "<?") {
                skip("<?", past: "?>")
                instructions.append(start..<position)
            } else {
                let isEnd = starts(with: "</")
                try skipTag()
                if root.isEmpty, !isEnd {
                    root = String(decoding: bytes[start..<position], as: UTF8.self)
                    rootLine = line
                }
                let isEmpty = position >= 2 && bytes[position - 2] == UInt8(ascii: "/")
                if isEnd { depth -= 1 } else if !isEmpty { depth += 1 }
                if depth > XMLLimits.depth {
                    throw XMLProblem(line: line, message: "elements are nested deeper than \(XMLLimits.depth)")
                }
            }
        }
    }

    private func starts(with text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard position + count <= bytes.count else { return false }
        return text.withUTF8Buffer { $0.elementsEqual(bytes[position..<position + count]) }
    }

    private mutating func skip(_ opening: StaticString, past end: StaticString) {
        position += opening.utf8CodeUnitCount
        while position < bytes.count, !starts(with: end) { position += 1 }
        position = min(bytes.count, position + end.utf8CodeUnitCount)
    }

    /// To behind the `>` that ends a tag; one in a quoted attribute does not.
    ///
    /// A parser that mends what is broken would see another beginning within it; none is allowed, quoted or not.
    private mutating func skipTag() throws(XMLProblem) {
        var quote: UInt8?
        position += 1
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: "<") { throw XMLProblem(line: line, message: "the file is not well-formed XML") }
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
