import Testing

import func Foundation.exp

@testable import Modeling
@testable import Solving

@Suite("Multiscale against full resolution")
struct MultiscaleTests {
    private static let fine = Tolerances(relative: 1e-8, absoluteShare: 1e-9)

    /// The largest difference of the slow answer, whose largest possible value is one, on day averages and midnights, when
    /// hours are averaged; when they are followed, there is next to none.
    private static func difference(
        _ events: [Event], until end: Double, every interval: Double = 7
    ) throws -> (largest: Double, last: Double) {
        let compiled = try SlowResponse.compiled()
        let problem = try InitialValueProblem(resting: compiled, span: 0...end, events: events)
        let days = stride(from: 0, to: end, by: interval)
        let samples = days.map { Sample.average(from: $0, to: $0 + 1) } + days.map { Sample.instant($0) }
        let full = try #require(BatchedSolver(compiled, tolerances: fine).solve(problem, samples: samples)["answer"])
        func largest(_ hours: MultiscaleSolver.Hours) throws -> Double {
            let solver = try MultiscaleSolver(compiled, hours: hours, tolerances: fine)
            let found = try #require(solver.solve(problem, samples: samples)["answer"])
            return zip(full, found).map { abs($0 - $1) }.max() ?? .nan
        }
        let followed = try largest(.followed)
        #expect(followed < allowedWhenFollowed, "hours followed: largest difference of the answer")
        return (try largest(.averaged), full.last ?? .nan)
    }

    private static let allowedWhenFollowed = 1e-8

    private static func schedule(_ write: (inout Schedule) -> Void) -> [Event] {
        var schedule = Schedule()
        write(&schedule)
        return schedule.events { _ in 0 }
    }

    /// The answer takes a thousand days, and averaging each of them is exact but for a tenth of a day's share of that.
    private static let allowed = 1e-4

    @Test("Daily injections: the answer is that of full resolution, and the exact average of the response")
    func daily() throws {
        let events = Self.schedule { $0.doses(10 * milligram, port: "body.vein", every: 1, from: 0, until: 1500) }
        let compiled = try SlowResponse.compiled()
        let problem = try InitialValueProblem(resting: compiled, span: 0...1500, events: events)
        let days = [1.0, 30, 200, 700, 1499]
        let samples = days.map { Sample.average(from: $0, to: $0 + 1) }
        let full = try #require(
            BatchedSolver(compiled, tolerances: Self.fine).solve(problem, samples: samples)["answer"])
        let multiscale = try #require(
            MultiscaleSolver(compiled, tolerances: Self.fine).solve(problem, samples: samples)["answer"])
        for ((day, slow), exact) in zip(zip(days, multiscale), full) {
            #expect(abs(slow - exact) < Self.allowed, "on day \(day)")
            let grown = 1 - exp(-SlowResponse.slowness * (day + 0.5))
            #expect(abs(slow - SlowResponse.averageEffect * grown) < Self.allowed, "average response on day \(day)")
        }
        let wrong = SlowResponse.effectOfAverage * (1 - exp(-SlowResponse.slowness * 1499.5))
        let last = try #require(multiscale.last)
        #expect(
            wrong > 1.3 * last,
            "the response to the average level would be \(wrong), a third too much, where \(last) is right")
    }

    @Test("Missed doses")
    func missed() throws {
        let taken = (0..<400).filter { $0 % 9 != 4 && !(100..<117).contains($0) }
        let events = Self.schedule { for day in taken { $0.dose(10 * milligram, port: "body.vein", at: Double(day)) } }
        let found = try Self.difference(events, until: 400)
        #expect(found.largest < Self.allowed)
        #expect(found.last > 0.02)
    }

    @Test("A dose a week")
    func weekly() throws {
        let events = Self.schedule { $0.doses(40 * milligram, port: "body.vein", every: 7, from: 0, until: 700) }
        let found = try Self.difference(events, until: 700)
        #expect(found.largest < Self.allowed)
        #expect(found.last > 0.015)
    }

    @Test("Days 1 to 12 of every 28")
    func cyclic() throws {
        let pattern = try #require(DayPattern(first: 1, last: 12, of: 28))
        let events = Self.schedule {
            $0.doses(10 * milligram, port: "body.vein", every: 1, from: 0.875, until: 560, on: pattern)
        }
        let found = try Self.difference(events, until: 560)
        #expect(found.largest < Self.allowed)
        #expect(found.last > 0.015)
    }

    @Test("Treatment that stops")
    func stop() throws {
        let events = Self.schedule { $0.doses(10 * milligram, port: "body.vein", every: 1, from: 20.3, until: 300) }
        let found = try Self.difference(events, until: 900)
        #expect(found.largest < Self.allowed)
        #expect(found.last < 0.03, "what was gained is being lost")
    }

    @Test("Two doses a day at odd hours")
    func twice() throws {
        let events = Self.schedule {
            $0.doses(5 * milligram, port: "body.vein", every: 1, from: 0.31, until: 300)
            $0.doses(8 * milligram, port: "body.vein", every: 1, from: 0.999, until: 300)
        }
        #expect(try Self.difference(events, until: 300).largest < Self.allowed)
    }

    @Test("A depot that lasts for months, injected every twelve weeks")
    func depot() throws {
        let events = Self.schedule { $0.doses(1500 * milligram, port: "body.depot", every: 84, from: 3, until: 1000) }
        let found = try Self.difference(events, until: 1000)
        #expect(found.largest < Self.allowed)
        #expect(found.last > 0.1)
    }

    @Test("A depot injected every day, which takes a year to reach its level, and a year to leave")
    func dailyDepot() throws {
        let events = Self.schedule { $0.doses(10 * milligram, port: "body.depot", every: 1, from: 0, until: 800) }
        let found = try Self.difference(events, until: 1600)
        #expect(found.largest < Self.allowed)
    }

    @Test("A steady infusion that starts, changes and stops in the middle of days")
    func infusion() throws {
        let events = Self.schedule {
            $0.infuse(30 * milligram, control: "body.infusion", from: 10.4, until: 400)
            $0.infuse(15 * milligram, control: "body.infusion", from: 150, until: 250.75)
        }
        let found = try Self.difference(events, until: 600)
        #expect(found.largest < Self.allowed)
        #expect(found.last > 0.05)
    }

    @Test("A patch that is worn while tablets are taken, and a parameter that changes")
    func mixture() throws {
        let events = Self.schedule {
            $0.doses(10 * milligram, port: "body.vein", every: 1, from: 0.3, until: 300)
            $0.infuse(20 * milligram, control: "body.infusion", from: 50.5, until: 120.25)
            $0.change(parameter: "body.half", to: 0.25 * milligram, at: 200.6)
        }
        #expect(try Self.difference(events, until: 300).largest < Self.allowed)
    }

    @Test("At an instant the level is that of the hour, not of the day", arguments: [0.0, 0.3])
    func instants(offset: Double) throws {
        let compiled = try SlowResponse.compiled()
        let doses = (0..<20).map { Double($0) + 0.25 }
        let events = Self.schedule { for time in doses { $0.dose(10 * milligram, port: "body.vein", at: time) } }
        let problem = try InitialValueProblem(resting: compiled, span: offset...30, events: events)
        let times = stride(from: offset, through: 29.9, by: 0.0625).map { $0 }
        let found = try #require(
            MultiscaleSolver(compiled, tolerances: Self.fine).solve(problem, samples: times.map { .instant($0) })[
                "level"])
        let taken = doses.filter { $0 >= offset }
        for (time, level) in zip(times, found) {
            let exact = SlowResponse.level(time, after: taken)
            #expect(abs(level - exact) < 1e-3, "mg/L on day \(time); exact \(exact)")
        }
    }

    @Test("At the end of a day that began at an odd hour the level is that of the end, not of the beginning")
    func oddHours() throws {
        let compiled = try SlowResponse.compiled()
        for offset in [0.3, 0.1, 0.7, 2.3] {
            var problem = try InitialValueProblem(resting: compiled, span: offset...(offset + 12))
            // 400 mg in a depot, which the blood follows.
            let start = 400 * milligram
            let release = 0.6931471805599453 / SlowResponse.depotHalfLife
            problem.initialState = [start, 0, 0]
            let times = (1...12).map { offset + Double($0) }
            let found = try #require(
                MultiscaleSolver(compiled, tolerances: Self.fine).solve(problem, samples: times.map { .instant($0) })[
                    "level"])
            for (time, level) in zip(times, found) {
                let t = time - offset
                let exact =
                    400 / SlowResponse.volume * release / (SlowResponse.elimination - release)
                    * (exp(-release * t) - exp(-SlowResponse.elimination * t))
                #expect(abs(level - exact) < 1e-8, "mg/L on day \(time); exact \(exact)")
            }
        }
    }

    @Test("With hours followed, the average over a part of a day is that part's")
    func partsOfDays() throws {
        let compiled = try SlowResponse.compiled()
        let doses = (0..<10).map { Double($0) + 0.25 }
        let events = Self.schedule { for time in doses { $0.dose(10 * milligram, port: "body.vein", at: time) } }
        let problem = try InitialValueProblem(resting: compiled, span: 0...10, events: events)
        let windows = [(3.0, 4.0), (3.25, 3.5), (3.5, 4.25), (4.1, 6.3), (0, 0.25)]
        let solver = try MultiscaleSolver(compiled, hours: .followed, tolerances: Self.fine)
        let found = try #require(
            solver.solve(problem, samples: windows.map { .average(from: $0.0, to: $0.1) })["level"])
        func integral(_ time: Double) -> Double {
            doses.filter { $0 < time }
                .map { (1 - exp(-SlowResponse.elimination * (time - $0))) / SlowResponse.elimination }.reduce(0, +)
        }
        for ((from, to), level) in zip(windows, found) {
            let exact = (integral(to) - integral(from)) / (to - from)
            #expect(abs(level - exact) < 1e-4, "mg/L on average from day \(from) to \(to); exact \(exact)")
        }
    }

    @Test("Two spans that meet at a dose take it once", arguments: [20.0 / 3, 7, 16.0 / 7])
    func meeting(time: Double) throws {
        let compiled = try SlowResponse.compiled()
        let solver = try MultiscaleSolver(compiled, tolerances: Self.fine)
        let events = Self.schedule {
            $0.doses(10 * milligram, port: "body.vein", every: 1, from: time - time.rounded(.down), until: 20)
        }
        var problem = try InitialValueProblem(resting: compiled, span: 0...time, events: events)
        problem.initialState = try solver.solve(problem, samples: []).finalState
        let before = SlowResponse.level(time, after: events.map(\.time).filter { $0 < time - 1e-6 })
        let blood = problem.initialState[1] / milligram / SlowResponse.volume
        #expect(abs(blood - before) < 1e-6, "mg/L before the dose")
        problem.span = time...(time + 0.5)
        let found = try #require(solver.solve(problem, samples: [.instant(time + 0.5)])["level"]?.first)
        let exact = SlowResponse.level(time + 0.5, after: events.map(\.time).filter { $0 < time + 0.4 })
        #expect(abs(found - exact) < 1e-6, "mg/L half a day after the dose")
    }

    @Test("What is in the body at the end is what full resolution leaves there")
    func finalState() throws {
        let compiled = try SlowResponse.compiled()
        let events = Self.schedule {
            $0.doses(10 * milligram, port: "body.vein", every: 1, from: 0, until: 90)
            $0.dose(100 * milligram, port: "body.depot", at: 5.5)
        }
        for end in [60.0, 60.4, 90, 95.2] {
            let problem = try InitialValueProblem(resting: compiled, span: 0...end, events: events)
            let full = try BatchedSolver(compiled, tolerances: Self.fine).solve(problem, samples: []).finalState
            let multiscale = try MultiscaleSolver(compiled, tolerances: Self.fine).solve(problem, samples: [])
                .finalState
            for (row, scale) in [10 * milligram, 10 * milligram].enumerated() {
                #expect(abs(full[row] - multiscale[row]) < 1e-6 * scale, "state \(row) on day \(end)")
            }
        }
    }

    @Test("A model of kinetics alone is moved through time in closed form")
    func kineticsAlone() throws {
        let compiled = try Absorption.compiled()
        let events = Self.schedule { $0.doses(10 * milligram, port: "drug.oral", every: 1, from: 0, until: 10) }
        let problem = try InitialValueProblem(resting: compiled, span: 0...12, events: events)
        let found = try MultiscaleSolver(compiled).solve(problem, samples: [.instant(3.5), .average(from: 4, to: 5)])
        let blood = try #require(found["blood"])
        let exact = (0..<4).map { 4 * bateman(3.5 - Double($0)) }.reduce(0, +)
        #expect(abs(blood[0] - exact) < 1e-6, "mg on day 3.5")
        let average = (0..<5).map { 4 * (batemanIntegral(5 - Double($0)) - batemanIntegral(4 - Double($0))) }.reduce(
            0, +)
        #expect(abs(blood[1] - average) < 1e-6, "mg on average over the fifth day")
    }
}
