import Modeling
import Symbolics

/// How far a model is from rest.
public struct SteadyStateCertificate: Sendable {
    /// For each state, |rate| over its scale, per day.
    public let relativeRates: [(state: String, rate: Double)]

    /// The fastest relative drift, per day; not a number if any rate is not.
    public var residual: Double {
        relativeRates.contains { !$0.rate.isFinite } ? .nan : relativeRates.map(\.rate).max() ?? 0
    }
    /// The state that drifts fastest.
    public var worstState: String? { relativeRates.max { $0.rate < $1.rate }?.state }

    /// Evaluates the rates of a state.
    ///
    /// - Parameters: all in base units and the model's order.
    public init(_ compiled: CompiledModel, time: Double, parameters: [Double], controls: [Double], state: [Double]) {
        let machine = compiled.machine(for: compiled.rates)
        machine.load(controls: controls, parameters: parameters)
        var rates = Array(repeating: 0.0, count: state.count)
        machine.evaluate(time: time, states: state, into: &rates)
        relativeRates = compiled.model.states.enumerated().map { index, declared in
            (declared.name, abs(rates[index]) / (declared.scale * declared.unit.factor))
        }
    }
}
