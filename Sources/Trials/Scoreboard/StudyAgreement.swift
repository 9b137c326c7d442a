import Evidence
import Exchange
import Foundation
import Physiology
import Symbolics

/// How far studies of the same differ, and what a model could reach that knew the mean of all of them.
///
/// Two results are of the same if what was measured, years, medicines with dose and form, conditions and the women's time
/// since menopause are, and those of the arm they are set against; calcium and vitamin D, which most arms were given, do not
/// tell them apart.
public struct StudyAgreement: Sendable {
    /// What studies may agree on.
    public enum Quantity: CaseIterable, Sendable {
        /// Changes of density in % from the start.
        case density
        /// Changes of a marker of turnover in % from the start.
        case marker
        /// Fractures over those of a comparator.
        case fracture
    }

    public let quantity: Quantity
    /// All results that are compared.
    public let results: Int
    /// Of these, the share that is inside.
    public let reached: Double
    /// Results that at least one other study has as well.
    public let rows: Int
    /// Sets of results of the same.
    public let groups: Int
    /// How far they scatter; nil where there are too few.
    public let scatter: Scatter?

    public struct Scatter: Sendable {
        /// Between studies of the same: standard deviation in points, of fractures of the natural logarithm of the ratio.
        public let deviation: Double
        /// Of all results that are compared, the share that would be inside for a model that is right about the mean of all
        /// studies of the same, if they differ everywhere as they do where they can be compared.
        public let attainable: Double
    }

    /// Sets of results of the same without which nothing is said of how far studies differ.
    public static let fewestGroups = 3

    /// Nil where no result is compared.
    public init?(_ board: Scoreboard, of quantity: Quantity) {
        let found = board.rows.filter { $0.standing == .compared }.compactMap { Finding($0, of: quantity) }
        guard !found.isEmpty else { return nil }
        let groups = Dictionary(grouping: found, by: \.kind).values
            .map { Dictionary(grouping: $0, by: \.study).values.map { $0.map(\.value).mean } }
            .filter { $0.count > 1 }
        let squares = groups.map { values in values.reduce(0) { $0 + pow($1 - values.mean, 2) } }.reduce(0, +)
        let freedom = groups.reduce(0) { $0 + $1.count - 1 }
        self.quantity = quantity
        self.groups = groups.count
        rows = groups.reduce(0) { $0 + $1.count }
        results = found.count
        reached = Double(found.count(where: \.isInside)) / Double(found.count)
        guard groups.count >= Self.fewestGroups, squares > 0 else {
            scatter = nil
            return
        }
        let deviation = (squares / Double(freedom)).squareRoot()
        scatter = Scatter(deviation: deviation, attainable: found.map { $0.chance(deviation: deviation) }.mean)
    }

    /// A published result, on the scale on which studies scatter.
    private struct Finding {
        /// What has to be alike in two studies of the same.
        struct Kind: Hashable {
            let output: String
            /// Half years.
            let from: Int, until: Int
            let medicines: [String]
            let othersMedicines: [String]
            /// What sets the woman apart of whose fractures it is, besides medicines and conditions.
            let risks: [String]
            let conditions: [String]
            let stage: Stage
        }

        enum Stage: Hashable { case cycling, surgical, early, middle, late }

        let kind: Kind
        let study: String
        let value: Double
        let allowed: ClosedRange<Double>
        let isInside: Bool

        init?(_ row: ScoreboardRow, of quantity: Quantity) {
            guard let comparison = row.comparison, let place = comparison.places.first, place.tells(quantity),
                let allowed = comparison.allowed(as: quantity)
            else { return nil }
            let scenario = place.scenario
            kind = Kind(
                output: place.output, from: Self.halves(place.span.lowerBound), until: Self.halves(place.span.upperBound),
                medicines: Self.medicines(of: scenario),
                othersMedicines: quantity == .fracture ? place.comparator.map(Self.medicines) ?? [] : [],
                risks: quantity == .fracture ? ["\(scenario.woman.smoking)", "\(scenario.woman.density)"] : [],
                conditions: scenario.woman.conditions.map { "\($0)" }.sorted(), stage: Self.stage(of: scenario.woman))
            study = Self.study(row.observation)
            value = quantity.scaled(comparison.observed)
            self.allowed = allowed
            isInside = comparison.isInside
        }

        private static func halves(_ years: Double) -> Int { Int((2 * years).rounded()) }

        private static func medicines(of scenario: Scenario) -> [String] {
            scenario.therapy.filter { !Medicines.supplements.contains($0.medicine) }.map {
                "\($0.medicine) \($0.form) \($0.dose) \($0.every ?? 0) \(halves($0.until / Unit.daysPerYear))"
            }.sorted()
        }

        /// First author or acronym, because the same women are told of in several years and under several names.
        private static func study(_ observation: Observation) -> String { "\(observation.studyID.prefix { $0.isLetter })" }

        private static func stage(of woman: Woman) -> Stage {
            guard let menopause = woman.menopause, menopause.age <= woman.age else { return .cycling }
            if menopause.kind == .surgical { return .surgical }
            switch (woman.age - menopause.age) / Unit.daysPerYear {
            case ..<3: return .early
            case ..<10: return .middle
            default: return .late
            }
        }

        /// How likely the mean of all studies lies in what is allowed around this one.
        func chance(deviation: Double) -> Double {
            func below(_ x: Double) -> Double { 0.5 * (1 + erf((x - value) / deviation / 2.0.squareRoot())) }
            return below(allowed.upperBound) - below(allowed.lowerBound)
        }
    }
}

extension StudyAgreement.Quantity {
    /// A result on the scale on which studies scatter evenly either way.
    fileprivate func scaled(_ value: Double) -> Double { self == .fracture ? log(value) : value }
}

extension RowComparison {
    /// What counts as inside, on the scale on which studies scatter; nil where that scale has no place for it.
    fileprivate func allowed(as quantity: StudyAgreement.Quantity) -> ClosedRange<Double>? {
        let limits: ClosedRange<Double>
        switch (interval, yardstick) {
        case (let interval?, _): limits = interval
        case (nil, .points(let points)): limits = (observed - points)...(observed + points)
        case (nil, .factor(let factor)) where observed > 0: limits = (observed / factor)...(observed * factor)
        default: return nil
        }
        guard quantity == .fracture else { return limits }
        return limits.lowerBound > 0 && observed > 0 ? log(limits.lowerBound)...log(limits.upperBound) : nil
    }
}

extension RowPlace {
    /// Whether a result of this kind is read: of density and markers a change in % from the woman's own start.
    fileprivate func tells(_ quantity: StudyAgreement.Quantity) -> Bool {
        switch quantity {
        case .density: return output.hasPrefix("density.") && isPercentChange
        case .marker: return output.hasPrefix("marker.") && isPercentChange
        case .fracture: return output.hasPrefix("fracture.") && isRatio
        }
    }

    private var isPercentChange: Bool {
        switch manner {
        case .columns(let result): return result.measure == .percentChange
        case .written(let reading):
            return reading.measure == .change && reading.againstOwn == nil && reading.againstComparator == nil
        }
    }

    /// Whether it is a share of the comparator's.
    private var isRatio: Bool {
        switch manner {
        case .columns(let result): return [.ratio, .hazardRatio].contains(result.measure)
        case .written(let reading): return reading.againstComparator.map { [.ratio, .hazardRatio].contains($0) } == true
        }
    }
}
