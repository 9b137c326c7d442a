import Symbolics

extension Expression {
    /// How many operations it is when written out, and how deep; shared parts are visited once.
    var extent: (size: Double, depth: Int) {
        var known: [ObjectIdentifier: (size: Double, depth: Int)] = [:]
        func measure(_ expression: Expression) -> (size: Double, depth: Int) {
            if let found = known[expression.identity] { return found }
            let parts: [Expression]
            switch expression.node {
            case .constant, .symbol: parts = []
            case .unary(_, let x): parts = [x]
            case .binary(_, let a, let b): parts = [a, b]
            case .select(let condition, let then, let otherwise): parts = [condition, then, otherwise]
            }
            let inner = parts.map(measure)
            let result = (1 + inner.map(\.size).reduce(0, +), 1 + (inner.map(\.depth).max() ?? 0))
            known[expression.identity] = result
            return result
        }
        return measure(self)
    }
}
