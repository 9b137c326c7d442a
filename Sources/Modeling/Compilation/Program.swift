/// A straight-line program over a workspace of numbers, made by a `ProgramBuilder`.
///
/// The workspace starts with the inputs, group after group, then constants, then temporaries, whose places are used
/// again once nothing reads them. The prologue holds what depends on rarely changing inputs alone and is run only when
/// those change.
public struct Program: Sendable {
    /// One operation: `workspace[target] = operation(workspace[a], workspace[b], workspace[c])`.
    public struct Instruction: Sendable {
        public let operation: Operation
        public let target: Int32
        public let a: Int32
        public let b: Int32
        public let c: Int32
    }

    /// What an instruction does. The raw values are the order in which the vector kernels number them.
    public enum Operation: UInt8, Sendable, CaseIterable {
        case add, subtract, multiply, divide, negate, exp, log, squareRoot, power, minimum, maximum, less,
            lessOrEqual, select
        /// `a * b + c`, rounded once.
        case multiplyAdd
        /// `c - a * b`, rounded once.
        case multiplySubtract
        case sine, cosine, arctangent, floor, gamma, equal
    }

    /// Where each group of inputs stands, in the order in which the builder was asked for them.
    public let inputs: [Range<Int>]
    public let constants: [(slot: Int32, value: Double)]
    public let prologue: [Instruction]
    public let body: [Instruction]
    /// Where each result stands.
    public let results: [Int32]
    public let workspaceCount: Int

    /// Operations per evaluation, the prologue not counted.
    public var instructionCount: Int { body.count }
}

extension Program.Operation {
    var argumentCount: Int {
        switch self {
        case .negate, .exp, .log, .squareRoot, .sine, .cosine, .arctangent, .floor, .gamma: return 1
        case .select, .multiplyAdd, .multiplySubtract: return 3
        default: return 2
        }
    }
}
