import Modeling

/// What to integrate: a compiled model with its values, over a span, with everything that happens on the way.
///
/// Numbers are in base units and in the model's order; times are in days.
public struct InitialValueProblem: Sendable {
    public let compiled: CompiledModel
    public var parameters: [Double]
    public var controls: [Double]
    public var initialState: [Double]
    public var span: ClosedRange<Double>
    /// In time order; events outside the span are ignored.
    public var events: [Event]
    /// Positions of states that keep their values whatever their rates; only the reference solver looks at them.
    public var frozen: Set<Int> = []

    public init(
        _ compiled: CompiledModel, parameters: [Double], controls: [Double], initialState: [Double],
        span: ClosedRange<Double>, events: [Event] = []
    ) {
        self.compiled = compiled
        self.parameters = parameters
        self.controls = controls
        self.initialState = initialState
        self.span = span
        self.events = events
    }

    /// Positions of states that infusions through ports flow into.
    var fedStates: Set<Int> {
        var ports = Set<String>()
        for event in events {
            for case .infuse(let port, _) in event.actions { ports.insert(port) }
        }
        guard !ports.isEmpty else { return [] }
        let fed = Set(compiled.model.dosePorts.filter { ports.contains($0.name) }.flatMap { $0.shares.map(\.state) })
        return Set(compiled.model.states.indices.filter { fed.contains(compiled.model.states[$0].symbol) })
    }

    /// A model at rest with its own values.
    public init(resting compiled: CompiledModel, span: ClosedRange<Double>, events: [Event] = []) throws {
        let parameters = try compiled.parameterValues()
        self.init(
            compiled, parameters: parameters, controls: compiled.controlValues,
            initialState: compiled.restingState(parameters: parameters), span: span, events: events)
    }
}

/// When to look at the outputs: at an instant, or on average over a window such as a day of dosing or a cycle.
public enum Sample: Sendable, Hashable {
    /// The value at a time; at the time of an event, the value just before it.
    case instant(Double)
    case average(from: Double, to: Double)

    var end: Double {
        switch self {
        case .instant(let time): return time
        case .average(_, let to): return to
        }
    }
}

/// How exact an integration is. One set of defaults, here, for every way into the program.
public struct Tolerances: Sendable, Hashable {
    /// Relative error per step. At 1e-5, ten years of daily dosing keep every output within 2e-5 of its limit.
    public var relative: Double
    /// Absolute error per step as a share of each state's scale.
    public var absoluteShare: Double

    /// - Parameter absoluteShare: a tenth of the relative error if left out, so that a state at a tenth of its scale
    ///   counts as one at its scale does, and one near zero does not decide the steps of all.
    public init(relative: Double = 1e-5, absoluteShare: Double? = nil) {
        self.relative = relative
        self.absoluteShare = absoluteShare ?? relative / 10
    }
}

/// A way to integrate; every one gives what the reference gives, to its stated accuracy.
public protocol Solver: Sendable {
    /// - Throws: `SolverError` naming the state and time at which integration failed.
    func solve(_ problem: InitialValueProblem, samples: [Sample]) throws -> Trajectory
}
