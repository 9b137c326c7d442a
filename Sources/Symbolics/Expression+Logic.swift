// A condition is true when it is not zero; what these functions give is one or zero.

extension Expression {
    /// One or zero for any condition.
    fileprivate var truth: Expression {
        isZeroOrOne ? self : Expression(.select(condition: self, then: 1, otherwise: 0))
    }

    /// Whether the expression is one or zero by its form, as a relation is.
    package var isZeroOrOne: Bool {
        switch node {
        case .constant(let value, let unit): return unit == .one && (value == 0 || value == 1)
        case .binary(.less, _, _), .binary(.lessOrEqual, _, _), .binary(.equal, _, _): return true
        case .select(_, let then, let otherwise): return then.isZeroOrOne && otherwise.isZeroOrOne
        default: return false
        }
    }
}

public func not(_ condition: Expression) -> Expression { select(condition, 0, 1) }

/// One where all are true, and for none.
public func and(_ conditions: [Expression]) -> Expression {
    conditions.reversed().reduce(1) { $0.constantValue == 1 ? $1.truth : select($1, $0, 0) }
}

/// One where any is true; zero for none.
public func or(_ conditions: [Expression]) -> Expression {
    conditions.reversed().reduce(0) { $0.constantValue == 0 ? $1.truth : select($1, 1, $0) }
}

/// One where an odd number of them is true; zero for none.
public func xor(_ conditions: [Expression]) -> Expression {
    conditions.reversed().reduce(0) { $0.constantValue == 0 ? $1.truth : select($1, not($0), $0) }
}

/// One unless the first is true and the second is not.
public func implies(_ condition: Expression, _ consequence: Expression) -> Expression {
    select(condition, consequence.truth, 1)
}

/// One where each relation holds between neighbours, as `a < b < c`; for one operand or none.
public func chain(
    _ operands: [Expression], _ relation: (Expression, Expression) -> Expression
) -> Expression {
    and(zip(operands, operands.dropFirst()).map { relation($0, $1) })
}

/// The value of the first piece whose condition is true, else `otherwise`; not a number where there is none.
public func piecewise(
    _ pieces: [(value: Expression, condition: Expression)], otherwise: Expression? = nil
) -> Expression {
    pieces.reversed().reduce(otherwise ?? Expression(.nan, .one)) { select($1.condition, $1.value, $0) }
}
