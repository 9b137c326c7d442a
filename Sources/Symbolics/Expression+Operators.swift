extension Expression {
    private var isZero: Bool { constantValue == 0 }

    /// A literal without a unit; only such literals are folded, so that no unit is lost.
    private var pureNumber: Double? {
        if case .constant(let value, let unit) = node, unit == .one { return value }
        return nil
    }

    public static func + (a: Expression, b: Expression) -> Expression {
        if a.isZero { return b }
        if b.isZero { return a }
        if let x = a.pureNumber, let y = b.pureNumber { return Expression(x + y, .one) }
        return Expression(.binary(.add, a, b))
    }

    public static func - (a: Expression, b: Expression) -> Expression {
        if b.isZero { return a }
        if a.isZero { return -b }
        if let x = a.pureNumber, let y = b.pureNumber { return Expression(x - y, .one) }
        return Expression(.binary(.subtract, a, b))
    }

    public static func * (a: Expression, b: Expression) -> Expression {
        if a.isZero || b.isZero { return 0 }
        if a.pureNumber == 1 { return b }
        if b.pureNumber == 1 { return a }
        if let x = a.pureNumber, let y = b.pureNumber { return Expression(x * y, .one) }
        return Expression(.binary(.multiply, a, b))
    }

    public static func / (a: Expression, b: Expression) -> Expression {
        if a.isZero { return 0 }
        if b.pureNumber == 1 { return a }
        if let x = a.pureNumber, let y = b.pureNumber { return Expression(x / y, .one) }
        return Expression(.binary(.divide, a, b))
    }

    public static prefix func - (a: Expression) -> Expression {
        if let x = a.pureNumber { return Expression(-x, .one) }
        if case .unary(.negate, let inner) = a.node { return inner }
        return Expression(.unary(.negate, a))
    }

    public static func += (a: inout Expression, b: Expression) { a = a + b }

    /// One where `a < b`, else zero.
    public static func < (a: Expression, b: Expression) -> Expression { Expression(.binary(.less, a, b)) }
    /// One where `a <= b`, else zero.
    public static func <= (a: Expression, b: Expression) -> Expression { Expression(.binary(.lessOrEqual, a, b)) }
    /// One where `a > b`, else zero.
    public static func > (a: Expression, b: Expression) -> Expression { b < a }
    /// One where `a >= b`, else zero.
    public static func >= (a: Expression, b: Expression) -> Expression { b <= a }
    /// One where both are the same number, else zero.
    public static func == (a: Expression, b: Expression) -> Expression { Expression(.binary(.equal, a, b)) }
    /// One where they are not the same number, else zero.
    public static func != (a: Expression, b: Expression) -> Expression { not(a == b) }
}

public func exp(_ x: Expression) -> Expression { Expression(.unary(.exp, x)) }
public func log(_ x: Expression) -> Expression { Expression(.unary(.log, x)) }
public func sqrt(_ x: Expression) -> Expression { Expression(.unary(.squareRoot, x)) }

public func pow(_ base: Expression, _ exponent: Expression) -> Expression {
    switch exponent.constantValue {
    case 0: return 1
    case 1: return base
    default: return Expression(.binary(.power, base, exponent))
    }
}

public func min(_ a: Expression, _ b: Expression) -> Expression { Expression(.binary(.minimum, a, b)) }
public func max(_ a: Expression, _ b: Expression) -> Expression { Expression(.binary(.maximum, a, b)) }

/// `then` where the condition is not zero, else `otherwise`.
public func select(_ condition: Expression, _ then: Expression, _ otherwise: Expression) -> Expression {
    Expression(.select(condition: condition, then: then, otherwise: otherwise))
}

/// The sum; zero for none.
public func sum(_ terms: some Sequence<Expression>) -> Expression { terms.reduce(0, +) }
