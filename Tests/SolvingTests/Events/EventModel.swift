import Modeling
import Solving
import Symbolics

/// Equations without units with triggered events: states y1, y2 … with rates per day, each an output too.
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
        _ starts: [Double], sensitivityTo parameters: [String] = [],
        rates: @escaping @Sendable (Names) -> [Expression] = { $0.states.map { _ in 0 } },
        events: (Names) -> [TriggeredEvent]
    ) throws {
        var assembly = Assembly("equations")
        assembly.add(
            Equations(starts: starts) { states, _ in rates(Names(states: states)) })
        let plain = try assembly.model()
        let model = try Model(
            name: plain.name, components: plain.components, states: plain.states, parameters: plain.parameters,
            controls: plain.controls, variables: plain.variables, outputs: plain.outputs, dosePorts: plain.dosePorts,
            triggeredEvents: events(Names(states: plain.states.map { Expression($0.symbol) })))
        compiled = try CompiledModel(model, sensitivityTo: parameters)
    }

    /// The outputs at instants, sample after sample.
    func outputs(
        at times: [Double], until end: Double? = nil, events: [Event] = [], tolerance: Double = 1e-10
    ) throws -> [[Double]] {
        let span = 0...(end ?? max(times.max() ?? 0, 0))
        return try CVODES(tolerances: Tolerances(relative: tolerance))
            .solve(InitialValueProblem(resting: compiled, span: span, events: events), samples: times.map { .instant($0) })
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
