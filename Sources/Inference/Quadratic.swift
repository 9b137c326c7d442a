import Foundation

/// A sum of robust squares and its curvature, in the parameters' logarithms.
struct Quadratic {
    private(set) var objective = 0.0
    private(set) var residuals: [Calibration.Residual] = []
    private var gradient: [Double]
    private var curvature: [[Double]]

    init(count: Int) {
        gradient = Array(repeating: 0, count: count)
        curvature = Array(repeating: Array(repeating: 0, count: count), count: count)
    }

    /// - Parameter slopes: derivatives of what is simulated to the logarithms.
    mutating func add(_ residual: Calibration.Residual, slopes: [Double]) {
        residuals.append(residual)
        add(residual.score, slopes: slopes.map { $0 / residual.deviation }, huber: Calibration.huber)
        if let excess = residual.excess {
            add(
                excess.distance / excess.width, slopes: slopes.map { $0 / excess.width },
                huber: Calibration.huberBeyondTolerance)
        }
    }

    /// Adds a square that grows linearly beyond `huber`.
    private mutating func add(_ score: Double, slopes: [Double], huber: Double) {
        let size = abs(score)
        let isFar = size > huber
        objective += isFar ? huber * (2 * size - huber) : score * score
        let weight = isFar ? huber / size : 1
        for row in slopes.indices where slopes[row] != 0 {
            gradient[row] += weight * score * slopes[row]
            for column in slopes.indices { curvature[row][column] += weight * slopes[row] * slopes[column] }
        }
    }

    mutating func addPrior(_ distance: Double, width: Double, at index: Int) {
        objective += distance * distance / (width * width)
        gradient[index] += distance / (width * width)
        curvature[index][index] += 1 / (width * width)
    }

    /// The step towards the minimum, damped; nil if the curvature is not positive.
    func step(damping: Double) -> [Double]? {
        var matrix = curvature
        for index in matrix.indices { matrix[index][index] *= 1 + damping }
        return Cholesky(matrix)?.solve(gradient.map { -$0 })
    }

    /// Standard deviations of the logarithms.
    var spreads: [Double] {
        guard let factor = Cholesky(curvature) else { return gradient.map { _ in .nan } }
        return gradient.indices.map { index in
            var unit = Array(repeating: 0.0, count: gradient.count)
            unit[index] = 1
            return factor.solve(unit)[index].squareRoot()
        }
    }
}

/// The triangular factor of a positive matrix.
private struct Cholesky {
    private let lower: [[Double]]

    /// Nil if the matrix is not positive definite.
    init?(_ matrix: [[Double]]) {
        var lower = matrix.map { $0.map { _ in 0.0 } }
        for row in matrix.indices {
            for column in 0...row {
                let known = (0..<column).reduce(0) { $0 + lower[row][$1] * lower[column][$1] }
                let rest = matrix[row][column] - known
                if row == column {
                    guard rest > 0 else { return nil }
                    lower[row][row] = rest.squareRoot()
                } else {
                    lower[row][column] = rest / lower[column][column]
                }
            }
        }
        self.lower = lower
    }

    func solve(_ right: [Double]) -> [Double] {
        var x = right
        for row in x.indices {
            for column in 0..<row { x[row] -= lower[row][column] * x[column] }
            x[row] /= lower[row][row]
        }
        for row in x.indices.reversed() {
            for other in (row + 1)..<max(x.count, row + 1) { x[row] -= lower[other][row] * x[other] }
            x[row] /= lower[row][row]
        }
        return x
    }
}
