import Physiology
import Populations
import Solving

/// Simulates the women of a cohort, batch by batch.
///
/// Which women share a batch follows from their numbers alone, and a batch is always full, with women beyond the
/// cohort's last if need be: so a woman's result is the same to the last bit in any cohort, shard, order or thread.
public struct CohortSimulation: Sendable {
    public let cohort: Cohort
    public let solver: ScenarioSolver

    /// - Parameter tolerances: those of the resolution if left out.
    /// - Throws: `SolverError` if the sample on which `auto` decides cannot be integrated.
    public init(_ cohort: Cohort, resolution: Resolution = .auto, tolerances: Tolerances? = nil) throws {
        self.cohort = cohort
        solver = try ScenarioSolver(
            cohort.prepared, resolution: resolution, tolerances: tolerances, outputs: cohort.columns)
    }

    /// The women of the batch to which a number belongs.
    private static func batch(of number: Int) -> Range<Int> {
        let first = (number - 1) / ScenarioSolver.batch * ScenarioSolver.batch + 1
        return first..<(first + ScenarioSolver.batch)
    }

    /// The women of these numbers, in order.
    ///
    /// - Throws: `CancellationError` between two batches if the task was cancelled. A woman who cannot be integrated
    ///   is no error: she is in the result, with the reason.
    public func results(for numbers: Range<Int>) throws -> [SimulatedWoman] {
        var results: [SimulatedWoman] = []
        var next = numbers.lowerBound
        while next < numbers.upperBound {
            try Task.checkCancellation()
            let batch = Self.batch(of: next)
            results += simulated(batch).filter { numbers.contains($0.number) }
            next = batch.upperBound
        }
        return results
    }

    private func simulated(_ batch: Range<Int>) -> [SimulatedWoman] {
        let prepared = cohort.prepared
        func failed(_ number: Int, _ error: any Error) -> SimulatedWoman {
            SimulatedWoman(number: number, failure: "\(error)", valueCount: cohort.valuesPerWoman)
        }
        let problems = batch.map { number in
            Result { () throws -> WomanProblem in
                let woman = cohort.women[number]
                return try prepared.problem(of: woman.woman, parameterFactors: woman.parameterFactors)
            }
        }
        // A lane must not be empty: who cannot be posed is stood in for by one who can, and reported.
        guard let standIn = problems.lazy.compactMap({ try? $0.get() }).first else {
            return zip(batch, problems).map { number, problem in
                if case .failure(let error) = problem {
                    failed(number, error)
                } else {
                    failed(number, CancellationError())
                }
            }
        }
        let trajectories = solver.trajectories(of: problems.map { (try? $0.get()) ?? standIn })
        return zip(batch, zip(problems, trajectories)).map { number, result in
            do {
                _ = try result.0.get()
                return SimulatedWoman(
                    number: number, values: prepared.rows(of: try result.1.get(), columns: cohort.columns))
            } catch {
                return failed(number, error)
            }
        }
    }
}
