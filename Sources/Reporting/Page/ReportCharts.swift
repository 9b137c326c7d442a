/// Which charts a report shows, from the names of its outputs.
enum ReportCharts {
    /// One section of charts.
    struct Group {
        var title: String
        var charts: [Chart] = []
        var panels: [Chart] = []
        /// What does not move enough to be drawn.
        var still: [OutputSeries] = []

        /// The values of ``still`` in a sentence; empty when there are none.
        var stillWords: String {
            guard !still.isEmpty else { return "" }
            let values = still.map { output in
                "\(output.label): \(NumberText.significant(output.values.last ?? .nan)) \(UnitText.pretty(output.unit))".trimmed
            }
            return "Not drawn, because it moves by less than 2 %: \(values.joined(separator: "; "))."
        }

        /// What the marks of the section's charts mean; empty when there are none.
        var key: String {
            let all = charts + panels
            let observed =
                all.contains { !$0.points.isEmpty }
                ? [
                    "Marks are published values with their 95 % interval;",
                    "filled ones calibrated the model, hollow ones did not.",
                ] : []
            let bands =
                all.contains { !$0.bands.isEmpty }
                ? ["Shaded is where nine in ten fits to equally good data would lie; assumed numbers stay where they are."] : []
            let doses = all.contains { !$0.doses.isEmpty } ? ["A small triangle on the time axis is a dose."] : []
            return (observed + bands + doses).joined(separator: " ")
        }
    }

    private static let cells = [
        "bone.osteoclasts", "bone.preosteoblasts", "bone.osteoblasts", "bone.osteocytes", "bone.sclerostin",
    ]
    private static let signals = ["bone.RANKLtoOPG", "bone.RANKL", "bone.OPG"]

    /// The sections in reading order, without empty ones.
    static func groups(_ report: RunReport) -> [Group] {
        let builder = ChartBuilder(report: report)
        let hormones = moving("Hormones", report.series.filter { $0.name.hasPrefix("serum.") }, builder.panels(of:))
        var groups = [density(builder), tScores(builder), markers(builder), hormones]
        groups += report.zooms.enumerated().map { number, zoom in
            // The values of what stays as it is stand above, among those of the whole time.
            var drawn = zoom
            drawn.series = zoom.series.filter { output in
                ([output] + zoom.without.filter { $0.name == output.name }).contains { $0.isMeasurable && $0.moves }
            }
            return Group(title: zoom.title, panels: builder.zoomPanels(drawn, number: number))
        }
        groups += [bone(builder)]
        groups.append(
            moving("Receptors", report.series.filter { $0.name.hasPrefix("receptor.") }, builder.panels(of:)))
        groups.append(
            Group(
                title: "Fractures",
                charts: builder.absolute(
                    "fracture", prefix: "fracture.", title: "Cumulative probability of fracture")))
        groups.append(
            Group(title: "Other outcomes", panels: builder.panels(of: report.series.filter(isShownOutcome))))
        groups.append(Group(title: "Other outputs", panels: builder.panels(of: report.series.filter(isOther))))
        return groups.filter { !$0.charts.isEmpty || !$0.panels.isEmpty || !$0.still.isEmpty }
    }

    /// Panels of what moves; what stays as it is, in words; nothing of what no laboratory could measure.
    private static func moving(
        _ title: String, _ series: [OutputSeries], _ panels: ([OutputSeries]) -> [Chart]
    ) -> Group {
        let measurable = series.filter(\.isMeasurable)
        return Group(
            title: title, panels: panels(measurable.filter(\.moves)), still: measurable.filter { !$0.moves })
    }

    private static func density(_ builder: ChartBuilder) -> Group {
        var group = Group(title: "Bone density")
        group.charts = builder.relative(
            "density", title: "Bone density by site, change from time zero", asChange: true, leastSpan: 1
        ) { $0.hasPrefix("density.") }
        // One site a panel keeps the marks apart when several sites were measured.
        if let overview = group.charts.first, Set(overview.points.map(\.style)).count > 1 {
            group.panels = builder.split(overview)
            group.charts[0].points = []
        }
        return group
    }

    private static func tScores(_ builder: ChartBuilder) -> Group {
        // The limits of the World Health Organization, 1994.
        Group(
            title: "T-scores",
            charts: builder.absolute(
                "tscore", prefix: "tScore.", title: "T-score by site",
                references: [
                    .init(value: -2.5, label: "osteoporosis from −2.5 down"),
                    .init(value: -1, label: "low bone mass below −1"),
                ]))
    }

    private static func markers(_ builder: ChartBuilder) -> Group {
        var group = moving(
            "Turnover markers", builder.report.series.filter { $0.name.hasPrefix("markerLevel.") },
            builder.panels(of:))
        group.charts = builder.relative(
                "markers", title: "Turnover markers, per cent of time zero", asChange: false, leastSpan: 10
            ) { $0.hasPrefix("marker.") }
        return group
    }

    private static func bone(_ builder: ChartBuilder) -> Group {
        Group(
            title: "RANKL:OPG and cells",
            charts: builder.relative(
                "rankl", title: "RANKL, OPG and their ratio, per cent of time zero", asChange: false, leastSpan: 10
            ) { signals.contains($0) }
                + builder.relative("cells", title: "Bone cells and sclerostin, per cent of time zero", asChange: false, leastSpan: 10)
            {
                cells.contains($0)
            },
            panels: builder.panels(
                of: builder.report.series.filter {
                    $0.name.hasPrefix("bone.") && !signals.contains($0.name) && !cells.contains($0.name)
                }))
    }

    /// Intervals and hazard ratios stand in tables; a chart of each would hide the rest.
    private static func isShownOutcome(_ series: OutputSeries) -> Bool {
        series.name.hasPrefix("outcome.")
            && !["Low", "High", "Relative"].contains { series.name.hasSuffix($0) }
    }

    private static func isOther(_ series: OutputSeries) -> Bool {
        let known = [
            "density.", "tScore.", "zScore.", "marker.", "markerLevel.", "serum.", "bone.", "receptor.", "fracture.",
            "outcome.",
        ]
        return !known.contains { series.name.hasPrefix($0) }
    }
}
