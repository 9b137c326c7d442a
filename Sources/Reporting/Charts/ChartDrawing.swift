/// Draws a chart as SVG. Colours are classes that the page's style sheet fills for light and dark.
struct ChartDrawing {
    let chart: Chart
    let geometry: ChartGeometry

    init(_ chart: Chart, _ format: ChartFormat) {
        self.chart = chart
        geometry = ChartGeometry(chart, format)
    }

    /// The drawing with title and description for screen readers.
    func svg() -> Node {
        let name = "\(chart.identifier)-\(geometry.format.rawValue)"
        return .element(
            "svg",
            [
                "xmlns": "http://www.w3.org/2000/svg", "class": geometry.format.rawValue,
                "viewBox": "0 0 \(format(geometry.width)) \(format(geometry.height))", "role": "img",
                "aria-labelledby": "\(name)-title \(name)-desc", "font-size": format(geometry.format.fontSize),
            ],
            [
                .element("title", ["id": "\(name)-title"], chart.title),
                .element("desc", ["id": "\(name)-desc"], chart.summary),
                .element("g", ["class": "periods"], periods()),
                .element("g", ["class": "axes"], valueAxis() + timeAxis()),
                .element("g", ["class": "bands"], bands()),
                .element("g", ["class": "lines"], lines()),
                .element("g", ["class": "observed"], points()),
                .element("g", ["class": "names"], referenceLabels() + names()),
            ])
    }

    // MARK: Axes

    private func valueAxis() -> [Node] {
        var nodes: [Node] = geometry.scale.ticks.flatMap { tick -> [Node] in
            let y = geometry.y(tick)
            return [
                .line(geometry.left, y, geometry.right, y, "grid"),
                .label(geometry.scale.text(tick), geometry.left - 6, y + 4, "tick", anchor: "end"),
            ]
        }
        for reference in chart.references
        where (geometry.scale.lower...geometry.scale.upper).contains(reference.value) {
            let y = geometry.y(reference.value)
            nodes.append(.line(geometry.left, y, geometry.right, y, "reference"))
        }
        nodes.append(.label(chart.valueTitle, 2, geometry.top - 10, "axis-title"))
        if let alternate = chart.alternate, let scale = geometry.alternateScale {
            let tolerance = 1e-9 * (scale.upper - scale.lower)
            let low = geometry.scale.lower * alternate.factor - tolerance
            let high = geometry.scale.upper * alternate.factor + tolerance
            for tick in scale.ticks where tick >= low && tick <= high {
                let y = geometry.y(tick / alternate.factor)
                nodes.append(.line(geometry.right, y, geometry.right + 4, y, "tick-mark"))
                nodes.append(.label(scale.text(tick), geometry.right + 7, y + 4, "tick"))
            }
            nodes.append(
                .label(
                    UnitText.pretty(alternate.unit), geometry.width - 2, geometry.top - 10, "axis-title", anchor: "end")
            )
        }
        return nodes
    }

    /// Drawn after the lines, which would strike them through.
    private func referenceLabels() -> [Node] {
        chart.references.filter {
            !$0.label.isEmpty && (geometry.scale.lower...geometry.scale.upper).contains($0.value)
        }
        .map { Node.label($0.label, geometry.left + 6, geometry.y($0.value) - 5, "tick halo") }
    }

    private func timeAxis() -> [Node] {
        var nodes = [Node.line(geometry.left, geometry.bottom, geometry.right, geometry.bottom, "axis")]
        for tick in geometry.timeAxis.ticks {
            let x = geometry.x(tick.position)
            nodes.append(.line(x, geometry.bottom, x, geometry.bottom + 4, "tick-mark"))
            nodes.append(.label(tick.text, x, geometry.bottom + 17, "tick", anchor: "middle"))
        }
        let middle = (geometry.left + geometry.right) / 2
        nodes.append(.label(geometry.timeAxis.title, middle, geometry.bottom + 33, "axis-title", anchor: "middle"))
        for dose in chart.doses where geometry.timeAxis.range.contains(dose) {
            let x = geometry.x(dose)
            let y = geometry.bottom
            nodes.append(
                .element(
                    "path",
                    [
                        "class": "dose",
                        "d": "M\(format(x)) \(format(y - 9))L\(format(x - 4)) \(format(y - 1))"
                            + "L\(format(x + 4)) \(format(y - 1))Z",
                    ],
                    [.element("title", [:], "dose")]))
        }
        return nodes
    }

    private func periods() -> [Node] {
        geometry.lanes.bars.flatMap { bar -> [Node] in
            let y = geometry.top - 24 - Double(geometry.lanes.count - bar.lane) * ChartGeometry.laneHeight
            return [
                rectangle(bar.from, geometry.top, bar.to - bar.from, geometry.bottom - geometry.top, "shade"),
                rectangle(bar.from, y, bar.to - bar.from, ChartGeometry.laneHeight - 3, "lane"),
                .label(
                    bar.text, bar.textStart, y + 11, "lane-name", size: geometry.format.fontSize - 1,
                    tooltip: bar.period.label),
            ]
        }
    }

    // MARK: Data

    private func bands() -> [Node] {
        chart.bands.map { band in
            let there = zip(band.times, band.upper).filter { $1.isFinite }
            let back = zip(band.times, band.lower).filter { $1.isFinite }.reversed()
            let outline = (there + back).map { "\(format(geometry.x($0))) \(format(geometry.y($1)))" }
            return .element(
                "path",
                ["class": "band \(ChartPalette.classes(band.style))", "d": "M\(outline.joined(separator: "L"))Z"])
        }
    }

    private func lines() -> [Node] {
        chart.lines.map { line in
            let points = zip(line.times, line.values).map { (x: geometry.x($0), y: geometry.y($1)) }
            return .element(
                "path", ["class": "line \(ChartPalette.classes(line.style))", "d": ChartPath.data(points)])
        }
    }

    private func points() -> [Node] {
        // 36 months and 3 years may differ in the last bit.
        let slack = 1e-6
        let range = (geometry.timeAxis.range.lowerBound - slack)...(geometry.timeAxis.range.upperBound + slack)
        let shown = chart.points.filter { range.contains($0.time) && $0.value.isFinite }
        let shifts =
            chart.keepsMarksApart
            ? LabelSpacing.dodge(shown.map { geometry.x($0.time) }, distance: 9) : shown.map { _ in 0 }
        return zip(shown, shifts).map { point, shift in
            // Marks at the very end stay on the drawing.
            let x = min(geometry.x(point.time) + shift, geometry.width - 6)
            var nodes: [Node] = [.element("title", [:], point.label)]
            if let interval = point.interval {
                let low = geometry.y(interval.lowerBound)
                let high = geometry.y(interval.upperBound)
                nodes.append(.line(x, low, x, high, "bar"))
                nodes.append(.line(x - 4, low, x + 4, low, "bar"))
                nodes.append(.line(x - 4, high, x + 4, high, "bar"))
            }
            let mark = ChartPalette.mark(point.style, x: x, y: geometry.y(point.value))
            nodes.append(.element("path", ["class": point.calibrates ? "mark full" : "mark hollow", "d": mark]))
            return .element("g", ["class": ChartPalette.classes(point.style)], nodes)
        }
    }

    private func names() -> [Node] {
        geometry.format.namesLinesDirectly ? directNames() : legendNames()
    }

    private func directNames() -> [Node] {
        guard chart.lines.count > 1 else { return [] }
        let ends = chart.lines.map { line in
            line.values.last(where: \.isFinite).map(geometry.y) ?? geometry.bottom
        }
        let places = LabelSpacing.spread(ends, distance: 16, within: geometry.top...geometry.bottom)
        let room = geometry.width - geometry.right - 26
        return zip(chart.lines, zip(ends, places)).flatMap { line, place -> [Node] in
            let (end, y) = place
            let style = ChartPalette.classes(line.style)
            let leader =
                "M\(format(geometry.right + 2)) \(format(end))L\(format(geometry.right + 8)) \(format(y))"
                + "L\(format(geometry.right + 20)) \(format(y))"
            return [
                .element("path", ["class": "leader \(style)", "d": leader]),
                .label(
                    TextMetrics.fitted(line.label, geometry.format.fontSize, room: room), geometry.right + 25, y + 4,
                    "name", tooltip: line.label),
            ]
        }
    }

    private func legendNames() -> [Node] {
        geometry.legend.entries.flatMap { entry -> [Node] in
            let y = geometry.bottom + 42 + (Double(entry.row) + 0.5) * ChartLegend.rowHeight
            let style = ChartPalette.classes(chart.lines[entry.index].style)
            return [
                .line(entry.x, y, entry.x + ChartLegend.swatch, y, "leader \(style)"),
                .label(entry.label, entry.x + ChartLegend.swatch + 6, y + 4, "name"),
            ]
        }
    }

    // MARK: Primitives

    private func format(_ value: Double) -> String { ChartPath.coordinate(value) }

    private func rectangle(_ x: Double, _ y: Double, _ width: Double, _ height: Double, _ style: String) -> Node {
        .element(
            "rect",
            ["class": style, "x": format(x), "y": format(y), "width": format(width), "height": format(height)])
    }
}
