/// A straight-line program over a workspace of numbers, made by lowering expressions.
///
/// The workspace starts with time, states, controls and parameters, then constants, then temporaries. The prologue
/// holds what depends on controls and parameters alone and is run only when those change.
public struct Program: Sendable {
    /// One operation: `workspace[target] = operation(workspace[a], workspace[b], workspace[c])`.
    public struct Instruction: Sendable {
        let operation: Operation
        let target: Int32
        let a: Int32
        let b: Int32
        let c: Int32
    }

    enum Operation: UInt8, Sendable {
        case add, subtract, multiply, divide, negate, exp, log, squareRoot, power, minimum, maximum, less,
            lessOrEqual, select
    }

    let constants: [(slot: Int32, value: Double)]
    let prologue: [Instruction]
    let body: [Instruction]
    /// Where each result stands.
    let results: [Int32]
    let workspaceCount: Int

    /// Operations per evaluation, the prologue not counted.
    public var instructionCount: Int { body.count }
}
