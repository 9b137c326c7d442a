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
    private func symbol(_ baseline: SBMLBaseline, in model: Model) throws -> (symbol: Symbol, output: Output) {
        guard let output = model.outputs.first(where: { $0.name == baseline.output }) else {
            throw SBMLWritingError("the model has no output '\(baseline.output)'")
        }
        return (Symbol(baseline.name, unit: output.unit), output)
    }

    /// The model with a control for each.
    func model(remembering model: Model) throws -> Model {
        guard !isEmpty else { return model }
        let controls = try map { baseline in
            Control(
                symbol: try symbol(baseline, in: model).symbol, defaultValue: 0,
                meaning: "\(baseline.output) on day \(baseline.time), zero before")
        }
        return try Model(
            name: model.name, components: model.components, states: model.states, parameters: model.parameters,
            controls: model.controls + controls, variables: model.variables, outputs: model.outputs,
            dosePorts: model.dosePorts, triggeredEvents: model.triggeredEvents)
    }

    /// What sets them.
    ///
    /// - Parameter isRescaled: whether outputs are rescaled at time zero; what is remembered of that moment then follows
    ///   a tenth of a second later.
    func settings(in model: Model, isRescaled: Bool) throws -> [SBMLContents.Setting] {
        try map { baseline in
            let (symbol, output) = try symbol(baseline, in: model)
            return SBMLContents.Setting(
                time: baseline.time + (isRescaled && baseline.time == 0 ? 1e-6 : 0), control: symbol.name,
                value: output.expression, meaning: "\(baseline.output) as it is then")
        }
    }
}
