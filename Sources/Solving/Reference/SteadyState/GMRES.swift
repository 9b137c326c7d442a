/// Linear equations of which only products with the matrix are known.
///
/// Saad Y, Schultz MH. SIAM J Sci Stat Comput 1986;7:856, doi 10.1137/0907058; without restarts, since each product is
/// dear and few are needed.
enum GMRES {
    /// The vector whose product is nearest to `right`, and the share of `right` that it leaves.
    ///
    /// - Parameters:
    ///   - tolerance: share of `right` that may be left.
    ///   - product: the matrix times a vector.
    static func solve(
        _ right: [Double], tolerance: Double, product: ([Double]) throws -> [Double]
    ) rethrows -> (vector: [Double], left: Double) {
        let count = right.count
        let size = norm(right)
        guard size > 0 else { return (right, 0) }
        var basis = [right.map { $0 / size }]
        // Columns of the upper triangle, and what is left to solve, both turned by the same rotations.
        var columns: [[Double]] = []
        var rotations: [(c: Double, s: Double)] = []
        var rest = [size]
        while columns.count < count, abs(rest[columns.count]) > tolerance * size {
            var vector = try product(basis[columns.count])
            var column: [Double] = []
            // Twice, because once leaves too much where vectors are nearly alike.
            for pass in 0..<2 {
                for (place, other) in basis.enumerated() {
                    let share = dot(vector, other)
                    if pass == 0 { column.append(share) } else { column[place] += share }
                    for index in 0..<count { vector[index] -= share * other[index] }
                }
            }
            let length = norm(vector)
            for (place, rotation) in rotations.enumerated() {
                let (a, b) = (column[place], column[place + 1])
                column[place] = rotation.c * a + rotation.s * b
                column[place + 1] = rotation.c * b - rotation.s * a
            }
            let last = columns.count
            let radius = (column[last] * column[last] + length * length).squareRoot()
            // A direction of which the matrix knows nothing: what is conserved, in which nothing need be corrected.
            guard radius > breakdown else { break }
            rotations.append((column[last] / radius, length / radius))
            column[last] = radius
            columns.append(column)
            rest.append(-rotations[last].s * rest[last])
            rest[last] *= rotations[last].c
            guard length > breakdown else { break }
            basis.append(vector.map { $0 / length })
        }
        return (combination(basis, columns, rest, count), abs(rest[columns.count]) / size)
    }

    /// Below this share of a vector of length one lies the error of products.
    private static let breakdown = 1e-7

    private static func combination(
        _ basis: [[Double]], _ columns: [[Double]], _ rest: [Double], _ count: Int
    ) -> [Double] {
        var shares = Array(repeating: 0.0, count: columns.count)
        for row in columns.indices.reversed() {
            var value = rest[row]
            for column in (row + 1)..<max(row + 1, columns.count) { value -= columns[column][row] * shares[column] }
            shares[row] = value / columns[row][row]
        }
        var result = Array(repeating: 0.0, count: count)
        for (share, vector) in zip(shares, basis) {
            for index in 0..<count { result[index] += share * vector[index] }
        }
        return result
    }

    private static func dot(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
    private static func norm(_ a: [Double]) -> Double { dot(a, a).squareRoot() }
}
