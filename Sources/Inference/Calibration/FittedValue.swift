import Exchange
import Foundation

/// A fitted parameter as it is written down: rounded, with its interval.
public struct FittedValue: Sendable {
    public let name: String
    public let unit: String
    /// To five significant digits.
    public let value: Double
    /// Between which two thirds of the ensemble lie, to four significant digits; up to the value where that lies outside, as
    /// it may, since draws of rows against a robust loss need not centre on the fit.
    public let interval68: ClosedRange<Double>
    /// Between which 95 % of the ensemble lie.
    public let interval95: ClosedRange<Double>
    /// The centre of its prior.
    public let priorCentre: Double
    /// The prior's interval of 68 %.
    public let prior68: ClosedRange<Double>
    /// How wide the ensemble is in the logarithm, as a share of the prior: about one where the rows say nothing.
    public let shareOfPrior: Double
}

extension CalibrationFit {
    /// The share of a normal distribution within one standard deviation.
    private static let oneDeviation = 0.6827

    /// The fitted parameters with intervals of an ensemble.
    public func fittedValues(_ ensemble: ParameterEnsemble) -> [FittedValue] {
        zip(calibration.plan.fitted, values).enumerated().map { index, pair in
            let (prior, value) = pair
            let inner = ensemble.interval(of: index, share: Self.oneDeviation)
            let outer = ensemble.interval(of: index, share: 0.95)
            let factor = exp(prior.logDeviation)
            let rounded = value.rounded(digits: 5)
            return FittedValue(
                name: prior.name, unit: prior.unit, value: rounded,
                interval68: inner.rounded(digits: 4).reaching(rounded),
                interval95: outer.rounded(digits: 4).reaching(rounded), priorCentre: prior.centre,
                prior68: prior.centre.range(within: factor),
                shareOfPrior: abs(log(inner.upperBound / inner.lowerBound)) / (2 * prior.logDeviation))
        }
    }
}

extension Double {
    /// To so many significant digits.
    func rounded(digits: Int) -> Double { Double(String(format: "%.\(digits)g", self)) ?? self }

    /// From this number over a factor to this number by it.
    func range(within factor: Double) -> ClosedRange<Double> {
        Swift.min(self / factor, self * factor)...Swift.max(self / factor, self * factor)
    }
}

extension ClosedRange<Double> {
    func rounded(digits: Int) -> ClosedRange<Double> {
        lowerBound.rounded(digits: digits)...upperBound.rounded(digits: digits)
    }

    /// As far as a number, if that lies outside.
    fileprivate func reaching(_ number: Double) -> ClosedRange<Double> {
        Swift.min(lowerBound, number)...Swift.max(upperBound, number)
    }
}
