import Evidence
import Exchange
import Foundation
import Physiology
import Populations

/// What the model says of fractures beside the worked examples of two published calculators, FRAX and QFracture.
///
/// Nothing is tuned to them: their equations are not the model's, and FRAX's are not published. Rates are the model's own,
/// brought to the level of British women, since both calculators were made for these.
public struct FractureComparison: Sendable {
    /// One worked example.
    public struct Row: Sendable, Hashable {
        /// Row of the evidence.
        public let evidence: String
        public let who: String
        /// `hip` or `major`.
        public let outcome: String
        /// Published probability over ten years, in %.
        public let published: Double
        public let simulated: Double
        /// The table it is from.
        public let table: String
        /// Why it is shown and not counted, as the model lacks part of the profile; empty if it counts.
        public let remark: String
    }

    /// How far the two agree over rows that count.
    public struct Agreement: Sendable, Hashable {
        public let table: String
        public let outcome: String
        public let rows: Int
        /// Slope of the logarithm of published on that of simulated probability.
        public let slope: Double
        /// Spearman's correlation of ranks.
        public let rankCorrelation: Double
        /// Median of simulated over published.
        public let medianRatio: Double
    }

    public let rows: [Row]
    /// Factors that bring the model's rates and deaths to British women.
    public let scales: [String: Double]

    private static let years = 10.0

    /// - Throws: `EvidenceError` for a missing row, `SolverError` if a profile cannot be integrated.
    public init(evidence: EvidenceLibrary = .bundled) throws {
        let all = try evidence.parameters()
        let model = try FractureModel()
        let calculator = try ProfileRisk(model, records: all, evidence: evidence)
        scales = calculator.scales
        rows = try all.compactMap { record in
            guard let value = record.value, record.unit == "percent", let example = WorkedExample(record.id) else {
                return nil
            }
            return Row(
                evidence: record.id, who: example.who, outcome: example.outcome, published: value,
                simulated: try calculator.risk(example, years: Self.years), table: example.table, remark: example.remark
            )
        }
    }

    public var agreements: [Agreement] {
        var seen: Set<[String]> = []
        let kinds = rows.map { [$0.table, $0.outcome] }.filter { seen.insert($0).inserted }
        return kinds.compactMap { kind in
            let mine = rows.filter { [$0.table, $0.outcome] == kind && $0.remark.isEmpty && $0.published > 0 }
            guard mine.count > 2 else { return nil }
            let (x, y) = (mine.map { log($0.simulated) }, mine.map { log($0.published) })
            let ratios = mine.map { $0.simulated / $0.published }.sorted()
            return Agreement(
                table: kind[0], outcome: kind[1], rows: mine.count, slope: Self.slope(y, on: x),
                rankCorrelation: Self.ranks(x).correlation(with: Self.ranks(y)), medianRatio: ratios[ratios.count / 2])
        }
    }

    private static func centred(_ values: [Double]) -> [Double] {
        let mean = values.mean
        return values.map { $0 - mean }
    }

    private static func slope(_ y: [Double], on x: [Double]) -> Double {
        let (a, b) = (centred(x), centred(y))
        return zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } / a.reduce(0) { $0 + $1 * $1 }
    }

    /// Equal values share the mean of their ranks.
    private static func ranks(_ values: [Double]) -> [Double] {
        values.map { value in
            Double(values.filter { $0 < value }.count) + Double(values.filter { $0 == value }.count + 1) / 2
        }
    }
}
