/// Replaces symbols by expressions, keeping shared subexpressions shared.
public struct Substitution {
    private let replacements: [Symbol: Expression]
    private var known: [ObjectIdentifier: Expression] = [:]
    private var visited: [Expression] = []

    public init(_ replacements: [Symbol: Expression]) { self.replacements = replacements }

    /// The expression with every listed symbol replaced; replacements are not searched again.
    public mutating func apply(to expression: Expression) -> Expression {
        if let found = known[expression.identity] { return found }
        let result = rebuild(expression)
        known[expression.identity] = result
        visited.append(expression)
        return result
    }

    private mutating func rebuild(_ expression: Expression) -> Expression {
        if case .symbol(let symbol) = expression.node { return replacements[symbol] ?? expression }
        return expression.rebuilt { apply(to: $0) }
    }
}

extension Expression {
    /// The same operation on what each operand becomes; sums and products are simplified as they are when written.
    package func rebuilt(_ operand: (Expression) -> Expression) -> Expression {
        switch node {
        case .constant, .symbol: return self
        case .unary(let operation, let x): return Expression(.unary(operation, operand(x)))
        case .binary(let operation, let a, let b):
            let (left, right) = (operand(a), operand(b))
            switch operation {
            case .add: return left + right
            case .subtract: return left - right
            case .multiply: return left * right
            case .divide: return left / right
            default: return Expression(.binary(operation, left, right))
            }
        case .select(let condition, let then, let otherwise):
            return select(operand(condition), operand(then), operand(otherwise))
        }
    }

    /// Every symbol that occurs, in order of first occurrence.
    public var symbols: [Symbol] {
        var seen = Set<ObjectIdentifier>()
        var found: [Symbol] = []
        var names = Set<Symbol>()
        func visit(_ expression: Expression) {
            guard seen.insert(expression.identity).inserted else { return }
            switch expression.node {
            case .constant: return
            case .symbol(let symbol): if names.insert(symbol).inserted { found.append(symbol) }
            case .unary(_, let x): visit(x)
            case .binary(_, let a, let b):
                visit(a)
                visit(b)
            case .select(let condition, let then, let otherwise):
                visit(condition)
                visit(then)
                visit(otherwise)
            }
        }
        visit(self)
        return found
    }
}
