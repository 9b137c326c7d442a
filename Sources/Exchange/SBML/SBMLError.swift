/// Why an SBML file is not simulated, a sentence each.
public struct SBMLError: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Kind: Hashable, Sendable {
        /// The file breaks the rules of SBML, or is not one.
        case invalid
        /// The file is right and asks for what this program does not do.
        case unsupported
    }

    /// One thing wrong and where it stands.
    public struct Problem: Hashable, Sendable {
        /// The line, counted from one; nil where it is the file as a whole.
        public let line: Int?
        public let message: String

        init(line: Int? = nil, _ message: String) {
            self.line = line.flatMap { $0 > 0 ? $0 : nil }
            self.message = message
        }
    }

    public let file: String
    public let kind: Kind
    public let problems: [Problem]

    init(file: String, kind: Kind = .invalid, _ problems: [Problem]) {
        self.file = file
        self.kind = kind
        self.problems = problems
    }

    init(file: String, kind: Kind = .invalid, line: Int? = nil, _ message: String) {
        self.init(file: file, kind: kind, [Problem(line: line, message)])
    }

    /// `FILE:LINE: what was wrong and what was expected`, one a line.
    public var description: String {
        problems.map { problem in
            "\(problem.line.map { "\(file):\($0)" } ?? file): \(problem.message)"
        }.joined(separator: "\n")
    }
}
