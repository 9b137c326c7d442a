import Exchange
import Foundation

/// How much worse the fit becomes as one parameter is moved and all others follow.
///
/// The profile likelihood of Raue A, Kreutz C, Maiwald T, et al. Structural and practical identifiability analysis of
/// partially observed dynamical models by exploiting the profile likelihood. Bioinformatics 2009;25:1923, doi
/// 10.1093/bioinformatics/btp358.
public struct ParameterProfile: Sendable {
    /// One place along the profile.
    public struct Point: Sendable {
        /// Natural logarithm of the parameter over its best value.
        public let distance: Double
        /// How much the objective rises, the parameter's prior included.
        public let rise: Double
        /// How much it rises without the parameter's own prior: what the rows say, above the lowest of the profile.
        public let riseByRows: Double
    }

    /// What the rows say of the parameter without its prior.
    public enum Verdict: String, Sendable {
        case identified
        case boundedBelow = "bounded below only"
        case boundedAbove = "bounded above only"
        case notIdentified = "not identified by these rows"
    }

    public let name: String
    public let unit: String
    /// The best value.
    public let value: Double
    /// In order of distance, the best place among them.
    public let points: [Point]

    /// Between which values the objective rises by less than one; an end is nil where the profile does not reach so far.
    public var interval68: (low: Double?, high: Double?) { interval(1, \.rise) }
    /// Between which values the objective rises by less than 3.84.
    public var interval95: (low: Double?, high: Double?) { interval(3.841, \.rise) }

    /// Judged by where the rows alone make the objective rise by one, within the reach of the profile.
    public var verdict: Verdict {
        let (low, high) = distances(1, \.riseByRows)
        switch (low, high) {
        case (.some, .some): return .identified
        case (.some, nil): return value > 0 ? .boundedBelow : .boundedAbove
        case (nil, .some): return value > 0 ? .boundedAbove : .boundedBelow
        case (nil, nil): return .notIdentified
        }
    }

    private func interval(_ rise: Double, _ measure: (Point) -> Double) -> (low: Double?, high: Double?) {
        let ends = distances(rise, measure)
        let values = (ends.low.map { value * exp($0) }, ends.high.map { value * exp($0) })
        return value > 0 ? values : (values.1, values.0)
    }

    /// The distances at which a rise is reached, on both sides of the lowest point; interpolated in its square root, which
    /// is straight where the rows are.
    private func distances(_ rise: Double, _ measure: (Point) -> Double) -> (low: Double?, high: Double?) {
        guard let lowest = points.indices.min(by: { measure(points[$0]) < measure(points[$1]) }) else { return (nil, nil) }
        func crossing(_ path: [Point]) -> Double? {
            for (near, far) in zip(path, path.dropFirst()) where measure(far) >= rise {
                let (a, b) = (max(0, measure(near)).squareRoot(), measure(far).squareRoot())
                return near.distance + (far.distance - near.distance) * (rise.squareRoot() - a) / (b - a)
            }
            return nil
        }
        return (crossing(points[...lowest].reversed()), crossing(Array(points[lowest...])))
    }
}

extension CalibrationFit {
    /// Where profiles are looked at, in standard deviations of the curvature.
    private static let places = [-3, -2.25, -1.5, -1, -0.5, 0.5, 1, 1.5, 2.25, 3]

    /// Profiles of parameters.
    ///
    /// - Parameters:
    ///   - names: fitted parameters; all if left out.
    ///   - report: called with how many places are still being minimised.
    /// - Throws: `UnknownParameter` for one that is not fitted, `CancellationError`.
    public func profiles(
        of names: [String]? = nil, report: (Int) -> Void = { _ in }
    ) async throws -> [ParameterProfile] {
        let all = calibration.parameters
        let indices = try (names ?? all).map { name in
            guard let index = all.firstIndex(of: name) else { throw UnknownParameter(name: name) }
            return index
        }
        return try await Self.profiles(
            at: position, prediction, calibration.objective, of: indices, by: calibration, report: report
        ).map { index, points in
            let prior = calibration.plan.fitted[index]
            return ParameterProfile(name: prior.name, unit: prior.unit, value: values[index], points: points)
        }
    }

    static func profiles(
        at best: [Double], _ prediction: Prediction, _ objective: Objective, of indices: [Int], by predictor: any Predictor,
        report: (Int) -> Void = { _ in }
    ) async throws -> [(index: Int, points: [ParameterProfile.Point])] {
        let quadratic = objective.quadratic(prediction.values, slopes: prediction.slopes, at: best)
        let spreads = quadratic.spreads
        let lowest = objective.value(prediction.values, at: best)
        var begun: [(index: Int, position: [Double])] = []
        for index in indices {
            guard let answer = quadratic.answer(toMoving: index) else { continue }
            for place in places {
                begun.append((index, zip(best, answer).map { $0 + place * spreads[index] * $1 }))
            }
        }
        let found = try await predictor.values(at: begun.map(\.position))
        let tasks = zip(begun, found).compactMap { begun, values in
            values.map {
                Refinement.Task(
                    objective, fixed: begun.index, at: begun.position, Prediction(values: $0, slopes: prediction.slopes))
            }
        }
        let ends = try await Refinement(predictor: predictor).run(tasks, report: report)
        return indices.map { index in
            let own = objective.prior(index, at: best[index])
            let rises = [(distance: 0.0, rise: 0.0, rows: 0.0)]
                + ends.filter { $0.fixed == index }.map { end in
                    let rise = end.value - lowest
                    let prior = objective.prior(index, at: end.position[index]) - own
                    return (end.position[index] - best[index], rise, rise - prior)
                }
            let least = rises.map(\.rows).min() ?? 0
            return (
                index,
                rises.sorted { $0.distance < $1.distance }
                    .map { .init(distance: $0.distance, rise: $0.rise, riseByRows: $0.rows - least) }
            )
        }
    }
}
