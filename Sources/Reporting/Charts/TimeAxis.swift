/// A time axis with ticks at whole years, months, days or hours; or that of another quantity.
struct TimeAxis: Equatable {
    struct Tick: Equatable {
        /// In the unit of the data.
        var position: Double
        var text: String
    }

    /// Beneath the axis, for example `years since time zero`.
    let title: String
    /// For table headings: `time`, or what else is along the axis.
    var heading = "time"
    /// For table headings, for example `years`.
    let unit: String
    /// First and last time, in the unit of the data.
    let range: ClosedRange<Double>
    private(set) var ticks: [Tick]
    /// How many axis units make one data unit.
    let factor: Double

    /// An axis for data in years, in years, months or days, whichever reads best.
    static func years(_ range: ClosedRange<Double>, ticks: Int) -> TimeAxis {
        let span = range.upperBound - range.lowerBound
        if span >= 3.5 {
            return TimeAxis(range, "years", "years since time zero", factor: 1, steps: [1, 2, 5, 10, 20, 50], ticks)
        }
        if span > 0.25 {
            return TimeAxis(range, "months", "months since time zero", factor: 12, steps: [1, 2, 3, 6, 12], ticks)
        }
        return TimeAxis(
            range, "days", "days since time zero", factor: 365.25, steps: [1, 2, 7, 14, 28], ticks)
    }

    /// An axis for a close-up.
    static func zoom(_ unit: Zoom.TimeUnit, _ range: ClosedRange<Double>, ticks: Int) -> TimeAxis {
        switch unit {
        case .hours:
            TimeAxis(range, "h", "hours", factor: 1, steps: [1, 2, 3, 6, 12, 24, 48, 168], ticks)
        case .days:
            TimeAxis(range, "days", "days", factor: 1, steps: [1, 2, 7, 14, 28, 56], ticks)
        }
    }

    /// An axis for what is no time.
    static func quantity(_ name: String, _ range: ClosedRange<Double>, ticks: Int) -> TimeAxis {
        let scale = NiceScale(minimum: range.lowerBound, maximum: range.upperBound, ticks: ticks)
        var axis = TimeAxis(range, "", name, factor: 1, steps: [range.upperBound - range.lowerBound], ticks)
        axis.heading = name
        axis.ticks = scale.ticks.filter(range.contains).map { Tick(position: $0, text: scale.text($0)) }
        return axis
    }

    private init(
        _ range: ClosedRange<Double>, _ unit: String, _ title: String, factor: Double, steps: [Double], _ count: Int
    ) {
        self.range = range
        self.unit = unit
        self.title = title
        self.factor = factor
        let low = range.lowerBound * factor
        let high = range.upperBound * factor
        let largest = steps[steps.count - 1]
        // Beyond the longest step its multiples serve.
        let step =
            steps.first { (high - low) / $0 <= Double(count) }
            ?? largest * ((high - low) / largest / Double(count)).rounded(.up)
        let first = (low / step - 1e-6).rounded(.up)
        let last = (high / step + 1e-6).rounded(.down)
        ticks =
            first > last
            ? []
            : stride(from: first, through: last, by: 1).map {
                Tick(position: $0 * step / factor, text: NumberText.fixed($0 * step, decimals: step < 1 ? 2 : 0))
            }
    }
}
