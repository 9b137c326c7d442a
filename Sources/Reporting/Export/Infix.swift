import Exchange
import Symbolics

extension Expression {
    /// The expression in the infix language of SBML Level 3, with every literal in base units.
    ///
    /// Operators are `+ - * /` and functions `pow`, `exp`, `ln`, `sqrt`, `min`, `max` and
    /// `piecewise(then, condition, otherwise)`. The natural logarithm is `ln`, since SBML reads a bare `log` as the
    /// decimal one. Literals carry as many digits as give back the same double.
    var infix: String { number().text }

    private enum Precedence: Int { case sum, product, prefix, atom }

    private func number() -> (text: String, precedence: Precedence) {
        switch node {
        case .constant(let value, let unit):
            let literal = value * unit.factor
            return (literal.exactText, literal < 0 ? .prefix : .atom)
        case .symbol(let symbol): return (Identifiers.identifier(symbol.name), .atom)
        case .unary(.negate, let x): return ("-" + x.wrapped(.atom), .prefix)
        // SBML has the factorial, one lower, in place of the gamma function.
        case .unary(.gamma, let x): return (Self.call("factorial", [x - 1]), .atom)
        case .unary(let operation, let x): return (Self.call(operation.functionName, [x]), .atom)
        case .binary(let operation, let a, let b):
            switch operation {
            case .add: return ("\(a.wrapped(.sum)) + \(b.wrapped(.product))", .sum)
            case .subtract: return ("\(a.wrapped(.sum)) - \(b.wrapped(.product))", .sum)
            case .multiply: return ("\(a.wrapped(.product)) * \(b.wrapped(.atom))", .product)
            case .divide: return ("\(a.wrapped(.product)) / \(b.wrapped(.atom))", .product)
            case .power: return (Self.call("pow", [a, b]), .atom)
            case .minimum: return (Self.call("min", [a, b]), .atom)
            case .maximum: return (Self.call("max", [a, b]), .atom)
            case .less, .lessOrEqual, .equal: return ("piecewise(1, \(condition), 0)", .atom)
            }
        case .select(let condition, let then, let otherwise):
            return ("piecewise(\(then.infix), \(condition.condition), \(otherwise.infix))", .atom)
        }
    }

    /// What is true where the expression is not zero, since other languages keep truth and numbers apart.
    private var condition: String {
        switch node {
        case .binary(.less, let a, let b): return "\(a.wrapped(.sum)) < \(b.wrapped(.sum))"
        case .binary(.lessOrEqual, let a, let b): return "\(a.wrapped(.sum)) <= \(b.wrapped(.sum))"
        case .binary(.equal, let a, let b): return "\(a.wrapped(.sum)) == \(b.wrapped(.sum))"
        default: return "\(wrapped(.sum)) != 0"
        }
    }

    private func wrapped(_ least: Precedence) -> String {
        let (text, precedence) = number()
        return precedence.rawValue < least.rawValue ? "(\(text))" : text
    }

    private static func call(_ function: String, _ arguments: [Expression]) -> String {
        "\(function)(\(arguments.map(\.infix).joined(separator: ", ")))"
    }
}

extension UnaryOperation {
    /// The function's name in infix text; negation is an operator instead, and the gamma function a factorial.
    fileprivate var functionName: String {
        switch self {
        case .negate: return "-"
        case .exp: return "exp"
        case .log: return "ln"
        case .squareRoot: return "sqrt"
        case .sine: return "sin"
        case .cosine: return "cos"
        case .arctangent: return "atan"
        case .floor: return "floor"
        case .gamma: return "factorial"
        }
    }
}
