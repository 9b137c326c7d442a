import Evidence
import Exchange
import Foundation

/// How far a simulation may be from a published number that came without an interval.
public enum Yardstick: Hashable, Sendable {
    /// So many units of the row either way.
    case points(Double)
    /// So many times as much, or as little.
    case factor(Double)
    /// As a factor, of what a change in % leaves.
    case factorOfChange(Double)
    /// A share of women in %: so many times as much or as little, or so many points either way, whichever is laxer.
    case share(factor: Double, points: Double)

    /// What a yardstick measures.
    public enum Scale: Sendable { case points, factor, change }

    /// Whether it allows points, a factor, or a factor of what a change leaves.
    public var scale: Scale {
        switch self {
        case .points: return .points
        case .factor, .share: return .factor
        case .factorOfChange: return .change
        }
    }

    /// Points of density, in %; over several years of a rate, of the whole change.
    public static let density = 1.0
    /// Points of a marker, and of whatever else changes in %.
    public static let marker = 15.0
    /// Levels, areas, times, rates and ratios.
    public static let exposure = 1.5
    /// A change beyond it, in %, is one of exposure.
    private static let largeChange = 100.0

    /// The yardstick of a row where it stands.
    ///
    /// - Parameter own: her level at time zero in the row's unit, of which a change in that unit is a part.
    init(_ place: RowPlace, own: Double?) {
        let isDensity = place.output.hasPrefix("density.")
        let points = isDensity ? Self.density : Self.marker
        let years = place.span.upperBound - place.span.lowerBound
        switch place.kind {
        case .change:
            let isLarge = !isDensity && abs(place.observation.value ?? 0) > Self.largeChange
            self = isLarge ? .factorOfChange(Self.exposure) : .points(points)
        case .changePerYear: self = .points(points / years)
        case .difference: self = .points(points / 100 * abs(own ?? .nan))
        case .slope: self = .points(points / 100 * abs(own ?? .nan) / years)
        case .share: self = .share(factor: Self.exposure, points: Self.density)
        // A level of density is near if it is within a hundredth.
        case .level: self = .factor(isDensity ? 1 + Self.density / 100 : Self.exposure)
        }
    }

    /// Simulated less observed in units of what is allowed; beyond one either way is too far.
    public func misfit(_ simulated: Double, _ observed: Double) -> Double {
        switch self {
        case .points(let points): return (simulated - observed) / points
        case .factor(let factor): return Self.misfit(simulated, observed, factor)
        case .share(let factor, let points):
            let (byFactor, byPoints) = (Self.misfit(simulated, observed, factor), (simulated - observed) / points)
            return abs(byFactor) < abs(byPoints) ? byFactor : byPoints
        case .factorOfChange(let factor): return Self.misfit(1 + simulated / 100, 1 + observed / 100, factor)
        }
    }

    private static func misfit(_ simulated: Double, _ observed: Double, _ factor: Double) -> Double {
        if simulated == observed { return 0 }
        let ratio = simulated / observed
        guard ratio > 0, ratio.isFinite else { return simulated < observed ? -worst : worst }
        return min(max(log(ratio) / log(factor), -worst), worst)
    }

    /// What a number of the wrong sign counts, or one that should be zero.
    static let worst = 10.0
}

extension RowPlace {
    fileprivate enum Kind { case change, changePerYear, difference, slope, share, level }

    /// Whether the row is a change in %, such a change a year, either in the output's unit, a share of women, or another number.
    fileprivate var kind: Kind {
        let level: Kind = output == "outcome.endometrialHyperplasia" ? .share : .level
        switch manner {
        case .columns(let result):
            switch result.measure {
            case .percentChange, .percentDifference: return .change
            case .percentPerYear: return .changePerYear
            case .slope: return .slope
            case .absolute, .ratio, .hazardRatio: return level
            }
        case .written(let reading):
            let comparisons = [reading.againstOwn, reading.againstComparator]
            if reading.measure == .changePerYear { return .changePerYear }
            if reading.measure == .change || comparisons.contains(.percentDifference) { return .change }
            if reading.measure == .slope { return .slope }
            // A difference from the comparator that is no change of hers is a level of its own.
            let isChange = reading.againstOwn == .difference || output.hasPrefix("density.")
            return isChange && comparisons.contains(.difference) ? .difference : level
        }
    }
}
