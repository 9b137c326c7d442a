/// Everything that keeps a file from being used, a sentence each, in the order of the file.
///
/// All of it is told at once, so that a file can be mended in one go. Every reader throws it: of scenarios, trials and
/// plans, of SBML, SED-ML and PEtab.
public struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Kind: Hashable, Sendable {
        /// The file breaks the rules of its format, or is not of it.
        case invalid
        /// The file is right and asks for what this program does not do.
        case unsupported
    }

    /// One thing wrong: where it stands, and what was expected there.
    public struct Problem: Hashable, Sendable, CustomStringConvertible {
        public let file: String
        /// The line, counted from one; nil where it is the file as a whole.
        public let line: Int?
        /// The path of a key (`woman.age`, `therapy[2].dose`, items counted from one) or the column of a table; nil where
        /// it is the line or the file as a whole.
        public let place: String?
        public let message: String

        public init(file: String, line: Int? = nil, place: String? = nil, _ message: String) {
            self.file = file
            // Parsers that know no line say zero.
            self.line = line.flatMap { $0 > 0 ? $0 : nil }
            self.place = place
            self.message = message
        }

        /// `FILE:LINE: PLACE: what was wrong and what was expected`.
        public var description: String {
            let start = line.map { "\(file):\($0)" } ?? file
            return [start, place, message].compactMap(\.self).joined(separator: ": ")
        }
    }

    public let kind: Kind
    public let problems: [Problem]

    public init(kind: Kind = .invalid, _ problems: [Problem]) {
        self.kind = kind
        self.problems = problems
    }

    /// One thing alone.
    public init(kind: Kind = .invalid, file: String, line: Int? = nil, place: String? = nil, _ message: String) {
        self.init(kind: kind, [Problem(file: file, line: line, place: place, message)])
    }

    /// The sentences, one a line.
    public var description: String { problems.map(\.description).joined(separator: "\n") }
}
