import Foundation
import Populations

/// Half the slope and half the curvature of an objective at a place, the curvature that of linear rows.
struct Quadratic: Sendable {
    private(set) var slope: [Double]
    private(set) var curvature: [[Double]]

    init(count: Int) {
        slope = Array(repeating: 0, count: count)
        curvature = Array(repeating: Array(repeating: 0, count: count), count: count)
    }

    /// - Parameters:
    ///   - width: the misfit that counts as one.
    ///   - slopes: derivatives of what is simulated.
    mutating func add(_ square: RobustSquare, width: Double, slopes: [Double]) {
        let touched = slopes.indices.filter { slopes[$0] != 0 }
        for row in touched {
            slope[row] += square.weight * square.score * slopes[row] / width
            for column in touched {
                curvature[row][column] += square.weight * slopes[row] * slopes[column] / (width * width)
            }
        }
    }

    /// Adds the square of one parameter's distance.
    mutating func add(_ score: Double, width: Double, at index: Int) {
        slope[index] += score / width
        curvature[index][index] += 1 / (width * width)
    }

    /// The step towards the minimum, damped, and what it should gain; nil if the curvature is not positive.
    ///
    /// - Parameter fixed: a parameter that stays.
    func step(damping: Double, fixing fixed: Int? = nil) -> (step: [Double], gain: Double)? {
        var matrix = curvature
        var right = slope.map { -$0 }
        for index in matrix.indices { matrix[index][index] *= 1 + damping }
        if let fixed {
            for index in matrix.indices { (matrix[index][fixed], matrix[fixed][index]) = (0, 0) }
            matrix[fixed][fixed] = 1
            right[fixed] = 0
        }
        guard let step = Cholesky(matrix)?.solve(right) else { return nil }
        let bent = step.indices.reduce(0) { sum, row in
            sum + step[row] * zip(curvature[row], step).reduce(0) { $0 + $1.0 * $1.1 }
        }
        return (step, -2 * zip(slope, step).reduce(0) { $0 + $1.0 * $1.1 } - bent)
    }

    /// Where the others move if one is moved, as their step per step of it.
    func answer(toMoving index: Int) -> [Double]? {
        var moved = Quadratic(count: slope.count)
        moved.curvature = curvature
        moved.slope = curvature.map { $0[index] }
        guard var answer = moved.step(damping: 0, fixing: index)?.step else { return nil }
        answer[index] = 1
        return answer
    }

    /// Standard deviations of the parameters, if the objective is minus twice the logarithm of a density.
    var spreads: [Double] {
        guard let factor = Cholesky(curvature) else { return slope.map { _ in .nan } }
        return slope.indices.map { index in
            var unit = Array(repeating: 0.0, count: slope.count)
            unit[index] = 1
            return factor.solve(unit)[index].squareRoot()
        }
    }
}
