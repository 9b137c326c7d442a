import Foundation

/// Weights as even as they can be while features of a sample take wanted means.
///
/// Hainmueller J. Entropy balancing for causal effects. Polit Anal 2012;20:25, doi 10.1093/pan/mpr025: weights
/// `exp(sum of multiplier * feature)`, whose multipliers minimise a convex function; here by Newton's method with halved
/// steps. The logarithm of a weight is then a function of one woman, whoever else was drawn.
struct EntropyBalance: Sendable {
    let multipliers: [Double]
    /// For each feature, how far the weighted mean stays from what is wanted.
    let misses: [Double]
    /// `(sum of weights)^2 / sum of squared weights`: as many women, all alike in weight, would tell as much.
    let effectiveSize: Double

    private static let steps = 60
    /// Of features in units of their own spread: far below what sampling does.
    private static let tolerance = 1e-8
    /// On the diagonal of the second derivatives, so that features that follow from others do no harm.
    private static let ridge = 1e-9

    /// - Parameter features: of each woman, less what is wanted of their mean.
    init(_ features: [[Double]]) {
        let count = features.first?.count ?? 0
        var multipliers = Array(repeating: 0.0, count: count)
        var state = Self.moments(features, multipliers)
        for _ in 0..<Self.steps where state.mean.contains(where: { abs($0) > Self.tolerance }) {
            var hessian = state.covariance
            for i in 0..<count { hessian[i][i] += Self.ridge }
            guard let triangle = Cholesky(hessian) else { break }
            let direction = triangle.solve(state.mean)
            var step = 1.0
            var next = state
            repeat {
                next = Self.moments(features, zip(multipliers, direction).map { $0 - step * $1 })
                if next.logarithm <= state.logarithm { break }
                step /= 2
            } while step > 1e-6
            guard next.logarithm <= state.logarithm else { break }
            multipliers = zip(multipliers, direction).map { $0 - step * $1 }
            state = next
        }
        self.multipliers = multipliers
        misses = state.mean
        effectiveSize = state.effectiveSize
    }

    /// The logarithm of the weight of one woman, up to a constant.
    func logarithm(_ features: [Double]) -> Double { zip(multipliers, features).reduce(0) { $0 + $1.0 * $1.1 } }

    private struct Moments {
        var logarithm: Double
        var mean: [Double]
        var covariance: [[Double]]
        var effectiveSize: Double
    }

    private static func moments(_ features: [[Double]], _ multipliers: [Double]) -> Moments {
        let logarithms = features.map { zip(multipliers, $0).reduce(0) { $0 + $1.0 * $1.1 } }
        let top = logarithms.max() ?? 0
        let count = multipliers.count
        var (sum, squares) = (0.0, 0.0)
        var mean = Array(repeating: 0.0, count: count)
        var products = Array(repeating: Array(repeating: 0.0, count: count), count: count)
        for (feature, logarithm) in zip(features, logarithms) {
            let weight = exp(logarithm - top)
            sum += weight
            squares += weight * weight
            for i in 0..<count {
                mean[i] += weight * feature[i]
                for j in 0...i { products[i][j] += weight * feature[i] * feature[j] }
            }
        }
        for i in 0..<count { mean[i] /= sum }
        for i in 0..<count {
            for j in 0...i {
                products[i][j] = products[i][j] / sum - mean[i] * mean[j]
                products[j][i] = products[i][j]
            }
        }
        return Moments(
            logarithm: top + log(sum / Double(features.count)), mean: mean, covariance: products,
            effectiveSize: sum * sum / squares)
    }
}
