/// A named quantity in an equation: a state, a parameter, an input or a derived variable.
///
/// Names are full paths (`skeleton.osteoclasts.count`), so two symbols are the same exactly when their names are.
public struct Symbol: Sendable {
    public let name: String
    public let unit: Unit

    public init(_ name: String, unit: Unit) {
        self.name = name
        self.unit = unit
    }

    /// Time since the start of the therapy, negative before it.
    public static let time = Symbol("time", unit: .days)
}

extension Symbol: Hashable {
    public static func == (a: Symbol, b: Symbol) -> Bool { a.name == b.name }
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
