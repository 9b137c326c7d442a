import Testing

@testable import Modeling
@testable import Solving

@Suite("Multiscale batches")
struct MultiscaleBatchTests {
    private static let tolerances = Tolerances(relative: 1e-6, absoluteShare: 1e-7)

    /// Women who clear the medicine at different speeds and answer at different levels, with a dose a day.
    private static func problem(_ compiled: CompiledModel, _ women: [(elimination: Double, half: Double)]) throws
        -> LaneProblem
    {
        var schedule = Schedule()
        schedule.doses(10 * milligram, port: "body.vein", every: 1, from: 0, until: 200)
        var constants = LaneRows(compiled.equations.constants.count, .women)
        for (row, value) in (compiled.controlValues + (try compiled.parameterValues())).enumerated() {
            constants.set(row: row, to: value)
        }
        for (lane, woman) in women.enumerated() {
            constants[try LaneProblem.index(of: "body.elimination", in: compiled), lane] = woman.elimination
            constants[try LaneProblem.index(of: "body.half", in: compiled), lane] = woman.half * milligram
        }
        return LaneProblem(
            compiled, constants: constants, states: .resting(compiled, constants: constants), span: 0...300,
            schedule: LaneSchedule(LaneEvent.shared(schedule.events { _ in 0 })))
    }

    private static let women = (0..<LaneShape.batch).map { (elimination: 2 + Double($0), half: 0.2 + 0.1 * Double($0)) }
    private static let samples: [Sample] = [.average(from: 100, to: 101), .instant(150.5), .instant(300)]

    @Test("Each of eight women gets what she gets when all lanes are hers")
    func alone() throws {
        let compiled = try SlowResponse.compiled()
        let solver = try MultiscaleSolver(compiled, tolerances: Self.tolerances)
        let together = try solver.solve(Self.problem(compiled, Self.women), samples: Self.samples)
        #expect(together.failures.isEmpty)
        for lane in 0..<LaneShape.batch {
            let hers = Array(repeating: Self.women[lane], count: LaneShape.batch)
            let single = try solver.solve(Self.problem(compiled, hers), samples: Self.samples)
            for (a, b) in zip(together.outputs, single.outputs) {
                #expect(abs(a[0, lane] - b[0, 0]) < 1e-5, "answer of woman \(lane)")
                #expect(abs(a[1, lane] - b[1, 0]) < 1e-3, "level of woman \(lane) in mg/L")
            }
        }
    }

    @Test("A woman whose parameters are not numbers fails alone, and the others get what they would have got")
    func oneFails() throws {
        let compiled = try SlowResponse.compiled()
        let solver = try MultiscaleSolver(compiled, tolerances: Self.tolerances)
        let usual = try solver.solve(Self.problem(compiled, Self.women), samples: Self.samples)
        for name in ["elimination", "half"] {
            var women = Self.women
            if name == "half" { women[2].half = .nan } else { women[2].elimination = .nan }
            let found = try solver.solve(Self.problem(compiled, women), samples: Self.samples)
            #expect(found.failures.keys.sorted() == [2])
            for lane in 0..<LaneShape.batch where lane != 2 {
                for (a, b) in zip(found.outputs, usual.outputs) {
                    #expect(abs(a[0, lane] - b[0, lane]) < 1e-5, "answer of woman \(lane)")
                }
            }
        }
    }

    @Test("A batch gives the same bits each time, compiled anew too")
    func repetition() throws {
        let problem = try Self.problem(SlowResponse.compiled(), Self.women)
        let first = try MultiscaleSolver(SlowResponse.compiled(), tolerances: Self.tolerances)
            .solve(problem, samples: Self.samples)
        let second = try MultiscaleSolver(SlowResponse.compiled(), tolerances: Self.tolerances)
            .solve(problem, samples: Self.samples)
        #expect(first.bits == second.bits)
    }
}
