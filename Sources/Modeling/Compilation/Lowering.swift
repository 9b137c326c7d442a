import Symbolics

/// Lowers expressions into a program under one reading of their symbols; the same expression lowered under two readings
/// (at two stages of a step, say) gives two values, sharing whatever does not differ.
package struct Lowering {
    private var symbols: [String: ProgramBuilder.Value]
    private var lowered: [ObjectIdentifier: ProgramBuilder.Value] = [:]
    /// Keeps every visited expression alive, because a freed object's identity may be given to another.
    private var visited: [Expression] = []

    /// - Parameter symbols: the value that stands for each symbol, by name.
    package init(_ symbols: [String: ProgramBuilder.Value]) { self.symbols = symbols }

    /// - Precondition: every symbol has a value, which `Model` has checked.
    package mutating func lower(_ expression: Expression, into builder: inout ProgramBuilder) -> ProgramBuilder.Value {
        if let value = lowered[expression.identity] { return value }
        let value = rule(expression, &builder)
        lowered[expression.identity] = value
        visited.append(expression)
        return value
    }

    private mutating func rule(_ expression: Expression, _ builder: inout ProgramBuilder) -> ProgramBuilder.Value {
        switch expression.node {
        case .constant(let value, let unit): return builder.constant(value * unit.factor)
        case .symbol(let symbol):
            guard let value = symbols[symbol.name] else {
                preconditionFailure("'\(symbol.name)' has no place in the workspace")
            }
            return value
        case .unary(let operation, let x):
            return builder.apply(operation.instruction, lower(x, into: &builder))
        case .binary(let operation, let a, let b):
            let (left, right) = (lower(a, into: &builder), lower(b, into: &builder))
            return builder.apply(operation.instruction, left, right)
        case .select(let condition, let then, let otherwise):
            return builder.apply(
                .select, lower(condition, into: &builder), lower(then, into: &builder),
                lower(otherwise, into: &builder))
        }
    }
}

extension UnaryOperation {
    fileprivate var instruction: Program.Operation {
        switch self {
        case .negate: return .negate
        case .exp: return .exp
        case .log: return .log
        case .squareRoot: return .squareRoot
        case .sine: return .sine
        case .cosine: return .cosine
        case .arctangent: return .arctangent
        case .floor: return .floor
        case .gamma: return .gamma
        }
    }
}

extension BinaryOperation {
    fileprivate var instruction: Program.Operation {
        switch self {
        case .add: return .add
        case .subtract: return .subtract
        case .multiply: return .multiply
        case .divide: return .divide
        case .power: return .power
        case .minimum: return .minimum
        case .maximum: return .maximum
        case .less: return .less
        case .lessOrEqual: return .lessOrEqual
        case .equal: return .equal
        }
    }
}
