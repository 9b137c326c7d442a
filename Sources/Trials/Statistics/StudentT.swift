import Foundation
import Populations

/// Student's distribution of t.
public struct StudentT: Sendable {
    /// Degrees of freedom, which need not be whole.
    public let degrees: Double

    /// - Precondition: there are more than 0 degrees of freedom.
    public init(degrees: Double) {
        precondition(degrees > 0)
        self.degrees = degrees
    }

    /// The probability of less than `t`, through the incomplete beta function (Abramowitz and Stegun 26.7.1).
    public func cumulative(_ t: Double) -> Double {
        let tail = Self.incompleteBeta(degrees / (degrees + t * t), degrees / 2, 0.5) / 2
        return t < 0 ? tail : 1 - tail
    }

    /// What is exceeded with probability `1 - probability`, by bisection to the last bits.
    ///
    /// - Precondition: the probability lies between zero and one, neither included.
    public func quantile(_ probability: Double) -> Double {
        precondition(probability > 0 && probability < 1)
        guard probability >= 0.5 else { return -quantile(1 - probability) }
        var (low, high) = (0.0, 1.0)
        while cumulative(high) < probability { (low, high) = (high, 2 * high) }
        for _ in 0..<200 where high - low > 1e-14 * high {
            let middle = (low + high) / 2
            if cumulative(middle) < probability { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }

    /// The probability that a test at a two-sided level finds a difference, either way: the noncentral distribution of t.
    ///
    /// The normal numerator is integrated over the density of the estimated standard deviation by Simpson's rule.
    ///
    /// - Parameters:
    ///   - noncentrality: the true difference over its standard error.
    ///   - level: of significance, two-sided.
    public func power(noncentrality: Double, level: Double) -> Double {
        let critical = quantile(1 - level / 2)
        // s / sigma: mean near 1, spread near 1 / sqrt(2 degrees).
        let spread = 1 / (2 * degrees).squareRoot()
        let (low, high) = (max(1e-9, 1 - 12 * spread), 1 + 12 * spread)
        let logarithmOfScale = degrees / 2 * log(degrees / 2) - lgamma(degrees / 2) + log(2.0)
        func integrand(_ u: Double) -> Double {
            let density = exp(logarithmOfScale + (degrees - 1) * log(u) - degrees * u * u / 2)
            let above = NormalDistribution.cumulative(noncentrality - critical * u)
            let below = NormalDistribution.cumulative(-critical * u - noncentrality)
            return density * (above + below)
        }
        let steps = 400
        let width = (high - low) / Double(steps)
        let sum = (0...steps).reduce(0.0) { sum, step in
            let weight = step == 0 || step == steps ? 1.0 : step % 2 == 1 ? 4 : 2
            return sum + weight * integrand(low + Double(step) * width)
        }
        return min(1, max(0, sum * width / 3))
    }

    /// The regularised incomplete beta function, by Lentz's continued fraction (Press et al., Numerical Recipes, 6.4).
    private static func incompleteBeta(_ x: Double, _ a: Double, _ b: Double) -> Double {
        if x <= 0 || x >= 1 { return x <= 0 ? 0 : 1 }
        let front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x))
        return x < (a + 1) / (a + b + 2)
            ? front * continuedFraction(x, a, b) / a : 1 - front * continuedFraction(1 - x, b, a) / b
    }

    private static func continuedFraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
        let least = 1e-300
        func away(_ value: Double) -> Double { abs(value) < least ? least : value }
        var c = 1.0
        var d = 1 / away(1 - (a + b) * x / (a + 1))
        var fraction = d
        for step in 1...10_000 {
            let m = Double(step)
            let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            d = 1 / away(1 + even * d)
            c = away(1 + even / c)
            fraction *= d * c
            let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            d = 1 / away(1 + odd * d)
            c = away(1 + odd / c)
            let change = d * c
            fraction *= change
            if abs(change - 1) < 1e-16 { break }
        }
        return fraction
    }
}
