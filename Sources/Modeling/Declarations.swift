import Symbolics

/// A constant of the model, with its unit and where it comes from.
public struct Parameter: Sendable {
    public let symbol: Symbol
    /// In the symbol's unit.
    public let value: Double
    public let provenance: Provenance
    public let meaning: String

    public init(symbol: Symbol, value: Double, provenance: Provenance, meaning: String) {
        self.symbol = symbol
        self.value = value
        self.provenance = provenance
        self.meaning = meaning
    }

    public var name: String { symbol.name }
    public var unit: Unit { symbol.unit }
}

/// A quantity that evolves by a differential equation.
public struct State: Sendable {
    public let symbol: Symbol
    /// The resting value; in a model, from parameters alone.
    public internal(set) var initial: Expression
    /// The derivative to time.
    public internal(set) var rate: Expression
    /// A typical magnitude in the symbol's unit; absolute tolerances are set from it.
    public let scale: Double
    public let meaning: String

    public init(symbol: Symbol, initial: Expression, rate: Expression, scale: Double, meaning: String) {
        self.symbol = symbol
        self.initial = initial
        self.rate = rate
        self.scale = scale
        self.meaning = meaning
    }

    public var name: String { symbol.name }
    public var unit: Unit { symbol.unit }
}

/// A quantity set from outside: a trait of the woman, or the release rate of a device. Constant between events.
public struct Control: Sendable {
    public let symbol: Symbol
    /// In the symbol's unit, until something sets it.
    public let defaultValue: Double
    public let meaning: String

    public var name: String { symbol.name }
    public var unit: Unit { symbol.unit }
}

/// A quantity defined by an equation from others at the same time.
public struct Variable: Sendable {
    public let symbol: Symbol
    public let definition: Expression
    public let meaning: String
    /// Whether it is what other components provide to this one; its definition is then a sum of their quantities.
    public internal(set) var isInput: Bool

    public init(symbol: Symbol, definition: Expression, meaning: String, isInput: Bool = false) {
        self.symbol = symbol
        self.definition = definition
        self.meaning = meaning
        self.isInput = isInput
    }

    public var name: String { symbol.name }
    public var unit: Unit { symbol.unit }
}

/// A quantity that is reported, under its public name (`density.lumbarSpine`).
public struct Output: Sendable {
    public let name: String
    public let unit: Unit
    public let expression: Expression
    public let meaning: String

    public init(name: String, unit: Unit, expression: Expression, meaning: String) {
        self.name = name
        self.unit = unit
        self.expression = expression
        self.meaning = meaning
    }
}

/// A place where doses enter: what a dose adds to which states, and after what lag.
public struct DosePort: Sendable {
    public struct Share: Sendable {
        public let state: Symbol
        /// What one dose adds, from the dose symbol and parameters alone.
        public let amount: Expression

        public init(state: Symbol, amount: Expression) {
            self.state = state
            self.amount = amount
        }
    }

    public let name: String
    /// Stands for the dose given, in the unit doses are measured in.
    public let dose: Symbol
    public let shares: [Share]
    /// Time from taking the dose to its arrival, from parameters alone.
    public let lag: Expression
    public let meaning: String

    public init(name: String, dose: Symbol, shares: [Share], lag: Expression, meaning: String) {
        self.name = name
        self.dose = dose
        self.shares = shares
        self.lag = lag
        self.meaning = meaning
    }
}

extension DosePort {
    /// Whether twice the dose adds twice as much to every state, so that a dose may be spread over time.
    public var isProportional: Bool {
        shares.allSatisfy { share in
            var differentiator = Differentiator(to: dose)
            var atNothing = Substitution([dose: Expression(0, dose.unit)])
            return !differentiator.derivative(of: share.amount).symbols.contains(dose)
                && atNothing.apply(to: share.amount).constantValue == 0
        }
    }
}

/// What a component wants from another: a value, or the sum of whatever is connected.
struct Input: Sendable {
    enum Kind: Sendable { case value, sum }
    let symbol: Symbol
    let kind: Kind
    let meaning: String
}
