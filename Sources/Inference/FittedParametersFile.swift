import Foundation
import Physiology

/// The source file that holds every fitted value, written as a whole.
public struct FittedParametersFile: Sendable {
    private let table: [String: FittedParameter]

    /// The values that stand in the program now, with some estimated anew.
    public init(replacing estimates: [Calibration.Estimate], source: String) {
        var table = FittedParameters.table
        for estimate in estimates {
            guard let old = table[estimate.name] else { continue }
            let ends = [exp(-estimate.logDeviation), exp(estimate.logDeviation)].map { $0 * estimate.value }.sorted()
            table[estimate.name] = FittedParameter(
                value: Self.rounded(estimate.value, digits: 5), unit: old.unit,
                interval: Self.rounded(ends[0], digits: 4)...Self.rounded(ends[1], digits: 4), source: source)
        }
        self.table = table
    }

    /// Swift source.
    public var text: String {
        let sources = Set(table.values.map(\.source)).sorted()
        let names = Dictionary(
            uniqueKeysWithValues: sources.enumerated().map { ($1, sources.count == 1 ? "source" : "source\($0 + 1)") })
        var lines = [
            "/// Values estimated together, with one set for every trial, by `osteon calibrate`; Documentation/Calibration.md",
            "/// describes the fit.",
            "///",
            "/// Written as a whole; a single value changed by hand no longer belongs to the fit.",
            "public enum FittedParameters {",
            "    // What the values were fitted to, and how.",
        ]
        for source in sources { lines.append("    private static let \(names[source] ?? "")") ; lines.append("        = \"\(source)\"") }
        lines += ["", "    public static let table: [String: FittedParameter] = ["]
        for (name, entry) in table.sorted(by: { $0.key < $1.key }) {
            let (low, high) = (Self.literal(entry.interval.lowerBound), Self.literal(entry.interval.upperBound))
            lines.append("        \"\(name)\": .init(")
            lines.append(
                "            value: \(entry.value), unit: \"\(entry.unit)\", interval: \(low)...\(high), "
                    + "source: \(names[entry.source] ?? "")),")
        }
        lines += ["    ]", "}", ""]
        return lines.joined(separator: "\n")
    }

    private static func literal(_ value: Double) -> String { value < 0 ? "(\(value))" : "\(value)" }

    private static func rounded(_ value: Double, digits: Int) -> Double {
        Double(String(format: "%.\(digits)g", value)) ?? value
    }
}
