import CLanes
import Modeling

/// A program in the form the kernels run; made once and shared by all threads.
struct LaneProgram: Sendable {
    let program: Program
    private let prologue: LaneCode
    private let body: LaneCode

    init(_ program: Program) {
        self.program = program
        prologue = LaneCode(program.prologue, width: LaneShape.women.width)
        body = LaneCode(program.body, width: LaneShape.women.width)
    }

    /// Prologue and body for rows of a width.
    func code(for shape: LaneShape) -> (prologue: LaneCode, body: LaneCode) {
        shape.width == LaneShape.women.width
            ? (prologue, body)
            : (LaneCode(program.prologue, width: shape.width), LaneCode(program.body, width: shape.width))
    }
}

/// Instructions as the kernels read them: runs of one kind.
struct LaneCode: Sendable {
    private let runs: [osteon_run]
    private let instructions: [osteon_instruction]

    init(_ code: [Program.Instruction], width: Int) {
        func place(_ slot: Int32) -> UInt32 { UInt32(Int(slot) * width * MemoryLayout<Double>.stride) }
        instructions = code.map {
            osteon_instruction(target: place($0.target), a: place($0.a), b: place($0.b), c: place($0.c))
        }
        var runs: [osteon_run] = []
        for instruction in code {
            let operation = Int32(instruction.operation.rawValue)
            if runs.last?.operation == operation {
                runs[runs.count - 1].length += 1
            } else {
                runs.append(osteon_run(operation: operation, length: 1))
            }
        }
        self.runs = runs
    }

    func withProgram(_ use: (osteon_program) -> Void) {
        runs.withUnsafeBufferPointer { runs in
            instructions.withUnsafeBufferPointer { instructions in
                use(
                    osteon_program(
                        runs: runs.baseAddress, run_count: runs.count, instructions: instructions.baseAddress))
            }
        }
    }
}
