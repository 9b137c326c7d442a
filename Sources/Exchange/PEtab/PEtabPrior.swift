import Foundation

/// What is thought of a parameter before anything is measured.
public struct PEtabPrior: Sendable, Equatable {
    /// Kinds of distributions, by their names in version 2.
    public enum Distribution: String, Sendable, CaseIterable {
        case uniform, normal, laplace, cauchy, chisquare, exponential, gamma, rayleigh
        case logNormal = "log-normal"
        case logLaplace = "log-laplace"
        case logUniform = "log-uniform"

        /// How many numbers describe it.
        var parameterCount: Int {
            switch self {
            case .chisquare, .exponential, .rayleigh: return 1
            default: return 2
            }
        }
    }

    public let distribution: Distribution
    /// Location and scale; shape and scale of a gamma; lower and upper bound of a uniform distribution; of logarithms
    /// where the name says so, but for the bounds.
    public let parameters: [Double]
    /// Beyond these bounds there is nothing, and what is within is as much more likely; nil for none.
    public let truncation: ClosedRange<Double>?
    /// Whether it is of the parameter on its scale of estimation, as in version 1 by request.
    public let scale: PEtabParameter.Scale

    public init(
        _ distribution: Distribution, _ parameters: [Double], truncation: ClosedRange<Double>? = nil,
        scale: PEtabParameter.Scale = .lin
    ) {
        self.distribution = distribution
        self.parameters = parameters
        self.truncation = truncation
        self.scale = scale
    }

    /// The natural logarithm of its density; minus infinity where it is zero.
    ///
    /// - Parameter value: the parameter, not on its scale.
    public func logDensity(at value: Double) -> Double {
        let x = scale.transformed(value)
        guard let truncation else { return Self.logDensity(distribution, parameters, x) }
        guard truncation.contains(x) else { return -.infinity }
        let share =
            Self.cumulative(distribution, parameters, truncation.upperBound)
            - Self.cumulative(distribution, parameters, truncation.lowerBound)
        return Self.logDensity(distribution, parameters, x) - log(share)
    }

    private static func logDensity(_ kind: Distribution, _ p: [Double], _ x: Double) -> Double {
        let (a, b) = (p[0], p.last ?? .nan)
        switch kind {
        case .uniform: return x >= a && x <= b ? -log(b - a) : -.infinity
        case .normal: return -0.5 * pow((x - a) / b, 2) - log(b * (2 * Double.pi).squareRoot())
        case .laplace: return -abs(x - a) / b - log(2 * b)
        case .cauchy: return -log(.pi * b * (1 + pow((x - a) / b, 2)))
        case .chisquare: return logDensity(.gamma, [a / 2, 2], x)
        case .exponential: return x >= 0 ? -x / a - log(a) : -.infinity
        case .gamma: return x > 0 ? (a - 1) * log(x) - x / b - lgamma(a) - a * log(b) : -.infinity
        case .rayleigh: return x > 0 ? log(x / (a * a)) - x * x / (2 * a * a) : -.infinity
        case .logNormal: return x > 0 ? logDensity(.normal, p, log(x)) - log(x) : -.infinity
        case .logLaplace: return x > 0 ? logDensity(.laplace, p, log(x)) - log(x) : -.infinity
        case .logUniform: return x >= a && x <= b ? -log(x * log(b / a)) : -.infinity
        }
    }

    private static func cumulative(_ kind: Distribution, _ p: [Double], _ x: Double) -> Double {
        if x == .infinity { return 1 }
        if x == -.infinity { return 0 }
        let (a, b) = (p[0], p.last ?? .nan)
        switch kind {
        case .uniform: return max(0, min(1, (x - a) / (b - a)))
        case .normal: return 0.5 * erfc(-(x - a) / (b * 2.0.squareRoot()))
        case .laplace: return x < a ? 0.5 * exp((x - a) / b) : 1 - 0.5 * exp(-(x - a) / b)
        case .cauchy: return 0.5 + atan((x - a) / b) / .pi
        case .chisquare: return cumulative(.gamma, [a / 2, 2], x)
        case .exponential: return x <= 0 ? 0 : -expm1(-x / a)
        case .gamma: return x <= 0 ? 0 : lowerGamma(a, x / b)
        case .rayleigh: return x <= 0 ? 0 : -expm1(-x * x / (2 * a * a))
        case .logNormal: return x <= 0 ? 0 : cumulative(.normal, p, log(x))
        case .logLaplace: return x <= 0 ? 0 : cumulative(.laplace, p, log(x))
        case .logUniform: return max(0, min(1, log(x / a) / log(b / a)))
        }
    }

    /// The regularised lower incomplete gamma function, by its series (Abramowitz and Stegun 6.5.29).
    private static func lowerGamma(_ a: Double, _ x: Double) -> Double {
        // All but 1e-30 of the distribution lies below.
        guard x < a + 40 * a.squareRoot() + 100 else { return 1 }
        var term = 1.0
        var sum = 1.0
        var n = 0.0
        while term > 1e-17 * sum {
            n += 1
            term *= x / (a + n)
            sum += term
        }
        return min(1, exp(a * log(x) - x - lgamma(a + 1) + log(sum)))
    }
}

extension PEtabParameter.Scale {
    /// A number on this scale.
    public func transformed(_ value: Double) -> Double {
        switch self {
        case .lin: return value
        case .log: return Foundation.log(value)
        case .log10: return Foundation.log10(value)
        }
    }

    /// The number that is so on this scale.
    public func restored(_ position: Double) -> Double {
        switch self {
        case .lin: return position
        case .log: return exp(position)
        case .log10: return pow(10, position)
        }
    }
}
