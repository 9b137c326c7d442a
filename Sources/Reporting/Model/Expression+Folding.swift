import Symbolics

extension Expression {
    /// The same with exponentials of zero written as one, for reading; a signed width times zero leaves them behind.
    var folded: Expression {
        switch node {
        case .constant, .symbol: return self
        case .unary(let operation, let x):
            let inner = x.folded
            return operation == .exp && inner.constantValue == 0 ? 1 : Expression(.unary(operation, inner))
        case .binary(let operation, let a, let b):
            let (left, right) = (a.folded, b.folded)
            switch operation {
            case .add: return left + right
            case .subtract: return left - right
            case .multiply: return left * right
            case .divide: return left / right
            default: return Expression(.binary(operation, left, right))
            }
        case .select(let condition, let then, let otherwise):
            return select(condition.folded, then.folded, otherwise.folded)
        }
    }
}
