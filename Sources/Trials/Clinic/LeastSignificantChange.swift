import Foundation

/// The least change between two measurements of one woman that their errors alone would bring about in only one of twenty.
///
/// Errors are log-normal, so a rise has further to go than a fall (Fokkema 2006 Clin Chem 52:1602). For the small errors of
/// densitometry both are 2.77 times the precision error, as the ISCD has it (dxa_lsc_factor).
public struct LeastSignificantChange: Sendable, Hashable {
    /// A fall of more than this, in %, is a change; a positive number.
    public let fall: Double
    /// A rise of more than this, in %, is a change.
    public let rise: Double

    /// - Parameter percent: coefficient of variation of one measurement, in %.
    public init(percent: Double) {
        let width = Estimate.normal * 2.0.squareRoot() * MeasurementError.logDeviation(percent: percent)
        fall = -100 * expm1(-width)
        rise = 100 * expm1(width)
    }

    /// Whether a change, in %, is larger than error alone would bring about.
    public func isExceeded(by change: Double) -> Bool { change < -fall || change > rise }

    /// Where one measurement of a level lies, 95 %, as factors of what is.
    public static func single(percent: Double) -> ClosedRange<Double> {
        let width = Estimate.normal * MeasurementError.logDeviation(percent: percent)
        return exp(-width)...exp(width)
    }
}
