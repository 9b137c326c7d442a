/// Bars above a chart that name each treatment over its time, stacked so that neither bars nor names overlap.
struct TreatmentLanes {
    struct Bar: Equatable {
        var period: Period
        var lane: Int
        var from: Double
        var to: Double
        /// The name, shortened where the chart is too narrow.
        var text: String
        var textStart: Double
    }

    let bars: [Bar]
    var count: Int { (bars.map(\.lane).max() ?? -1) + 1 }

    /// - Parameters:
    ///   - range: times of the chart; what lies outside is cut off or left out.
    ///   - left: x of the range's beginning, pixels.
    ///   - right: x of its end, pixels.
    init(_ periods: [Period], range: ClosedRange<Double>, from left: Double, to right: Double, fontSize: Double) {
        let scale = (right - left) / (range.upperBound - range.lowerBound)
        var bars: [Bar] = []
        var occupied: [Double] = []
        for period in periods.sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) {
            let start = max(period.start, range.lowerBound)
            let end = min(period.end, range.upperBound)
            guard start <= end else { continue }
            let from = left + (start - range.lowerBound) * scale
            let to = max(from + 2, left + (end - range.lowerBound) * scale)
            let text = TextMetrics.fitted(period.label, fontSize, room: right - left - 10)
            let width = TextMetrics.width(text, fontSize) + 8
            // A name longer than its bar runs on to the right, or ends at the chart's edge.
            let textStart = min(from + 5, max(left + 5, right - width))
            let begin = min(from, textStart - 5)
            let lane = occupied.firstIndex { $0 <= begin } ?? occupied.count
            let reach = max(to, textStart + width) + 4
            if lane == occupied.count { occupied.append(reach) } else { occupied[lane] = reach }
            bars.append(Bar(period: period, lane: lane, from: from, to: to, text: text, textStart: textStart))
        }
        self.bars = bars
    }
}
