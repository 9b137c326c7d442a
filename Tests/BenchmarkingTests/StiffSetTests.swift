import Benchmarking
import Modeling
import Solving
import Testing

@Suite("The stiff set")
struct StiffSetTests {
    /// How many times the tolerance per step the relative error at the end may be: errors of steps add up, and a
    /// multistep method controls an estimate that is itself an estimate.
    private static func allowance(_ method: StiffMeasurement.Method) -> Double {
        switch method {
        case .cvodes: return 1_000
        case .full: return 20
        }
    }

    private static let cases: [(name: String, method: StiffMeasurement.Method)] = [
        "Robertson", "HIRES", "van der Pol", "Pollution", "OREGO", "100 jumps", "100 jumps aside",
    ].flatMap { name in StiffMeasurement.Method.allCases.map { (name, $0) } }

    @Test("Every problem ends where it is published to, to the digits the tolerance promises", arguments: cases)
    func ends(name: String, method: StiffMeasurement.Method) throws {
        let problem = try #require(StiffProblem.all().first { $0.name == name })
        for relative in [1e-4, 1e-6, 1e-8] {
            let measurement = try StiffMeasurement(problem, method, relative: relative)
            #expect(measurement.failure == nil)
            let allowed = Self.allowance(method) * relative
            #expect(
                measurement.largestRelativeError < allowed,
                "relative error at a tolerance of \(relative); \(allowed) is allowed")
        }
    }

    @Test("Robertson's reactions are where two independent formulations agree on, from 0.4 to 4e10 days")
    func robertsonOnTheWay() throws {
        let problem = try StiffProblem.robertson()
        let tolerances = Tolerances(relative: 1e-9, absoluteShare: 1e-9)
        for (time, states) in StiffProblem.robertsonOnTheWay {
            let task = try problem.initialValueProblem(until: time)
            for solver: any Solver in [
                CVODES(tolerances: tolerances), BatchedSolver(task.compiled, tolerances: tolerances),
            ] {
                let found = try solver.solve(task, samples: []).finalState
                let error = StiffProblem.largestRelativeError(found, known: states)
                #expect(error < 1e-6, "relative error of the worst substance on day \(time)")
            }
        }
    }

    @Test("One-step integration starts again after a jump with less work than a multistep method")
    func restarts() throws {
        let problem = try StiffProblem.repeatedJumpsOffManifold()
        let multistep = try StiffMeasurement(problem, .cvodes, relative: 1e-6)
        let single = try StiffMeasurement(problem, .full, relative: 1e-6)
        #expect(multistep.statistics.events == 100)
        #expect(single.statistics.events == 100)
        #expect(
            2 * single.statistics.steps < multistep.statistics.steps,
            "\(single.statistics.steps) steps against \(multistep.statistics.steps)")
        #expect(single.statistics.errorTestFailures <= 10, "the step after a jump is remembered, not searched for anew")
    }

    @Test("Dose by dose, both states of the jumps agree with the closed form just before every jump")
    func jumpsOnTheWay() throws {
        let tolerances = Tolerances(relative: 1e-8, absoluteShare: 1e-10)
        for (problem, gap) in [(try StiffProblem.repeatedJumps(), 0.0), (try .repeatedJumpsOffManifold(), 1)] {
            for day in [0.02, 0.05, 0.1003, 2.5, 5.0005] {
                let task = try problem.initialValueProblem(until: day)
                let known = StiffProblem.afterJumps(at: day, gap: gap)
                for solver: any Solver in [
                    CVODES(tolerances: tolerances), BatchedSolver(task.compiled, tolerances: tolerances),
                ] {
                    let found = try solver.solve(task, samples: []).finalState
                    let error = StiffProblem.largestRelativeError(found, known: known)
                    #expect(error < 1e-5, "\(problem.name) until day \(day)")
                }
            }
        }
    }

    @Test("An error that is not a number is told as such, not hidden behind a number")
    func notANumber() {
        #expect(StiffProblem.largestRelativeError([1, .nan, 1], known: [1, 1, 1]).isNaN)
        #expect(StiffProblem.largestRelativeError([.nan, 2], known: [1, 1]).isNaN)
        #expect(StiffProblem.largestRelativeError([1.5, 3], known: [1, 4]) == 0.5)
    }
}
