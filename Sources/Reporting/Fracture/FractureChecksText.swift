import Trials

/// What the fracture model gives back of published rates, for the terminal.
public enum FractureChecksText {
    public static func text(_ checks: FractureChecks, width: Int) -> String {
        let table = TextTable(columns: columns, rows: checks.checks.map(cells)).rendered(width: width)
        return "\(table)\n\(volunteers(checks))\n"
    }

    static let columns: [TextTable.Column] = [
        .init("", alignment: .left), .init("what", alignment: .left, wraps: true),
        .init("unit", alignment: .left, wraps: true),
        .init("published"), .init("95 %"), .init("model"), .init("ratio"), .init("", alignment: .left),
        .init("evidence", alignment: .left),
    ]

    static func cells(_ check: FractureChecks.Check) -> [String] {
        [
            check.kind.rawValue, check.name, check.unit, NumberText.significant(check.published),
            check.interval.map { "\(NumberText.short($0.lowerBound))–\(NumberText.short($0.upperBound))" } ?? "",
            NumberText.significant(check.simulated), NumberText.fixed(check.ratio, decimals: 2),
            check.passes ? "passes" : "misses", check.evidence,
        ]
    }

    static func volunteers(_ checks: FractureChecks) -> String {
        "Women on placebo in WHI broke \(NumberText.fixed(checks.volunteerRatio, decimals: 2)) times as many hips as average "
            + "women of their ages, densities and habits would."
    }
}

/// The page on fractures: the checks and the comparison, in Markdown.
public enum FracturePage {
    public static func markdown(_ checks: FractureChecks, _ comparison: FractureComparison) -> String {
        let rows = comparison.rows.map { [$0.table] + FractureComparisonText.cells($0) }
        let agreements = comparison.agreements.map { agreement in
            [
                agreement.table, agreement.outcome, "\(agreement.rows)", NumberText.fixed(agreement.slope, decimals: 2),
                NumberText.fixed(agreement.rankCorrelation, decimals: 3),
                NumberText.fixed(agreement.medianRatio, decimals: 2),
            ]
        }
        return introduction
            + MarkdownTable.text(
                ["", "what", "unit", "published", "95 %", "model", "ratio", "", "evidence"],
                checks.checks.map(FractureChecksText.cells))
            + "\n\(FractureChecksText.volunteers(checks)) That factor, on hip fractures alone, is applied where a scenario says "
            + "`population: volunteer`; the average woman of a scenario has none of it.\n"
            + between
            + MarkdownTable.text(
                ["table", "fracture", "rows", "slope", "rank correlation", "median model / published"], agreements)
            + "\nEvery row:\n\n"
            + MarkdownTable.text(["table", "who", "fracture", "published, %", "model, %", "ratio", ""], rows)
    }

    private static let introduction = """
        # Fractures

        Written by `osteon fracture check --markdown`. The equations stand in `osteon model describe outcomes.fracture`.

        Each kind of fracture has a hazard: a published rate by age, recentred so that women of all densities together have
        it, times what density, turnover beyond density, the material of bone, smoking, alcohol, a parent's hip, an earlier
        fracture and ancestry do to it. Death competes. What is not known of a woman counts as in the population. Reports
        tell fractures with and without death competing, and the ratio under three structures: density and turnover,
        density alone, and the line from density that trials of all medicines drew. They are a band, never multiplied.

        Not in the model: falls, arthritis, deaths that a hip fracture brings, site-specific rates by age other than the
        hip's, which nobody published for American women in what was found.

        ## Checks

        What the model is built on must come back within 2 % (the rise with age within 20 %). What was fitted or held out
        passes inside the published interval, or at 0.8 to 1.25 times the published number. Totals of Malmö for spine and
        forearm were used for the curves of these sites; the hip's were not.


        """

    private static let between = """

        ## Beside FRAX and QFracture

        Ten-year probabilities of the worked examples that were published for FRAX (United Kingdom: Kanis 2008 Osteoporos Int
        19:385 and charts made from it) and QFracture-2012, and the model's with hip and vertebral rates brought to the
        totals of British women and American deaths of 2006. Other sites keep the model's rates. Nothing is tuned to these
        tables: FRAX is a registered tool with unpublished equations, and this is not FRAX. Slope is that of the logarithm of
        published on that of the model's probability.


        """
}
