import Trials

extension ScoreboardDocument {
    /// Misfits that the page of the documentation shows.
    private static let listed = 60

    /// The page Documentation/Scoreboard.md.
    public func markdown() -> String {
        let misfits = board.misfits
        return """
            # Scoreboard of published results

            Written by `\(command) --markdown Documentation/Scoreboard.md`. Every row of `Sources/Evidence/Resources/observations.csv`
            has one place: compared, of little weight (plausibility, never counted), disclosed (it was looked at in an early choice), or
            not expressible, with the reason. Women and therapies are those of `Examples`, `Trials` and the settings of `Validation`, written
            from the descriptions of the studies.

            \(Self.rule)

            \(MarkdownTable.text(Self.totalColumns.map(\.title), totals))
            Rows on bone are density, markers of turnover and fractures.

            \(board.aims.map { "- \(words($0))" }.joined(separator: "\n"))

            \(([parameters] + agreement).joined(separator: "\n\n"))

            ## Worst misfits

            In units of what is allowed, with a sign; \(misfits.count) rows compared are not inside, of which the first \(min(Self.listed, misfits.count)) are listed.

            \(MarkdownTable.text(Self.misfitColumns.map(\.title), misfits.prefix(Self.listed).map(Self.cells)))
            ## Not expressible

            \(MarkdownTable.text(Self.reasonColumns.map(\.title), reasons))
            """
    }
}
