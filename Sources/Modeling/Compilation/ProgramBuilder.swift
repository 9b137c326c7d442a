/// Writes a straight-line program value by value, giving equal computations one value.
///
/// Literals are folded; inputs never are, so that a parameter that is estimated later keeps its derivative.
package struct ProgramBuilder {
    /// A number the program will have computed.
    package struct Value: Hashable, Sendable {
        fileprivate let index: Int32
    }

    /// How often an input changes.
    package enum Pace: Sendable { case rarely, always }

    private struct Node: Hashable {
        let operation: Program.Operation
        let a: Int32
        let b: Int32
        let c: Int32

        /// Those of the three that the operation has.
        var operands: ArraySlice<Int32> { [a, b, c].prefix(operation.argumentCount) }
    }

    private enum Origin {
        case input
        case constant(Double)
        case operation(Node)
    }

    private var origins: [Origin] = []
    /// Whether a value can differ from one evaluation to the next.
    private var isDynamic: [Bool] = []
    private var groups: [[Int32]] = []
    private var constants: [UInt64: Int32] = [:]
    private var known: [Node: Int32] = [:]

    package init() {}

    /// A group of inputs that stand side by side in the workspace.
    package mutating func inputs(_ count: Int, changing pace: Pace) -> [Value] {
        let values = (0..<count).map { _ in append(.input, isDynamic: pace == .always) }
        groups.append(values.map(\.index))
        return values
    }

    package mutating func constant(_ value: Double) -> Value {
        if let index = constants[value.bitPattern] { return Value(index: index) }
        let made = append(.constant(value), isDynamic: false)
        constants[value.bitPattern] = made.index
        return made
    }

    /// The number, if a value is a literal.
    package func literal(_ value: Value) -> Double? {
        if case .constant(let number) = origins[Int(value.index)] { return number }
        return nil
    }

    /// The result of an operation; operands it does not have are left out.
    package mutating func apply(
        _ operation: Program.Operation, _ a: Value, _ b: Value? = nil, _ c: Value? = nil
    ) -> Value {
        var (first, second) = (a, b ?? a)
        if operation == .add || operation == .multiply, first.index > second.index { swap(&first, &second) }
        let third = c ?? first
        let literals = [first, second, third].prefix(operation.argumentCount).map(literal)
        if literals.allSatisfy({ $0 != nil }) {
            return constant(
                operation.apply(literal(first) ?? .nan, literal(second) ?? .nan, literal(third) ?? .nan))
        }
        if let simple = simplify(operation, first, second, third) { return simple }
        let node = Node(operation: operation, a: first.index, b: second.index, c: third.index)
        if let index = known[node] { return Value(index: index) }
        let made = append(.operation(node), isDynamic: node.operands.contains { isDynamic[Int($0)] })
        known[node] = made.index
        return made
    }

    private mutating func append(_ origin: Origin, isDynamic dynamic: Bool) -> Value {
        origins.append(origin)
        isDynamic.append(dynamic)
        return Value(index: Int32(origins.count - 1))
    }

    /// What needs no instruction, or a cheaper one.
    private mutating func simplify(
        _ operation: Program.Operation, _ a: Value, _ b: Value, _ c: Value
    ) -> Value? {
        switch (operation, literal(a), literal(b)) {
        case (.add, 0, _): return b
        case (.add, _, 0), (.subtract, _, 0), (.multiply, _, 1), (.divide, _, 1): return a
        case (.multiply, 1, _): return b
        case (.multiply, 0, _), (.multiply, _, 0): return constant(0)
        case (.subtract, 0, _): return apply(.negate, b)
        // A division costs as much as five products; a rarely changing divisor is inverted once.
        case (.divide, let number, _) where number != 1 && !isDynamic[Int(b.index)]:
            return apply(.multiply, a, apply(.divide, constant(1), b))
        case (.multiplyAdd, 0, _), (.multiplyAdd, _, 0), (.multiplySubtract, 0, _), (.multiplySubtract, _, 0): return c
        case (.multiplyAdd, 1, _): return apply(.add, b, c)
        case (.multiplyAdd, _, 1): return apply(.add, a, c)
        case (.multiplyAdd, _, _) where literal(c) == 0: return apply(.multiply, a, b)
        case (.multiplySubtract, 1, _): return apply(.subtract, c, b)
        case (.multiplySubtract, _, 1): return apply(.subtract, c, a)
        // Whole and half powers become products and roots, which are an order of magnitude cheaper.
        case (.power, _, 2): return apply(.multiply, a, a)
        case (.power, _, 3): return apply(.multiply, a, apply(.multiply, a, a))
        case (.power, _, -1): return apply(.divide, constant(1), a)
        case (.power, _, 0.5): return apply(.squareRoot, a)
        default: return nil
        }
    }

    /// The program that computes `results`, and nothing they do not need.
    package func program(results: [Value]) -> Program {
        var isNeeded = Array(repeating: false, count: origins.count)
        for value in results { isNeeded[Int(value.index)] = true }
        for index in origins.indices.reversed() where isNeeded[index] {
            if case .operation(let node) = origins[index] {
                for operand in node.operands { isNeeded[Int(operand)] = true }
            }
        }
        var plan = SlotPlan(valueCount: origins.count)
        var inputs: [Range<Int>] = []
        for group in groups {
            let start = plan.count
            for index in group { plan.keep(index) }
            inputs.append(start..<plan.count)
        }
        var literals: [(slot: Int32, value: Double)] = []
        for index in origins.indices where isNeeded[index] {
            if case .constant(let number) = origins[index] { literals.append((plan.keep(Int32(index)), number)) }
        }
        let operations = origins.indices.compactMap { index -> (value: Int32, node: Node)? in
            guard isNeeded[index], case .operation(let node) = origins[index] else { return nil }
            return (Int32(index), node)
        }
        let prologue = grouped(operations.filter { !isDynamic[Int($0.value)] }).map { value, node in
            let places = (plan.slot(node.a), plan.slot(node.b), plan.slot(node.c))
            return Program.Instruction(
                operation: node.operation, target: plan.keep(value), a: places.0, b: places.1, c: places.2)
        }
        let dynamic = grouped(operations.filter { isDynamic[Int($0.value)] })
        plan.noteUses(dynamic.map(\.node.operands), forEver: results.map(\.index))
        let body = dynamic.enumerated().map { position, operation in
            let node = operation.node
            let places = (plan.slot(node.a), plan.slot(node.b), plan.slot(node.c))
            plan.release(node.operands, after: position)
            return Program.Instruction(
                operation: node.operation, target: plan.borrow(operation.value), a: places.0, b: places.1,
                c: places.2)
        }
        return Program(
            inputs: inputs, constants: literals, prologue: prologue, body: body,
            results: results.map { plan.slot($0.index) }, workspaceCount: plan.count)
    }

    private func grouped(_ operations: [(value: Int32, node: Node)]) -> [(value: Int32, node: Node)] {
        let positions = Dictionary(uniqueKeysWithValues: operations.enumerated().map { ($1.value, $0) })
        let entries = operations.map { operation in
            InstructionOrder.Entry(
                operation: operation.node.operation, needs: operation.node.operands.compactMap { positions[$0] })
        }
        return InstructionOrder.grouped(entries).map { operations[$0] }
    }
}
