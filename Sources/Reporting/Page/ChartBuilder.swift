/// Makes charts from the outputs of a report.
struct ChartBuilder {
    let report: RunReport

    /// One chart of several outputs, each in per cent of its value at time zero; none when no output fits.
    func relative(
        _ identifier: String, title: String, asChange: Bool, leastSpan: Double, where fits: (String) -> Bool
    ) -> [Chart] {
        let series = report.series.filter { fits($0.name) }
        if series.isEmpty { return [] }
        let lines = series.enumerated().map { style, output in
            let scaled = output.percentOfBaseline(asChange: asChange)
            return Chart.Line(label: output.label, style: style, times: scaled.times, values: scaled.values)
        }
        let bands = series.enumerated().compactMap { style, output in
            Chart.Band(style: style, output.times, output.band) { $0.ratio.percent(asChange: asChange) }
        }
        let points = series.enumerated().flatMap { style, output in
            self.points(of: output, style: style, quantity: .percentChange, shift: asChange ? 0 : 100)
        }
        return [
            Chart(
                identifier: identifier, title: title,
                summary: summary(lines, unit: asChange ? "% change" : "% of time zero"),
                valueTitle: asChange ? "% change from time zero" : "% of time zero", lines: lines, bands: bands, points: points,
                periods: report.treatments, references: [.init(value: asChange ? 0 : 100, label: "")],
                leastSpan: leastSpan)
        ]
    }

    /// One chart of several outputs in the unit they share; none when no output fits.
    func absolute(_ identifier: String, prefix: String, title: String, references: [Chart.Reference] = []) -> [Chart] {
        let series = report.series.filter { $0.name.hasPrefix(prefix) }
        guard let first = series.first else { return [] }
        let lines = series.enumerated().map {
            Chart.Line(label: $1.label, style: $0, times: $1.times, values: $1.values)
        }
        let points = series.enumerated().flatMap { self.points(of: $1, style: $0, quantity: .absolute, shift: 0) }
        let unit = UnitText.pretty(first.unit)
        return [
            Chart(
                identifier: identifier, title: title, summary: summary(lines, unit: unit),
                valueTitle: unit.isEmpty ? (prefix == "tScore." ? "T-score" : "probability") : unit, lines: lines,
                points: points, periods: report.treatments, references: references,
                leastSpan: prefix == "tScore." ? 0.5 : 0, startsAtZero: prefix == "fracture.")
        ]
    }

    /// One small chart for each output, in its own unit and the alternate one.
    func panels(of series: [OutputSeries]) -> [Chart] {
        series.map { output in
            var chart = single(output, identifier: "run-\(output.name)")
            chart.points = points(of: output, style: 0, quantity: .absolute, shift: 0)
            chart.periods = report.treatments
            return chart
        }
    }

    /// One small chart for each output of a close-up, with what it is without therapy where that is known.
    func zoomPanels(_ zoom: Zoom, number: Int) -> [Chart] {
        zoom.series.map { output in
            var chart = single(output, identifier: "zoom\(number)-\(output.name)")
            if let other = zoom.without.first(where: { $0.name == output.name }) {
                chart.lines[0].label = "with therapy"
                // The next dash is two styles on.
                chart.lines.append(.init(label: "without", style: 3, times: other.times, values: other.values))
                chart.summary = summary(chart.lines, unit: chart.valueTitle)
            }
            chart.clock = .zoom(zoom.timeUnit)
            chart.doses = zoom.doses
            chart.periods = zoom.periods
            return chart
        }
    }

    /// A chart of several lines as one panel a line, for the lines that have points.
    func split(_ chart: Chart) -> [Chart] {
        chart.lines.compactMap { line in
            let points = chart.points.filter { $0.style == line.style }
            if points.isEmpty { return nil }
            var panel = chart
            panel.identifier = "\(chart.identifier)-\(line.style)"
            panel.title = line.label
            panel.lines = [line]
            panel.points = points
            panel.summary = summary([line], unit: chart.valueTitle)
            return panel
        }
    }

    private func single(_ output: OutputSeries, identifier: String) -> Chart {
        let line = Chart.Line(label: output.label, style: 0, times: output.times, values: output.values)
        let unit = UnitText.pretty(output.unit)
        return Chart(
            identifier: identifier, title: output.label, summary: summary([line], unit: unit),
            valueTitle: unit.isEmpty ? (output.name.hasPrefix("receptor.") ? "fraction, 0 to 1" : "no unit") : unit,
            alternate: output.alternate, lines: [line], startsAtZero: true)
    }

    private func points(
        of output: OutputSeries, style: Int, quantity: Comparison.Quantity, shift: Double
    ) -> [Chart.Point] {
        report.comparisons
            .filter { $0.output == output.name && $0.quantity == quantity }
            .filter { quantity == .percentChange || $0.unit == output.unit }
            .map { row in
                let interval = row.interval.map {
                    ", 95 % interval \(NumberText.significant($0.lowerBound)) to \(NumberText.significant($0.upperBound))"
                }
                return Chart.Point(
                    label: "\(row.label) (\(row.observation)): observed \(NumberText.significant(row.observed)) "
                        + "\(row.unit)\(interval ?? ""), simulated \(NumberText.significant(row.simulated))",
                    style: style, time: row.time, value: row.observed + shift,
                    interval: row.interval.map { ($0.lowerBound + shift)...($0.upperBound + shift) },
                    calibrates: row.use == .calibrate)
            }
    }

    /// First, lowest, highest and last value of each line, for readers who do not see the chart.
    private func summary(_ lines: [Chart.Line], unit: String) -> String {
        lines.map { line in
            let finite = line.values.filter(\.isFinite)
            guard let first = finite.first, let last = finite.last, let low = finite.min(), let high = finite.max()
            else {
                return "\(line.label): not computed."
            }
            let n = { NumberText.significant($0) }
            return "\(line.label): from \(n(first)) to \(n(last)) \(unit), lowest \(n(low)), highest \(n(high))."
        }.joined(separator: " ")
    }
}

extension ClosedRange<Double> {
    /// Ratios in per cent, or as changes from one in per cent.
    fileprivate func percent(asChange: Bool) -> ClosedRange<Double> {
        let shift = asChange ? 100.0 : 0
        return (100 * lowerBound - shift)...(100 * upperBound - shift)
    }
}
