/// One page about one simulated woman: self-contained, opens offline, light and dark, readable on a phone.
public enum HTMLReport {
    /// The page's text: HTML 5 that is also well-formed XML, UTF-8, without scripts or requests.
    public static func render(_ report: RunReport) -> String {
        let main =
            [woman(report), glance(report), outcomes(report), charts(report), comparisons(report)]
            + [parameters(report), notes(report)]
        return HTMLPage(title: report.title, header: header(report), main: main.flatMap(\.self), model: report.modelVersion)
            .text
    }

    private static func header(_ report: RunReport) -> Node {
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
                        list(report.hypothesesOn),
                    ]))
        }
        return .element("header", [:], nodes)
    }

    private static func woman(_ report: RunReport) -> [Node] {
        section("The woman and her therapy", report.scenarioInWords.isEmpty ? [] : [list(report.scenarioInWords)])
    }

    private static func glance(_ report: RunReport) -> [Node] {
        section("At a glance", ReportTables.changes(report.series).map { [$0] } ?? [])
    }

    private static func charts(_ report: RunReport) -> [Node] {
        ReportCharts.groups(report).flatMap { group in
            let key: [Node] = group.key.isEmpty ? [] : [caption(group.key)]
            let panels: [Node] =
                group.panels.isEmpty
                ? [] : [.element("div", ["class": "panels"], group.panels.map(ChartFigure.panel))]
            let still = group.stillWords.isEmpty ? [] : [caption(group.stillWords)]
            return section(group.title, key + group.charts.map(ChartFigure.large) + panels + still)
        }
    }

    private static func comparisons(_ report: RunReport) -> [Node] {
        section("Simulated and observed", ReportTables.comparisons(report.comparisons).map { [$0] } ?? [])
    }

    private static func outcomes(_ report: RunReport) -> [Node] {
        var content: [Node] = []
        if let table = ReportTables.outcomes(report.outcomes, title: "Of 1,000 women like her") {
            content += [caption(reading(report.outcomes)), table]
        }
        if let table = ReportTables.outcomes(report.levels, title: "Level") {
            content += [.element("h3", [:], report.levelsTitle), table]
        }
        if let table = ReportTables.parameters(report.outcomeNumbers) {
            content.append(
                .element(
                    "details", [:], [.element("summary", [:], "The numbers behind these outcomes, and where they come from"), table]))
        }
        if !report.remarks.isEmpty { content.append(list(report.remarks.map(UnitText.minus))) }
        if !report.harms.isEmpty {
            let benefits = report.benefits.isEmpty ? ["None were computed."] : report.benefits
            content.append(
                .element(
                    "div", ["class": "pair"],
                    [
                        .element("div", [:], [.element("h3", [:], "Bone, simulated"), list(benefits.map(UnitText.minus))]),
                        .element("div", [:], [.element("h3", [:], "Harms, as published"), list(report.harms)]),
                    ]))
        }
        return section("Benefits and harms", content)
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

    private static func parameters(_ report: RunReport) -> [Node] {
        section("The parameters that matter", ReportTables.parameters(report.parameters).map { [$0] } ?? [])
    }

    private static func notes(_ report: RunReport) -> [Node] {
        section("Notes", report.notes.isEmpty ? [] : [list(report.notes)])
    }

    /// A section with its heading, or nothing when it would be empty.
    private static func section(_ title: String, _ content: [Node]) -> [Node] {
        content.isEmpty ? [] : [.element("section", [:], [.element("h2", [:], title)] + content)]
    }

    private static func caption(_ text: String) -> Node { .element("p", ["class": "caption"], text) }

    private static func list(_ items: [String]) -> Node {
        .element("ul", [:], items.map { .element("li", [:], $0) })
    }
}
