import Exchange
import Modeling
import Solving
import Symbolics

/// One woman's scenario, run.
public struct Simulation: Sendable {
    public let scenario: Scenario
    public let model: Model
    /// Years since time zero at which outputs were looked at, in order.
    public let times: [Double]
    /// Which of `times` are the scenario's own reporting times.
    public let isReported: [Bool]
    /// How an output is looked at more closely.
    public let zooms: [Zoom]
    public let statistics: SolverStatistics
    /// How time was resolved, never `auto`.
    public let resolution: Resolution
    /// Why full resolution was used where less was asked for; nil if it was not.
    public let fallback: String?
    private let columns: [String: [Double]]

    /// A stretch of time seen in detail.
    public struct Zoom: Sendable {
        public enum Kind: Sendable {
            case day
            /// Of the regimen.
            case cycle
            /// Her own, from its first day to the next, where her ovary is followed.
            case ownCycle
        }
        public let kind: Kind
        /// When it begins, in days since time zero.
        public let start: Double
        /// Days since its beginning.
        public let times: [Double]
        /// Outputs by name, at `times`.
        public internal(set) var values: [String: [Double]]
    }

    /// The values of one output at `times`, in its unit; nil if there is no such output.
    public subscript(output: String) -> [Double]? { columns[output] }

    /// The value of an output at a time that was reported, in years.
    public func value(_ output: String, at time: Double) -> Double? {
        guard let index = times.firstIndex(where: { abs($0 - time) < 1e-5 }) else { return nil }
        return columns[output]?[index]
    }

    /// Runs a scenario.
    ///
    /// - Parameters:
    ///   - tolerances: those of the resolution if left out.
    ///   - extraTimes: years since time zero to report besides the scenario's own.
    ///   - raw: reports oscillating quantities at the instant instead of over the dosing or cycle period.
    /// - Throws: `SolverError` naming the state and time at which integration failed.
    public init(
        _ scenario: Scenario, resolution: Resolution = .auto, tolerances: Tolerances? = nil,
        extraTimes: [Double] = [], raw: Bool = false
    ) throws {
        let prepared = try PreparedScenario(scenario, extraTimes: extraTimes, raw: raw)
        try self.init(ScenarioSolver(prepared, resolution: resolution, tolerances: tolerances))
    }

    /// Runs a scenario for its own woman.
    ///
    /// - Throws: `SolverError` naming the state and time at which integration failed.
    public init(_ solver: ScenarioSolver) throws {
        try self.init(solver, solver.prepared.scenario, solver.trajectory(of: solver.prepared.problem()))
    }

    /// Runs a scenario for its own woman, in whom an experiment holds parameters and controls at other values from rest on.
    ///
    /// - Parameter values: in their own units, by name; names the model lacks, as of medicines not taken, are passed over.
    /// - Throws: `SolverError` naming the state and time at which integration failed.
    public init(_ solver: ScenarioSolver, laboratory values: [String: Double]) throws {
        let problem = try solver.prepared.problem(parameterValues: values, controlValues: values)
        try self.init(solver, solver.prepared.scenario, solver.trajectory(of: problem))
    }

    /// Runs a scenario for its own woman, with her therapy and without it, at about the cost of one. What oscillates is
    /// reported of both over the periods of the therapy.
    ///
    /// - Throws: `SolverError` naming the state and time at which integration failed.
    public static func withAndWithoutTherapy(
        _ solver: ScenarioSolver
    ) throws -> (with: Simulation, without: Simulation) {
        let runs = try solver.twins()
        return (
            Simulation(solver, solver.prepared.scenario, runs[0]),
            Simulation(solver, solver.prepared.scenario.untreated, runs[1])
        )
    }

    init(_ solver: ScenarioSolver, _ scenario: Scenario, _ run: (Trajectory, SolverStatistics)) {
        let (trajectory, statistics) = run
        let prepared = solver.prepared
        resolution = solver.resolution
        fallback = solver.fallback
        let plan = prepared.plan
        let outputs = prepared.model.outputs.map(\.name)
        self.scenario = scenario
        model = prepared.model
        times = plan.times.map { $0 / Unit.daysPerYear }
        isReported = plan.isReported
        let hours = HoursOfDay(prepared)
        var columns = plan.columns(of: trajectory, outputs: outputs)
        if plan.isRaw { hours.apply(to: &columns, at: plan.times) }
        self.columns = columns
        zooms = plan.zooms(of: trajectory, outputs: outputs).map(hours.applied)
        self.statistics = statistics
    }
}
