/// Why a description of simulations is not run, a sentence each.
public struct SEDMLError: Error, Hashable, Sendable, CustomStringConvertible {
    /// One thing wrong, or not supported, and where it stands.
    struct Problem: Hashable, Sendable {
        let line: Int?
        let message: String

        init(line: Int? = nil, _ message: String) {
            self.line = line
            self.message = message
        }
    }

    let file: String
    let problems: [Problem]

    init(file: String, _ problems: [Problem]) {
        self.file = file
        self.problems = problems
    }

    init(file: String, line: Int? = nil, _ message: String) {
        self.init(file: file, [Problem(line: line, message)])
    }

    /// `FILE:LINE: what was wrong and what was expected`, one a line.
    public var description: String {
        problems.map { problem in
            "\(problem.line.map { "\(file):\($0)" } ?? file): \(problem.message)"
        }.joined(separator: "\n")
    }
}
