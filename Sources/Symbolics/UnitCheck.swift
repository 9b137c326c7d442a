/// An equation whose sides, terms or arguments do not measure the same thing.
public struct UnitMismatch: Error, CustomStringConvertible {
    public let description: String
}

extension Expression {
    /// The dimension of the expression, or nil for a bare zero or what is no number, which fit any.
    ///
    /// - Throws: `UnitMismatch` naming the two sides that do not balance.
    public func checkedDimension() throws -> Dimension? {
        var checker = UnitChecker()
        return try checker.dimension(of: self)
    }

    /// Checks that the expression measures what `unit` does.
    ///
    /// - Throws: `UnitMismatch` naming the equation and both dimensions.
    public func check(against unit: Unit, equation: String) throws {
        do {
            guard let found = try checkedDimension(), found != unit.dimension else { return }
            throw UnitMismatch(description: "it has \(found) where \(unit) (\(unit.dimension)) was expected")
        } catch let mismatch as UnitMismatch {
            throw UnitMismatch(description: "equation '\(equation)' does not balance: \(mismatch)")
        }
    }
}

/// Finds the dimensions of expressions, remembering those of shared subexpressions, which must be kept alive meanwhile.
package struct UnitChecker {
    private var known: [ObjectIdentifier: Dimension?] = [:]

    package init() {}

    /// The dimension, or nil for a bare zero, which fits any.
    ///
    /// - Throws: `UnitMismatch` naming the two sides that do not balance.
    package mutating func dimension(of expression: Expression) throws -> Dimension? {
        if let found = known[expression.identity] { return found }
        let result = try rule(expression)
        known[expression.identity] = .some(result)
        return result
    }

    private mutating func rule(_ expression: Expression) throws -> Dimension? {
        switch expression.node {
        case .constant(let value, let unit): return (value == 0 || value.isNaN) && unit == .one ? nil : unit.dimension
        case .symbol(let symbol): return symbol.unit.dimension
        case .unary(let operation, let x):
            let inner = try dimension(of: x)
            switch operation {
            case .negate: return inner
            case .exp, .log, .sine, .cosine, .arctangent, .floor, .gamma:
                try requirePure(inner, x, "the argument of \(operation.rawValue)")
                return .one
            case .squareRoot:
                let d = inner ?? .one
                guard [d.time, d.amount, d.mass, d.length, d.activity].allSatisfy({ $0 % 2 == 0 }) else {
                    throw UnitMismatch(description: "the square root of '\(x)' (\(d)) has no unit")
                }
                return Dimension(
                    time: d.time / 2, amount: d.amount / 2, mass: d.mass / 2, length: d.length / 2,
                    activity: d.activity / 2)
            }
        case .binary(let operation, let a, let b): return try binary(operation, a, b)
        case .select(let condition, let then, let otherwise):
            try requirePure(try dimension(of: condition), condition, "a condition")
            return try common(then, otherwise)
        }
    }

    private mutating func binary(_ operation: BinaryOperation, _ a: Expression, _ b: Expression) throws -> Dimension? {
        switch operation {
        case .add, .subtract, .minimum, .maximum: return try common(a, b)
        case .less, .lessOrEqual, .equal:
            _ = try common(a, b)
            return .one
        case .multiply, .divide:
            guard let left = try dimension(of: a), let right = try dimension(of: b) else { return nil }
            return left * (operation == .divide ? right.raised(to: -1) : right)
        case .power:
            try requirePure(try dimension(of: b), b, "an exponent")
            guard let base = try dimension(of: a), base != .one else { return .one }
            guard let exponent = b.constantValue, exponent == exponent.rounded() else {
                throw UnitMismatch(
                    description: "'\(a)' (\(base)) is raised to '\(b)', which is not a whole number")
            }
            return base.raised(to: Int(exponent))
        }
    }

    private mutating func common(_ a: Expression, _ b: Expression) throws -> Dimension? {
        let (left, right) = (try dimension(of: a), try dimension(of: b))
        guard let left else { return right }
        guard let right else { return left }
        guard left == right else {
            throw UnitMismatch(description: "'\(a)' (\(left)) stands beside '\(b)' (\(right))")
        }
        return left
    }

    private func requirePure(_ dimension: Dimension?, _ expression: Expression, _ role: String) throws {
        guard let dimension, dimension != .one else { return }
        throw UnitMismatch(description: "\(role), '\(expression)', must be a pure number and has \(dimension)")
    }
}
