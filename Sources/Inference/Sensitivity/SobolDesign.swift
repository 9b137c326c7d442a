import Populations
import Trials

/// Shares of an output's variance that come from each factor, alone and with others.
///
/// First-order indices by the estimator of Saltelli A, Annoni P, Azzini I, et al. Comput Phys Commun 2010;181:259, doi
/// 10.1016/j.cpc.2009.09.018; total ones by that of Jansen MJW. Comput Phys Commun 1999;117:35, doi
/// 10.1016/S0010-4655(98)00154-4; intervals by the bootstrap over samples.
public struct SobolDesign: Sendable {
    /// A share with its 95 % interval.
    public struct Index: Sendable, Hashable {
        public let value: Double
        public let low: Double
        public let high: Double
    }

    /// What a factor does to one output.
    public struct Shares: Sendable, Hashable {
        /// Of the variance, by this factor alone.
        public let first: Index
        /// Of the variance, with every interaction in which it takes part.
        public let total: Index
    }

    /// Times samples are drawn again for intervals.
    private static let resamples = 500

    public let factors: Int
    public let samples: Int
    private let seed: UInt64
    /// Points of the unit cube: sample after sample, each with both of its ends and one mixture for each factor.
    public let points: [[Double]]

    public init(factors: Int, samples: Int, seed: UInt64) {
        self.factors = factors
        self.samples = samples
        self.seed = seed
        let first = UnitCube(dimensions: factors, seed: seed, purpose: "variance shares, first end")
        let second = UnitCube(dimensions: factors, seed: seed, purpose: "variance shares, second end")
        points = (0..<samples).flatMap { number -> [[Double]] in
            let (a, b) = (first.point(number), second.point(number))
            let mixtures = (0..<factors).map { factor in
                var mixture = a
                mixture[factor] = b[factor]
                return mixture
            }
            return [a, b] + mixtures
        }
    }

    /// Indices of all factors.
    ///
    /// - Parameter values: an output at each point; a sample with one that could not be computed is left out whole.
    /// - Returns: nil if the output does not vary.
    public func shares(_ values: [Double]) -> [Shares]? {
        let width = factors + 2
        let rows = (0..<samples).map { Array(values[($0 * width)..<(($0 + 1) * width)]) }
            .filter { $0.allSatisfy(\.isFinite) }
        guard let whole = indices(rows) else { return nil }
        var generator = CounterBasedGenerator(seed: seed, woman: 0, purpose: "variance shares, resampling")
        var again: [[(first: Double, total: Double)]] = []
        for _ in 0..<Self.resamples {
            let drawn = rows.indices.map { _ in rows[Int(generator.uniform() * Double(rows.count))] }
            if let found = indices(drawn) { again.append(found) }
        }
        return whole.indices.map { factor in
            func index(_ value: Double, _ measure: ((first: Double, total: Double)) -> Double) -> Index {
                let sorted = again.map { measure($0[factor]) }.sorted()
                return Index(value: value, low: sorted.quantile(0.025), high: sorted.quantile(0.975))
            }
            return Shares(first: index(whole[factor].first, \.first), total: index(whole[factor].total, \.total))
        }
    }

    /// The estimators; each row has the output at both ends and at the mixtures.
    private func indices(_ rows: [[Double]]) -> [(first: Double, total: Double)]? {
        guard rows.count > 1 else { return nil }
        let ends = rows.flatMap { $0[0...1] }
        let mean = ends.reduce(0, +) / Double(ends.count)
        let variance = ends.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(ends.count)
        guard variance > 1e-24 * mean * mean, variance > 0 else { return nil }
        return (0..<factors).map { factor in
            var (first, total) = (0.0, 0.0)
            for row in rows {
                let (a, b, mixed) = (row[0], row[1], row[factor + 2])
                // Centred, which changes no expectation and lowers the noise.
                first += (b - mean) * (mixed - a)
                total += (a - mixed) * (a - mixed)
            }
            return (first / Double(rows.count) / variance, total / Double(2 * rows.count) / variance)
        }
    }
}
