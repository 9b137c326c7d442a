import Exchange
import Foundation
import Populations
import Trials

/// The parameters of a problem that make its measurements, and its priors, most likely.
///
/// Every search moves the parameters on their scales, within their bounds, by Fisher scoring: the curvature is what the
/// measurements are expected to tell of simulation and noise, damped as Levenberg and Marquardt do. Derivatives are
/// central differences.
public struct PEtabFit: Sendable {
    /// How one search ended.
    public struct Start: Sendable {
        /// Zero for the one from the nominal values.
        public let number: Int
        public let values: [String: Double]
        /// The logarithm of likelihood times prior; nil where the start could not be simulated.
        public let logPosterior: Double?
        public let steps: Int
        public let isConverged: Bool
        /// Why there is no result; nil if there is one.
        public let failure: String?
    }

    /// In order of their numbers.
    public let starts: [Start]
    public let best: Start
    public let simulation: PEtabSimulation
    /// For each estimated parameter, its standard deviation on its scale by the expected curvature; not a number where
    /// the measurements do not tell, nil at a bound.
    public let deviations: [Double?]

    /// - Parameters:
    ///   - starts: how many searches are made; the first from the nominal values, others from within the bounds.
    ///   - report: is told the number of the search, its step and where it stands.
    /// - Throws: `PEtabFailure` where no search could be made, or `CancellationError`.
    public init(
        _ simulator: PEtabSimulator, starts count: Int, seed: UInt64, steps: Int = 200,
        report: (_ start: Int, _ step: Int, _ logPosterior: Double) -> Void = { _, _, _ in }
    ) async throws {
        guard !simulator.problem.estimated.isEmpty else {
            throw PEtabFailure("\(simulator.problem.file): no parameter is to be estimated")
        }
        let search = PEtabSearch(simulator)
        var ended: [Start] = []
        for number in 0..<max(1, count) {
            var start: Start?
            // Some places between wide bounds cannot be simulated; another is drawn then.
            for attempt in 0..<(number == 0 ? 1 : Self.mostDraws) where start?.logPosterior == nil {
                start = try await search.run(
                    from: search.start(number, seed: seed, attempt: attempt), number: number, steps: steps
                ) { report(number, $0, $1) }
            }
            if let start { ended.append(start) }
        }
        let ranked = ended.filter { $0.logPosterior != nil }
            .sorted { ($1.logPosterior ?? 0, $0.number) < ($0.logPosterior ?? 0, $1.number) }
        guard let best = ranked.first else {
            throw PEtabFailure(ended.first?.failure ?? "no search was made")
        }
        self.starts = ended
        self.best = best
        simulation = try simulator.simulation(best.values)
        deviations = try await search.deviations(at: search.position(of: best.values))
    }

    private static let mostDraws = 20

    /// How many searches ended within a tenth of the best.
    public var sameCount: Int {
        starts.filter { ($0.logPosterior ?? -.infinity) > (best.logPosterior ?? 0) - 0.1 }.count
    }
}
