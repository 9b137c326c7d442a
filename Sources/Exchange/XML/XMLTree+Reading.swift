import Foundation
import FoundationXML

extension XMLTree {
    /// Reads a document in UTF-8.
    ///
    /// Documents that declare entities, or are nested too deep, are refused before a parser looks at them.
    ///
    /// - Throws: ``XMLProblem`` with a line and sentence.
    init(reading bytes: [UInt8]) throws {
        guard bytes.count <= XMLLimits.megabytes << 20 else {
            throw XMLProblem(line: nil, message: "the file is larger than \(XMLLimits.megabytes) MB")
        }
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw XMLProblem(line: nil, message: "the file is not text in UTF-8")
        }
        // Another encoding would make other characters of the bytes than those that are looked at here.
        let start = String(decoding: bytes.prefix(200), as: UTF8.self)
        if let encoding = start.firstMatch(of: /^\s*<\?xml[^>]*encoding\s*=\s*["']([^"']*)["']/)?.1,
            !["utf-8", "us-ascii", "ascii"].contains(encoding.lowercased())
        {
            throw XMLProblem(line: 1, message: "the encoding '\(encoding)' is not accepted; expected UTF-8")
        }
        // They say nothing that is not known by now, and Foundation's parser crashes on one without content.
        var (text, end) = ([UInt8](), 0)
        for instruction in try XMLPrescan(bytes).instructions {
            // What follows stays on its lines.
            text += bytes[end..<instruction.lowerBound] + bytes[instruction].filter { $0 == UInt8(ascii: "\n") }
            end = instruction.upperBound
        }
        text += bytes[end...]
        let parser = XMLParser(data: Data(text))
        parser.shouldResolveExternalEntities = false
        let builder = Builder(limit: XMLLimits.elements)
        parser.delegate = builder
        guard parser.parse(), let root = builder.root else {
            throw XMLProblem(
                line: parser.lineNumber > 0 ? parser.lineNumber : nil,
                message: builder.isTooLong
                    ? "the file has more than \(XMLLimits.elements) elements" : "the file is not well-formed XML")
        }
        self = root
    }

    /// Puts the tree together; a class because a parser tells its delegate.
    private final class Builder: NSObject, XMLParserDelegate {
        private(set) var root: XMLTree?
        private(set) var isTooLong = false
        private var open: [XMLTree] = []
        private var left: Int

        init(limit: Int) { left = limit }

        func parser(
            _ parser: XMLParser, didStartElement written: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String]
        ) {
            left -= 1
            if left < 0 {
                isTooLong = true
                parser.abortParsing()
                return
            }
            var prefixes = open.last?.prefixes ?? [:]
            var own: [(name: String, value: String)] = []
            for (name, value) in attributes.sorted(by: { $0.key < $1.key }) {
                if name == "xmlns" {
                    prefixes[""] = value
                } else if name.hasPrefix("xmlns:") {
                    prefixes[String(name.dropFirst("xmlns:".count))] = value
                } else {
                    own.append((name, value))
                }
            }
            let parts = written.split(separator: ":", maxSplits: 1).map(String.init)
            let prefix = parts.count == 2 ? parts[0] : ""
            open.append(
                XMLTree(
                    parts.last ?? written, in: prefixes[prefix] ?? "", own, prefixes: prefixes,
                    line: parser.lineNumber))
        }

        func parser(_ parser: XMLParser, foundCharacters text: String) {
            if !open.isEmpty { open[open.count - 1].text += text }
        }

        func parser(_ parser: XMLParser, foundCDATA block: Data) {
            if !open.isEmpty { open[open.count - 1].text += String(decoding: block, as: UTF8.self) }
        }

        func parser(_ parser: XMLParser, didEndElement: String, namespaceURI: String?, qualifiedName: String?) {
            guard let finished = open.popLast() else { return }
            if open.isEmpty { root = finished } else { open[open.count - 1].children.append(finished) }
        }
    }
}
