import Foundation

/// What computes the rows of a fit from positions.
protocol Predictor: Sendable {
    /// Each row with its derivatives to the positions.
    func derivatives(at position: [Double]) async throws -> Prediction
    /// The rows alone, of many positions at once; nil for a position that cannot be computed.
    func values(at positions: [[Double]]) async throws -> [[Double]?]
}

/// The rows of a fit at one position.
struct Prediction: Sendable {
    let values: [Double]
    /// For each row, derivatives to the positions.
    let slopes: [[Double]]
}

/// A descent by Levenberg and Marquardt steps on exact derivatives.
///
/// Marquardt DW. J Soc Indust Appl Math 1963;11:431, doi 10.1137/0111030; damped in proportion to the curvature.
struct Search {
    let predictor: any Predictor
    let objective: Objective
    /// The most steps that are tried.
    let steps: Int

    /// A step that gains less ends a search; a hundredth of a standard deviation gains as much.
    static let leastGain = 1e-4
    /// No parameter moves by more in one step, in its logarithm.
    static let farthest = 0.3

    /// Where a search ended.
    struct End: Sendable {
        let position: [Double]
        let value: Double
        /// How many steps were tried.
        let steps: Int
        /// Whether it ended because nothing was to be gained.
        let isConverged: Bool
    }

    /// - Parameter report: called at the start and after every accepted step.
    /// - Throws: `CancellationError`, or what cannot be computed at the start.
    func run(from start: [Double], report: (Int, Double) -> Void) async throws -> End {
        var position = start
        var prediction = try await predictor.derivatives(at: position)
        var value = objective.value(prediction.values, at: position)
        var damping = 1e-2
        report(0, value)
        for step in 1...max(1, steps) {
            try Task.checkCancellation()
            let quadratic = objective.quadratic(prediction.values, slopes: prediction.slopes, at: position)
            guard let (direction, gain) = quadratic.step(damping: damping), gain > Self.leastGain, damping < 1e6 else {
                return End(position: position, value: value, steps: step - 1, isConverged: true)
            }
            let candidate = zip(position, direction).map { $0 + max(-Self.farthest, min(Self.farthest, $1)) }
            do {
                let next = try await predictor.derivatives(at: candidate)
                let reached = objective.value(next.values, at: candidate)
                if reached < value {
                    (position, prediction, value) = (candidate, next, reached)
                    damping = max(1e-6, damping / 3)
                    report(step, value)
                    continue
                }
            } catch is CancellationError {
                throw CancellationError()
            } catch {
                // What cannot be integrated is too far.
            }
            damping *= 4
        }
        return End(position: position, value: value, steps: steps, isConverged: false)
    }
}
