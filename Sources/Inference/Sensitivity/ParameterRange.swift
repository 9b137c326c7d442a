import Foundation
import Modeling

/// Between which values a parameter is varied.
public struct ParameterRange: Sendable {
    public let parameter: Parameter
    /// In the parameter's own unit.
    public let range: ClosedRange<Double>
    /// Whether the model states the range; otherwise it was chosen for the analysis.
    public let isStated: Bool

    /// The range of the parameter's provenance; where none is stated, its value over and times a factor.
    ///
    /// - Returns: nil where no range is stated and there is no factor, or the parameter is zero.
    public init?(_ parameter: Parameter, unstatedFactor factor: Double?) {
        self.parameter = parameter
        if let stated = parameter.provenance.range, stated.lowerBound < stated.upperBound {
            range = stated
            isStated = true
        } else {
            guard let factor, parameter.value != 0 else { return nil }
            range = parameter.value.range(within: factor)
            isStated = false
        }
    }

    /// The value at a share of the way from the lower end to the upper: in the logarithm where both have one sign.
    public func value(at share: Double) -> Double {
        let (low, high) = (range.lowerBound, range.upperBound)
        guard low * high > 0 else { return low + share * (high - low) }
        return low * pow(high / low, share)
    }
}
