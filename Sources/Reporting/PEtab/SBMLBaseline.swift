import Exchange
import Modeling
import Symbolics

/// An output's value at one moment, which a document keeps under a name of its own so that later values can be set against it.
public struct SBMLBaseline: Hashable, Sendable {
    /// What the document calls it, before identifiers are made of names.
    public let name: String
    public let output: String
    /// Days since time zero of the scenario.
    public let time: Double

    public init(output: String, time: Double) {
        self.output = output
        self.time = time
        let day = time.rounded() == time ? "\(Int(time))" : "\(time)"
        name = "baseline.\(output).day\(day)"
    }
}

extension [SBMLBaseline] {
    /// The model with a state for each, which nothing moves but an event at its moment, before what else happens then.
    func model(remembering model: Model) throws -> Model {
        guard !isEmpty else { return model }
        let remembered = try map { baseline -> (state: State, event: TriggeredEvent) in
            guard let output = model.outputs.first(where: { $0.name == baseline.output }) else {
                throw SBMLWritingError("the model has no output '\(baseline.output)'")
            }
            let symbol = Symbol(baseline.name, unit: output.unit)
            let state = State(
                symbol: symbol, initial: Expression(0, output.unit), rate: 0, scale: 1,
                meaning: "\(baseline.output) on day \(baseline.time), zero before")
            let event = TriggeredEvent(
                name: "remember.\(baseline.name)", trigger: Expression(.time) >= Expression(baseline.time, .days),
                wasTrueBeforeStart: false, priority: Expression(Self.priority, .one),
                assignments: [.init(target: symbol, value: output.expression)])
            return (state, event)
        }
        return try Model(
            name: model.name, components: model.components, states: model.states + remembered.map(\.state),
            parameters: model.parameters, controls: model.controls, variables: model.variables, outputs: model.outputs,
            dosePorts: model.dosePorts, triggeredEvents: model.triggeredEvents + remembered.map(\.event),
            delayedQuantities: model.delayedQuantities)
    }

    /// Above those of doses and changes, of which there are fewer than this many kinds.
    private static let priority = 1e6
}
