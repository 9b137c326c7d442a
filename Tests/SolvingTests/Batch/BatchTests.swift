import Foundation
import Symbolics
import Testing

@testable import Modeling
@testable import Solving

@Suite("Batches of women")
struct BatchTests {
    private static let tolerances = Tolerances(relative: 1e-7, absoluteShare: 1e-9)

    @Test("Each of eight women gets what she gets when all lanes are hers, and what the closed form gives")
    func alone() throws {
        let compiled = try Absorption.compiled()
        let solver = BatchedSolver(compiled, tolerances: Self.tolerances)
        let batch = WomenBatch(seed: 11)
        let together = try solver.solve(batch.problem(compiled), samples: WomenBatch.samples)
        #expect(together.failures.isEmpty)
        for lane in 0..<LaneShape.batch {
            let hers = WomenBatch(Array(repeating: batch.women[lane], count: LaneShape.batch))
            let single = try solver.solve(hers.problem(compiled), samples: WomenBatch.samples)
            for (a, b) in zip(together.outputs, single.outputs) {
                #expect(abs(a[0, lane] - b[0, 0]) < 1e-5, "mg in the blood of woman \(lane)")
            }
            #expect(abs(together.outputs[4][0, lane] - batch.bloodAtEnd(lane)) < 1e-5, "mg at the end, closed form")
            #expect(single.finalStates.rows([1]).values.allSatisfy { $0 == single.finalStates[1, 0] })
        }
    }

    @Test("The lane a woman is on does not change a bit of her result")
    func lanes() throws {
        let compiled = try Absorption.compiled()
        let solver = BatchedSolver(compiled, tolerances: Self.tolerances)
        let batch = WomenBatch(seed: 12)
        let turned = WomenBatch(Array(batch.women[3...] + batch.women[..<3]))
        let (a, b) = (
            try solver.solve(batch.problem(compiled), samples: WomenBatch.samples),
            try solver.solve(turned.problem(compiled), samples: WomenBatch.samples)
        )
        for (mine, other) in zip(a.outputs + [a.finalStates], b.outputs + [b.finalStates]) {
            for row in 0..<mine.count {
                for lane in 0..<LaneShape.batch { #expect(mine[row, (lane + 3) % LaneShape.batch] == other[row, lane]) }
            }
        }
    }

    @Test("Batches give the same bits in any order and on any thread")
    func order() throws {
        let compiled = try Absorption.compiled()
        let solver = BatchedSolver(compiled, tolerances: Self.tolerances)
        let problems = try (0..<6).map { try WomenBatch(seed: UInt64(20 + $0)).problem(compiled) }
        func bits(_ index: Int) throws -> [UInt64] {
            try solver.solve(problems[index], samples: WomenBatch.samples).bits
        }
        let forwards = try problems.indices.map { try bits($0) }
        let backwards = try problems.indices.reversed().map { try bits($0) }
        #expect(Array(backwards.reversed()) == forwards)
        let results = Results(count: problems.count)
        DispatchQueue.concurrentPerform(iterations: problems.count) { index in
            results.set(index, try? solver.solve(problems[index], samples: WomenBatch.samples).bits)
        }
        #expect(results.all == forwards)
        let again = BatchedSolver(try Absorption.compiled(), tolerances: Self.tolerances)
        #expect(try again.solve(problems[2], samples: WomenBatch.samples).bits == forwards[2], "compiled anew")
    }

    /// What several threads put side by side.
    private final class Results: @unchecked Sendable {
        private let lock = NSLock()
        private var values: [[UInt64]?]

        init(count: Int) { values = Array(repeating: nil, count: count) }
        func set(_ index: Int, _ value: [UInt64]?) { lock.withLock { values[index] = value } }
        var all: [[UInt64]?] { lock.withLock { values } }
    }

    @Test("A woman whose parameters are not numbers fails alone, and the others finish")
    func oneFails() throws {
        let compiled = try Absorption.compiled()
        let solver = BatchedSolver(compiled, tolerances: Self.tolerances)
        var batch = WomenBatch(seed: 13)
        var women = batch.women
        women[3].ke = .nan
        batch = WomenBatch(women)
        let trajectory = try solver.solve(batch.problem(compiled), samples: WomenBatch.samples)
        #expect(trajectory.failures.keys.sorted() == [3])
        #expect(trajectory.failures[3]?.reason == "its rates are not finite numbers")
        #expect(trajectory.failures[3]?.time == 0)
        for lane in 0..<LaneShape.batch where lane != 3 {
            #expect(abs(trajectory.outputs[4][0, lane] - batch.bloodAtEnd(lane)) < 1e-5, "mg at the end, woman \(lane)")
        }
    }

    @Test("If no woman is left, the batch says why")
    func allFail() throws {
        let compiled = try Absorption.compiled()
        let solver = BatchedSolver(compiled, tolerances: Self.tolerances)
        let lost = WomenBatch.Woman(ka: 3, ke: .nan, share: 0.4)
        let problem = try WomenBatch(Array(repeating: lost, count: LaneShape.batch)).problem(compiled)
        let error = #expect(throws: SolverError.self) { try solver.solve(problem, samples: []) }
        #expect(error?.reason == "its rates are not finite numbers")
    }

    @Test("A woman whose state runs away fails when it does, and not before")
    func explosion() throws {
        let compiled = try Equations.compiled([1, 1]) { y, _ in [y[0] * y[0], -y[1]] }
        var states = LaneRows(2, .women)
        states.set(row: 1, to: 1)
        // y' = y² from 1 has no solution beyond day 1; from smaller values it lasts longer.
        for lane in 0..<LaneShape.batch { states[0, lane] = lane == 6 ? 1 : 0.1 }
        let problem = LaneProblem(
            compiled, constants: LaneRows(0, .women), states: states, span: 0...2, schedule: LaneSchedule([]))
        let trajectory = try BatchedSolver(compiled, tolerances: Self.tolerances).solve(problem, samples: [])
        #expect(trajectory.failures.keys.sorted() == [6])
        #expect(abs((trajectory.failures[6]?.time ?? 0) - 1) < 0.01, "days")
        #expect(abs(trajectory.finalStates[0, 0] - 0.125) < 1e-6, "1 / (10 − 2) for the others")
    }

    @Test("Women with doses of their own, some at the same moment, each get theirs")
    func ownDoses() throws {
        let compiled = try Absorption.compiled()
        let solver = BatchedSolver(compiled, tolerances: Self.tolerances)
        let times = (0..<LaneShape.batch).map { lane in lane < 4 ? [0.0, 2] : [Double(lane) / 7, 2] }
        let events = times.enumerated().map { lane, times -> [Event] in
            var schedule = Schedule()
            for time in times { schedule.dose(Double(lane + 1) * milligram, port: "drug.oral", at: time) }
            if lane == 5 { schedule.change(parameter: "drug.ke", to: 1, at: 3) }
            return schedule.events { _ in 0 }
        }
        var problem = try WomenBatch(Array(repeating: .init(ka: 3, ke: 0.5, share: 0.4), count: LaneShape.batch))
            .problem(compiled)
        problem = LaneProblem(
            compiled, constants: problem.constants, states: problem.states, span: 0...3,
            schedule: LaneSchedule(LaneEvent.merged(events)))
        let trajectory = try solver.solve(problem, samples: [.instant(3)])
        for lane in 0..<LaneShape.batch {
            let exact = times[lane].map { 0.4 * Double(lane + 1) * bateman(3 - $0) }.reduce(0, +)
            #expect(abs(trajectory.outputs[0][0, lane] - exact) < 1e-5, "mg in the blood of woman \(lane)")
        }
    }

    @Test("A woman who begins later rests until then, and takes a dose at the very moment she begins")
    func laterBeginning() throws {
        let compiled = try Absorption.compiled()
        let starts = (0..<LaneShape.batch).map { $0 == 5 ? 2.25 : 0 }
        let events = starts.map { start -> [Event] in
            var schedule = Schedule()
            for time in [start, 2.5] { schedule.dose(10 * milligram, port: "drug.oral", at: time) }
            return schedule.events { _ in 0 }
        }
        let usual = try WomenBatch(Array(repeating: .init(ka: 3, ke: 0.5, share: 0.4), count: LaneShape.batch))
            .problem(compiled)
        let problem = LaneProblem(
            compiled, constants: usual.constants, states: usual.states, span: 0...3,
            schedule: LaneSchedule(LaneEvent.merged(events, starts: starts)))
        let solvers: [any LaneSolver] = [
            BatchedSolver(compiled, tolerances: Self.tolerances), try MultiscaleSolver(compiled),
        ]
        for solver in solvers {
            let trajectory = try solver.solve(problem, samples: [.instant(3)])
            for lane in 0..<LaneShape.batch {
                let exact = [starts[lane], 2.5].map { 4 * bateman(3 - $0) }.reduce(0, +)
                #expect(abs(trajectory.outputs[0][0, lane] - exact) < 1e-5, "mg in the blood of woman \(lane)")
            }
        }
    }
}
