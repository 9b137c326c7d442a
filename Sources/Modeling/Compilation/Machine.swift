import Foundation
import Symbolics

/// Runs a program on a workspace of its own; one per thread and solver.
///
/// A class because it owns memory that is reused at every evaluation: no allocation happens after it is made.
public final class Machine {
    private let program: Program
    private let workspace: UnsafeMutablePointer<Double>

    init(_ program: Program) {
        self.program = program
        workspace = .allocate(capacity: program.workspaceCount)
        workspace.initialize(repeating: 0, count: program.workspaceCount)
        for (slot, value) in program.constants { workspace[Int(slot)] = value }
    }

    deinit { workspace.deallocate() }

    /// Takes new controls and parameters, in base units and in the model's order.
    public func load(controls: [Double], parameters: [Double]) {
        for (slot, value) in zip(program.inputs[Layout.controls], controls) { workspace[slot] = value }
        for (slot, value) in zip(program.inputs[Layout.parameters], parameters) { workspace[slot] = value }
        run(program.prologue)
    }

    /// Evaluates all results at a time and state, in base units.
    ///
    /// - Parameter results: room for as many numbers as the program has results.
    public func evaluate(
        time: Double, states: UnsafePointer<Double>, into results: UnsafeMutablePointer<Double>
    ) {
        workspace[program.inputs[Layout.time].lowerBound] = time
        let places = program.inputs[Layout.states]
        (workspace + places.lowerBound).update(from: states, count: places.count)
        run(program.body)
        // Safe because the builder gives every result a slot below `workspaceCount`.
        program.results.withUnsafeBufferPointer { slots in
            for index in 0..<slots.count { results[index] = workspace[Int(slots[index])] }
        }
    }

    private func run(_ instructions: [Program.Instruction]) {
        let w = workspace
        // Safe because a program only writes slots below `workspaceCount` and reads slots written before.
        instructions.withUnsafeBufferPointer { buffer in
            for i in buffer {
                let a = w[Int(i.a)]
                let result: Double
                switch i.operation {
                case .add: result = a + w[Int(i.b)]
                case .subtract: result = a - w[Int(i.b)]
                case .multiply: result = a * w[Int(i.b)]
                case .divide: result = a / w[Int(i.b)]
                case .negate: result = -a
                case .exp: result = Foundation.exp(a)
                case .log: result = Foundation.log(a)
                case .squareRoot: result = a.squareRoot()
                case .power: result = Foundation.pow(a, w[Int(i.b)])
                case .minimum: result = a < w[Int(i.b)] ? a : w[Int(i.b)]
                case .maximum: result = a < w[Int(i.b)] ? w[Int(i.b)] : a
                case .less: result = a < w[Int(i.b)] ? 1 : 0
                case .lessOrEqual: result = a <= w[Int(i.b)] ? 1 : 0
                case .select: result = a != 0 ? w[Int(i.b)] : w[Int(i.c)]
                case .multiplyAdd: result = Foundation.fma(a, w[Int(i.b)], w[Int(i.c)])
                case .multiplySubtract: result = Foundation.fma(-a, w[Int(i.b)], w[Int(i.c)])
                case .sine: result = Foundation.sin(a)
                case .cosine: result = Foundation.cos(a)
                case .arctangent: result = Foundation.atan(a)
                case .floor: result = a.rounded(.down)
                case .gamma: result = UnaryOperation.gamma.apply(a)
                case .equal: result = a == w[Int(i.b)] ? 1 : 0
                }
                w[Int(i.target)] = result
            }
        }
    }
}

extension Program.Operation {
    /// The operation on plain numbers, for folding literals.
    func apply(_ a: Double, _ b: Double, _ c: Double) -> Double {
        switch self {
        case .add: return a + b
        case .subtract: return a - b
        case .multiply: return a * b
        case .divide: return a / b
        case .negate: return -a
        case .exp: return Foundation.exp(a)
        case .log: return Foundation.log(a)
        case .squareRoot: return a.squareRoot()
        case .power: return Foundation.pow(a, b)
        case .minimum: return a < b ? a : b
        case .maximum: return a < b ? b : a
        case .less: return a < b ? 1 : 0
        case .lessOrEqual: return a <= b ? 1 : 0
        case .select: return a != 0 ? b : c
        case .multiplyAdd: return Foundation.fma(a, b, c)
        case .multiplySubtract: return Foundation.fma(-a, b, c)
        case .sine: return Foundation.sin(a)
        case .cosine: return Foundation.cos(a)
        case .arctangent: return Foundation.atan(a)
        case .floor: return a.rounded(.down)
        case .gamma: return UnaryOperation.gamma.apply(a)
        case .equal: return a == b ? 1 : 0
        }
    }
}
