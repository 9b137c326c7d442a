import Modeling
import Solving
import Symbolics

/// Equations without units with triggered events and delayed quantities: states y1, y2 … with rates per day, each an output too.
struct EventModel {
    /// What the events and rates are written with.
    struct Names {
        /// Days since time zero, as a pure number.
        let time = Expression(.time) / Expression(1, .days)
        let states: [Expression]

        subscript(index: Int) -> Expression { states[index] }

        func symbol(_ index: Int) -> Symbol { Symbol("test.y\(index + 1)", unit: .one) }
    }

    let compiled: CompiledModel

    init(
        _ starts: [Double], rates: (Names) -> [Expression] = { $0.states.map { _ in 0 } },
        events: (Names) -> [TriggeredEvent]
    ) throws {
        try self.init(starts, rates: rates, events: events, delayed: { _ in [] })
    }

    init(
        _ starts: [Double], rates: (Names) -> [Expression],
        events: (Names) -> [TriggeredEvent] = { _ in [] }, delayed: (Names) -> [DelayedQuantity]
    ) throws {
        let symbols = starts.indices.map { Symbol("test.y\($0 + 1)", unit: .one) }
        let names = Names(states: symbols.map { Expression($0) })
        let rates = rates(names)
        let model = try Model(
            name: "equations", components: [],
            states: symbols.indices.map { index in
                State(
                    symbol: symbols[index], initial: Expression(starts[index], .one),
                    rate: Expression(1, "1/d") * rates[index], scale: 1, meaning: "State \(index + 1)")
            },
            parameters: [], controls: [], variables: [],
            outputs: symbols.map { Output(name: $0.name, unit: .one, expression: Expression($0), meaning: $0.name) },
            dosePorts: [], triggeredEvents: events(names), delayedQuantities: delayed(names))
        compiled = try CompiledModel(model)
    }

    /// The outputs at instants, sample after sample.
    func outputs(
        at times: [Double], until end: Double? = nil, events: [Event] = [], tolerance: Double = 1e-10
    ) throws -> [[Double]] {
        let span = 0...(end ?? max(times.max() ?? 0, 0))
        return try CVODES(tolerances: Tolerances(relative: tolerance))
            .solve(
                InitialValueProblem(resting: compiled, span: span, events: events), samples: times.map { .instant($0) }
            )
            .outputs
    }
}

extension TriggeredEvent {
    /// An event of a test that sets states to numbers in their units.
    init(
        _ name: String = "event", when trigger: Expression, _ names: EventModel.Names,
        sets assignments: [(Int, Expression)], after delay: Expression? = nil, priority: Expression? = nil,
        wasTrueBeforeStart: Bool = true, isPersistent: Bool = true, takesValuesAtTrigger: Bool = true
    ) {
        self.init(
            name: name, trigger: trigger, wasTrueBeforeStart: wasTrueBeforeStart, isPersistent: isPersistent,
            delay: delay.map { $0 * Expression(1, .days) }, priority: priority,
            takesValuesAtTrigger: takesValuesAtTrigger,
            assignments: assignments.map { Assignment(target: names.symbol($0.0), value: $0.1) })
    }
}
