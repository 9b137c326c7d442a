/// A symbolic expression: immutable, shared by reference, in the units of its symbols.
///
/// Building is cheap and does only local simplification (adding zero, multiplying by one), so cost stays linear in
/// what is written; sharing of equal subexpressions happens when the expression is lowered to a program.
public struct Expression: Sendable {
    /// What an expression is made of.
    public indirect enum Node: Sendable {
        /// A literal; one without a unit is a pure number, and a zero fits any unit.
        case constant(Double, Unit)
        case symbol(Symbol)
        case unary(UnaryOperation, Expression)
        case binary(BinaryOperation, Expression, Expression)
        /// `condition ? then : otherwise`, where a condition is true when it is not zero.
        case select(condition: Expression, then: Expression, otherwise: Expression)
    }

    /// The boxed node; a class so that a shared subexpression is one object that passes can remember.
    final class Box: Sendable {
        let node: Node
        init(_ node: Node) { self.node = node }
    }

    let box: Box

    public var node: Node { box.node }

    /// Identifies this very object while it lives, for memo tables of passes over shared structure.
    public var identity: ObjectIdentifier { ObjectIdentifier(box) }

    public init(_ node: Node) { box = Box(node) }

    public init(_ symbol: Symbol) { self.init(.symbol(symbol)) }

    /// A number with its unit.
    public init(_ value: Double, _ unit: Unit) { self.init(.constant(value, unit)) }

    /// The value if this is a literal, in base units.
    public var constantValue: Double? {
        if case .constant(let value, let unit) = node { return value * unit.factor }
        return nil
    }

    /// The symbol if this is one and nothing more.
    public var symbol: Symbol? {
        if case .symbol(let symbol) = node { return symbol }
        return nil
    }
}

/// Functions of one argument; angles are in radians.
public enum UnaryOperation: String, Sendable, CaseIterable {
    case negate, exp, log, squareRoot, sine, cosine, arctangent
    /// The largest whole number that is not above the argument.
    case floor
    /// Euler's gamma function of a positive number, (x - 1)! at whole ones; not a number elsewhere.
    case gamma
}

/// Functions of two arguments. Comparisons give one or zero.
public enum BinaryOperation: String, Sendable, CaseIterable {
    case add, subtract, multiply, divide, power, minimum, maximum, less, lessOrEqual, equal
}

extension Expression: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
    public init(floatLiteral value: Double) { self.init(value, .one) }
    public init(integerLiteral value: Int) { self.init(Double(value), .one) }
}
