import Exchange
import Foundation
import Populations
import Trials

/// A finished fit: the best place found, what the rows come to there, and how the searches ended.
public struct CalibrationFit: Sendable {
    /// How one search ended.
    public struct Start: Sendable, Hashable, Codable {
        /// Zero for the one from the centres of the priors.
        public let number: Int
        /// Natural logarithms of the parameters over the centres of their priors.
        public let position: [Double]
        /// Minus twice the logarithm of the posterior density, but for a constant; nil if the start could not be integrated.
        public let objective: Double?
        public let steps: Int
        public let isConverged: Bool
        /// Why there is no result; nil if there is one.
        public let failure: String?

        public init(
            number: Int, position: [Double], objective: Double?, steps: Int, isConverged: Bool, failure: String?
        ) {
            self.number = number
            self.position = position
            self.objective = objective
            self.steps = steps
            self.isConverged = isConverged
            self.failure = failure
        }
    }

    /// A minimum that searches found.
    public struct Minimum: Sendable {
        /// Numbers of the searches that ended there.
        public let starts: [Int]
        /// The best of them.
        public let best: Start
    }

    public let calibration: Calibration
    public let starts: [Start]
    /// The best first.
    public let minima: [Minimum]
    let prediction: Prediction
    let quadratic: Quadratic

    /// Two searches found the same minimum if no parameter differs by more than so many of its standard deviations …
    static let sameDistance = 0.5
    /// … and their objectives by no more than this.
    static let sameObjective = 0.5

    init(_ calibration: Calibration, starts: [Start]) async throws {
        self.calibration = calibration
        self.starts = starts
        let ended = starts.compactMap { start in start.objective.map { (start, $0) } }
            .sorted { ($0.1, $0.0.number) < ($1.1, $1.0.number) }.map(\.0)
        guard let best = ended.first else { throw NothingFitted(reason: starts.first?.failure ?? "no search was made") }
        let prediction = try await calibration.derivatives(at: best.position)
        self.prediction = prediction
        let quadratic = calibration.objective.quadratic(prediction.values, slopes: prediction.slopes, at: best.position)
        self.quadratic = quadratic
        let spreads = quadratic.spreads
        var minima: [Minimum] = []
        for start in ended {
            let same = minima.firstIndex { minimum in
                abs((start.objective ?? .nan) - (minimum.best.objective ?? .nan)) <= Self.sameObjective
                    && zip(zip(start.position, minimum.best.position), spreads)
                        .allSatisfy { abs($0.0 - $0.1) <= Self.sameDistance * $1 }
            }
            if let same {
                minima[same] = Minimum(starts: minima[same].starts + [start.number], best: minima[same].best)
            } else {
                minima.append(Minimum(starts: [start.number], best: start))
            }
        }
        self.minima = minima
    }

    /// The best place found.
    var position: [Double] { minima[0].best.position }

    public var objective: Double { minima[0].best.objective ?? .nan }

    /// A published row beside what is simulated.
    public struct Residual: Sendable {
        public let row: Calibration.Row
        public let simulated: Double
        /// Misfit in standard deviations.
        public var score: Double { (simulated - row.result.observed) / row.deviation }
    }

    public var residuals: [Residual] {
        zip(calibration.rows, prediction.values).map { Residual(row: $0, simulated: $1) }
    }

    /// The priors' share of the objective.
    public var priorObjective: Double { calibration.objective.prior(position) }

    /// The parameters at the best place, in their own units.
    public var values: [Double] {
        zip(calibration.plan.fitted, position).map { $0.centre * exp($1) }
    }

    /// Standard deviations of the logarithms, from the curvature.
    public var logDeviations: [Double] { quadratic.spreads }

    /// The parameters that differ most between a minimum and the best, with the values there, in standard deviations.
    public func differences(of minimum: Minimum, atMost count: Int) -> [(name: String, value: Double, distance: Double)] {
        let spreads = logDeviations
        return calibration.plan.fitted.indices.map { index in
            let distance = (minimum.best.position[index] - position[index]) / spreads[index]
            let prior = calibration.plan.fitted[index]
            return (prior.name, prior.centre * exp(minimum.best.position[index]), distance)
        }.sorted { abs($0.2) > abs($1.2) }.prefix(count).map { $0 }
    }
}

/// No search could be made.
public struct NothingFitted: Error, CustomStringConvertible {
    public let reason: String
    public var description: String { "nothing was fitted, because \(reason)" }
}

extension Calibration {
    /// Where a fit stands.
    public struct Progress: Sendable {
        /// Number of the search.
        public let start: Int
        public let step: Int
        public let objective: Double
    }

    /// Searches from the centres of the priors and from draws of them.
    ///
    /// - Parameters:
    ///   - known: searches that an earlier run has finished.
    ///   - finished: called with each search that ends.
    ///   - report: called after every accepted step.
    /// - Throws: `CancellationError`, or `NothingFitted` if no search could be made.
    public func fit(
        after known: [CalibrationFit.Start] = [], finished: (CalibrationFit.Start) throws -> Void = { _ in },
        report: (Progress) -> Void = { _ in }
    ) async throws -> CalibrationFit {
        var starts = known
        let search = Search(predictor: self, objective: objective, steps: plan.steps)
        for number in 0..<plan.starts where !known.contains(where: { $0.number == number }) {
            let start = try await result(of: search, number: number, report: report)
            try finished(start)
            starts.append(start)
        }
        return try await CalibrationFit(self, starts: starts.sorted { $0.number < $1.number })
    }

    private func result(
        of search: Search, number: Int, report: (Progress) -> Void
    ) async throws -> CalibrationFit.Start {
        let position = plan.fitted.map { prior -> Double in
            guard number > 0 else { return 0 }
            var generator = CounterBasedGenerator(
                seed: plan.seed, woman: UInt32(number), purpose: "start of a fit, \(prior.name)")
            return prior.logDeviation * generator.normal()
        }
        do {
            let end = try await search.run(from: position) { step, value in
                report(Progress(start: number, step: step, objective: value))
            }
            return .init(
                number: number, position: end.position, objective: end.value, steps: end.steps,
                isConverged: end.isConverged, failure: nil)
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            return .init(
                number: number, position: position, objective: nil, steps: 0, isConverged: false, failure: "\(error)")
        }
    }
}
