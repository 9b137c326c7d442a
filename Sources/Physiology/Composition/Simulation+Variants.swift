import Dispatch
import Exchange
import Modeling
import Solving
import Synchronization

extension Simulation {
    /// The scenario's own woman with other values of parameters.
    public struct Variant: Sendable {
        /// What the model's values are multiplied by, for parameters by name.
        public let parameterFactors: [String: Double]
        /// Whether she has her therapy.
        public let isTreated: Bool

        public init(parameterFactors: [String: Double], isTreated: Bool = true) {
            self.parameterFactors = parameterFactors
            self.isTreated = isTreated
        }
    }

    /// The scenario's own woman again and again, each time a variant of her, several at once.
    ///
    /// - Throws: `SolverError` naming the state and time at which integration failed.
    public static func variants(_ solver: ScenarioSolver, _ variants: [Variant]) throws -> [Simulation] {
        let problems = variants.map { variant in
            Result {
                try solver.prepared.problem(parameterFactors: variant.parameterFactors, isTreated: variant.isTreated)
            }
        }
        let scenario = solver.prepared.scenario
        let untreated = scenario.untreated
        return try zip(variants, trajectories(solver, problems)).map { variant, trajectory in
            Simulation(solver, variant.isTreated ? scenario : untreated, (try trajectory.get(), SolverStatistics()))
        }
    }

    /// The scenario's own woman again and again, each time with some parameters at other values, several at once.
    ///
    /// - Parameter sets: for each run, values in the parameters' own units by name; names the model lacks are passed over.
    /// - Returns: for each run, what came out or why it could not be integrated.
    public static func runs(
        _ solver: ScenarioSolver, parameterValues sets: [[String: Double]]
    ) -> [Result<Simulation, any Error>] {
        let problems = sets.map { values in Result { try solver.prepared.problem(parameterValues: values) } }
        return trajectories(solver, problems).map { trajectory in
            Result { Simulation(solver, solver.prepared.scenario, (try trajectory.get(), SolverStatistics())) }
        }
    }

    /// Batch by batch on all cores.
    private static func trajectories(
        _ solver: ScenarioSolver, _ problems: [Result<WomanProblem, any Error>]
    ) -> [Result<Trajectory, any Error>] {
        let size = ScenarioSolver.batch
        let batches = stride(from: 0, to: problems.count, by: size).map { first in
            Array(problems[first..<min(first + size, problems.count)])
        }
        let found = Mutex<[[Result<Trajectory, any Error>]]>(Array(repeating: [], count: batches.count))
        withUnsafeCurrentTask { task in
            // Safe because the task lives on in this frame; other threads only ask whether it was cancelled.
            nonisolated(unsafe) let task = task
            DispatchQueue.concurrentPerform(iterations: batches.count) { index in
                let isCancelled = task?.isCancelled == true
                let mine =
                    isCancelled
                    ? batches[index].map { _ in .failure(CancellationError()) } : trajectories(solver, batch: batches[index])
                found.withLock { $0[index] = mine }
            }
        }
        return found.withLock { Array($0.joined()) }
    }

    private static func trajectories(
        _ solver: ScenarioSolver, batch: [Result<WomanProblem, any Error>]
    ) -> [Result<Trajectory, any Error>] {
        // A lane must not be empty: who cannot be posed is stood in for by one who can.
        guard let standIn = batch.lazy.compactMap({ try? $0.get() }).first else {
            return batch.map { problem in problem.flatMap { _ in .failure(ModelError("no woman could be posed")) } }
        }
        let filled =
            batch.map { (try? $0.get()) ?? standIn }
            + Array(repeating: standIn, count: ScenarioSolver.batch - batch.count)
        return zip(batch, solver.trajectories(of: filled)).map { problem, trajectory in problem.flatMap { _ in trajectory } }
    }
}
