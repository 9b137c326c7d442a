/// One page about one simulated woman: self-contained, opens offline, light and dark, readable on a phone.
public enum HTMLReport {
    /// The page's text: HTML 5 that is also well-formed XML, UTF-8, without scripts or requests.
    public static func render(_ report: RunReport) -> String {
        let main =
            [woman(report), glance(report), outcomes(report), charts(report), comparisons(report)]
            + [laboratory(report), parameters(report), notes(report)]
        return HTMLPage.text(
            title: report.title, model: report.modelVersion, header: header(report), main: main.flatMap(\.self))
    }

    static func header(_ report: RunReport) -> [Node] {
        var nodes: [Node] = [
            .element("h1", [:], report.title),
            .element(
                "p", ["class": "meta"],
                "Model \(report.modelVersion) · resolution \(report.resolution) · simulated in "
                    + "\(NumberText.significant(report.seconds, digits: 2)) s"),
            .element("p", ["class": "disclaimer"], report.disclaimer),
        ]
        if !report.hypothesesOn.isEmpty {
            nodes.append(
                .element(
                    "section", ["class": "hypotheses"],
                    [
                        .element("h2", [:], "Hypotheses switched on"),
                        .element("p", [:], "The evidence does not support these; the results below assume them."),
                        HTMLPage.list(report.hypothesesOn),
                    ]))
        }
        return nodes
    }

    private static func woman(_ report: RunReport) -> [Node] {
        HTMLPage.section(
            "The woman and her therapy", report.scenarioInWords.isEmpty ? [] : [HTMLPage.list(report.scenarioInWords)])
    }

    static func glance(_ report: RunReport) -> [Node] {
        HTMLPage.section("At a glance", ReportTables.changes(report.series).map { [$0] } ?? [])
    }

    static func charts(_ report: RunReport) -> [Node] {
        ReportCharts.groups(report).flatMap { group in
            let key: [Node] = group.key.isEmpty ? [] : [HTMLPage.caption(group.key)]
            let panels: [Node] =
                group.panels.isEmpty
                ? [] : [.element("div", ["class": "panels"], group.panels.map(ChartFigure.panel))]
            let still = group.stillWords.isEmpty ? [] : [HTMLPage.caption(group.stillWords)]
            return HTMLPage.section(group.title, key + group.charts.map(ChartFigure.large) + panels + still)
        }
    }

    private static func comparisons(_ report: RunReport) -> [Node] {
        HTMLPage.section("Simulated and observed", ReportTables.comparisons(report.comparisons).map { [$0] } ?? [])
    }

    private static func outcomes(_ report: RunReport) -> [Node] {
        var content: [Node] = []
        if let table = ReportTables.outcomes(report.outcomes, title: "Of 1,000 women like her") {
            content += [HTMLPage.caption(reading(report.outcomes)), table]
        }
        if let table = ReportTables.outcomes(report.levels, title: "Level") {
            content += [.element("h3", [:], report.levelsTitle), table]
        }
        if let table = ReportTables.parameters(report.outcomeNumbers) {
            content.append(
                .element(
                    "details", [:],
                    [.element("summary", [:], "The numbers behind these outcomes, and where they come from"), table]))
        }
        if !report.remarks.isEmpty { content.append(HTMLPage.list(report.remarks.map(UnitText.minus))) }
        if !report.harms.isEmpty {
            let benefits = report.benefits.isEmpty ? ["None were computed."] : report.benefits
            content.append(
                .element(
                    "div", ["class": "pair"],
                    [
                        .element(
                            "div", [:],
                            [.element("h3", [:], "Bone, simulated"), HTMLPage.list(benefits.map(UnitText.minus))]),
                        .element(
                            "div", [:], [.element("h3", [:], "Harms, as published"), HTMLPage.list(report.harms)]),
                    ]))
        }
        return HTMLPage.section("Benefits and harms", content)
    }

    /// What a reader of the table of outcomes must know.
    private static func reading(_ rows: [OutcomeRow]) -> String {
        let who = "Women of every 1,000 like her by the end of the simulation; death from other causes competes."
        guard rows.contains(where: { $0.without != nil }) else { return who }
        return who
            + " Intervals are those of what the therapy changes: for thrombosis, stroke and breast cancer from the hazard "
            + "ratios of trials and cohorts, for the rest from the ranges of the numbers behind them. No effect modelled: nothing "
            + "in the model leads from this therapy to this outcome, which is no finding that it is safe."
    }

    private static func laboratory(_ report: RunReport) -> [Node] {
        guard let laboratory = report.laboratory else { return [] }
        let caption =
            "At the end, means over the interval between doses, steroids by mass spectrometry. One reading: where 95 of 100 single "
            + "readings lie. 'osteon lab' shows other days, units and assays, and what is claimed to be optimal."
        return HTMLPage.section(
            "What a laboratory would read",
            [HTMLPage.caption(caption), ReportTables.laboratory(laboratory.lines), ReportTables.scans(laboratory.bones)])
    }

    private static func parameters(_ report: RunReport) -> [Node] {
        HTMLPage.section("The parameters that matter", ReportTables.parameters(report.parameters).map { [$0] } ?? [])
    }

    private static func notes(_ report: RunReport) -> [Node] {
        HTMLPage.section("Notes", report.notes.isEmpty ? [] : [HTMLPage.list(report.notes)])
    }
}
