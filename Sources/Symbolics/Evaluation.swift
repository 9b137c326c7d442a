import Foundation

extension Expression {
    /// The value in base units by plain recursion: slow, obvious, and the oracle for every compiled program.
    ///
    /// - Parameter value: gives each symbol's value in base units.
    public func evaluate(_ value: (Symbol) throws -> Double) rethrows -> Double {
        switch node {
        case .constant(let number, let unit): return number * unit.factor
        case .symbol(let symbol): return try value(symbol)
        case .unary(let operation, let x): return operation.apply(try x.evaluate(value))
        case .binary(let operation, let a, let b):
            return operation.apply(try a.evaluate(value), try b.evaluate(value))
        case .select(let condition, let then, let otherwise):
            return try condition.evaluate(value) != 0 ? then.evaluate(value) : otherwise.evaluate(value)
        }
    }
}

extension UnaryOperation {
    /// The function's value.
    public func apply(_ x: Double) -> Double {
        switch self {
        case .negate: return -x
        case .exp: return Foundation.exp(x)
        case .log: return Foundation.log(x)
        case .squareRoot: return x.squareRoot()
        case .sine: return Foundation.sin(x)
        case .cosine: return Foundation.cos(x)
        case .arctangent: return Foundation.atan(x)
        case .floor: return x.rounded(.down)
        case .gamma: return x > 0 ? Foundation.tgamma(x) : .nan
        }
    }
}

extension BinaryOperation {
    /// The function's value; comparisons give 1 or 0.
    public func apply(_ a: Double, _ b: Double) -> Double {
        switch self {
        case .add: return a + b
        case .subtract: return a - b
        case .multiply: return a * b
        case .divide: return a / b
        case .power: return Foundation.pow(a, b)
        case .minimum: return a < b ? a : b
        case .maximum: return a < b ? b : a
        case .less: return a < b ? 1 : 0
        case .lessOrEqual: return a <= b ? 1 : 0
        case .equal: return a == b ? 1 : 0
        }
    }
}
