/// The lower triangle whose product with its own transpose is a symmetric positive definite matrix.
package struct Cholesky: Sendable {
    private let rows: [[Double]]

    /// Nil if the matrix is not positive definite.
    package init?(_ matrix: [[Double]]) {
        var rows = matrix
        for i in rows.indices {
            for j in 0...i {
                let sum = matrix[i][j] - (0..<j).reduce(0) { $0 + rows[i][$1] * rows[j][$1] }
                if i == j {
                    guard sum > 0 else { return nil }
                    rows[i][i] = sum.squareRoot()
                } else {
                    rows[i][j] = sum / rows[j][j]
                }
            }
        }
        self.rows = rows
    }

    /// The triangle times a vector: numbers with the matrix as covariance, from independent ones of variance one.
    func correlated(_ independent: [Double]) -> [Double] {
        rows.indices.map { i in (0...i).reduce(0) { $0 + rows[i][$1] * independent[$1] } }
    }

    /// The solution of the linear equations with the matrix.
    package func solve(_ right: [Double]) -> [Double] {
        var x = right
        for i in rows.indices { x[i] = (x[i] - (0..<i).reduce(0) { $0 + rows[i][$1] * x[$1] }) / rows[i][i] }
        for i in rows.indices.reversed() {
            x[i] = (x[i] - ((i + 1)..<rows.count).reduce(0) { $0 + rows[$1][i] * x[$1] }) / rows[i][i]
        }
        return x
    }
}
