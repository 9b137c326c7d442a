import Modeling

/// What an integration saw.
public struct Trajectory: Sendable {
    /// The requested samples, in order.
    public let samples: [Sample]
    /// For each sample, the outputs in the model's order, each in its own unit.
    public let outputs: [[Double]]
    /// For each instant sample, the states in base units; empty for an average.
    public let states: [[Double]]
    /// For each instant sample and sensitivity parameter, the derivative of each state, all in base units.
    public let sensitivities: [[[Double]]]
    public let finalState: [Double]
    public let statistics: SolverStatistics

    private let columns: [String: Int]

    init(
        compiled: CompiledModel, samples: [Sample], outputs: [[Double]], states: [[Double]],
        sensitivities: [[[Double]]], finalState: [Double], statistics: SolverStatistics
    ) {
        self.samples = samples
        self.outputs = outputs
        self.states = states
        self.sensitivities = sensitivities
        self.finalState = finalState
        self.statistics = statistics
        columns = Dictionary(
            uniqueKeysWithValues: compiled.model.outputs.enumerated().map { ($1.name, $0) })
    }

    /// One output at every sample, or nil if the model has no such output.
    public subscript(output: String) -> [Double]? {
        columns[output].map { column in outputs.map { $0[column] } }
    }
}

/// The work an integration took.
public struct SolverStatistics: Sendable, Hashable {
    public var steps = 0
    public var rateEvaluations = 0
    public var jacobianEvaluations = 0
    public var errorTestFailures = 0
    public var events = 0

    public init() {}
}

/// An integration that could not be finished.
public struct SolverError: Error, CustomStringConvertible {
    /// Days since time zero.
    public let time: Double
    /// The state that failed, where one can be named.
    public let state: String?
    public let reason: String

    public var description: String {
        let place = state.map { " in '\($0)'" } ?? ""
        return "integration stopped at day \(time)\(place): \(reason)"
    }
}

extension SolverStatistics {
    /// The work of two integrations together.
    public static func + (a: SolverStatistics, b: SolverStatistics) -> SolverStatistics {
        var sum = a
        sum.steps += b.steps
        sum.rateEvaluations += b.rateEvaluations
        sum.jacobianEvaluations += b.jacobianEvaluations
        sum.errorTestFailures += b.errorTestFailures
        sum.events += b.events
        return sum
    }
}
