import Exchange
import Modeling
import Physiology
import Symbolics
import Trials

/// One page about one trial: forest plot, time courses and tables; self-contained, opens offline.
struct TrialReport {
    private let document: TrialDocument

    init(_ document: TrialDocument) { self.document = document }

    private var trial: Trial { document.trial }

    /// The page's text.
    func html() -> String {
        HTMLPage.text(
            title: trial.title, model: WomanModel.version, header: header,
            main: protocolSection + forest + courses + tables
                + HTMLPage.section("Notes", [HTMLPage.list(document.notes.map(UnitText.minus))]))
    }

    private var header: [Node] {
        var nodes: [Node] = [.element("h1", [:], trial.title)]
        if let source = trial.source { nodes.append(.element("p", ["class": "meta"], source)) }
        nodes.append(
            .element("p", ["class": "meta"], "\(document.counts.joined(separator: " ")) \(document.command)"))
        nodes.append(.element("p", ["class": "disclaimer"], RunReport.standardDisclaimer))
        return nodes
    }

    private var protocolSection: [Node] {
        let woman = trial.scenario(ofArm: 0).untreated.words.filter {
            !$0.hasPrefix("No therapy") && !$0.hasPrefix("Simulated")
        }
        var content: [Node] = [HTMLPage.list(woman + eligibility)]
        let shared = trial.shared.map { "\($0.words)" }
        let rows = trial.arms.map { arm -> [HTMLTable.Cell] in
            let therapy = (arm.therapy.map(\.words) + shared).joined(separator: "; ")
            return [.text(arm.name), .text("\(arm.women)"), .text(therapy.isEmpty ? "nothing" : therapy)]
        }
        content.append(
            HTMLTable(
                columns: [
                    .init(title: "Arm"), .init(title: "Women", style: "number"), .init(title: "Takes", style: "long"),
                ],
                rows: rows
            ).node())
        if !trial.assumptions.isEmpty {
            content += [.element("h3", [:], "Taken for granted"), HTMLPage.list(trial.assumptions)]
        }
        return HTMLPage.section("Who, and what they take", content)
    }

    private var eligibility: [String] {
        func text(_ range: ClosedRange<Double>) -> String {
            "\(NumberText.short(range.lowerBound)) to \(NumberText.short(range.upperBound))"
        }
        let ranges = trial.eligibility.ranges.sorted { $0.key.rawValue < $1.key.rawValue }
            .map { "\($0.key.rawValue) \(text($0.value))" }
        let density = trial.eligibility.density.sorted { $0.key.rawValue < $1.key.rawValue }
            .map { "T-score \($0.key.rawValue) \(text($0.value))" }
        let all = ranges + density
        return all.isEmpty ? [] : ["Let in: \(UnitText.minus(all.joined(separator: ", ")))."]
    }

    private var forest: [Node] {
        let plots = document.groups.enumerated().map { place, group -> Node in
            let entries = group.rows.flatMap { row -> [ForestPlot.Entry] in
                let estimate = row.finding.estimate
                return [
                    ForestPlot.Entry(
                        label: row.arm.name, text: line(group.endpoint, estimate.value, estimate.interval, ""),
                        value: estimate.value, interval: estimate.interval, style: 0, isFull: true)
                ]
                    + row.comparisons.map { comparison in
                        ForestPlot.Entry(
                            label: "",
                            text: line(
                                group.endpoint, comparison.observed, comparison.interval,
                                "\(comparison.observation), \(comparison.use.rawValue)"),
                            value: comparison.observed, interval: comparison.interval, style: 1,
                            isFull: comparison.use == .calibrate)
                    }
            }
            let plot = ForestPlot(
                identifier: "forest-\(place)", title: group.heading,
                unit: group.rows.first.map { group.endpoint.unit(of: $0.output) } ?? "", entries: entries,
                neutral: group.endpoint.neutral, isLogarithmic: group.endpoint.neutral == 1)
            return .element(
                "figure", [:],
                [
                    .element("figcaption", [:], group.heading),
                    .element("div", ["class": "scroll", "tabindex": "0"], [plot.svg()]),
                ])
        }
        let key =
            "Circles: simulated, with the interval of a trial of the published numbers. Squares: published, filled where "
            + "the row was there when the model was fitted, hollow where it never was."
        return HTMLPage.section("Simulated and published", [HTMLPage.caption(key)] + plots)
    }

    private func line(
        _ endpoint: TrialEndpoint, _ value: Double, _ interval: ClosedRange<Double>?, _ suffix: String
    ) -> String {
        let spread = interval.map { " (\(endpoint.text($0)))" } ?? ""
        return UnitText.minus("\(endpoint.text(value))\(spread)\(suffix.isEmpty ? "" : "  \(suffix)")")
    }

    private var courses: [Node] {
        let courses = TrialCourses(document)
        let content = document.run.outputs.indices.flatMap { output -> [Node] in
            [ChartFigure.large(courses.overview(of: output))]
                + [.element("div", ["class": "panels"], courses.panels(of: output).map(ChartFigure.panel))]
        }
        let key =
            "Large charts: the mean of each arm, its band the interval of the mean. Small charts: the band holds 5 to "
            + "95 % of the women of the arm."
        return HTMLPage.section("Time courses", [HTMLPage.caption(key)] + content)
    }

    private var tables: [Node] {
        let content = document.groups.flatMap { group -> [Node] in
            [.element("h3", [:], group.heading), table(group.endpoint, group.rows)]
        }
        return HTMLPage.section("Estimates", content)
    }

    private func table(_ endpoint: TrialEndpoint, _ rows: [TrialDocument.Row]) -> Node {
        let columns: [HTMLTable.Column] = [
            .init(title: "Arm"), .init(title: "Women", unit: "simulated", style: "number"),
            .init(title: "Simulated", unit: "95 % interval", style: "number"), .init(title: "SD", style: "number"),
            .init(title: "Published", unit: "95 % interval", style: "number"), .init(title: "Verdict"),
            .init(title: "Row", unit: "use"), .init(title: "Source", style: "source"),
        ]
        let cells = rows.flatMap { row -> [[HTMLTable.Cell]] in
            let own: [HTMLTable.Cell] = [
                .text(row.arm.name), .text("\(row.finding.women)"),
                .lines(
                    number(endpoint.text(row.finding.estimate.value)),
                    number(endpoint.text(row.finding.estimate.interval))),
                .text(row.finding.deviation.map { NumberText.significant($0, digits: 2) } ?? "–"),
            ]
            guard !row.comparisons.isEmpty else { return [own + Array(repeating: .text(""), count: 4)] }
            return row.comparisons.map { comparison in
                own + [
                    .lines(
                        number(endpoint.text(comparison.observed)),
                        comparison.interval.map { number(endpoint.text($0)) } ?? "no interval"),
                    .node(
                        .element(
                            "span", ["class": "verdict \(comparison.verdict.rawValue)"],
                            ReportTables.verdictText(comparison))),
                    .lines(comparison.observation, comparison.use.rawValue), .text(comparison.citation),
                ]
            }
        }
        return HTMLTable(columns: columns, rows: cells).node()
    }

    private func number(_ text: String) -> String { UnitText.minus(text) }
}
