import Foundation

/// Estimates with their intervals on one axis, a line each.
struct ForestPlot {
    struct Entry {
        /// Empty for what belongs to the entry above.
        var label: String
        /// Beside the mark, for example `+4.2 (3.8 to 4.6)`.
        var text: String
        var value: Double
        var interval: ClosedRange<Double>?
        /// Which of the palette's colours and markers.
        var style: Int
        var isFull: Bool
    }

    /// Unique on the page.
    var identifier: String
    var title: String
    var unit: String
    var entries: [Entry]
    /// Where nothing has changed.
    var neutral: Double
    /// Whether the axis is that of ratios.
    var isLogarithmic: Bool

    private static let width = 960.0
    private static let left = 250.0
    private static let right = 620.0
    private static let rowHeight = 24.0
    private static let top = 12.0
    private static let fontSize = 13.0

    /// The drawing with title and description for screen readers.
    func svg() -> Node {
        let bottom = Self.top + Double(entries.count) * Self.rowHeight
        let ticks = ticks
        let x = scale(ticks)
        var nodes: [Node] = ticks.flatMap { tick -> [Node] in
            [
                .line(x(tick), Self.top, x(tick), bottom, "grid"),
                .label(number(tick), x(tick), bottom + 17, "tick", anchor: "middle"),
            ]
        }
        nodes.append(.line(Self.left, bottom, Self.right, bottom, "axis"))
        nodes.append(.label(unit, (Self.left + Self.right) / 2, bottom + 34, "axis-title", anchor: "middle"))
        if let first = ticks.first, let last = ticks.last, (first...last).contains(neutral) {
            nodes.append(.line(x(neutral), Self.top, x(neutral), bottom, "reference"))
        }
        for (row, entry) in entries.enumerated() {
            nodes += self.row(entry, at: Self.top + (Double(row) + 0.5) * Self.rowHeight, x)
        }
        let summary = entries.map { "\($0.label) \($0.text)" }.joined(separator: "; ")
        return .element(
            "svg",
            [
                "xmlns": "http://www.w3.org/2000/svg", "class": "forest",
                "viewBox": "0 0 \(format(Self.width)) \(format(bottom + 42))", "role": "img",
                "aria-labelledby": "\(identifier)-title \(identifier)-desc", "font-size": format(Self.fontSize),
            ],
            [
                .element("title", ["id": "\(identifier)-title"], title),
                .element("desc", ["id": "\(identifier)-desc"], summary),
            ] + nodes)
    }

    private func row(_ entry: Entry, at y: Double, _ x: (Double) -> Double) -> [Node] {
        var nodes: [Node] = []
        let label = TextMetrics.fitted(entry.label, Self.fontSize, room: Self.left - 16)
        nodes.append(.label(label, 2, y + 4, entry.isFull && entry.style == 0 ? "strong" : "name"))
        nodes.append(.label(entry.text, Self.right + 14, y + 4, "name"))
        guard entry.value.isFinite else { return nodes }
        var drawn: [Node] = []
        if let interval = entry.interval {
            let (low, high) = (x(interval.lowerBound), x(interval.upperBound))
            drawn += [
                .line(low, y, high, y, "bar"), .line(low, y - 4, low, y + 4, "bar"),
                .line(high, y - 4, high, y + 4, "bar"),
            ]
        }
        let mark = ChartPalette.mark(entry.style, x: x(entry.value), y: y)
        drawn.append(.element("path", ["class": entry.isFull ? "mark full" : "mark hollow", "d": mark]))
        nodes.append(.element("g", ["class": "observed \(ChartPalette.classes(entry.style))"], drawn))
        return nodes
    }

    /// Everything that has to be on the axis.
    private var range: ClosedRange<Double> {
        let values =
            entries.flatMap { [$0.value, $0.interval?.lowerBound, $0.interval?.upperBound].compactMap(\.self) } + [
                neutral
            ]
        let finite = values.filter { $0.isFinite && (!isLogarithmic || $0 > 0) }
        return (finite.min() ?? 0)...(finite.max() ?? 1)
    }

    private var ticks: [Double] {
        guard isLogarithmic else {
            return NiceScale(minimum: range.lowerBound, maximum: range.upperBound, ticks: 6).ticks
        }
        let nice = [0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 1, 1.4, 2, 3, 5, 10, 20, 50, 100]
        let low = nice.last { $0 <= range.lowerBound } ?? 0.01
        let high = nice.first { $0 >= range.upperBound } ?? 100
        return nice.filter { (low...high).contains($0) }
    }

    /// Where a value stands; what is off the axis stands at its end.
    private func scale(_ ticks: [Double]) -> (Double) -> Double {
        let logarithmic = isLogarithmic
        func position(_ value: Double) -> Double { logarithmic ? log(max(value, 1e-9)) : value }
        let (low, high) = (position(ticks.first ?? 0), position(ticks.last ?? 1))
        return { value in
            let share = high > low ? (position(value) - low) / (high - low) : 0.5
            return Self.left + min(max(share, 0), 1) * (Self.right - Self.left)
        }
    }

    private func number(_ tick: Double) -> String {
        UnitText.minus(isLogarithmic ? NumberText.short(tick) : NumberText.short((tick * 1e6).rounded() / 1e6))
    }

    private func format(_ value: Double) -> String { ChartPath.coordinate(value) }
}
