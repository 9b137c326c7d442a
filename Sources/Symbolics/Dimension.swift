/// The physical dimension of a quantity, as integer exponents of the base quantities this program needs.
///
/// `activity` holds biologically standardised units (IU), which no factor turns into moles.
public struct Dimension: Hashable, Sendable {
    public var time: Int
    public var amount: Int
    public var mass: Int
    public var length: Int
    public var activity: Int

    public init(time: Int = 0, amount: Int = 0, mass: Int = 0, length: Int = 0, activity: Int = 0) {
        self.time = time
        self.amount = amount
        self.mass = mass
        self.length = length
        self.activity = activity
    }

    /// A pure number.
    public static let one = Dimension()

    static func * (a: Dimension, b: Dimension) -> Dimension {
        Dimension(
            time: a.time + b.time, amount: a.amount + b.amount, mass: a.mass + b.mass,
            length: a.length + b.length, activity: a.activity + b.activity)
    }

    /// The dimension of the `power`-th power.
    func raised(to power: Int) -> Dimension {
        Dimension(
            time: time * power, amount: amount * power, mass: mass * power,
            length: length * power, activity: activity * power)
    }
}

extension Dimension: CustomStringConvertible {
    /// For messages: `mol·d⁻¹`, or `a pure number`.
    public var description: String {
        let parts = [("mol", amount), ("g", mass), ("IU", activity), ("dm", length), ("d", time)]
            .filter { $0.1 != 0 }
            .map { $0.1 == 1 ? $0.0 : "\($0.0)^\($0.1)" }
        return parts.isEmpty ? "a pure number" : parts.joined(separator: "·")
    }
}
