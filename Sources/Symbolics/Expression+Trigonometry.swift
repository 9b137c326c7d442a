// Angles are in radians. The inverse functions give the principal values of Abramowitz and Stegun 4.4, which MathML
// refers to: that of the cotangent lies between -π/2 and π/2.

public func sin(_ x: Expression) -> Expression { Expression(.unary(.sine, x)) }
public func cos(_ x: Expression) -> Expression { Expression(.unary(.cosine, x)) }
public func tan(_ x: Expression) -> Expression { sin(x) / cos(x) }
public func sec(_ x: Expression) -> Expression { 1 / cos(x) }
public func csc(_ x: Expression) -> Expression { 1 / sin(x) }
public func cot(_ x: Expression) -> Expression { cos(x) / sin(x) }

public func atan(_ x: Expression) -> Expression { Expression(.unary(.arctangent, x)) }
/// Written with a product and not `1 - x²`, which would lose digits near one.
public func asin(_ x: Expression) -> Expression { atan(x / sqrt((1 - x) * (1 + x))) }
public func acos(_ x: Expression) -> Expression { 2 * atan(sqrt((1 - x) / (1 + x))) }
public func asec(_ x: Expression) -> Expression { acos(1 / x) }
public func acsc(_ x: Expression) -> Expression { asin(1 / x) }
public func acot(_ x: Expression) -> Expression { atan(1 / x) }
