import Symbolics

extension Expression {
    /// The same with exponentials of zero written as one, for reading; a signed width times zero leaves them behind.
    var folded: Expression {
        let inner = rebuilt(\.folded)
        if case .unary(.exp, let x) = inner.node, x.constantValue == 0 { return 1 }
        return inner
    }
}
