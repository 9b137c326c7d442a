/// Where a 95 % interval comes from.
public enum IntervalOrigin: String, Sendable, Codable {
    /// Printed in the source.
    case published
    /// value ± 1.96 · SE.
    case fromStandardError
    /// value ± 1.96 · SD / √n.
    case fromStandardDeviation
}

extension Observation {
    /// 97.5 % point of the standard normal distribution.
    private static let normalQuantile = 1.959_963_984_540_054

    /// 95 % confidence interval of the mean, in ``unit``.
    ///
    /// The published one where there is one; otherwise value ± 1.96 · SE, or value ± 1.96 · SD / √n when the arm's size
    /// is known (the smaller end of a span). Nil for ranges, quartiles, a missing value or an interval with one end.
    /// For daily hormone tables the note may say that the published interval holds women, not their mean.
    public var interval95: ClosedRange<Double>? {
        switch intervalOrigin {
        case .published:
            guard let low = dispersion.low, let high = dispersion.high else { return nil }
            return low...high
        case .fromStandardError:
            return interval(standardError: dispersion.low)
        case .fromStandardDeviation:
            guard let deviation = dispersion.low, let size = armSize?.lowerBound else { return nil }
            return interval(standardError: deviation / Double(size).squareRoot())
        case nil:
            return nil
        }
    }

    /// How ``interval95`` was obtained; nil when there is none.
    public var intervalOrigin: IntervalOrigin? {
        switch dispersion.kind {
        case .confidenceInterval95:
            dispersion.low != nil && dispersion.high != nil ? .published : nil
        case .standardError:
            value != nil && dispersion.low != nil ? .fromStandardError : nil
        case .standardDeviation:
            value != nil && dispersion.low != nil && armSize != nil ? .fromStandardDeviation : nil
        case .range, .interquartileRange, .none:
            nil
        }
    }

    private func interval(standardError: Double?) -> ClosedRange<Double>? {
        guard let value, let standardError, standardError >= 0 else { return nil }
        let half = Self.normalQuantile * standardError
        return (value - half)...(value + half)
    }
}
