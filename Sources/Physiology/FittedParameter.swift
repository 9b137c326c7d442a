import Modeling
import Symbolics

/// A value that calibration estimated.
public struct FittedParameter: Sendable {
    public let value: Double
    /// In the unit the declaring component uses.
    public let unit: String
    /// Approximate 68 % interval.
    public let interval: ClosedRange<Double>
    /// Whether it stayed while the others were estimated, and is therefore assumed.
    public let isHeld: Bool
    /// What it was fitted to, and how; or why it was held.
    public let source: String

    public init(
        value: Double, unit: String, interval: ClosedRange<Double>, isHeld: Bool = false, source: String
    ) {
        self.value = value
        self.unit = unit
        self.interval = interval
        self.isHeld = isHeld
        self.source = source
    }
}

extension ComponentBuilder {
    /// A parameter whose value stands in the table of fitted values under this component's path.
    func fitted(_ name: String, _ unit: Unit, _ meaning: String) -> Expression {
        guard let entry = FittedParameters.table["\(path).\(name)"] else {
            preconditionFailure("no fitted value stands for '\(path).\(name)'")
        }
        precondition(entry.unit == unit.symbol, "the fitted value of '\(path).\(name)' is in \(entry.unit)")
        return parameter(
            name, entry.value, unit, Provenance(entry.isHeld ? .assumed : .fitted, entry.source, range: entry.interval),
            meaning)
    }

    /// A parameter that a fit outside the table gave, with the factor by which it is uncertain either way.
    func fitted(
        _ name: String, _ value: Double, _ unit: Unit, factor: Double, to source: String, _ meaning: String
    ) -> Expression {
        parameter(name, value, unit, .fitted(source, range: value / factor...value * factor), meaning)
    }
}
