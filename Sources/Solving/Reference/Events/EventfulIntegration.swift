import Modeling
import Symbolics

/// An integration that stops where rates jump, where events are triggered or due and where the past makes itself felt.
///
/// At each such moment things happen in this order: events that are triggered or due, with all that they set off; then
/// what is sampled at that moment; then the actions of the schedule, and the events that these set off.
final class EventfulIntegration {
    private let integrator: CVODESIntegrator
    private let watch: DiscontinuityWatch
    private let events: TriggeredEvents?
    private let past: Past?
    private let longestStep: Double
    private let shortestStep: Double
    private var states: [Double]

    /// Whether a problem needs more than stops at the actions of its schedule.
    ///
    /// - Throws: `ModelError` for triggered events in a model with sensitivities.
    init?(_ problem: InitialValueProblem, _ integrator: CVODESIntegrator) throws {
        let compiled = problem.compiled
        let model = compiled.model
        var finder = DiscontinuityFinder(
            moving: Set(model.states.map(\.symbol)).union([Symbol.time])
                .union(model.delayedQuantities.map(\.symbol)))
        let hasEvents = !model.triggeredEvents.isEmpty
        if !compiled.sensitivityParameters.isEmpty {
            guard compiled.reasonForReference == nil else {
                throw ModelError(
                    "there are no sensitivities through triggered events and the past (model '\(model.name)')")
            }
            return nil
        }
        events = hasEvents ? TriggeredEvents(compiled, &finder, integrator.past) : nil
        for rate in compiled.equations.rates { finder.search(rate) }
        past = integrator.past
        guard hasEvents || past != nil || !finder.found.isEmpty else { return nil }
        watch = DiscontinuityWatch(
            compiled, finder.found, past, pointsPerStep: hasEvents ? Self.pointsPerStep : 1)
        self.integrator = integrator
        states = problem.initialState
        let length = problem.span.upperBound - problem.span.lowerBound
        let isUneven = finder.found.contains(where: \.movesWithTimeUnevenly) || past != nil
        longestStep = isUneven && length > 0 ? length / Self.leastSteps : .infinity
        shortestStep = length / Self.mostSteps
        if longestStep < .infinity { try integrator.limitSteps(to: longestStep) }
        load()
    }

    /// A condition that holds for less than an eighth of a step can be missed.
    private static let pointsPerStep = 8
    /// What moves with time by itself, such as a sine of time, is not seen by the error control of the states.
    private static let leastSteps = 200.0
    /// A step is no longer than the shortest delay, so that all it looks back to is known, but where that vanishes.
    private static let mostSteps = 20_000.0

    /// Takes the integrator's controls and parameters.
    private func load() {
        watch.load(controls: integrator.controls, parameters: integrator.parameters)
        events?.load(controls: integrator.controls, parameters: integrator.parameters)
    }

    var executions: Int { events?.executions ?? 0 }

    /// The first moment, with the events that happen at it.
    func begin(_ sampler: inout Sampler) throws {
        watch.take(integrator.time, states)
        try settle()
        past?.noteBreak(at: integrator.time)
        sample(&sampler)
    }

    /// What the schedule has done to the integrator, and the events that it sets off.
    func follow() throws {
        load()
        states = integrator.currentState
        watch.take(integrator.time, states)
        try settle()
        past?.noteBreak(at: integrator.time)
    }

    /// Events at the integrator's time, with a restart if there are any.
    private func settle() throws {
        if try happens(at: integrator.time) { try integrator.restart(at: integrator.time, with: states) }
    }

    private func happens(at time: Double) throws -> Bool { try events?.settle(at: time, &states, watch) ?? false }

    private func sample(_ sampler: inout Sampler) {
        sampler.advance(
            from: integrator.time, to: integrator.time, CVODESIntegrator.Beginning(integrator: integrator))
    }

    /// Integrates to a time exactly.
    func advance(to end: Double, _ sampler: inout Sampler) throws {
        integrator.forgetSteps()
        var executed = executions
        while integrator.time < end {
            if executions > executed { integrator.forgetSteps() }
            executed = executions
            let start = integrator.time
            let due = min(end, events?.nextTime ?? end)
            let moment = Self.moment(around: due)
            let change = min(
                watch.nextByClock(after: start, integrator.currentState), past?.nextBreak(after: start) ?? .infinity)
            if change > start + 2 * moment, change < due, !integrator.isNow(change - moment) {
                // Short of it, so that what comes after has no part in the step.
                try step(until: change - moment, from: start, &sampler)
            } else if change <= start + 2 * moment {
                try skip(to: min(due, max(start, change) + moment), from: start, &sampler)
            } else if integrator.isNow(due) {
                try skip(to: due, from: start, &sampler)
            } else {
                try step(until: due, from: start, &sampler)
            }
        }
    }

    /// A time in which nothing moves that is long enough to hold what is foretold with roundings.
    private static func moment(around time: Double) -> Double { 8 * abs(time).ulp }

    private func step(until stop: Double, from start: Double, _ sampler: inout Sampler) throws {
        if let past {
            let shortest = past.shortestDelay(at: start, integrator.currentState)
            try integrator.limitSteps(to: min(longestStep, max(shortest, shortestStep)))
        }
        try integrator.step(until: stop)
        let step = CVODESIntegrator.Interpolant(integrator: integrator)
        if let past {
            past.record(from: start, to: integrator.time, step)
            past.slopes = integrator.rates(at: integrator.time, integrator.currentState)
        }
        try pass(from: start, to: integrator.time, step, &sampler)
    }

    /// Goes through a few roundings of time, in which states rest but conditions may change.
    private func skip(to end: Double, from start: Double, _ sampler: inout Sampler) throws {
        integrator.skip(to: end)
        past?.skip(to: end)
        try pass(from: start, to: end, CVODESIntegrator.Beginning(integrator: integrator), &sampler)
        if let past, past.takeBreaks(until: integrator.time) {
            try integrator.restart(at: integrator.time, with: integrator.currentState)
        }
    }

    /// Does what happens within the step just made, and starts anew from there.
    private func pass(
        from start: Double, to end: Double, _ step: some Sampler.Step, _ sampler: inout Sampler
    ) throws {
        guard let time = try interruption(from: start, to: end, step) else {
            sampler.advance(from: start, to: end, step)
            return
        }
        sampler.advance(from: start, to: time, step, isOpen: true)
        try integrator.restart(at: time, with: states)
        past?.noteBreak(at: time)
        sampler.interrupt()
        sample(&sampler)
    }

    /// The first moment of the step just made from which integration has to start anew; `states` are then those after it.
    private func interruption(from start: Double, to end: Double, _ step: some Sampler.Step) throws -> Double? {
        var time = start
        while time < end {
            let due = events?.nextTime ?? .infinity
            if let change = watch.firstChange(from: time, to: min(end, due), step) {
                time = change.time
                if try passes(change, step) { return time }
            } else if due <= end {
                time = due
                step.states(at: time, into: &states)
                watch.take(time, states)
                if try happens(at: time) { return time }
            } else {
                return nil
            }
        }
        return nil
    }

    /// Goes through a change, and says whether events were executed or rates jump there.
    private func passes(_ change: DiscontinuityWatch.Change, _ step: some Sampler.Step) throws -> Bool {
        step.states(at: change.before, into: &states)
        let ratesBefore = integrator.rates(at: change.before, states)
        step.states(at: change.time, into: &states)
        let ratesAfter = integrator.rates(at: change.time, states)
        watch.arrive(at: change, states)
        let isAtZero = try happens(at: change.time)
        watch.pass(change)
        let isBeyond = try happens(at: change.time)
        return isAtZero || isBeyond || Self.isJump(ratesBefore, ratesAfter)
    }

    /// Whether rates differ by more than they can between neighbouring times.
    private static func isJump(_ before: [Double], _ after: [Double]) -> Bool {
        zip(before, after).contains { abs($0 - $1) > 1e-6 * max(abs($0), abs($1)) }
    }
}
