import Symbolics

/// Who is let into a trial: ranges, ends included, of what is known of a woman before it begins.
public struct Eligibility: Hashable, Sendable {
    /// What a range may be of.
    public enum Criterion: String, CaseIterable, Sendable {
        /// In years.
        case age
        /// In years.
        case yearsSinceMenopause
        /// In kg.
        case weight
        /// In kg/m2.
        case BMI
        /// Of 25-hydroxyvitamin D in serum, in nmol/L.
        case vitaminD
        /// Calcium intake, in mg a day.
        case calcium
    }

    /// In the unit of the criterion.
    public var ranges: [Criterion: ClosedRange<Double>]
    /// T-scores at randomisation.
    public var density: [SkeletalSite: ClosedRange<Double>]

    public init(
        _ ranges: [Criterion: ClosedRange<Double>] = [:], density: [SkeletalSite: ClosedRange<Double>] = [:]
    ) {
        self.ranges = ranges
        self.density = density
    }

    /// Whether everything but density fits.
    ///
    /// A woman before menopause has no years since it, and is not let in where they are asked for.
    public func admits(_ woman: Woman) -> Bool {
        ranges.allSatisfy { criterion, range in Self.value(criterion, of: woman).map(range.contains) ?? false }
    }

    private static func value(_ criterion: Criterion, of woman: Woman) -> Double? {
        switch criterion {
        case .age: return woman.age / Unit.daysPerYear
        case .yearsSinceMenopause:
            guard let menopause = woman.menopause, menopause.age <= woman.age else { return nil }
            return (woman.age - menopause.age) / Unit.daysPerYear
        case .weight: return woman.weight.value(in: "kg")
        case .BMI:
            guard let weight = woman.weight.value(in: "kg"), let height = woman.height.value(in: "m") else {
                return nil
            }
            return weight / (height * height)
        case .vitaminD: return woman.vitaminD.value(in: "nmol/L")
        case .calcium: return woman.calcium.value(in: "mg/day")
        }
    }
}
