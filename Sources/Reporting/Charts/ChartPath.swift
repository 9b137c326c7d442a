/// Turns values into SVG path data.
enum ChartPath {
    /// A path through the points that breaks where a coordinate is not finite.
    ///
    /// Where there are more than two points a pixel, only the lowest and highest of each pixel are kept, in their
    /// order: the drawing looks the same and daily values over ten years stay small.
    static func data(_ points: [(x: Double, y: Double)]) -> String {
        var output = ""
        var pen = false
        for point in thinned(points) {
            guard point.x.isFinite, point.y.isFinite else {
                pen = false
                continue
            }
            output += "\(pen ? "L" : "M")\(coordinate(point.x)) \(coordinate(point.y))"
            pen = true
        }
        return output
    }

    /// A coordinate with one decimal, which is finer than any screen; what is far off the drawing stays off it.
    static func coordinate(_ value: Double) -> String {
        let farthest = 1e5
        let tenths = value.isNaN ? 0 : Int((min(max(value, -farthest), farthest) * 10).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(Double(tenths) / 10)"
    }

    private static func thinned(_ points: [(x: Double, y: Double)]) -> [(x: Double, y: Double)] {
        guard let first = points.first?.x, let last = points.last?.x, first.isFinite, last.isFinite,
            Double(points.count) > 2 * (last - first)
        else { return points }
        var kept: [(x: Double, y: Double)] = []
        var start = 0
        while start < points.count {
            let pixel = points[start].x.rounded(.down)
            var end = start
            while end < points.count, points[end].x.rounded(.down) == pixel { end += 1 }
            kept += extremes(points[start..<max(end, start + 1)])
            start = max(end, start + 1)
        }
        return kept
    }

    private static func extremes(_ points: ArraySlice<(x: Double, y: Double)>) -> [(x: Double, y: Double)] {
        guard points.count > 2, points.allSatisfy(\.y.isFinite) else { return Array(points) }
        let indices = points.indices
        guard let low = indices.min(by: { points[$0].y < points[$1].y }),
            let high = indices.max(by: { points[$0].y < points[$1].y })
        else { return [] }
        return low == high ? [points[low]] : [points[min(low, high)], points[max(low, high)]]
    }
}
