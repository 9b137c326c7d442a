/// Why a PEtab problem cannot be used, a sentence each; all of a file's faults at once.
public struct PEtabError: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Kind: Hashable, Sendable {
        /// The files break the rules of PEtab.
        case invalid
        /// The files are right and ask for what this program does not do.
        case unsupported
    }

    /// One thing wrong and where it stands.
    public struct Problem: Hashable, Sendable, CustomStringConvertible {
        public let file: String
        /// The line, counted from one; nil where it is the file as a whole.
        public let line: Int?
        /// The column of a table or the key of the YAML file; nil where it is the row or file as a whole.
        public let column: String?
        public let message: String

        public init(file: String, line: Int? = nil, column: String? = nil, _ message: String) {
            self.file = file
            self.line = line
            self.column = column
            self.message = message
        }

        /// `FILE:LINE: COLUMN: what was wrong and what was expected`.
        public var description: String {
            let place = line.map { "\(file):\($0)" } ?? file
            return [place, column, message].compactMap(\.self).joined(separator: ": ")
        }
    }

    public let kind: Kind
    public let problems: [Problem]

    public init(kind: Kind = .invalid, _ problems: [Problem]) {
        self.kind = kind
        self.problems = problems
    }

    /// The sentences, one a line.
    public var description: String { problems.map(\.description).joined(separator: "\n") }
}
