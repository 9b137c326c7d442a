import Physiology
import Populations
import Solving

/// Simulates the women of a cohort one by one with a solver for single women.
///
/// A solver for many women at once takes the place of ``results(for:)``: everything else of a cohort knows only a
/// closure from numbers to simulated women.
public struct CohortSimulation: Sendable {
    public let cohort: Cohort
    private let solver: any Solver

    public init(_ cohort: Cohort, solver: any Solver = CVODES()) {
        self.cohort = cohort
        self.solver = solver
    }

    /// The women of these numbers, in order.
    ///
    /// - Throws: `CancellationError` between two women if the task was cancelled. A woman who cannot be integrated
    ///   is no error: she is in the result, with the reason.
    public func results(for numbers: Range<Int>) throws -> [SimulatedWoman] {
        try numbers.map { number in
            try Task.checkCancellation()
            return result(for: number)
        }
    }

    private func result(for number: Int) -> SimulatedWoman {
        let (woman, prepared) = (cohort.women[number], cohort.prepared)
        do {
            let problem = try prepared.problem(of: woman.woman, parameterFactors: woman.parameterFactors)
            let (trajectory, _) = try prepared.trajectory(of: problem, solver: solver)
            return SimulatedWoman(number: number, values: prepared.rows(of: trajectory, columns: cohort.columns))
        } catch {
            return SimulatedWoman(number: number, failure: "\(error)", valueCount: cohort.valuesPerWoman)
        }
    }
}
