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

    /// - Parameter tolerances: those of the resolution if left out.
    /// - Throws: `ModelError` or `SolverError` if the sample cannot be integrated.
    public init(_ prepared: PreparedScenario, resolution: Resolution = .auto, tolerances: Tolerances? = nil) throws {
        self.prepared = prepared
        self.tolerances = tolerances ?? resolution.tolerances
        let (compiled, switches) = (prepared.compiled, prepared.switches)
        var used = resolution
        var reason: String?
        var check: ResolutionCheck?
        var multiscale: MultiscaleSolver?
        if prepared.scenario.ovary == .resolved, resolution != .reference {
            used = .full
            if resolution != .full { reason = "each cycle of her ovary is followed" }
        } else if resolution == .auto || resolution == .multiscale {
            do throws(NotSeparable) {
                multiscale = try MultiscaleSolver(compiled, switches: switches, tolerances: self.tolerances)
                used = .multiscale
            } catch {
                used = .full
                reason = "\(error)"
            }
        }
        if resolution == .auto, let candidate = multiscale {
            let full = BatchedSolver(compiled, switches: switches, tolerances: self.tolerances)
            let found = try ResolutionCheck(prepared, candidate: candidate, full: full)
            check = found
            if !found.passes {
                used = .full
                reason = "\(found)"
                lanes = Self.full(prepared, self.tolerances)
            } else {
                lanes = candidate
            }
        } else if used == .full {
            lanes = Self.full(prepared, self.tolerances)
        } else {
            lanes = multiscale
        }
        self.resolution = used
        fallback = reason
        self.check = check
    }

    /// Full resolution, with the kinetics in closed form where they have one.
    private static func full(_ prepared: PreparedScenario, _ tolerances: Tolerances) -> any LaneSolver {
        let (compiled, switches) = (prepared.compiled, prepared.switches)
        do throws(NotSeparable) {
            return try MultiscaleSolver(compiled, hours: .followed, switches: switches, tolerances: tolerances)
        } catch {
            return BatchedSolver(compiled, switches: switches, tolerances: tolerances)
        }
    }

    /// One woman from her rest to the end of the scenario.
    ///
    /// - Throws: `SolverError` naming the state and time at which integration failed.
    public func trajectory(of problem: WomanProblem) throws -> (Trajectory, SolverStatistics) {
        let solver: any Solver = (lanes as? any Solver) ?? CVODES(tolerances: tolerances)
        let history = try solver.solve(problem.history, samples: [.instant(0)])
        let trajectory = try solver.solve(problem.future(after: history), samples: prepared.plan.samples)
        return (trajectory, history.statistics + trajectory.statistics)
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
            .adding(failures: history.failures)
    }

    /// One stretch of a batch's life.
    func solve(_ problem: LaneProblem, samples: [Sample] = []) throws -> LaneTrajectory {
        guard let lanes else { throw ModelError("derivatives need full or multiscale resolution, not reference") }
        return try lanes.solve(problem, samples: samples)
    }

    /// How many women are best handed to `trajectories(of:)` at once.
    public static let batch = LaneShape.batch
}
