import Modeling
import Solving
import Symbolics
import Testing

import func Foundation.exp

@Suite("Steady states, resets and infusions")
struct SteadyStateTests {
    private typealias Body = TwoCompartmentBody

    /// What is in the central compartment, mg, at times in days; a time of an event shows what is there before it.
    private func central(
        _ course: DoseCourse, at times: [Double], start: Double = 0, states: Set<String>? = nil, output: String = "central"
    ) throws -> [Double] {
        let compiled = try Body.compiled()
        let parameters = try compiled.parameterValues(replacing: ["body.start": start * milligram])
        let lag = CompiledDoses(compiled, parameters: parameters)
        let problem = InitialValueProblem(
            compiled, parameters: parameters, controls: [], initialState: compiled.restingState(parameters: parameters),
            span: 0...20, events: try course.events(steady: states, lag: lag.lag))
        let solver = CVODES(tolerances: Tolerances(relative: 1e-9, absoluteShare: 1e-12))
        return try #require(try solver.solve(problem, samples: times.map { .instant($0) })[output])
    }

    private func bolus(_ amount: Double, _ port: String = "dose") -> Intake {
        Intake(pulses: [.init(port: "body.\(port)", amount: amount * milligram)])
    }

    private func infusion(_ rate: Double, for length: Double, _ port: String = "dose") -> Intake {
        Intake(flows: [.init(.port("body.\(port)"), rate: rate * milligram, until: length)])
    }

    /// A dose at steady state, as a record with SS 1 or 2 has it, and as many more.
    private func steady(
        _ intake: Intake, every interval: Double, at time: Double = 0, isAdded: Bool = false, further: Int = 0,
        in course: inout DoseCourse
    ) {
        course.add(.steadyState(intake, every: interval, isAdded: isAdded), at: time)
        for number in 0...further { course.add(.dose(intake), at: time + Double(number) * interval) }
    }

    private func expect(_ found: [Double], _ wanted: [Double], within share: Double = 1e-6, _ what: Comment) {
        for (found, wanted) in zip(found, wanted) { #expect(abs(found - wanted) <= share * max(abs(wanted), 1e-3), what) }
        #expect(found.count == wanted.count)
    }

    @Test("Doses at steady state leave what infinitely many have left", arguments: [0.25, 1, 3])
    func doses(interval: Double) throws {
        var course = DoseCourse()
        steady(bolus(10), every: interval, further: 1, in: &course)
        let times = [1e-8, interval * 0.4, interval, interval * 1.5]
        let found = try central(course, at: times)
        let inCourse = { (t: Double) in Body.steady(since: t, every: interval) { 10 * Body.unit($0) } }
        expect(
            found, [inCourse(1e-8), inCourse(interval * 0.4), inCourse(interval), inCourse(interval * 0.5)],
            "10 mg every \(interval) d in two compartments")
    }

    @Test("The trough before a dose is that before the next one, so nothing moves from day to day")
    func periodic() throws {
        var course = DoseCourse()
        steady(bolus(10), every: 1, further: 9, in: &course)
        let troughs = try central(course, at: (1...9).map(Double.init))
        expect(troughs, troughs.map { _ in troughs[0] }, "the same trough for nine days")
    }

    @Test("An infusion longer than its interval overlaps with itself", arguments: [0.3, 1.0, 1.7, 4.2])
    func longInfusion(length: Double) throws {
        var course = DoseCourse()
        steady(infusion(6, for: length), every: 1, further: 7, in: &course)
        let times = [0.2, 0.7, 1, 2.35, 5.9]
        let wanted = times.map { t in
            Body.steady(since: t - t.rounded(.down), every: 1) { 6 * Body.infusion($0, length: length) }
        }
        expect(try central(course, at: times), wanted, "6 mg/d for \(length) d, every day")
    }

    @Test("A lag longer than the interval: what was taken before is still on its way")
    func longLag() throws {
        var course = DoseCourse()
        steady(bolus(10, "later"), every: 0.5, in: &course)
        // Doses at −1, −0.5 and 0 arrive at 0.15, 0.65 and 1.15; nothing follows them.
        let arrivals = [0.15, 0.65, 1.15]
        let times = [0.01, 0.14, 0.3, 0.9, 1.5]
        let wanted = times.map { t in
            Body.steady(since: t + 0.35, every: 0.5) { 10 * Body.unit($0) }
                + arrivals.reduce(0) { $0 + 10 * Body.unit(t - $1) }
        }
        expect(try central(course, at: times), wanted, "a lag of \(Body.longLag) d, doses every 0.5 d")
    }

    @Test("A lagged infusion that outlasts its interval")
    func laggedInfusion() throws {
        var course = DoseCourse()
        steady(infusion(4, for: 0.8, "later"), every: 0.5, further: 11, in: &course)
        let times = [0.05, 0.31, 0.77, 2.4]
        let wanted = times.map { t in
            let since = t - Body.longLag + 1.5
            return Body.steady(since: since - (since / 0.5).rounded(.down) * 0.5, every: 0.5) { 4 * Body.infusion($0, length: 0.8) }
        }
        expect(try central(course, at: times), wanted, "lag 1.15 d, length 0.8 d, every 0.5 d")
    }

    @Test("Lags of several places at once are each their own")
    func severalLags() throws {
        var course = DoseCourse()
        for port in ["dose", "late", "later"] { course.add(.dose(bolus(10, port)), at: 1) }
        let times = [1.05, 1.5, 3]
        let wanted = times.map { t in
            [0, Body.lag, Body.longLag].reduce(0) { $0 + 10 * Body.unit(t - 1 - $1) }
        }
        expect(try central(course, at: times), wanted, "three doses of 10 mg taken at day 1")
    }

    @Test("An infusion that has gone on for ever leaves its rate over the elimination, and ends there")
    func constantInfusion() throws {
        var course = DoseCourse()
        course.add(.steadyState(infusion(6, for: .infinity), every: 1, isAdded: false), at: 2)
        let found = try central(course, at: [2 + 1e-8, 4])
        let peripheral = try central(course, at: [2 + 1e-8], output: "peripheral")[0]
        expect([found[0], peripheral], [6 / Body.k10, 6 / Body.k10 * Body.k12 / Body.k21], "6 mg/d for ever")
        #expect(found[1] < 0.6 * found[0], "nothing flows in any more")
    }

    @Test("A day's dose in two halves: the second added to the first is the sum of both")
    func splitDay() throws {
        var course = DoseCourse()
        steady(bolus(7), every: 1, further: 5, in: &course)
        steady(bolus(3), every: 1, at: 0.4, isAdded: true, further: 5, in: &course)
        let times = [0.4 + 1e-8, 0.9, 1.2, 3.7]
        let wanted = times.map { t in
            Body.steady(since: t - t.rounded(.down), every: 1) { 7 * Body.unit($0) }
                + Body.steady(since: t - 0.4 - (t - 0.4).rounded(.down), every: 1) { 3 * Body.unit($0) }
        }
        expect(try central(course, at: times), wanted, "7 mg at 0 h, 3 mg at 9.6 h of every day")
    }

    @Test("A steady state is added to whatever else is going on")
    func addedToOthers() throws {
        var course = DoseCourse()
        for day in 0..<5 { course.add(.dose(bolus(20)), at: Double(day) * 0.7) }
        course.add(.dose(infusion(5, for: 3)), at: 1)
        steady(bolus(4), every: 0.5, at: 2, isAdded: true, in: &course)
        let times = [2 + 1e-8, 2.5, 4]
        let wanted = times.map { t in
            let others = (0..<5).reduce(0) { $0 + 20 * Body.unit(t - Double($1) * 0.7) }
            return others + 5 * Body.infusion(t - 1, length: 3) + Body.steady(since: t - 2, every: 0.5) { 4 * Body.unit($0) }
        }
        expect(try central(course, at: times), wanted, "single doses, an infusion and a regimen")
    }

    @Test("A steady state of its own does away with all before it, on its way or flowing in")
    func replacesOthers() throws {
        var course = DoseCourse()
        course.add(.dose(bolus(50, "later")), at: 1)
        course.add(.dose(infusion(30, for: 5)), at: 1)
        steady(bolus(4), every: 0.5, at: 2, in: &course)
        let times = [2 + 1e-8, 3]
        let wanted = times.map { t in Body.steady(since: t - 2, every: 0.5) { 4 * Body.unit($0) } }
        expect(try central(course, at: times), wanted, "nothing of the 50 mg or the infusion is left")
    }

    @Test("A reset returns to the start and cancels what is on its way and what flows in")
    func reset() throws {
        var course = DoseCourse()
        course.add(.dose(bolus(50, "later")), at: 1)
        course.add(.dose(infusion(30, for: 5)), at: 1)
        course.add(.reset, at: 2)
        let found = try central(course, at: [2 + 1e-8, 3.5], start: 8)
        expect(found, [8, 8 * Body.unit(1.5)], "8 mg at the start, and again at day 2")
    }

    @Test("A reset and a steady state of one moment are the steady state, and the dose is given once", arguments: [false, true])
    func resetAndSteady(hasReset: Bool) throws {
        var course = DoseCourse()
        course.add(.dose(bolus(50)), at: 0)
        if hasReset { course.add(.reset, at: 2) }
        steady(bolus(4, "late"), every: 0.5, at: 2, in: &course)
        let wanted = Body.steady(since: 0.3 - Body.lag, every: 0.5) { 4 * Body.unit($0) }
        expect(try central(course, at: [2.3]), [wanted], "4 mg every 0.5 d with a lag of 0.1 d")
    }

    @Test("An infusion has its peak exactly where it ends, and is seen there")
    func infusionEnd() throws {
        var course = DoseCourse()
        course.add(.dose(infusion(6, for: 0.7)), at: 1)
        let times = [1.7 - 1e-6, 1.7, 1.7 + 1e-6, 2.2]
        expect(try central(course, at: times), times.map { 6 * Body.infusion($0 - 1, length: 0.7) }, "6 mg/d for 0.7 d")
    }

    @Test("What does not take part in a steady state is as it was")
    func partial() throws {
        var course = DoseCourse()
        steady(bolus(10), every: 1, at: 1, in: &course)
        let taking: Set = ["body.central", "body.peripheral"]
        let bystander = try central(course, at: [1 + 1e-8], states: taking, output: "bystander")[0]
        #expect(abs(bystander - 5 * exp(-Body.k10)) < 1e-6, "5 mg decay for a day as if nothing were given")
        let wanted = Body.steady(since: 1e-8, every: 1) { 10 * Body.unit($0) }
        expect(try central(course, at: [1 + 1e-8], states: taking), [wanted], "and the level is that of all doses")
    }

    @Test("A change at the moment of a dose comes after it")
    func changeAfterDose() throws {
        var course = DoseCourse()
        course.add(.change([.change(parameter: "body.k10", value: 0), .change(parameter: "body.k12", value: 0)]), at: 1)
        course.add(.dose(bolus(10)), at: 1)
        let events = course.events { _ in 0 }
        #expect(events.map(\.time) == [1, 1])
        #expect(events.first?.actions == [.dose(port: "body.dose", amount: 10 * milligram)])
        expect(try central(course, at: [4]), [10], "10 mg stay where they are")
    }

    @Test("Where nothing is cleared there is no steady state, and the state that grows is named")
    func none() throws {
        var course = DoseCourse()
        course.add(.change([.change(parameter: "body.k10", value: 0)]), at: 0)
        steady(bolus(10), every: 1, at: 1, in: &course)
        let error = #expect(throws: SolverError.self) { try central(course, at: [2]) }
        #expect(error?.time == 1)
        #expect(error?.state?.hasPrefix("body.") == true)
        #expect(error?.reason.contains("no steady state") == true)
    }

    @Test("Many women at once do not follow resets, and say so")
    func lanes() throws {
        let compiled = try Body.compiled()
        for action in [Event.Action.reset, .infuse(port: "body.dose", rate: 1)] {
            let problem = try InitialValueProblem(
                resting: compiled, span: 0...2, events: [Event(time: 1, actions: [action])])
            let error = #expect(throws: ModelError.self) {
                try BatchedSolver(compiled).solve(problem, samples: [.instant(2)])
            }
            #expect(error?.description.contains("reference") == true)
        }
    }

    @Test("A place that does not take in proportion is known as such")
    func proportion() throws {
        let ports = try Body.compiled().model.dosePorts
        #expect(ports.map(\.isProportional) == [true, true, true, false])
    }
}
