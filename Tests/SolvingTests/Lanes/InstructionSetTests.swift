import CLanes
import Symbolics
import Testing

@testable import Modeling
@testable import Solving

/// Which kernels are used is decided once for all threads, so these tests run one after another.
@Suite("Instruction sets", .serialized)
struct InstructionSetTests {
    private static let hasAVX512 = InstructionSet.name == "AVX-512"
    private static let hasAVX2 = InstructionSet.name != "portable"

    /// Every operation, in equations coupled so that every part of a step matters.
    private static func step() throws -> RosenbrockStep {
        let compiled = try Equations.compiled([0.7, 1.3, 0.4]) { y, t in
            let shared = exp(-y[0]) * pow(y[1], y[0] + 1.3) + log(y[2] + 2) * sqrt(y[1])
            let choice = select(y[0] < y[1], shared, pow(y[2], 3)) + select(y[2] <= 0.4, y[0], -y[1])
            let angles = sin(y[0]) * cos(t) + atan(y[1]) + gamma(y[2] + 1) * floor(3 * y[0]) + (y[0] == y[1])
            return [
                angles + shared - 4 * y[0] * y[1] + min(y[0], y[2]), choice - 9 * y[1] + max(y[1], t),
                y[0] / (1 + y[2]) - y[2],
            ]
        }
        return RosenbrockStep(compiled.equations)
    }

    /// All results of one step on all lanes.
    private static func results(_ step: RosenbrockStep, _ shape: LaneShape, limit: Int32, named: String) -> [UInt64] {
        osteon_limit_instruction_set(limit)
        defer { osteon_limit_instruction_set(2) }
        #expect(InstructionSet.name == named)
        var numbers = SeededNumbers(seed: 3)
        let machine = LaneMachine(step.program, shape)
        machine.set(RosenbrockStep.toleranceGroup, 0, to: 1e-6)
        machine.set(RosenbrockStep.toleranceGroup, 1, to: 1e-6)
        machine.prepare()
        machine.set(EquationSystem.timeGroup, to: 0.3)
        machine.set(RosenbrockStep.lengthGroup, to: 0.001)
        var states = LaneRows(3, shape)
        for index in states.values.indices { states.values[index] = numbers.number(in: 0.2...2) }
        machine.set(EquationSystem.stateGroup, to: states)
        machine.run()
        return machine.results(0..<(step.squaredError + 1)).values.map(\.bitPattern)
    }

    private static let shapes: [LaneShape] = [.women, .derivatives(3), .derivatives(12)]

    @Test(
        "AVX2 gives the same bits as AVX-512 for a whole step",
        .enabled(if: hasAVX512, "this machine has no AVX-512 to compare with"), arguments: shapes)
    func avx2(shape: LaneShape) throws {
        let step = try Self.step()
        let best = Self.results(step, shape, limit: 2, named: "AVX-512")
        #expect(best.allSatisfy { Double(bitPattern: $0).isFinite })
        #expect(Self.results(step, shape, limit: 1, named: "AVX2") == best)
    }

    @Test(
        "Portable code gives the same bits as AVX2 for a whole step",
        .enabled(if: hasAVX2, "this machine has no vector instructions to compare with"), arguments: shapes)
    func portable(shape: LaneShape) throws {
        let step = try Self.step()
        let portable = Self.results(step, shape, limit: 0, named: "portable")
        #expect(Self.results(step, shape, limit: 1, named: "AVX2") == portable)
    }

    @Test("A step of one lane does not depend on what the other lanes hold")
    func independence() throws {
        let step = try Self.step()
        func run(_ others: Double) -> [UInt64] {
            let machine = LaneMachine(step.program, .women)
            machine.set(RosenbrockStep.toleranceGroup, 0, to: 1e-6)
            machine.set(RosenbrockStep.toleranceGroup, 1, to: 1e-6)
            machine.prepare()
            machine.set(EquationSystem.timeGroup, to: 0.3)
            machine.set(RosenbrockStep.lengthGroup, to: 0.001)
            var states = LaneRows(3, .women)
            for row in 0..<3 {
                for lane in 0..<LaneShape.batch { states[row, lane] = lane == 5 ? 0.8 + Double(row) / 4 : others }
            }
            machine.set(EquationSystem.stateGroup, to: states)
            machine.run()
            return (0...step.squaredError).map { machine.result($0)[5].bitPattern }
        }
        #expect(run(1) == run(.nan))
        #expect(run(1) == run(-1e300))
    }
}
