import Testing

@testable import Modeling
@testable import Solving

@Suite("Sparse elimination")
struct SparseEliminationTests {
    /// Places off the diagonal, drawn at random.
    private static func pattern(_ count: Int, share: Double, _ numbers: inout SeededNumbers) -> [[Int]] {
        (0..<count).map { row in
            (0..<count).filter { $0 == row || numbers.number(in: 0...1) < share }
        }
    }

    /// Gaussian elimination with the largest pivot of each column.
    private static func dense(_ matrix: [[Double]], _ right: [Double]) -> [Double] {
        var a = matrix
        var x = right
        let count = x.count
        for column in 0..<count {
            let pivot = (column..<count).max { abs(a[$0][column]) < abs(a[$1][column]) } ?? column
            a.swapAt(column, pivot)
            x.swapAt(column, pivot)
            for row in (column + 1)..<max(count, column + 1) {
                let factor = a[row][column] / a[column][column]
                for k in column..<count { a[row][k] -= factor * a[column][k] }
                x[row] -= factor * x[column]
            }
        }
        for row in (0..<count).reversed() {
            for column in (row + 1)..<max(count, row + 1) { x[row] -= a[row][column] * x[column] }
            x[row] /= a[row][row]
        }
        return x
    }

    /// The solutions of eight systems of one pattern, and how many operations it took.
    private static func sparse(
        _ pattern: [[Int]], _ matrices: [[[Double]]], _ rights: [[Double]]
    ) -> (solutions: [[Double]], operations: Int) {
        var builder = ProgramBuilder()
        let entries = builder.inputs(pattern.reduce(0) { $0 + $1.count }, changing: .always)
        let right = builder.inputs(pattern.count, changing: .always)
        var rows: [[Int: ProgramBuilder.Value]] = []
        var next = 0
        for columns in pattern {
            rows.append(Dictionary(uniqueKeysWithValues: zip(columns, entries[next..<(next + columns.count)])))
            next += columns.count
        }
        let elimination = SparseElimination(rows, &builder)
        let solution = elimination.solve(right, &builder)
        let program = builder.program(results: solution)
        let machine = LaneMachine(LaneProgram(program), .women)
        var values = LaneRows(entries.count, .women)
        var sides = LaneRows(pattern.count, .women)
        for lane in 0..<LaneShape.batch {
            var place = 0
            for (row, columns) in pattern.enumerated() {
                for column in columns {
                    values[place, lane] = matrices[lane][row][column]
                    place += 1
                }
                sides[row, lane] = rights[lane][row]
            }
        }
        machine.set(0, to: values)
        machine.set(1, to: sides)
        machine.run()
        let found = machine.results(0..<pattern.count)
        return ((0..<LaneShape.batch).map { lane in (0..<pattern.count).map { found[$0, lane] } }, program.body.count)
    }

    private static func systems(
        _ pattern: [[Int]], _ numbers: inout SeededNumbers
    ) -> (matrices: [[[Double]]], rights: [[Double]]) {
        let count = pattern.count
        let matrices = (0..<LaneShape.batch).map { _ in
            pattern.enumerated().map { row, columns in
                var entries = Array(repeating: 0.0, count: count)
                for column in columns where column != row { entries[column] = numbers.number(in: -1...1) }
                entries[row] = entries.reduce(1) { $0 + abs($1) } * (Bool.random(using: &numbers) ? 1 : -1)
                return entries
            }
        }
        return (matrices, matrices.map { _ in (0..<count).map { _ in numbers.number(in: -1...1) } })
    }

    @Test(
        "Random sparse systems are solved as a dense solver solves them",
        arguments: [(1, 0.0), (5, 0.5), (30, 0.1), (40, 0.06)])
    func random(count: Int, share: Double) {
        var numbers = SeededNumbers(seed: UInt64(count))
        for _ in 0..<5 {
            let pattern = Self.pattern(count, share: share, &numbers)
            let (matrices, rights) = Self.systems(pattern, &numbers)
            let (solutions, _) = Self.sparse(pattern, matrices, rights)
            for lane in 0..<LaneShape.batch {
                let exact = Self.dense(matrices[lane], rights[lane])
                for (found, expected) in zip(solutions[lane], exact) {
                    #expect(abs(found - expected) < 1e-12, "\(count) unknowns, system \(lane)")
                }
            }
        }
    }

    @Test("A ring fills in, and is solved all the same")
    func ring() {
        let count = 12
        let pattern = (0..<count).map { row in [(row + count - 1) % count, row, (row + 1) % count].sorted() }
        var numbers = SeededNumbers(seed: 7)
        let (matrices, rights) = Self.systems(pattern, &numbers)
        let (solutions, _) = Self.sparse(pattern, matrices, rights)
        for lane in 0..<LaneShape.batch {
            let exact = Self.dense(matrices[lane], rights[lane])
            for (found, expected) in zip(solutions[lane], exact) { #expect(abs(found - expected) < 1e-12) }
        }
    }

    @Test("An arrow is eliminated from its tips, so that nothing fills in")
    func arrow() {
        let count = 20
        // The first row and column are full: taken first they would fill the whole matrix.
        let pattern = (0..<count).map { row in row == 0 ? Array(0..<count) : [0, row] }
        var numbers = SeededNumbers(seed: 8)
        let (matrices, rights) = Self.systems(pattern, &numbers)
        let (solutions, operations) = Self.sparse(pattern, matrices, rights)
        // Each tip: invert, factor, pivot of the rest, forward, back, times the inverse; and the first's own two.
        #expect(operations <= 6 * (count - 1) + 2, "\(operations) operations")
        for lane in 0..<LaneShape.batch {
            let exact = Self.dense(matrices[lane], rights[lane])
            for (found, expected) in zip(solutions[lane], exact) { #expect(abs(found - expected) < 1e-12) }
        }
    }
}
