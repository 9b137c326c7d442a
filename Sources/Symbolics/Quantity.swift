/// A number with its unit, as people write it: `0.625 mg`, `50 ug/day`.
public struct Quantity: Hashable, Sendable {
    public let value: Double
    public let unit: Unit

    public init(_ value: Double, _ unit: Unit) {
        self.value = value
        self.unit = unit
    }

    /// The value in base units (day, mole, gram, decimetre, IU).
    public var inBaseUnits: Double { value * unit.factor }

    /// The value in another unit of the same dimension, or nil where the dimensions differ.
    public func value(in other: Unit) -> Double? {
        other.dimension == unit.dimension ? value * (unit.factor / other.factor) : nil
    }
}

extension Quantity: CustomStringConvertible {
    public var description: String { "\(value) \(unit)" }
}
