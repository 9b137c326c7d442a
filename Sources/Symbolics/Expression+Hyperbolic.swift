// Made of exponentials and logarithms, so exact to about 1e-16 of one near zero, and beyond that of the result.

public func sinh(_ x: Expression) -> Expression { (exp(x) - exp(-x)) / 2 }
public func cosh(_ x: Expression) -> Expression { (exp(x) + exp(-x)) / 2 }
/// One exponential, which may overflow without harm.
public func tanh(_ x: Expression) -> Expression { 1 - 2 / (exp(2 * x) + 1) }
public func sech(_ x: Expression) -> Expression { 1 / cosh(x) }
public func csch(_ x: Expression) -> Expression { 1 / sinh(x) }
public func coth(_ x: Expression) -> Expression { 1 / tanh(x) }

/// By the size of the argument, because the sum of a negative one and its root would cancel.
public func asinh(_ x: Expression) -> Expression {
    let size = abs(x)
    let result = log(size + sqrt(x * x + 1))
    return select(x < 0, -result, result)
}
public func acosh(_ x: Expression) -> Expression { log(x + sqrt(x - 1) * sqrt(x + 1)) }
public func atanh(_ x: Expression) -> Expression { log((1 + x) / (1 - x)) / 2 }
public func asech(_ x: Expression) -> Expression { acosh(1 / x) }
public func acsch(_ x: Expression) -> Expression { asinh(1 / x) }
public func acoth(_ x: Expression) -> Expression { atanh(1 / x) }
