import Modeling
import Symbolics

/// The triggered events of a model while it is integrated, as SBML Level 3 Version 2 has them (section 4.11).
final class TriggeredEvents {
    private let events: [TriggeredEvent]
    private let triggerMachine: Evaluator
    private let delayMachine: Evaluator
    private let priorityMachine: Evaluator
    private let assignmentMachines: [Evaluator]
    private let targets: [[Int]]
    private var controls: [Double] = []
    private var parameters: [Double] = []
    private var wasTrue: [Bool]
    private var queue = TriggerQueue()
    private(set) var executions = 0
    private var moment = -Double.infinity
    private var executionsAtMoment = 0
    /// More than any cascade that ends; events that set each other off at one moment for ever are stopped there.
    private static let mostExecutionsAtMoment = 10_000

    /// - Parameter finder: gets what can jump in the triggers, and gives the switches they are read by.
    init(_ compiled: CompiledModel, _ finder: inout DiscontinuityFinder, _ past: Past?) {
        func evaluator(_ expressions: [Expression], _ switches: [String] = []) -> Evaluator {
            Evaluator(compiled, compiled.program(for: expressions, and: switches), past)
        }
        events = compiled.model.triggeredEvents
        var inliner = compiled.model.inliner()
        let triggers = events.map { event -> Expression in
            let trigger = inliner.apply(to: event.trigger)
            // A number that is not one or zero by its form changes where it becomes zero or ceases to be.
            return finder.switching(trigger.isZeroOrOne ? trigger : not(trigger == 0))
        }
        triggerMachine = evaluator(triggers, finder.switches)
        delayMachine = evaluator(events.map { $0.delay ?? 0 })
        priorityMachine = evaluator(events.map { $0.priority ?? 0 })
        assignmentMachines = events.map { evaluator($0.assignments.map(\.value)) }
        let places = Dictionary(uniqueKeysWithValues: compiled.model.states.enumerated().map { ($1.symbol, $0) })
        targets = events.map { $0.assignments.compactMap { places[$0.target] } }
        wasTrue = events.map(\.wasTrueBeforeStart)
    }

    /// When the next execution is due of those that wait.
    var nextTime: Double? { queue.nextTime }

    func load(controls: [Double], parameters: [Double]) {
        self.controls = controls
        self.parameters = parameters
        for machine in [delayMachine, priorityMachine] + assignmentMachines {
            machine.load(controls: controls, parameters: parameters)
        }
    }

    /// Triggers and executes whatever is to happen at a moment, as often as one event sets off another.
    ///
    /// - Parameter watch: tells where the triggers stand and learns of every change.
    /// - Returns: whether any event was executed.
    /// - Throws: `SolverError` for a delay that is none, and for events without end.
    func settle(at time: Double, _ states: inout [Double], _ watch: DiscontinuityWatch) throws -> Bool {
        if time != moment { (moment, executionsAtMoment) = (time, 0) }
        let before = executions
        while true {
            try trigger(at: time, states, watch.switches)
            guard let entry = queue.takeNext(at: time, priorities: priorities(at: time, states)) else { break }
            let values = entry.values ?? self.values(of: entry.event, at: time, states)
            for (target, value) in zip(targets[entry.event], values) { states[target] = value }
            watch.take(time, states)
            executions += 1
            executionsAtMoment += 1
            guard executionsAtMoment <= Self.mostExecutionsAtMoment else {
                throw failure(time, entry.event, "is set off at this moment again and again, without end")
            }
        }
        return executions > before
    }

    /// Puts events in the queue that are triggered, and takes out those that do not persist.
    private func trigger(at time: Double, _ states: [Double], _ switches: [Double]) throws {
        var truths = events.map { _ in 0.0 }
        triggerMachine.load(controls: controls, parameters: parameters, others: switches)
        triggerMachine.evaluate(time: time, states: states, into: &truths)
        for (index, event) in events.enumerated() {
            let isTrue = truths[index] != 0 && !truths[index].isNaN
            if isTrue, !wasTrue[index] {
                let delay = try event.delay == nil ? 0 : self.delay(of: index, at: time, states)
                queue.add(
                    index, due: time + delay,
                    values: event.takesValuesAtTrigger ? values(of: index, at: time, states) : nil)
            } else if !isTrue, !event.isPersistent {
                queue.withdraw(index)
            }
            wasTrue[index] = isTrue
        }
    }

    private func delay(of event: Int, at time: Double, _ states: [Double]) throws -> Double {
        var delays = events.map { _ in 0.0 }
        delayMachine.evaluate(time: time, states: states, into: &delays)
        guard delays[event] >= 0 else {
            throw failure(time, event, "has a delay of \(delays[event]) days, where zero or more was expected")
        }
        return delays[event]
    }

    private func priorities(at time: Double, _ states: [Double]) -> [Double?] {
        var values = events.map { _ in 0.0 }
        priorityMachine.evaluate(time: time, states: states, into: &values)
        return events.indices.map { events[$0].priority == nil || values[$0].isNaN ? nil : values[$0] }
    }

    private func values(of event: Int, at time: Double, _ states: [Double]) -> [Double] {
        var values = targets[event].map { _ in 0.0 }
        assignmentMachines[event].evaluate(time: time, states: states, into: &values)
        return values
    }

    private func failure(_ time: Double, _ event: Int, _ what: String) -> SolverError {
        SolverError(time: time, state: nil, reason: "the event '\(events[event].name)' \(what)")
    }
}
