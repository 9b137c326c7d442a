import Evidence
import Exchange
import Foundation
import Physiology
import Symbolics

/// How far studies of the same differ, and what a model could reach that knew the mean of all of them.
///
/// Of changes of density alone. Two results are of the same if site, years, medicines with dose and form, conditions and
/// the women's time since menopause are; calcium and vitamin D, which most arms were given, do not tell them apart.
public struct StudyAgreement: Sendable {
    /// Results that at least one other study has as well.
    public let rows: Int
    /// Sets of results of the same.
    public let groups: Int
    /// Between studies of the same: standard deviation in points of density.
    public let deviation: Double
    /// Of all changes of density that are compared, the share that would be inside for a model that is right about the
    /// mean of all studies of the same, if they differ everywhere as they do where they can be compared.
    public let attainable: Double
    /// Of the same changes, the share that is inside.
    public let reached: Double
    /// All changes of density that are compared.
    public let changes: Int

    /// Nil where no result is found twice.
    public init?(_ board: Scoreboard) {
        let found = board.rows.filter { $0.standing == .compared }.compactMap(Change.init)
        let groups = Dictionary(grouping: found, by: \.kind).values
            .map { Dictionary(grouping: $0, by: \.study).values.map { $0.map(\.value).mean } }
            .filter { $0.count > 1 }
        let squares = groups.map { values in values.reduce(0) { $0 + pow($1 - values.mean, 2) } }.reduce(0, +)
        let freedom = groups.reduce(0) { $0 + $1.count - 1 }
        guard freedom > 0, squares > 0 else { return nil }
        let deviation = (squares / Double(freedom)).squareRoot()
        self.deviation = deviation
        self.groups = groups.count
        rows = groups.reduce(0) { $0 + $1.count }
        changes = found.count
        attainable = found.map { $0.chance(deviation: deviation) }.mean
        reached = Double(found.count(where: \.isInside)) / Double(found.count)
    }

    /// A published change of density.
    private struct Change {
        /// What has to be alike in two studies of the same.
        struct Kind: Hashable {
            let output: String
            /// Half years.
            let from: Int, until: Int
            let medicines: [String]
            let conditions: [String]
            let stage: Stage
        }

        enum Stage: Hashable { case cycling, surgical, early, middle, late }

        let kind: Kind
        let study: String
        let value: Double
        let allowed: ClosedRange<Double>
        let isInside: Bool

        init?(_ row: ScoreboardRow) {
            guard let comparison = row.comparison, let place = comparison.places.first,
                place.output.hasPrefix("density."), place.isPercentChange, case .points(let points) = comparison.yardstick
            else { return nil }
            let scenario = place.scenario
            func halves(_ years: Double) -> Int { Int((2 * years).rounded()) }
            kind = Kind(
                output: place.output, from: halves(place.span.lowerBound), until: halves(place.span.upperBound),
                medicines: scenario.therapy.filter { !["calcium", "cholecalciferol"].contains($0.medicine) }.map {
                    "\($0.medicine) \($0.form) \($0.dose) \($0.every ?? 0) \(halves($0.until / Unit.daysPerYear))"
                }.sorted(),
                conditions: scenario.woman.conditions.map { "\($0)" }.sorted(), stage: Self.stage(of: scenario.woman))
            study = Self.study(row.observation)
            value = comparison.observed
            allowed = comparison.interval ?? (value - points)...(value + points)
            isInside = comparison.isInside
        }

        /// First author or acronym and year, because the evidence has some studies under two names.
        private static func study(_ observation: Observation) -> String {
            let name = observation.studyID
            return name.prefix { $0.isLetter } + name.filter(\.isNumber)
        }

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

extension RowPlace {
    /// Whether a change in % from the woman's own start is read.
    fileprivate var isPercentChange: Bool {
        switch manner {
        case .columns(let result): return result.measure == .percentChange
        case .written(let reading):
            return reading.measure == .change && reading.againstOwn == nil && reading.againstComparator == nil
        }
    }
}
