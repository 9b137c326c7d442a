import Exchange
import Modeling
import Solving
import Symbolics

/// Solves a prepared scenario at the resolution asked for, for its own woman or for many in her place.
///
/// It is immutable and may be shared between threads.
public struct ScenarioSolver: Sendable {
    public let prepared: PreparedScenario
    public let tolerances: Tolerances
    /// What is used, never `auto`.
    public let resolution: Resolution
    /// Why full resolution is used where `auto` or `multiscale` was asked for, as the end of a sentence; nil if it is not.
    public let fallback: String?
    /// How far multiscale was from full resolution on the sample that `auto` looks at.
    public let check: ResolutionCheck?
    private let lanes: (any LaneSolver)?

    /// - Parameters:
    ///   - tolerances: those of the resolution if left out.
    ///   - outputs: places of the outputs that are wanted; all if left out. What none of them rests on, and none of the
    ///     densities that the scenario's woman starts with, is not integrated, and outputs besides are not a number.
    /// - Throws: `ModelError` or `SolverError` if the sample cannot be integrated.
    public init(
        _ prepared: PreparedScenario, resolution: Resolution = .auto, tolerances: Tolerances? = nil,
        outputs: [Int]? = nil
    ) throws {
        self.prepared = prepared
        let tolerances = tolerances ?? resolution.tolerances
        self.tolerances = tolerances
        let wanted = Self.needed(outputs, prepared)
        func multiscale(_ outputs: [Int], _ hours: MultiscaleSolver.Hours) throws(NotSeparable) -> MultiscaleSolver {
            try MultiscaleSolver(
                prepared.compiled, hours: hours, switches: prepared.switches, outputs: outputs, tolerances: tolerances)
        }
        func whole(_ outputs: [Int]) -> BatchedSolver {
            BatchedSolver(prepared.compiled, switches: prepared.switches, outputs: outputs, tolerances: tolerances)
        }
        // Full resolution has the kinetics in closed form where they have one.
        func full() -> any LaneSolver {
            do throws(NotSeparable) { return try multiscale(wanted, .followed) } catch { return whole(wanted) }
        }
        var used = resolution
        var reason: String?
        var check: ResolutionCheck?
        var lanes: (any LaneSolver)?
        if prepared.scenario.ovary == .resolved, resolution != .reference {
            used = .full
            if resolution != .full { reason = "each cycle of her ovary is followed" }
        } else if resolution == .auto || resolution == .multiscale {
            do throws(NotSeparable) {
                lanes = try multiscale(wanted, .averaged)
                used = .multiscale
            } catch {
                used = .full
                reason = "\(error)"
            }
        }
        if resolution == .auto, let candidate = lanes as? MultiscaleSolver {
            let outputs = prepared.model.outputs
            let judged = outputs.indices.filter { ResolutionCheck.judges(outputs[$0].name) }
            let found = try ResolutionCheck(
                prepared,
                candidate: Set(judged).isSubset(of: wanted) ? candidate : try multiscale(judged, .averaged),
                full: whole(judged))
            check = found
            if !found.passes {
                used = .full
                reason = "\(found)"
            }
        }
        self.lanes = used == .full ? full() : lanes
        self.resolution = used
        fallback = reason
        self.check = check
    }

    /// The same solver for another scenario, with nothing compiled or looked at anew.
    ///
    /// - Precondition: its model has the same composition and its hypotheses are the same; it starts with no density that is
    ///   not among the outputs that were wanted.
    func solving(_ prepared: PreparedScenario) -> ScenarioSolver {
        ScenarioSolver(
            prepared: prepared, tolerances: tolerances, resolution: resolution, fallback: fallback, check: check, lanes: lanes)
    }

    private init(
        prepared: PreparedScenario, tolerances: Tolerances, resolution: Resolution, fallback: String?,
        check: ResolutionCheck?, lanes: (any LaneSolver)?
    ) {
        self.prepared = prepared
        self.tolerances = tolerances
        self.resolution = resolution
        self.fallback = fallback
        self.check = check
        self.lanes = lanes
    }

    /// Places of the outputs that are wanted, and of the densities from which her own are scaled.
    private static func needed(_ outputs: [Int]?, _ prepared: PreparedScenario) -> [Int] {
        guard let outputs else { return Array(prepared.model.outputs.indices) }
        let scaled = Set(prepared.scenario.woman.density.keys.map { "density.\($0.rawValue)" })
        return prepared.model.outputs.indices.filter {
            outputs.contains($0) || scaled.contains(prepared.model.outputs[$0].name)
        }
    }

    /// One woman from her rest to the end of the scenario.
    ///
    /// - Throws: `SolverError` naming the state and time at which integration failed.
    public func trajectory(of problem: WomanProblem) throws -> (Trajectory, SolverStatistics) {
        try trajectory(of: problem, samples: prepared.plan.samples)
    }

    /// One woman from her rest to the end of the scenario, looked at when asked for.
    ///
    /// - Throws: `SolverError` naming the state and time at which integration failed.
    func trajectory(of problem: WomanProblem, samples: [Sample]) throws -> (Trajectory, SolverStatistics) {
        let solver: any Solver = (lanes as? any Solver) ?? CVODES(tolerances: tolerances)
        let history = try solver.solve(problem.history, samples: [.instant(0)])
        let trajectory = try solver.solve(problem.future(after: history), samples: samples)
        return (trajectory, history.statistics + trajectory.statistics)
    }

    /// The scenario's own woman with her therapy and, beside her in the same batch, without it: what both have in common
    /// is integrated once.
    ///
    /// - Throws: `SolverError` naming the state and time at which integration failed.
    func twins() throws -> [(Trajectory, SolverStatistics)] {
        let women = try [true, false].map { try prepared.problem(isTreated: $0) }
        guard lanes != nil else { return try women.map(trajectory) }
        let batch = (0..<LaneShape.batch).map { women[min($0, 1)] }
        let both = try lanes(of: WomenBatch(prepared, batch))
        return try women.indices.map { lane in
            if let failure = both.failures[lane] { throw failure }
            return (both.trajectory(of: lane, prepared.compiled), both.statistics)
        }
    }

    /// Women one after another, or all lanes of a batch at once.
    ///
    /// - Precondition: there are no more than `LaneShape.batch` women; at a resolution that batches, exactly so many.
    /// - Returns: for each, her trajectory or why she could not be integrated.
    public func trajectories(of women: [WomanProblem]) -> [Result<Trajectory, any Error>] {
        guard lanes != nil else { return women.map { woman in Result { try trajectory(of: woman).0 } } }
        do {
            let future = try self.lanes(of: WomenBatch(prepared, women))
            return women.indices.map { lane in
                Result {
                    if let failure = future.failures[lane] { throw failure }
                    return future.trajectory(of: lane, prepared.compiled)
                }
            }
        } catch {
            return women.map { _ in .failure(error) }
        }
    }

    /// A batch from rest to the end of the scenario.
    ///
    /// - Throws: `SolverError` if no woman could be integrated, `ModelError` at reference resolution, which has no lanes.
    func lanes(of batch: WomenBatch) throws -> LaneTrajectory {
        let history = try solve(batch.history, samples: [.instant(0)])
        return try solve(batch.future(after: history), samples: prepared.plan.samples)
            .continuing(history)
    }

    /// One stretch of a batch's life.
    func solve(_ problem: LaneProblem, samples: [Sample] = []) throws -> LaneTrajectory {
        guard let lanes else { throw ModelError("derivatives need full or multiscale resolution, not reference") }
        return try lanes.solve(problem, samples: samples)
    }

    /// How many women are best handed to `trajectories(of:)` at once.
    public static let batch = LaneShape.batch
}
