/// Differentiates expressions to one symbol, remembering shared subexpressions so that cost is linear in their number.
///
/// Symbols other than the given one are constants: inline derived variables first.
public struct Differentiator {
    private let symbol: Symbol
    private var known: [ObjectIdentifier: Expression] = [:]
    /// Keeps every visited expression alive, because a freed object's identity may be given to another.
    private var visited: [Expression] = []

    public init(to symbol: Symbol) { self.symbol = symbol }

    /// The derivative of `expression`; exactly zero where it does not depend on the symbol.
    public mutating func derivative(of expression: Expression) -> Expression {
        if let found = known[expression.identity] { return found }
        let result = rule(expression)
        known[expression.identity] = result
        visited.append(expression)
        return result
    }

    private mutating func rule(_ expression: Expression) -> Expression {
        switch expression.node {
        case .constant: return 0
        case .symbol(let other): return other == symbol ? 1 : 0
        case .unary(let operation, let x):
            let dx = derivative(of: x)
            if dx.constantValue == 0 { return 0 }
            switch operation {
            case .negate: return -dx
            case .exp: return expression * dx
            case .log: return dx / x
            case .squareRoot: return dx / (2 * expression)
            case .sine: return cos(x) * dx
            case .cosine: return -sin(x) * dx
            case .arctangent: return dx / (1 + x * x)
            case .floor: return 0
            case .gamma: return expression * digamma(x) * dx
            }
        case .binary(let operation, let a, let b):
            return binary(operation, a, b, expression)
        case .select(let condition, let then, let otherwise):
            let (dThen, dOtherwise) = (derivative(of: then), derivative(of: otherwise))
            if dThen.constantValue == 0, dOtherwise.constantValue == 0 { return 0 }
            return select(condition, dThen, dOtherwise)
        }
    }

    private mutating func binary(
        _ operation: BinaryOperation, _ a: Expression, _ b: Expression, _ whole: Expression
    ) -> Expression {
        let (da, db) = (derivative(of: a), derivative(of: b))
        if da.constantValue == 0, db.constantValue == 0 { return 0 }
        switch operation {
        case .add: return da + db
        case .subtract: return da - db
        case .multiply: return da * b + a * db
        case .divide: return db.constantValue == 0 ? da / b : (da - whole * db) / b
        case .power:
            let byBase = da.constantValue == 0 ? 0 : b * pow(a, b - 1) * da
            return db.constantValue == 0 ? byBase : byBase + whole * log(a) * db
        case .minimum: return select(a < b, da, db)
        case .maximum: return select(a < b, db, da)
        case .less, .lessOrEqual, .equal: return 0
        }
    }
}
