import Modeling

/// Gaussian elimination of a sparse matrix, written into a program once: which entries fill in, and in which order to
/// eliminate, follow from the pattern alone.
///
/// Pivots are the diagonal, in the order that creates the least fill-in (Markowitz 1957, Manage Sci 3:255). There is
/// no pivoting by size: the matrices of implicit steps approach the diagonal as the step shrinks, so that a step in
/// which a pivot is too small fails its error test and is tried again with a shorter one.
struct SparseElimination {
    private var order: [Int] = []
    private var inversePivots: [Int: ProgramBuilder.Value] = [:]
    /// For each pivot, multiples of its row that later rows lose, and what is left of its own row.
    private var lower: [Int: [(row: Int, factor: ProgramBuilder.Value)]] = [:]
    private var upper: [Int: [(column: Int, value: ProgramBuilder.Value)]] = [:]

    /// - Parameter rows: for each row, its entries by column; the diagonal is among them.
    init(_ rows: [[Int: ProgramBuilder.Value]], _ builder: inout ProgramBuilder) {
        var rows = rows
        var columns: [Set<Int>] = rows.map { _ in [] }
        for (row, entries) in rows.enumerated() { for column in entries.keys { columns[column].insert(row) } }
        var left = Set(rows.indices)
        while let pivot = left.min(by: { cost(of: $0, rows, columns) < cost(of: $1, rows, columns) }) {
            left.remove(pivot)
            order.append(pivot)
            guard let diagonal = rows[pivot][pivot] else { preconditionFailure("the diagonal is always there") }
            let inverse = builder.apply(.divide, builder.constant(1), diagonal)
            inversePivots[pivot] = inverse
            let rest = rows[pivot].filter { $0.key != pivot }.sorted { $0.key < $1.key }
            upper[pivot] = rest.map { (column: $0.key, value: $0.value) }
            for column in rest.map(\.key) { columns[column].remove(pivot) }
            columns[pivot].remove(pivot)
            for row in columns[pivot].sorted() {
                guard let entry = rows[row].removeValue(forKey: pivot) else { continue }
                let factor = builder.apply(.multiply, entry, inverse)
                lower[pivot, default: []].append((row: row, factor: factor))
                for (column, value) in rest {
                    let before = rows[row][column] ?? builder.constant(0)
                    rows[row][column] = builder.apply(.multiplySubtract, factor, value, before)
                    columns[column].insert(row)
                }
            }
            columns[pivot] = []
        }
    }

    /// The solution for a right-hand side.
    func solve(_ right: [ProgramBuilder.Value], _ builder: inout ProgramBuilder) -> [ProgramBuilder.Value] {
        var x = right
        for pivot in order {
            for (row, factor) in lower[pivot] ?? [] {
                x[row] = builder.apply(.multiplySubtract, factor, x[pivot], x[row])
            }
        }
        for pivot in order.reversed() {
            for (column, value) in upper[pivot] ?? [] {
                x[pivot] = builder.apply(.multiplySubtract, value, x[column], x[pivot])
            }
            if let inverse = inversePivots[pivot] { x[pivot] = builder.apply(.multiply, x[pivot], inverse) }
        }
        return x
    }
}

/// Entries that eliminating a pivot may create; ties go to the lower number so that the order never varies.
private func cost(
    of pivot: Int, _ rows: [[Int: ProgramBuilder.Value]], _ columns: [Set<Int>]
) -> (fill: Int, pivot: Int) {
    ((rows[pivot].count - 1) * (columns[pivot].count - 1), pivot)
}
