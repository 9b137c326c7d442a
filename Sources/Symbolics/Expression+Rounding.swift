/// The largest whole number that is not above `x`.
public func floor(_ x: Expression) -> Expression { Expression(.unary(.floor, x)) }
/// The smallest whole number that is not below `x`.
public func ceiling(_ x: Expression) -> Expression { -floor(-x) }
/// The whole part, towards zero.
public func truncated(_ x: Expression) -> Expression { select(x < 0, ceiling(x), floor(x)) }
public func abs(_ x: Expression) -> Expression { max(x, -x) }

/// The whole number of times that `divisor` goes into `dividend`, towards zero, as MathML defines it.
public func quotient(_ dividend: Expression, _ divisor: Expression) -> Expression { truncated(dividend / divisor) }
/// What `quotient` leaves over; it has the sign of the dividend.
public func remainder(_ dividend: Expression, _ divisor: Expression) -> Expression {
    dividend - divisor * quotient(dividend, divisor)
}

/// The least of all; there must be one.
public func minimum(_ values: [Expression]) -> Expression { values.dropFirst().reduce(values[0]) { min($0, $1) } }
/// The greatest of all; there must be one.
public func maximum(_ values: [Expression]) -> Expression { values.dropFirst().reduce(values[0]) { max($0, $1) } }
