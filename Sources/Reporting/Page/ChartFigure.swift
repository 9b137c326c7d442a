/// A chart on the page: caption, drawing and the numbers behind it.
enum ChartFigure {
    /// Rows of a data table; the whole run is in `timecourse.csv`.
    private static let mostRows = 61

    /// A chart as wide as the page, with a second drawing for phones.
    static func large(_ chart: Chart) -> Node {
        figure(chart, [ChartDrawing(chart, .wide).svg(), ChartDrawing(chart, .narrow).svg()])
    }

    /// A small chart for a grid.
    static func panel(_ chart: Chart) -> Node {
        figure(chart, [ChartDrawing(chart, .panel).svg()])
    }

    private static func figure(_ chart: Chart, _ drawings: [Node]) -> Node {
        var caption: [Node] = [.text(chart.title)]
        if chart.lines.contains(where: { !$0.values.contains(where: \.isFinite) }) {
            caption.append(.element("span", ["class": "caption"], "Lines that are missing could not be computed."))
        }
        return .element("figure", [:], [.element("figcaption", [:], caption)] + drawings + [data(chart)])
    }

    private static func data(_ chart: Chart) -> Node {
        let axis: TimeAxis =
            switch chart.clock {
            case .years: .years(chart.timeRange, ticks: 7)
            case .zoom(let unit): .zoom(unit, chart.timeRange, ticks: 7)
            case .quantity(let name): .quantity(name, chart.timeRange, ticks: 7)
            }
        let times = chart.lines.first?.times ?? []
        let stride = max(1, (times.count + mostRows - 2) / (mostRows - 1))
        let indices = times.indices.filter { $0 % stride == 0 || $0 == times.count - 1 }
        let columns =
            [HTMLTable.Column(title: axis.heading, unit: axis.unit, style: "number")]
            + chart.lines.map { HTMLTable.Column(title: $0.label, unit: chart.valueTitle, style: "number") }
        let rows = indices.map { index in
            [.text(NumberText.significant(times[index] * axis.factor, digits: 4))]
                + chart.lines.map { line in
                    HTMLTable.Cell.text(
                        index < line.values.count ? NumberText.significant(line.values[index], digits: 4) : "")
                }
        }
        let thinned = stride > 1 ? ", one row in \(stride)" : ""
        return .element(
            "details", [:],
            [
                .element("summary", [:], "Data\(thinned)"),
                HTMLTable(columns: columns, rows: rows).node(),
            ])
    }
}
