import Symbolics

/// Derivatives of rates to states, as expressions, where they are not zero.
public struct SymbolicJacobian {
    /// The nonzero places of a square matrix, column by column, the diagonal always among them.
    public struct Sparsity: Sendable {
        /// For each column, where its entries start; one more than there are columns.
        public let columnStarts: [Int]
        public let rows: [Int]

        /// Row and column of every entry, in order.
        package var places: [(row: Int, column: Int)] {
            (0..<(columnStarts.count - 1)).flatMap { column in
                (columnStarts[column]..<columnStarts[column + 1]).map { (rows[$0], column) }
            }
        }
    }

    package let sparsity: Sparsity
    package let entries: [Expression]

    /// - Parameter rates: one a state, free of derived variables.
    package init(rates: [Expression], states: [Symbol]) {
        var entries: [Expression] = []
        var rows: [Int] = []
        var starts = [0]
        let mentioned = rates.map { Set($0.symbols) }
        for (column, state) in states.enumerated() {
            var differentiator = Differentiator(to: state)
            for (row, rate) in rates.enumerated() where row == column || mentioned[row].contains(state) {
                let entry = differentiator.derivative(of: rate)
                if row == column || entry.constantValue != 0 {
                    entries.append(entry)
                    rows.append(row)
                }
            }
            starts.append(rows.count)
        }
        sparsity = Sparsity(columnStarts: starts, rows: rows)
        self.entries = entries
    }
}
