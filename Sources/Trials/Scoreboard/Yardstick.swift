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

    /// Points of density, in %; over several years of a rate, of the whole change.
    public static let density = 1.0
    /// Points of a marker, and of whatever else changes in %.
    public static let marker = 15.0
    /// Levels, areas, times, rates and ratios.
    public static let exposure = 1.5
    /// A hundredth of usual densities: 1 g/cm2, or 150 mg/cm3 of trabecular bone.
    private static let hundredthOfDensity = ["g/cm2": 0.01, "mg/cm2": 10, "mg/cm3": 1.5]
    /// A change beyond it, in %, is one of exposure.
    private static let largeChange = 100.0

    /// The yardstick of a row where it stands.
    public init(_ place: RowPlace) {
        let isDensity = place.output.hasPrefix("density.")
        let points = isDensity ? Self.density : Self.marker
        let years = place.span.upperBound - place.span.lowerBound
        switch place.kind {
        case .change:
            let isLarge = !isDensity && abs(place.observation.value ?? 0) > Self.largeChange
            self = isLarge ? .factorOfChange(Self.exposure) : .points(points)
        case .changePerYear: self = .points(points / years)
        // A share of women that was none has no factor.
        case .level where place.observation.value == 0: self = .points(Self.density)
        case .changeInUnit: self = .points(Self.hundredthOfDensity[place.observation.unit.density] ?? .nan)
        // A level of density is near if it is within a hundredth.
        case .level: self = .factor(isDensity ? 1 + Self.density / 100 : Self.exposure)
        }
    }

    /// Simulated less observed in units of what is allowed; beyond one either way is too far.
    public func misfit(_ simulated: Double, _ observed: Double) -> Double {
        switch self {
        case .points(let points): return (simulated - observed) / points
        case .factor(let factor): return Self.misfit(simulated, observed, factor)
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
    fileprivate enum Kind { case change, changePerYear, changeInUnit, level }

    /// Whether the row is a change in %, such a change a year, one in units of density, or a number of its own.
    fileprivate var kind: Kind {
        switch manner {
        case .columns(let result):
            switch result.measure {
            case .percentChange, .percentDifference: return .change
            case .percentPerYear: return .changePerYear
            case .absolute, .ratio, .hazardRatio: return .level
            }
        case .written(let reading):
            if reading.measure == .changePerYear { return .changePerYear }
            let isDifference = [reading.againstOwn, reading.againstComparator].contains(.difference)
            if output.hasPrefix("density."), reading.measure == .slope || isDifference { return .changeInUnit }
            let isChange = reading.measure == .change
                || [reading.againstOwn, reading.againstComparator].contains(.percentDifference)
            return isChange ? .change : .level
        }
    }
}

extension String {
    /// The unit of density that a unit such as `g/cm2/yr` or `g/cm2 difference` begins with.
    fileprivate var density: String {
        split(separator: " ").first?.split(separator: "/").prefix(2).joined(separator: "/") ?? ""
    }
}
