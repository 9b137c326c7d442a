import Trials

/// The worked examples of other calculators beside the model, for the terminal.
public enum FractureComparisonText {
    public static func text(_ comparison: FractureComparison, width: Int) -> String {
        var tables: [String] = []
        for row in comparison.rows where !tables.contains(row.table) { tables.append(row.table) }
        let parts = tables.map { table -> String in
            let rows = comparison.rows.filter { $0.table == table }
            let shown = rows.contains { !$0.remark.isEmpty } ? columns : columns.dropLast()
            return "\(table)\n\n" + TextTable(columns: shown, rows: rows.map(cells)).rendered(width: width)
        }
        return parts.joined(separator: "\n") + "\n" + agreement(comparison, width: width)
    }

    private static let columns: [TextTable.Column] = [
        .init("who", alignment: .left), .init("fracture", alignment: .left), .init("published", unit: "%"),
        .init("model", unit: "%"), .init("ratio"), .init("", alignment: .left),
    ]

    static func cells(_ row: FractureComparison.Row) -> [String] {
        [
            row.who, row.outcome, NumberText.significant(row.published), NumberText.significant(row.simulated),
            NumberText.fixed(row.simulated / row.published, decimals: 2), row.remark,
        ]
    }

    static func agreement(_ comparison: FractureComparison, width: Int) -> String {
        "How far they agree, where the model has the whole profile. Nothing was tuned to them.\n\n"
            + TextTable(
                columns: [
                    .init("table", alignment: .left), .init("fracture", alignment: .left), .init("rows"),
                    .init("slope"), .init("rank correlation"), .init("median ratio"),
                ],
                rows: comparison.agreements.map { agreement in
                    [
                        agreement.table, agreement.outcome, "\(agreement.rows)",
                        NumberText.fixed(agreement.slope, decimals: 2),
                        NumberText.fixed(agreement.rankCorrelation, decimals: 3),
                        NumberText.fixed(agreement.medianRatio, decimals: 2),
                    ]
                }
            ).rendered(width: width)
    }
}
