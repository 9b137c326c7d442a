import Symbolics

/// What a quantity was some time ago, as `delay(x, d)` is in SBML.
public struct DelayedQuantity: Sendable {
    /// Stands for it in equations.
    public let symbol: Symbol
    /// What is looked back to, from states, parameters, controls, variables, time and other delayed quantities.
    public let quantity: Expression
    /// How far, in a unit of time; zero or more.
    public let delay: Expression
    /// What the quantity was before the start, from parameters, time, which may be earlier than the start, and other
    /// delayed quantities.
    public let before: Expression

    public init(symbol: Symbol, quantity: Expression, delay: Expression, before: Expression) {
        self.symbol = symbol
        self.quantity = quantity
        self.delay = delay
        self.before = before
    }
}
