import Evidence
import Exchange
import Trials

extension ScoreboardDocument {
    /// Misfits that the terminal shows.
    private static let shown = 25

    /// Totals, aims and the worst misfits, for the terminal.
    public func table(width: Int) -> String {
        let misfits = board.misfits
        var parts = [
            TextTable(columns: Self.totalColumns, rows: totals, keyColumns: 2).rendered(width: width)
        ]
        parts +=
            TextWrap.lines(Self.rule, width: width) + ["", "Rows on bone: density, markers of turnover, fractures."]
        parts += (board.aims.map(words) + [parameters] + agreement).flatMap { TextWrap.lines($0, width: width) } + [""]
        if !misfits.isEmpty {
            parts.append("Worst misfits, in units of what is allowed (\(misfits.count) rows are not inside):")
            parts.append(
                TextTable(columns: Self.misfitColumns, rows: misfits.prefix(Self.shown).map(Self.cells), keyColumns: 1)
                    .rendered(width: width))
        }
        if !board.reasons.isEmpty {
            parts.append("Not expressible:")
            parts.append(TextTable(columns: Self.reasonColumns, rows: reasons).rendered(width: width))
        }
        return parts.joined(separator: "\n") + "\n"
    }

    /// Everything about the rows shown, each with its setting.
    public func details(width: Int) -> String {
        board.rows.map { row -> String in
            let words = ScoreboardWords(row: row)
            var lines = [
                "\(row.observation.id), \(row.observation.use.rawValue), \(row.observation.domain.rawValue): \(words.arm)",
                "  measured   \(words.endpoint): \(words.observed) \(row.observation.unit)"
                    + (words.interval.isEmpty ? ", no interval" : " (95 %: \(words.interval))"),
            ]
            if let comparison = row.comparison {
                lines.append(
                    "  simulated  \(words.simulated) \(row.observation.unit)"
                        + (words.band.isEmpty ? "" : " (90 % of the ensemble: \(words.band))")
                        + ": \(words.verdict), misfit \(words.misfit) of what is allowed")
                if let failure = comparison.failure { lines.append("  no number  \(failure)") }
                for place in comparison.places {
                    lines.append("  stands in  \(place.place)")
                    lines.append(
                        "  read as    \(place.output), \(place.measure), year \(NumberText.significant(place.span.lowerBound)) "
                            + "to \(NumberText.significant(place.span.upperBound))")
                    lines += place.scenario.words.map { "             \($0)" }
                    lines += place.assumptions.map { "  assumed    \($0)" }
                }
            }
            if !row.reason.isEmpty { lines.append("  \(row.standing.rawValue): \(row.reason)") }
            lines.append(
                "  source     \(row.observation.citation)" + (words.reference.isEmpty ? "" : " (\(words.reference))"))
            return lines.joined(separator: "\n")
        }.joined(separator: "\n\n") + "\n"
    }

    static let misfitColumns: [TextTable.Column] = [
        .init("row", alignment: .left), .init("use", alignment: .left),
        .init("study and arm", alignment: .left, wraps: true),
        .init("what", alignment: .left, wraps: true), .init("observed"), .init("95 %"), .init("simulated"),
        .init("misfit"),
    ]

    static func cells(_ row: ScoreboardRow) -> [String] {
        let words = ScoreboardWords(row: row)
        return [
            row.observation.id, row.observation.use.rawValue, words.arm, "\(words.endpoint), \(row.observation.unit)",
            words.observed, words.interval, words.simulated, words.misfit,
        ]
    }
}
