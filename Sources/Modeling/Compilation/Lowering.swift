import Symbolics

/// Turns expressions into a program, giving equal subexpressions one slot.
///
/// Linear in the number of distinct nodes. Literals are folded; parameters never are, so that one that is estimated
/// later keeps its derivative.
struct Lowering {
    /// How often a slot changes.
    private enum Variability: Int { case literal, fixed, dynamic }

    private struct Key: Hashable {
        let operation: Program.Operation
        let a: Int32
        let b: Int32
        let c: Int32
    }

    private let layout: Layout
    private var constants: [(slot: Int32, value: Double)] = []
    private var constantSlots: [UInt64: Int32] = [:]
    private var slots: [Key: Int32] = [:]
    private var variability: [Variability]
    private var values: [Int32: Double] = [:]
    private var lowered: [ObjectIdentifier: Int32] = [:]
    private var visited: [Expression] = []
    private var prologue: [Program.Instruction] = []
    private var body: [Program.Instruction] = []

    init(_ layout: Layout) {
        self.layout = layout
        variability = (0..<layout.count).map { $0 < layout.controls.lowerBound ? .dynamic : .fixed }
    }

    /// Lowers all expressions into one program whose results follow their order.
    static func program(for expressions: [Expression], layout: Layout) -> Program {
        var lowering = Lowering(layout)
        let results = expressions.map { lowering.lower($0) }
        return Program(
            constants: lowering.constants, prologue: lowering.prologue, body: lowering.body, results: results,
            workspaceCount: lowering.variability.count)
    }

    private mutating func lower(_ expression: Expression) -> Int32 {
        if let slot = lowered[expression.identity] { return slot }
        let slot = rule(expression)
        lowered[expression.identity] = slot
        visited.append(expression)
        return slot
    }

    private mutating func rule(_ expression: Expression) -> Int32 {
        switch expression.node {
        case .constant(let value, let unit): return constant(value * unit.factor)
        case .symbol(let symbol): return layout.slot(of: symbol)
        case .unary(let operation, let x):
            let slot = lower(x)
            switch operation {
            case .negate: return emit(.negate, slot)
            case .exp: return emit(.exp, slot)
            case .log: return emit(.log, slot)
            case .squareRoot: return emit(.squareRoot, slot)
            }
        case .binary(let operation, let a, let b):
            let (left, right) = (lower(a), lower(b))
            switch operation {
            case .add: return emit(.add, min(left, right), max(left, right))
            case .subtract: return emit(.subtract, left, right)
            case .multiply: return emit(.multiply, min(left, right), max(left, right))
            case .divide: return emit(.divide, left, right)
            case .power: return power(left, right)
            case .minimum: return emit(.minimum, left, right)
            case .maximum: return emit(.maximum, left, right)
            case .less: return emit(.less, left, right)
            case .lessOrEqual: return emit(.lessOrEqual, left, right)
            }
        case .select(let condition, let then, let otherwise):
            return emit(.select, lower(condition), lower(then), lower(otherwise))
        }
    }

    /// Whole and half powers become products and roots, which are an order of magnitude cheaper.
    private mutating func power(_ base: Int32, _ exponent: Int32) -> Int32 {
        switch values[exponent] {
        case 2: return emit(.multiply, base, base)
        case 3: return emit(.multiply, base, emit(.multiply, base, base))
        case -1: return emit(.divide, constant(1), base)
        case 0.5: return emit(.squareRoot, base)
        default: return emit(.power, base, exponent)
        }
    }

    private mutating func constant(_ value: Double) -> Int32 {
        if let slot = constantSlots[value.bitPattern] { return slot }
        let slot = newSlot(.literal)
        constants.append((slot, value))
        constantSlots[value.bitPattern] = slot
        values[slot] = value
        return slot
    }

    private mutating func newSlot(_ kind: Variability) -> Int32 {
        variability.append(kind)
        return Int32(variability.count - 1)
    }

    private mutating func emit(_ operation: Program.Operation, _ a: Int32, _ b: Int32 = 0, _ c: Int32 = 0) -> Int32 {
        let key = Key(operation: operation, a: a, b: b, c: c)
        if let slot = slots[key] { return slot }
        let arguments = operation.argumentCount == 1 ? [a] : operation.argumentCount == 2 ? [a, b] : [a, b, c]
        let kind = arguments.map { variability[Int($0)] }.max { $0.rawValue < $1.rawValue } ?? .literal
        let slot: Int32
        if kind == .literal {
            slot = constant(operation.apply(value(a), value(b), value(c)))
        } else {
            slot = newSlot(kind)
            let instruction = Program.Instruction(operation: operation, target: slot, a: a, b: b, c: c)
            if kind == .fixed { prologue.append(instruction) } else { body.append(instruction) }
        }
        slots[key] = slot
        return slot
    }

    private func value(_ slot: Int32) -> Double { values[slot] ?? .nan }
}

extension Program.Operation {
    var argumentCount: Int {
        switch self {
        case .negate, .exp, .log, .squareRoot: return 1
        case .select: return 3
        default: return 2
        }
    }
}
