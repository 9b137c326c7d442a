/// What a line chart shows, before it is drawn at any size.
struct Chart {
    struct Line {
        var label: String
        /// Which of the palette's colours, dashes and markers.
        var style: Int
        var times: [Double]
        var values: [Double]
    }

    /// Where most of what a line stands for lies.
    struct Band {
        var style: Int
        var times: [Double]
        var lower: [Double]
        var upper: [Double]

        init(style: Int, times: [Double], lower: [Double], upper: [Double]) {
            self.style = style
            self.times = times
            self.lower = lower
            self.upper = upper
        }

        /// The band of a series, as drawn; nil where it has none at two times.
        init?(
            style: Int, _ times: [Double], _ band: [OutputSeries.Band?],
            drawn: (OutputSeries.Band) -> ClosedRange<Double>
        ) {
            let ends = zip(times, band).compactMap { time, band in band.map { (time, drawn($0)) } }
            guard ends.count > 1 else { return nil }
            self.init(
                style: style, times: ends.map(\.0), lower: ends.map(\.1.lowerBound), upper: ends.map(\.1.upperBound))
        }
    }

    /// A published value with its interval.
    struct Point {
        var label: String
        var style: Int
        var time: Double
        var value: Double
        var interval: ClosedRange<Double>?
        /// Drawn filled: the value was used to calibrate the model.
        var calibrates: Bool
    }

    /// A level worth a line of its own.
    struct Reference {
        var value: Double
        var label: String
    }

    /// Which time axis the data need.
    enum Clock {
        case years
        case zoom(Zoom.TimeUnit)
        /// No time at all: a quantity with this name.
        case quantity(String)
    }

    /// Unique on the page; prefix of the identifiers of the drawing's title and description.
    var identifier: String
    var title: String
    /// What one sees, for those who do not see it.
    var summary: String
    /// Above the value axis, for example `% change from time zero`.
    var valueTitle: String
    var alternate: OutputSeries.AlternateUnit?
    var clock = Clock.years
    var lines: [Line]
    var bands: [Band] = []
    var points: [Point] = []
    var periods: [Period] = []
    var doses: [Double] = []
    var references: [Reference] = []
    /// The least that the axis spans, so that what hardly moves looks so.
    var leastSpan = 0.0
    /// Whether marks of nearly one time are put beside each other, at the price of not standing where they belong.
    var keepsMarksApart = true
    /// Whether the axis begins at zero when the values come anywhere near it.
    var startsAtZero = false

    /// First to last time of all lines.
    var timeRange: ClosedRange<Double> {
        let times = lines.flatMap { [$0.times.first, $0.times.last].compactMap(\.self) }.filter(\.isFinite)
        guard let first = times.min(), let last = times.max(), first < last else { return 0...1 }
        return first...last
    }

    /// Smallest and largest of everything drawn; nil when nothing is finite.
    var valueRange: ClosedRange<Double>? {
        var values = lines.flatMap(\.values) + bands.flatMap { $0.lower + $0.upper }
        values += points.flatMap { [$0.value, $0.interval?.lowerBound, $0.interval?.upperBound].compactMap(\.self) }
        let finite = values.filter(\.isFinite)
        guard let low = finite.min(), let high = finite.max() else { return nil }
        return low...high
    }

    func valueScale(ticks: Int) -> NiceScale {
        guard let range = valueRange else { return NiceScale(minimum: 0, maximum: 1, ticks: ticks) }
        var low = range.lowerBound
        var high = range.upperBound
        // A reference is shown when it is within reach, not at the price of flattening the lines.
        for reference in references
        where reference.value > low - 0.6 * (high - low)
            && reference.value < high + 0.6 * (high - low)
        {
            low = min(low, reference.value)
            high = max(high, reference.value)
        }
        if high - low < leastSpan {
            let middle = (low + high) / 2
            (low, high) = (middle - leastSpan / 2, middle + leastSpan / 2)
        }
        if startsAtZero, low > 0, low < 0.7 * high { low = 0 }
        return NiceScale(minimum: low, maximum: high, ticks: ticks)
    }
}
