import Testing

import func Foundation.exp

@testable import Modeling
@testable import Solving

/// Solvers of full resolution; each must place doses as the closed form does.
enum DosedSolver: String, CaseIterable, CustomTestStringConvertible {
    case cvodes, batched

    var testDescription: String { rawValue }

    func solver(_ compiled: CompiledModel, _ relative: Double = 1e-8) -> any Solver {
        let tolerances = Tolerances(relative: relative, absoluteShare: relative * 1e-3)
        switch self {
        case .cvodes: return CVODES(tolerances: tolerances)
        case .batched: return BatchedSolver(compiled, tolerances: tolerances)
        }
    }
}

@Suite("When doses act")
struct DoseTimeTests {
    /// What the closed form gives for 10 mg tablets, in mg.
    private static func blood(_ time: Double, after doses: [Double]) -> Double {
        doses.filter { $0 < time }.map { 4 * bateman(time - $0) }.reduce(0, +)
    }

    private static func schedule(_ times: [Double]) -> [Event] {
        var schedule = Schedule()
        for time in times { schedule.dose(10 * milligram, port: "drug.oral", at: time) }
        return schedule.events { _ in 0 }
    }

    private static let tolerance = 1e-6

    @Test("A dose at the very start acts, and a sample there sees the state before it", arguments: DosedSolver.allCases)
    func start(_ kind: DosedSolver) throws {
        let compiled = try Absorption.compiled()
        let problem = try InitialValueProblem(resting: compiled, span: 2...4, events: Self.schedule([2]))
        let trajectory = try kind.solver(compiled).solve(problem, samples: [.instant(2), .instant(3), .instant(4)])
        let blood = try #require(trajectory["blood"])
        #expect(blood[0] == 0)
        for (value, time) in zip(blood, [2.0, 3, 4]) {
            #expect(abs(value - Self.blood(time, after: [2])) < Self.tolerance, "mg on day \(time)")
        }
    }

    @Test("A dose at the very end is left to whoever goes on from there", arguments: DosedSolver.allCases)
    func end(_ kind: DosedSolver) throws {
        let compiled = try Absorption.compiled()
        let solver = kind.solver(compiled)
        let events = Self.schedule([0, 3])
        var problem = try InitialValueProblem(resting: compiled, span: 0...3, events: events)
        let first = try solver.solve(problem, samples: [.instant(3)])
        #expect(abs((first["blood"]?[0] ?? .nan) - Self.blood(3, after: [0])) < Self.tolerance)
        #expect(first.statistics.events == 1)
        let gut = first.finalState[0] / milligram
        #expect(abs(gut - 4 * exp(-9.0)) < Self.tolerance, "mg in the gut: the second tablet is not there yet")
        problem.initialState = first.finalState
        problem.span = 3...5
        let second = try solver.solve(problem, samples: [.instant(5)])
        #expect(
            abs((second["blood"]?[0] ?? .nan) - Self.blood(5, after: [0, 3])) < Self.tolerance,
            "taken once: not lost between the spans and not counted twice")
    }

    @Test("Tablets and an injection at one moment add up", arguments: DosedSolver.allCases)
    func simultaneous(_ kind: DosedSolver) throws {
        let compiled = try Absorption.compiled()
        var schedule = Schedule()
        schedule.dose(10 * milligram, port: "drug.oral", at: 1)
        schedule.dose(3 * milligram, port: "drug.vein", at: 1)
        schedule.dose(5 * milligram, port: "drug.oral", at: 1)
        let events = schedule.events { _ in 0 }
        #expect(events.count == 1)
        let problem = try InitialValueProblem(resting: compiled, span: 0...4, events: events)
        let trajectory = try kind.solver(compiled).solve(problem, samples: [.instant(1), .instant(2.5)])
        let blood = try #require(trajectory["blood"])
        #expect(blood[0] == 0)
        let exact = 15 * 0.4 * bateman(1.5) + 3 * exp(-0.5 * 1.5)
        #expect(abs(blood[1] - exact) < Self.tolerance, "mg a day and a half later")
    }

    @Test("Two equal tablets at one moment are two tablets", arguments: DosedSolver.allCases)
    func twice(_ kind: DosedSolver) throws {
        let compiled = try Absorption.compiled()
        let problem = try InitialValueProblem(resting: compiled, span: 0...2, events: Self.schedule([1, 1]))
        let trajectory = try kind.solver(compiled).solve(problem, samples: [.instant(2)])
        #expect(abs((trajectory["blood"]?[0] ?? .nan) - 8 * bateman(1)) < Self.tolerance)
    }

    @Test(
        "Averages across doses agree with the closed form, wherever they begin and end", arguments: DosedSolver.allCases
    )
    func averages(_ kind: DosedSolver) throws {
        let compiled = try Absorption.compiled()
        let doses = (0..<6).map(Double.init)
        let problem = try InitialValueProblem(resting: compiled, span: 0...7, events: Self.schedule(doses))
        let windows = [(0.0, 7.0), (0, 1), (1, 2), (0.3, 4.7), (2, 2.25), (2.75, 3), (2.9, 3.1), (5.5, 6.5), (3, 7)]
        let trajectory = try kind.solver(compiled).solve(
            problem, samples: windows.map { .average(from: $0.0, to: $0.1) } + [.instant(3.2)])
        let blood = try #require(trajectory["blood"])
        for ((from, to), found) in zip(windows, blood) {
            let exact =
                doses.map { 4 * (batemanIntegral(to - $0) - batemanIntegral(from - $0)) }.reduce(0, +) / (to - from)
            #expect(abs(found - exact) < 1e-5, "mg on average from day \(from) to \(to); exact \(exact)")
        }
        #expect(abs(blood[windows.count] - Self.blood(3.2, after: doses)) < Self.tolerance, "an instant among averages")
    }

    @Test(
        "Averages across injections count the level before a jump up to it and the one after from there",
        arguments: DosedSolver.allCases)
    func averagesAcrossJumps(_ kind: DosedSolver) throws {
        let compiled = try Absorption.compiled()
        let doses = [1.0, 1.2, 3.5]
        var schedule = Schedule()
        for time in doses { schedule.dose(10 * milligram, port: "drug.vein", at: time) }
        let problem = try InitialValueProblem(resting: compiled, span: 0...5, events: schedule.events { _ in 0 })
        let windows = [(0.0, 5.0), (0.9, 1.1), (1, 1.2), (1.1, 3.6), (3.4, 3.5), (3.5, 3.6)]
        let trajectory = try kind.solver(compiled).solve(
            problem, samples: windows.map { .average(from: $0.0, to: $0.1) })
        let blood = try #require(trajectory["blood"])
        func integral(_ time: Double) -> Double {
            doses.filter { $0 < time }.map { 10 * (1 - exp(-0.5 * (time - $0))) / 0.5 }.reduce(0, +)
        }
        for ((from, to), found) in zip(windows, blood) {
            let exact = (integral(to) - integral(from)) / (to - from)
            #expect(abs(found - exact) < 1e-5, "mg on average from day \(from) to \(to); exact \(exact)")
        }
    }

    @Test("A change and a dose at one moment: the change comes first", arguments: DosedSolver.allCases)
    func changeAndDose(_ kind: DosedSolver) throws {
        let compiled = try Absorption.compiled()
        for isChangeFirst in [true, false] {
            var schedule = Schedule()
            if isChangeFirst { schedule.change(parameter: "drug.share", to: 0.8, at: 1) }
            schedule.dose(10 * milligram, port: "drug.oral", at: 1)
            if !isChangeFirst { schedule.change(parameter: "drug.share", to: 0.8, at: 1) }
            let problem = try InitialValueProblem(resting: compiled, span: 0...3, events: schedule.events { _ in 0 })
            let trajectory = try kind.solver(compiled).solve(problem, samples: [.instant(3)])
            #expect(abs((trajectory["blood"]?[0] ?? .nan) - 8 * bateman(2)) < Self.tolerance, "mg, 8 of 10 mg arriving")
        }
    }

    @Test("Doses a hair apart are both taken", arguments: DosedSolver.allCases)
    func close(_ kind: DosedSolver) throws {
        let compiled = try Absorption.compiled()
        let times = [1.0, 1 + 1e-12, 1 + 1e-7]
        let problem = try InitialValueProblem(resting: compiled, span: 0...2, events: Self.schedule(times))
        let trajectory = try kind.solver(compiled).solve(problem, samples: [.instant(2)])
        #expect(abs((trajectory["blood"]?[0] ?? .nan) - Self.blood(2, after: times)) < 10 * Self.tolerance)
    }

    @Test("Names that the model does not have are refused", arguments: DosedSolver.allCases)
    func unknown(_ kind: DosedSolver) throws {
        let compiled = try Absorption.compiled()
        for action in [
            Event.Action.dose(port: "drug.nose", amount: 1), .set(control: "drug.nothing", value: 1),
            .change(parameter: "drug.nothing", value: 1),
        ] {
            let problem = try InitialValueProblem(
                resting: compiled, span: 0...2, events: [Event(time: 1, actions: [action])])
            #expect(throws: ModelError.self) { try kind.solver(compiled).solve(problem, samples: []) }
        }
    }
}
