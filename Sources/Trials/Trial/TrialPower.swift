import Exchange
import Foundation
import Populations

/// How likely a trial finds a difference between two arms, for numbers of women in each.
///
/// Means and standard deviations are those of the simulated, measured women; power follows from them in closed form.
public struct TrialPower: Sendable {
    /// What is found significant, two-sided.
    public let level: Double
    /// In words, for tables.
    public let test: String
    /// The true effect: a difference, or a ratio where that is what is estimated.
    public let effect: Double
    private let powerOfSize: @Sendable (Int) -> Double

    /// Nobody plans a larger arm.
    public static let mostWomen = 1_000_000

    /// - Parameters:
    ///   - arms: places of the arm of interest and of the one it is compared with.
    ///   - level: of significance, two-sided.
    public init(_ values: EndpointValues, arms: (Int, Int), level: Double) {
        self.level = level
        let a = values.sample(ofArm: arms.0)
        let b = values.sample(ofArm: arms.1)
        let critical = NormalDistribution.quantile(1 - level / 2)
        /// Of a test whose estimate has a standard error that falls with the root of the number.
        func normal(_ effect: Double, _ varianceOfOne: Double) -> @Sendable (Int) -> Double {
            { size in
                let standardised = abs(effect) / (varianceOfOne / Double(size)).squareRoot()
                return NormalDistribution.cumulative(standardised - critical)
                    + NormalDistribution.cumulative(-standardised - critical)
            }
        }
        switch values.endpoint.measure {
        case .losers:
            effect = 100 * (a.mean - b.mean)
            test = "two proportions, normal approximation"
            powerOfSize = normal(a.mean - b.mean, a.mean * (1 - a.mean) + b.mean * (1 - b.mean))
        case .hazardRatio:
            let risks = (a.mean / 100, b.mean / 100)
            effect = log1p(-risks.0) / log1p(-risks.1)
            test = "hazard ratio, from expected events"
            powerOfSize = normal(log(effect), 1 / risks.0 + 1 / risks.1)
        case .ratio where !values.hasDeviation:
            let risks = (a.mean / 100, b.mean / 100)
            effect = risks.0 / risks.1
            test = "relative risk, from expected events"
            powerOfSize = normal(log(effect), (1 - risks.0) / risks.0 + (1 - risks.1) / risks.1)
        case .ratio:
            effect = a.mean / b.mean
            test = "ratio of means, normal approximation"
            func part(_ sample: SampleMoments) -> Double {
                let error = sample.deviation / sample.mean
                return error * error
            }
            powerOfSize = normal(log(effect), part(a) + part(b))
        case .percentChange, .percentPerYear, .change, .level, .difference:
            let (difference, deviations) = (a.mean - b.mean, (a.deviation, b.deviation))
            effect = difference
            test = "difference of means, Welch's t"
            powerOfSize = { size in
                guard let welch = Welch(deviations.0, deviations.1, sizes: (size, size)) else { return .nan }
                return StudentT(degrees: welch.degrees)
                    .power(noncentrality: difference / welch.standardError, level: level)
            }
        }
    }

    /// The power with so many women in each of the two arms; not a number for fewer than two.
    public func power(size: Int) -> Double { powerOfSize(size) }

    /// The smallest number of women in each arm that reaches a power; nil if none of up to a million does.
    public func size(reaching wanted: Double) -> Int? {
        guard powerOfSize(Self.mostWomen) >= wanted else { return nil }
        var (low, high) = (1, 2)
        while !(powerOfSize(high) >= wanted) { (low, high) = (high, min(2 * high, Self.mostWomen)) }
        while high - low > 1 {
            let middle = (low + high) / 2
            if powerOfSize(middle) >= wanted { high = middle } else { low = middle }
        }
        return high
    }
}
