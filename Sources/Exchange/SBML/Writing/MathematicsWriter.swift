import CSBML
import Symbolics

/// Turns expressions into the mathematics of SBML, every literal with its unit.
///
/// A literal is written in the document's units. A bare zero, which fits any unit here, takes the unit of what it stands
/// beside.
final class MathematicsWriter {
    private let units: UnitDefinitionWriter
    private let numbers: ExactNumbers
    private var checker = UnitChecker()
    /// Keeps what the checker remembers alive, because a freed object's identity may be given to another.
    private var seen: [Expression] = []

    init(units: UnitDefinitionWriter, numbers: ExactNumbers) {
        self.units = units
        self.numbers = numbers
    }

    /// Gives the mathematics of an expression to what takes a copy of it.
    ///
    /// - Parameter unit: what the expression measures.
    func write(_ expression: Expression, in unit: Symbolics.Unit, to receive: (OpaquePointer) -> Int32) throws {
        try hand(node(expression, unit.dimension), to: receive)
    }

    /// Gives the mathematics of an expression as people read it: its value in a unit that need not be coherent.
    ///
    /// The factor carries the scale of that unit, so that units balance.
    func write(_ expression: Expression, showing unit: Symbolics.Unit, to receive: (OpaquePointer) -> Int32) throws {
        let inside = try node(expression, unit.dimension)
        guard let (factor, scale) = units.conversion(to: unit) else { return try hand(inside, to: receive) }
        try hand(apply(AST_TIMES, [inside, number(factor, scale)]), to: receive)
    }

    /// Gives the mathematics of a condition.
    func writeCondition(_ expression: Expression, to receive: (OpaquePointer) -> Int32) throws {
        try hand(condition(expression), to: receive)
    }

    private func hand(_ node: OpaquePointer, to receive: (OpaquePointer) -> Int32) throws {
        defer { ASTNode_free(node) }
        let code = receive(node)
        guard code == LIBSBML_OPERATION_SUCCESS.rawValue else {
            throw SBMLWritingError("libSBML refused an equation (\(code))")
        }
    }

    private func dimension(_ expression: Expression) throws -> Dimension? {
        seen.append(expression)
        return try checker.dimension(of: expression)
    }

    /// - Parameter expected: what a bare zero measures here.
    private func node(_ expression: Expression, _ expected: Dimension) throws -> OpaquePointer {
        switch expression.node {
        case .constant(let value, let unit):
            let dimension = value == 0 && unit == .one ? expected : unit.dimension
            return number(value * (unit.factor * UnitDefinitionWriter.perBaseUnit(dimension)), dimension)
        case .symbol(let symbol): return name(symbol)
        case .unary(let operation, let x):
            switch operation {
            case .negate: return apply(AST_MINUS, [try node(x, expected)])
            case .exp: return apply(AST_FUNCTION_EXP, [try node(x, .one)])
            case .log: return apply(AST_FUNCTION_LN, [try node(x, .one)])
            case .squareRoot: return apply(AST_FUNCTION_ROOT, [number(2, .one), try node(x, .one)])
            case .sine: return apply(AST_FUNCTION_SIN, [try node(x, .one)])
            case .cosine: return apply(AST_FUNCTION_COS, [try node(x, .one)])
            case .arctangent: return apply(AST_FUNCTION_ARCTAN, [try node(x, .one)])
            case .floor: return apply(AST_FUNCTION_FLOOR, [try node(x, .one)])
            case .gamma: return apply(AST_FUNCTION_FACTORIAL, [try node(x - 1, .one)])
            }
        case .binary(let operation, let a, let b): return try binary(operation, a, b, expression, expected)
        case .select(let condition, let then, let otherwise):
            return try piecewise(then, condition, otherwise, common(then, otherwise) ?? expected)
        }
    }

    private func binary(
        _ operation: BinaryOperation, _ a: Expression, _ b: Expression, _ whole: Expression, _ expected: Dimension
    ) throws -> OpaquePointer {
        switch operation {
        case .add: return apply(AST_PLUS, try chain(whole, .add).map { try node($0, dimension(whole) ?? expected) })
        case .multiply: return apply(AST_TIMES, try chain(whole, .multiply).map { try node($0, .one) })
        case .subtract: return try pair(AST_MINUS, a, b, common(a, b) ?? expected)
        case .minimum: return try pair(AST_FUNCTION_MIN, a, b, common(a, b) ?? expected)
        case .maximum: return try pair(AST_FUNCTION_MAX, a, b, common(a, b) ?? expected)
        case .divide: return try pair(AST_DIVIDE, a, b, .one)
        case .power: return try pair(AST_POWER, a, b, .one)
        case .less, .lessOrEqual, .equal: return try piecewise(1, whole, 0, .one)
        }
    }

    /// What is added, or multiplied, from left to right: `a + b + c` is written with one sign, as it is computed.
    private func chain(_ expression: Expression, _ operation: BinaryOperation) -> [Expression] {
        guard case .binary(operation, let a, let b) = expression.node else { return [expression] }
        return chain(a, operation) + [b]
    }

    private func pair(
        _ type: ASTNodeType_t, _ a: Expression, _ b: Expression, _ expected: Dimension
    ) throws -> OpaquePointer {
        apply(type, [try node(a, expected), try node(b, expected)])
    }

    private func piecewise(
        _ then: Expression, _ condition: Expression, _ otherwise: Expression, _ expected: Dimension
    ) throws -> OpaquePointer {
        apply(
            AST_FUNCTION_PIECEWISE,
            [try node(then, expected), try self.condition(condition), try node(otherwise, expected)])
    }

    /// What is true where the expression is not zero, since SBML keeps truth and numbers apart.
    private func condition(_ expression: Expression) throws -> OpaquePointer {
        if case .binary(let operation, let a, let b) = expression.node {
            switch operation {
            case .less: return try pair(AST_RELATIONAL_LT, a, b, common(a, b) ?? .one)
            case .lessOrEqual: return try pair(AST_RELATIONAL_LEQ, a, b, common(a, b) ?? .one)
            case .equal: return try pair(AST_RELATIONAL_EQ, a, b, common(a, b) ?? .one)
            case .multiply where a.isComparison && b.isComparison:
                return apply(AST_LOGICAL_AND, [try condition(a), try condition(b)])
            default: break
            }
        }
        return apply(AST_RELATIONAL_NEQ, [try node(expression, .one), number(0, .one)])
    }

    private func common(_ a: Expression, _ b: Expression) throws -> Dimension? { try dimension(a) ?? dimension(b) }

    // MARK: Nodes

    /// - Parameter value: in the document's unit of that dimension.
    private func number(_ value: Double, _ dimension: Dimension) -> OpaquePointer {
        number(value, units.identifier(of: dimension))
    }

    private func number(_ value: Double, _ unit: String) -> OpaquePointer {
        let isWhole = value == value.rounded() && abs(value) < 1e9
        let node = ASTNode_createWithType(isWhole ? AST_INTEGER : AST_REAL)!
        if isWhole {
            ASTNode_setInteger(node, Int(value))
        } else {
            ASTNode_setReal(node, value)
            ASTNode_setId(node, numbers.mark(value))
        }
        ASTNode_setUnits(node, unit)
        return node
    }

    private func name(_ symbol: Symbol) -> OpaquePointer {
        let node = ASTNode_createWithType(symbol == .time ? AST_NAME_TIME : AST_NAME)!
        ASTNode_setName(node, Identifiers.identifier(symbol.name))
        return node
    }

    private func apply(_ type: ASTNodeType_t, _ arguments: [OpaquePointer]) -> OpaquePointer {
        let node = ASTNode_createWithType(type)!
        for argument in arguments { ASTNode_addChild(node, argument) }
        return node
    }
}

extension Expression {
    fileprivate var isComparison: Bool {
        if case .binary(.less, _, _) = node { return true }
        if case .binary(.lessOrEqual, _, _) = node { return true }
        if case .binary(.equal, _, _) = node { return true }
        return false
    }
}
