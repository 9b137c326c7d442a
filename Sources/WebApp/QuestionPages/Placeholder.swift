import Foundation

/// A place in a text that is filled from a simulation, `{OUTPUT changePercent at 5 years in NAME}`, or from a published
/// row, `{O0123}`.
enum Placeholder: Hashable {
    enum Measure: String { case value, changePercent }

    case simulated(output: String, Measure, years: Double, scenario: String)
    case observed(String)

    /// Nil for what is neither.
    init?(_ text: String) {
        if let match = text.wholeMatch(of: /O\d{4}/) {
            self = .observed(String(match.0))
            return
        }
        guard let match = text.wholeMatch(of: /(\S+) (value|changePercent) at ([0-9.]+) years? in (\S+)/),
            let measure = Measure(rawValue: String(match.2)), let years = Double(match.3)
        else { return nil }
        self = .simulated(output: String(match.1), measure, years: years, scenario: String(match.4))
    }

    /// What stands in braces in a text.
    static func places(in text: String) -> [String] { text.matches(of: /\{([^{}]*)\}/).map { String($0.1) } }

    /// A text with each of its places filled.
    static func fill(_ text: String, with value: (String) throws -> String) rethrows -> String {
        try text.replacing(/\{([^{}]*)\}/) { try value(String($0.1)) }
    }
}
