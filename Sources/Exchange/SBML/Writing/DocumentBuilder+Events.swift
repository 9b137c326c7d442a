import CSBML
import Modeling
import Symbolics

/// Doses, changes of what is set from outside, and the model's own events.
///
/// Doses that repeat are one event that moves its own next time on, so that ten years of tablets take no more room than
/// one. What is added is added at execution, so that two doses of one moment both count; priorities keep the order in
/// which the solvers act.
extension DocumentBuilder {
    /// What happens again and again in the same way.
    private struct Recurrence {
        let action: Event.Action
        var times: [Double]
    }

    /// One event to be written.
    private struct Occurrence {
        let id: String
        let name: String
        let train: DoseTrain
        /// Days between two of them; none for one alone.
        let interval: Symbol?
        let lag: Expression
        let priority: Int
        let changes: [(target: Symbol, value: Expression)]
    }

    /// Names of parameters and controls to which an event gives a value.
    var changedQuantities: Set<String> {
        let actions = contents.events.flatMap(\.actions).compactMap { action -> String? in
            switch action {
            case .dose, .infuse, .reset, .settle: nil
            case .set(let name, _), .change(let name, _): name
            }
        }
        return Set(actions)
    }

    func writeEvents() throws {
        let recurrences = recurrences
        var priority = recurrences.count
        var numbers: [String: Int] = [:]
        for recurrence in recurrences {
            try write(recurrence, priority: priority, &numbers)
            priority -= 1
        }
        for event in model.triggeredEvents { try write(event) }
    }

    /// What happens, changes before doses, each kind in the order in which it first happens.
    private var recurrences: [Recurrence] {
        var found: [Recurrence] = []
        for event in contents.events {
            for action in event.orderedActions {
                if let place = found.firstIndex(where: { $0.action == action }) {
                    found[place].times.append(event.time)
                } else {
                    found.append(Recurrence(action: action, times: [event.time]))
                }
            }
        }
        func isDose(_ recurrence: Recurrence) -> Bool { if case .dose = recurrence.action { true } else { false } }
        return found.filter { !isDose($0) } + found.filter(isDose)
    }

    private func write(_ recurrence: Recurrence, priority: Int, _ numbers: inout [String: Int]) throws {
        func identified(_ kind: String, _ name: String) -> String {
            let stem = "\(kind).\(name)"
            numbers[stem, default: 0] += 1
            return "\(stem).\(numbers[stem]!)"
        }
        let name: String
        let title: String
        var lag: Expression = 0
        let changes: [(Symbol, Expression)]
        switch recurrence.action {
        case .dose(let portName, let amount):
            guard let port = model.dosePorts.first(where: { $0.name == portName }) else {
                throw SBMLWritingError("no place called '\(portName)' takes doses")
            }
            name = identified("dose", portName)
            title = "\(portName): \(Notes.measured(amount / port.dose.unit.factor, port.dose.unit))"
            lag = port.lag
            changes = try additions(port, amount, of: name, title)
        case .set(let quantity, let value), .change(let quantity, let value):
            let constants = model.controls.map(\.symbol) + model.parameters.map(\.symbol)
            guard let symbol = constants.first(where: { $0.name == quantity }) else {
                throw SBMLWritingError("'\(quantity)' is neither control nor parameter of the model")
            }
            name = identified("set", quantity)
            title = "\(quantity) becomes \(Notes.measured(value / symbol.unit.factor, symbol.unit))"
            changes = [(symbol, Expression(value / symbol.unit.factor, symbol.unit))]
        case .infuse, .reset, .settle:
            throw SBMLWritingError("infusions through ports, resets and steady states have no place in SBML here")
        }
        let trains = DoseTrain.trains(of: recurrence.times)
        var intervals: [Double: Symbol] = [:]
        for (number, train) in trains.enumerated() {
            let own = trains.count == 1 ? name : "\(name).\(number + 1)"
            if train.count > 1, intervals[train.interval] == nil {
                let stem = intervals.isEmpty ? name : own
                intervals[train.interval] = try time("interval", of: stem, title, train.interval, isConstant: true)
            }
            try write(
                Occurrence(
                    id: own, name: title, train: train, interval: intervals[train.interval], lag: lag,
                    priority: priority, changes: changes))
        }
    }

    /// What a dose adds to the states, from a parameter that holds its amount.
    private func additions(
        _ port: DosePort, _ amount: Double, of name: String, _ title: String
    ) throws -> [(Symbol, Expression)] {
        let symbol = Symbol("\(name).amount", unit: port.dose.unit)
        let dimension = port.dose.unit.dimension
        try declare(
            Identifiers.identifier(symbol.name), name: symbol.name, dimension, value: amount,
            isConstant: true, term: OntologyTerm(of: dimension), notes: ["\(port.meaning). \(title)."])
        var dosed = Substitution([port.dose: Expression(symbol)])
        var sums: [(Symbol, Expression)] = []
        for share in port.shares {
            let added = dosed.apply(to: share.amount)
            if let place = sums.firstIndex(where: { $0.0 == share.state }) {
                sums[place].1 += added
            } else {
                sums.append((share.state, Expression(share.state) + added))
            }
        }
        return sums
    }

    private func write(_ occurrence: Occurrence) throws {
        let event = Model_createEvent(root)!
        Event_setId(event, Identifiers.identifier(occurrence.id))
        Event_setName(event, occurrence.name)
        Event_setUseValuesFromTriggerTime(event, 0)
        let trigger = Event_createTrigger(event)!
        // False before the start, so that what happens at the start happens.
        Trigger_setInitialValue(trigger, 0)
        Trigger_setPersistent(trigger, 1)
        let priority = Event_createPriority(event)!
        try mathematics.write(Expression(Double(occurrence.priority), .one), in: .one) {
            Priority_setMath(priority, $0)
        }
        var changes = occurrence.changes
        var condition = Expression(occurrence.train.first, .days) + occurrence.lag <= Expression(.time)
        let train = occurrence.train
        if let interval = occurrence.interval {
            let next = try time("next", of: occurrence.id, occurrence.name, train.first, isConstant: false)
            let end = Expression(train.last + train.interval / 2, .days)
            condition = (Expression(next) + occurrence.lag <= Expression(.time)) * (Expression(next) < end)
            changes.append((next, Expression(next) + Expression(interval)))
        }
        try mathematics.writeCondition(condition) { Trigger_setMath(trigger, $0) }
        for (target, value) in changes { try assign(target, value, in: event) }
    }

    /// A time that an event needs, as a parameter of its own.
    private func time(
        _ name: String, of owner: String, _ title: String, _ value: Double, isConstant: Bool
    ) throws -> Symbol {
        let symbol = Symbol("\(owner).\(name)", unit: .days)
        try declare(
            Identifiers.identifier(symbol.name), name: symbol.name, Unit.days.dimension,
            value: value, isConstant: isConstant, term: .temporalMeasure, notes: ["\(title): \(name)."])
        return symbol
    }

    private func assign(_ target: Symbol, _ value: Expression, in event: OpaquePointer) throws {
        let assignment = Event_createEventAssignment(event)!
        EventAssignment_setVariable(assignment, Identifiers.identifier(target.name))
        try mathematics.write(resolved(value), in: target.unit) { EventAssignment_setMath(assignment, $0) }
    }

    private func write(_ own: TriggeredEvent) throws {
        let event = Model_createEvent(root)!
        Event_setId(event, Identifiers.identifier("event.\(own.name)"))
        Event_setName(event, own.name)
        Event_setUseValuesFromTriggerTime(event, own.takesValuesAtTrigger ? 1 : 0)
        let trigger = Event_createTrigger(event)!
        Trigger_setInitialValue(trigger, own.wasTrueBeforeStart ? 1 : 0)
        Trigger_setPersistent(trigger, own.isPersistent ? 1 : 0)
        try mathematics.writeCondition(resolved(own.trigger)) { Trigger_setMath(trigger, $0) }
        if let delay = own.delay {
            let element = Event_createDelay(event)!
            try mathematics.write(resolved(delay), in: .days) { Delay_setMath(element, $0) }
        }
        if let priority = own.priority {
            let element = Event_createPriority(event)!
            try mathematics.write(resolved(priority), in: .one) { Priority_setMath(element, $0) }
        }
        for assignment in own.assignments { try assign(assignment.target, assignment.value, in: event) }
    }
}
