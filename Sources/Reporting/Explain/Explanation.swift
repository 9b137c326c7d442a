/// What something is and does, at one reading level, in sections that are never empty.
public struct Explanation: Sendable {
    public struct Section: Sendable {
        public let heading: String
        public let lines: [String]
    }

    public let title: String
    public let sections: [Section]

    init(_ title: String, _ sections: [(heading: String, lines: [String])]) {
        self.title = title
        self.sections = sections.filter { !$0.lines.isEmpty }.map { Section(heading: $0.heading, lines: $0.lines) }
    }

    public var text: String {
        let parts = sections.map { ["", $0.heading] + $0.lines.map { $0.isEmpty ? "" : "  \($0)" } }
        let lines = TextWrap.heading(title) + parts.flatMap(\.self)
        return lines.joined(separator: "\n") + "\n"
    }
}
