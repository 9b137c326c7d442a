import Evidence
import Foundation
import Modeling
import Physiology
import Populations

/// Sets of numbers for bands: what was fitted, what women differ in, and numbers drawn from their stated ranges.
///
/// A number that is drawn lies below its value in half of the members and above it in the other half, evenly in the logarithm
/// as far as its range goes, so that its value stays the median. Each is drawn on its own.
public struct BandEnsembles: Sendable {
    /// The fits, each with rates, ratios and half-effects behind outcomes drawn from their ranges.
    public let fitsAndRisks: [[String: Double]]
    /// What women differ in, as virtual women do, with the numbers behind hormone levels drawn from their ranges.
    public let women: [[String: Double]]
    /// For outputs by name, what the level of each of these women is multiplied by besides: set points of their own.
    public let levels: [String: [Double]]

    /// - Parameter model: with every medicine in it.
    /// - Throws: `EvidenceError` or `SpreadError` if what women differ in cannot be read.
    public init(_ model: Model, evidence: EvidenceLibrary = .bundled) throws {
        let parameters = model.parameters.filter { FittedParameters.table[$0.name] == nil }
        let fits = FittedEnsemble.members
        let risks = Self.members(
            fits.count, of: parameters.filter { $0.name.hasPrefix("outcomes.") || $0.name.hasPrefix("receptors.gabaA.") })
        fitsAndRisks = zip(fits, risks).map { $0.merging($1) { fitted, _ in fitted } }
        let values = Dictionary(uniqueKeysWithValues: model.parameters.map { ($0.name, $0.value) })
        let spreads = try LevelSpreads(evidence: evidence)
        let variations = try WomenSpreads(evidence: evidence).variations + spreads.cycles
        let numbers = Self.members(
            fits.count,
            of: parameters.filter { parameter in
                ["axes.", "pharmacology.", "serum."].contains { parameter.name.hasPrefix($0) }
            })
        var women = numbers
        for variation in variations {
            let limit = variation.limit(values)
            for (member, score) in Self.scores(fits.count, variation.name).enumerated() {
                let factor = variation.factor(at: score, limit: limit)
                for parameter in variation.parameters { women[member][parameter] = factor }
            }
        }
        self.women = women
        levels = spreads.levels.reduce(into: [:]) { levels, spread in
            levels[spread.key] = Self.scores(fits.count, spread.key).map { exp(spread.value.value * $0) }
        }
    }

    private static let seed: UInt64 = 1

    /// For each member, a standard normal number.
    private static func scores(_ count: Int, _ purpose: String) -> [Double] {
        shares(count, purpose).map(NormalDistribution.quantile)
    }

    /// For each member, where in a distribution she lies; every stratum has one, so that few members tell its width well.
    private static func shares(_ count: Int, _ purpose: String) -> [Double] {
        var generator = CounterBasedGenerator(seed: seed, woman: 0, purpose: purpose)
        return (0..<count).shuffled(using: &generator).map { (Double($0) + 0.5) / Double(count) }
    }

    /// For each member, what parameters with a range are multiplied by.
    private static func members(_ count: Int, of parameters: [Parameter]) -> [[String: Double]] {
        var members = Array(repeating: [String: Double](), count: count)
        for parameter in parameters where parameter.value > 0 {
            guard let range = parameter.provenance.range, range.lowerBound < range.upperBound else { continue }
            for (member, share) in shares(count, "range of \(parameter.name)").enumerated() {
                members[member][parameter.name] = factor(at: share, in: range, around: parameter.value)
            }
        }
        return members
    }

    /// What a value is multiplied by at a share of its distribution.
    ///
    /// A range that reaches down to nothing ends at a hundredth of the value, because nothing has no logarithm.
    static func factor(at share: Double, in range: ClosedRange<Double>, around value: Double) -> Double {
        let low = min(1, max(range.lowerBound / value, 0.01))
        let high = max(1, range.upperBound / value)
        return share < 0.5 ? pow(low, 1 - 2 * share) : pow(high, 2 * share - 1)
    }
}
