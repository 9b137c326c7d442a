import Exchange
import Foundation

/// The Swift file that holds every fitted and held value, written as a whole.
public struct FittedParametersFile: Sendable {
    private struct Entry {
        let name: String
        let value: Double
        let unit: String
        let interval: ClosedRange<Double>
        let source: String
        let isHeld: Bool
    }

    private let entries: [Entry]
    private let rowCount: Int

    /// - Parameters:
    ///   - values: what was fitted.
    ///   - held: what was not.
    ///   - rowCount: to how many published rows.
    public init(_ values: [FittedValue], held: [CalibrationPlan.Held], rowCount: Int) {
        self.rowCount = rowCount
        let fitted = values.map {
            Entry(
                name: $0.name, value: $0.value, unit: $0.unit, interval: $0.interval68, source: "joint", isHeld: false)
        }
        let rest = held.map {
            Entry(
                name: $0.name, value: $0.value, unit: $0.unit,
                interval: $0.value.range(within: $0.factor).rounded(digits: 4),
                source: "held(\($0.reason.swiftLiteral))", isHeld: true)
        }
        entries = (fitted + rest).sorted { $0.name < $1.name }
    }

    /// Swift source.
    public var text: String {
        var lines = [
            "/// Values estimated together, with one set for every trial, by `osteon calibrate` from `Calibration/plan.yaml`;",
            "/// Documentation/Calibration.md describes the fit.",
            "///",
            "/// Written as a whole; a single value changed by hand no longer belongs to the fit.",
            "public enum FittedParameters {",
            "    /// What was estimated, with the interval that holds 68 % of the ensemble.",
            "    private static let joint",
            "        = \"joint fit to \(rowCount) published rows (use: calibrate), see Documentation/Calibration.md\"",
            "",
            "    /// What stayed while the rest was estimated, and why.",
            "    private static func held(_ reason: String) -> String { \"held while the rest was fitted: \\(reason)\" }",
            "", "    public static let table: [String: FittedParameter] = [",
        ]
        for entry in entries {
            let (low, high) = (Self.literal(entry.interval.lowerBound), Self.literal(entry.interval.upperBound))
            lines.append("        \"\(entry.name)\": .init(")
            lines.append(
                "            value: \(entry.value), unit: \(entry.unit.swiftLiteral), interval: \(low)...\(high), "
                    + (entry.isHeld ? "isHeld: true," : "source: \(entry.source)),"))
            if entry.isHeld { lines.append("            source: \(entry.source)),") }
        }
        lines += ["    ]", "}", ""]
        return lines.joined(separator: "\n")
    }

    private static func literal(_ value: Double) -> String { value < 0 ? "(\(value))" : "\(value)" }
}

/// The Swift file that holds the ensemble, written as a whole.
public struct FittedEnsembleFile: Sendable {
    /// Characters of a line.
    private static let width = 118

    private let ensemble: ParameterEnsemble
    private let values: [FittedValue]
    private let rowCount: Int
    private let seed: UInt64

    /// - Parameter values: what was fitted, to which members are relative.
    public init(_ ensemble: ParameterEnsemble, values: [FittedValue], rowCount: Int, seed: UInt64) {
        self.ensemble = ensemble
        self.values = values
        self.rowCount = rowCount
        self.seed = seed
    }

    /// Swift source.
    public var text: String {
        var lines = [
            "/// Sets of parameters that carry the uncertainty of the fit, written as a whole by `osteon calibrate`;",
            "/// Documentation/Calibration.md tells how they are drawn.",
            "extension FittedEnsemble {",
            "    static let source =",
            "        \"\(ensemble.members.count) fits to \(rowCount) published rows moved by their deviations, seed \(seed), "
                + "see Documentation/Calibration.md\"",
            "", "    /// The parameters of a member, in order.", "    static let names = [",
        ]
        lines += ensemble.names.map { "        \"\($0)\"," }
        lines += [
            "    ]", "", "    /// Members, each number a parameter over its fitted value.", "    static let table = \"\"\"",
        ]
        for member in ensemble.members {
            var line = "       "
            for (number, fitted) in zip(member, values) {
                let text = "\((number / fitted.value).rounded(digits: 5))"
                if line.count + 1 + text.count > Self.width {
                    lines.append(line + " \\")
                    line = "       "
                }
                line += " \(text)"
            }
            lines.append(line)
        }
        lines += ["        \"\"\"", "}", ""]
        return lines.joined(separator: "\n")
    }
}

extension String {
    /// As a literal of Swift.
    fileprivate var swiftLiteral: String {
        "\"" + replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
