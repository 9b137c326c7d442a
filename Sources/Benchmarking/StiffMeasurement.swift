import Modeling
import Solving

#if canImport(Glibc)
    import Glibc
#endif

/// One solver on one problem at one tolerance: how exact, and at what price.
public struct StiffMeasurement: Sendable {
    /// Which way of integrating.
    public enum Method: String, Sendable, CaseIterable {
        /// The reference, a multistep method on one copy of the problem.
        case cvodes = "CVODES"
        /// Full resolution, a one-step method on eight equal copies at once.
        case full
    }

    public let problem: String
    public let method: Method
    public let tolerances: Tolerances
    /// The largest relative error of a state at the end; not a number if integration failed.
    public let largestRelativeError: Double
    public let statistics: SolverStatistics
    /// Seconds to integrate, compilation not counted; the least of a few runs, because others use the machine too.
    public let seconds: Double
    /// Why integration stopped, if it did.
    public let failure: String?

    private static let runs = 5

    /// Digits to which the worst state is right: −log10 of the largest relative error.
    public var correctDigits: Double { -log10(largestRelativeError) }

    /// Integrates a problem and compares its end with what is known.
    ///
    /// - Parameter relative: relative error per step; the absolute one is the same share of each state's scale.
    /// - Throws: `ModelError` for events that name what the model lacks.
    public init(_ problem: StiffProblem, _ method: Method, relative: Double) throws {
        let tolerances = Tolerances(relative: relative, absoluteShare: relative)
        let task = try problem.initialValueProblem()
        let solver: any Solver =
            switch method {
            case .cvodes: CVODES(tolerances: tolerances)
            case .full: BatchedSolver(task.compiled, tolerances: tolerances)
            }
        self.problem = problem.name
        self.method = method
        self.tolerances = tolerances
        var seconds = Double.infinity
        do {
            var trajectory = try solver.solve(task, samples: [])
            for _ in 0..<Self.runs {
                let clock = ContinuousClock()
                let elapsed = try clock.measure { trajectory = try solver.solve(task, samples: []) }
                seconds = min(seconds, elapsed / .seconds(1))
            }
            largestRelativeError = problem.largestRelativeError(of: trajectory.finalState)
            statistics = trajectory.statistics
            failure = nil
        } catch let error as SolverError {
            largestRelativeError = .nan
            statistics = SolverStatistics()
            failure = "\(error)"
            seconds = .nan
        }
        self.seconds = seconds
    }
}
