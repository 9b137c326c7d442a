/// The logarithm to a base.
public func log(_ x: Expression, base: Expression) -> Expression { log(x) / log(base) }

/// The root of a degree; of a negative number for odd literal degrees alone.
public func root(_ x: Expression, degree: Expression) -> Expression {
    switch degree.constantValue {
    case 1: return x
    case 2: return sqrt(x)
    case let number? where (number / 2).rounded(.down) != number / 2 && number == number.rounded():
        return select(x < 0, -pow(-x, 1 / degree), pow(x, 1 / degree))
    default: return pow(x, 1 / degree)
    }
}

/// Euler's gamma function of a positive number; not a number elsewhere.
public func gamma(_ x: Expression) -> Expression { Expression(.unary(.gamma, x)) }

/// The factorial; between whole numbers the gamma function of one more.
public func factorial(_ x: Expression) -> Expression { gamma(x + 1) }

/// The derivative of the logarithm of the gamma function, of a positive number, to 1e-14.
///
/// Its asymptotic series (Abramowitz and Stegun 6.3.18) ten above, brought back by its recurrence (6.3.6).
func digamma(_ x: Expression) -> Expression {
    let z = x + 10
    let square = 1 / (z * z)
    let coefficients = [1.0 / 12, -1.0 / 120, 1.0 / 252, -1.0 / 240, 1.0 / 132, -691.0 / 32_760]
    let series = coefficients.reversed().reduce(Expression(0, .one)) { ($0 + Expression($1, .one)) * square }
    let below = sum((0..<10).map { 1 / (x + Expression(Double($0), .one)) })
    return log(z) - 1 / (2 * z) - series - below
}
