import Foundation

/// Simulated against observed, a mark a row, with the line on which both are the same.
struct ScatterPlot {
    struct Point {
        /// Told when the mark is pointed at.
        var label: String
        var observed: Double
        var simulated: Double
        /// Which of the palette's colours and markers.
        var style: Int
        var isFull: Bool
    }

    /// Unique on the page.
    var identifier: String
    var title: String
    var unit: String
    var points: [Point]
    /// Whether both axes are logarithmic; what is not above zero is then left out.
    var isLogarithmic: Bool

    private static let size = 432.0
    private static let left = 62.0
    private static let bottom = 364.0
    private static let top = 12.0
    private static let right = 408.0
    private static let fontSize = 13.0

    private var shown: [Point] {
        points.filter { point in
            [point.observed, point.simulated].allSatisfy { $0.isFinite && (!isLogarithmic || $0 > 0) }
        }
    }

    /// The drawing with title and description for screen readers; nil where there is nothing to draw.
    func svg() -> Node? {
        let values = shown.flatMap { [$0.observed, $0.simulated] }
        guard let low = values.min(), let high = values.max() else { return nil }
        let ticks = isLogarithmic ? Self.decades(low, high) : NiceScale(minimum: low, maximum: high, ticks: 6).ticks
        guard let first = ticks.first, let last = ticks.last, first < last else { return nil }
        func share(_ value: Double) -> Double {
            isLogarithmic ? log(value / first) / log(last / first) : (value - first) / (last - first)
        }
        func x(_ value: Double) -> Double { Self.left + share(value) * (Self.right - Self.left) }
        func y(_ value: Double) -> Double { Self.bottom - share(value) * (Self.bottom - Self.top) }
        var nodes: [Node] = ticks.flatMap { tick -> [Node] in
            let text = UnitText.minus(
                isLogarithmic ? Self.decade(tick) : NumberText.short((tick * 1e6).rounded() / 1e6))
            return [
                .line(x(tick), Self.top, x(tick), Self.bottom, "grid"),
                .line(Self.left, y(tick), Self.right, y(tick), "grid"),
                .label(text, x(tick), Self.bottom + 17, "tick", anchor: "middle"),
                .label(text, Self.left - 6, y(tick) + 4, "tick", anchor: "end"),
            ]
        }
        nodes.append(.line(x(first), y(first), x(last), y(last), "reference"))
        nodes.append(
            .label("observed\(unit)", (Self.left + Self.right) / 2, Self.bottom + 36, "axis-title", anchor: "middle"))
        let middle = (Self.top + Self.bottom) / 2
        nodes.append(
            .element(
                "text",
                [
                    "class": "axis-title", "x": "14", "y": format(middle), "text-anchor": "middle",
                    "transform": "rotate(-90 14 \(format(middle)))",
                ], "simulated\(unit)"))
        nodes += shown.map { point in
            .element(
                "g", ["class": "observed \(ChartPalette.classes(point.style))"],
                [
                    .element("title", [:], point.label),
                    .element(
                        "path",
                        [
                            "class": point.isFull ? "mark full" : "mark hollow",
                            "d": ChartPalette.mark(point.style, x: x(point.observed), y: y(point.simulated)),
                        ]),
                ])
        }
        let summary = "\(shown.count) rows, of which \(shown.count(where: \.isFull)) lie inside what is allowed."
        return .element(
            "svg",
            [
                "xmlns": "http://www.w3.org/2000/svg",
                "viewBox": "0 0 \(format(Self.size)) \(format(Self.bottom + 46))",
                "role": "img", "aria-labelledby": "\(identifier)-title \(identifier)-desc",
                "font-size": format(Self.fontSize),
            ],
            [
                .element("title", ["id": "\(identifier)-title"], title),
                .element("desc", ["id": "\(identifier)-desc"], summary),
            ] + nodes)
    }

    /// Powers of ten around a range, every other or third where there are many.
    private static func decades(_ low: Double, _ high: Double) -> [Double] {
        let first = Int(log10(low).rounded(.down))
        let last = max(first + 1, Int(log10(high).rounded(.up)))
        let step = max(1, (last - first + 5) / 6)
        return stride(from: first, through: last + step - 1, by: step).map { pow(10, Double($0)) }
    }

    private static func decade(_ tick: Double) -> String {
        (0.001...100_000).contains(tick) ? NumberText.significant(tick, digits: 1) : "1e\(Int(log10(tick).rounded()))"
    }

    private func format(_ value: Double) -> String { ChartPath.coordinate(value) }
}
