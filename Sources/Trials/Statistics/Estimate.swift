import Foundation
import Populations

/// What a trial estimates, with the 95 % interval that a trial of its size has.
public struct Estimate: Sendable, Hashable, Codable {
    public let value: Double
    public let low: Double
    public let high: Double

    public var interval: ClosedRange<Double>? { low <= high ? low...high : nil }

    public init(value: Double, low: Double, high: Double) {
        self.value = value
        self.low = low
        self.high = high
    }

    /// No number, and so no interval.
    public static let none = Estimate(value: .nan, low: .nan, high: .nan)

    private static let upper = 0.975
    /// 97.5 % point of the standard normal distribution.
    static let normal = NormalDistribution.quantile(upper)

    /// A mean with Student's interval.
    ///
    /// - Parameter size: how many women the trial has, at least two for an interval.
    public static func mean(_ sample: SampleMoments, size: Int) -> Estimate {
        guard size > 1, sample.deviation.isFinite else { return Estimate(value: sample.mean, low: .nan, high: .nan) }
        let half =
            StudentT(degrees: Double(size - 1)).quantile(upper) * sample.deviation / Double(size).squareRoot()
        return Estimate(value: sample.mean, low: sample.mean - half, high: sample.mean + half)
    }

    /// A difference of means, variances unequal (Welch 1947, Biometrika 34:28).
    public static func difference(
        _ a: SampleMoments, _ b: SampleMoments, sizes: (Int, Int)
    ) -> Estimate {
        let value = a.mean - b.mean
        guard let welch = Welch(a.deviation, b.deviation, sizes: sizes) else {
            return Estimate(value: value, low: .nan, high: .nan)
        }
        let half = StudentT(degrees: welch.degrees).quantile(upper) * welch.standardError
        return Estimate(value: value, low: value - half, high: value + half)
    }

    /// A share, in %, with Wilson's interval (J Am Stat Assoc 1927;22:209).
    public static func share(_ share: Double, size: Int) -> Estimate {
        guard size > 0, share.isFinite else { return .none }
        let n = Double(size)
        let z2 = normal * normal
        let middle = (share + z2 / (2 * n)) / (1 + z2 / n)
        let half = normal / (1 + z2 / n) * (share * (1 - share) / n + z2 / (4 * n * n)).squareRoot()
        return Estimate(value: 100 * share, low: 100 * (middle - half), high: 100 * (middle + half))
    }

    /// Pearson's correlation with Fisher's interval (Metron 1921;1:3); pairs that are not finite are not counted.
    public static func correlation(_ x: [Double], _ y: [Double]) -> Estimate {
        let pairs = zip(x, y).filter { $0.isFinite && $1.isFinite }
        guard pairs.count > 3 else { return .none }
        let value = pairs.map(\.0).correlation(with: pairs.map(\.1))
        let half = normal / Double(pairs.count - 3).squareRoot()
        return Estimate(value: value, low: tanh(atanh(value) - half), high: tanh(atanh(value) + half))
    }

    /// A ratio whose logarithm has a variance.
    static func ratio(_ value: Double, varianceOfLogarithm variance: Double) -> Estimate {
        let factor = exp(normal * variance.squareRoot())
        return Estimate(value: value, low: value / factor, high: value * factor)
    }

    /// A ratio of the hazards that brought about two probabilities, from the events that so many women are expected to have:
    /// the variance of its logarithm is 1 / events + 1 / events.
    public static func hazardRatio(_ risks: (Double, Double), sizes: (Int, Int)) -> Estimate {
        let events = (risks.0 * Double(sizes.0), risks.1 * Double(sizes.1))
        return ratio(log1p(-risks.0) / log1p(-risks.1), varianceOfLogarithm: 1 / events.0 + 1 / events.1)
    }

    /// A relative risk (Katz 1978, Biometrics 34:469).
    public static func relativeRisk(_ risks: (Double, Double), sizes: (Int, Int)) -> Estimate {
        let n = (Double(sizes.0), Double(sizes.1))
        let variance = (1 - risks.0) / (n.0 * risks.0) + (1 - risks.1) / (n.1 * risks.1)
        return ratio(risks.0 / risks.1, varianceOfLogarithm: variance)
    }

    /// A ratio of means, by the delta method on their logarithms.
    public static func ratioOfMeans(_ a: SampleMoments, _ b: SampleMoments, sizes: (Int, Int)) -> Estimate {
        func part(_ sample: SampleMoments, _ size: Int) -> Double {
            let error = sample.deviation / sample.mean
            return error * error / Double(size)
        }
        return ratio(a.mean / b.mean, varianceOfLogarithm: part(a, sizes.0) + part(b, sizes.1))
    }
}

/// The standard error of a difference of two means and its degrees of freedom.
struct Welch {
    let standardError: Double
    let degrees: Double

    /// Nil where a mean has no error: fewer than two women, or all alike.
    init?(_ a: Double, _ b: Double, sizes: (Int, Int)) {
        guard sizes.0 > 1, sizes.1 > 1 else { return nil }
        let parts = (a * a / Double(sizes.0), b * b / Double(sizes.1))
        let variance = parts.0 + parts.1
        guard variance > 0, variance.isFinite else { return nil }
        standardError = variance.squareRoot()
        degrees =
            variance * variance
            / (parts.0 * parts.0 / Double(sizes.0 - 1) + parts.1 * parts.1 / Double(sizes.1 - 1))
    }
}

/// Number, mean and standard deviation (n - 1) of the women in whom something is known.
public struct SampleMoments: Sendable, Hashable {
    public let count: Int
    public let mean: Double
    /// Not a number for fewer than two.
    public let deviation: Double

    /// What is not a finite number is not counted.
    public init(_ values: some Sequence<Double>) {
        var moments = RunningMoments(quantities: 1)
        for value in values { moments.add([value]) }
        count = moments.count(0)
        mean = moments.mean(0)
        deviation = moments.standardDeviation(0)
    }
}
