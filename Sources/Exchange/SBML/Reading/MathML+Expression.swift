import Symbolics

extension MathML {
    /// The operation on operands; none for a number of them that it cannot have.
    func expression(_ operands: [Expression]) -> Expression? {
        if let function = ofOne {
            return operands.count == 1 ? function(operands[0]) : nil
        }
        if let function = ofTwo {
            return operands.count == 2 ? function(operands[0], operands[1]) : nil
        }
        switch (self, operands.count) {
        case (.plus, _): return balanced(operands, +) ?? 0
        case (.times, _): return balanced(operands, *) ?? 1
        case (.minus, 1): return -operands[0]
        case (.minus, 2): return operands[0] - operands[1]
        // The degree or the base comes first.
        case (.root, 1): return sqrt(operands[0])
        case (.root, 2): return Symbolics.root(operands[1], degree: operands[0])
        case (.log, 1): return Symbolics.log(operands[0], base: 10)
        case (.log, 2): return Symbolics.log(operands[1], base: operands[0])
        case (.and, _): return Symbolics.and(operands)
        case (.or, _): return Symbolics.or(operands)
        case (.xor, _): return Symbolics.xor(operands)
        case (.eq, 1...): return chain(operands, ==)
        case (.lt, 1...): return chain(operands, <)
        case (.leq, 1...): return chain(operands, <=)
        case (.gt, 1...): return chain(operands, >)
        case (.geq, 1...): return chain(operands, >=)
        case (.max, 1...): return balanced(operands, Symbolics.max)
        case (.min, 1...): return balanced(operands, Symbolics.min)
        default: return nil
        }
    }

    private var ofOne: ((Expression) -> Expression)? {
        switch self {
        case .exp: return Symbolics.exp
        case .ln: return { Symbolics.log($0) }
        case .abs: return Symbolics.abs
        case .floor: return Symbolics.floor
        case .ceiling: return Symbolics.ceiling
        case .factorial: return Symbolics.factorial
        case .sin: return Symbolics.sin
        case .cos: return Symbolics.cos
        case .tan: return Symbolics.tan
        case .sec: return Symbolics.sec
        case .csc: return Symbolics.csc
        case .cot: return Symbolics.cot
        case .sinh: return Symbolics.sinh
        case .cosh: return Symbolics.cosh
        case .tanh: return Symbolics.tanh
        case .sech: return Symbolics.sech
        case .csch: return Symbolics.csch
        case .coth: return Symbolics.coth
        case .arcsin: return asin
        case .arccos: return acos
        case .arctan: return atan
        case .arcsec: return asec
        case .arccsc: return acsc
        case .arccot: return acot
        case .arcsinh: return asinh
        case .arccosh: return acosh
        case .arctanh: return atanh
        case .arcsech: return asech
        case .arccsch: return acsch
        case .arccoth: return acoth
        case .not: return Symbolics.not
        default: return nil
        }
    }

    private var ofTwo: ((Expression, Expression) -> Expression)? {
        switch self {
        case .divide: return { $0 / $1 }
        case .power: return pow
        case .neq: return { $0 != $1 }
        case .implies: return Symbolics.implies
        case .quotient: return Symbolics.quotient
        case .rem: return remainder
        default: return nil
        }
    }

    /// Operands joined in halves, so that a sum of thousands is not thousands deep; none for none.
    private func balanced(
        _ operands: [Expression], _ join: (Expression, Expression) -> Expression
    ) -> Expression? {
        switch operands.count {
        case 0: return nil
        case 1: return operands[0]
        default:
            let middle = operands.count / 2
            guard let left = balanced(Array(operands[..<middle]), join),
                let right = balanced(Array(operands[middle...]), join)
            else { return nil }
            return join(left, right)
        }
    }
}
