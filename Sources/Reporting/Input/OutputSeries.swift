/// One output of the simulation over time.
public struct OutputSeries: Sendable, Equatable {
    /// Another unit the reader may be used to.
    public struct AlternateUnit: Sendable, Equatable {
        public var unit: String
        /// Number of alternate units in one unit of the series, for example 3.671 pmol/L in 1 pg/mL of estradiol.
        public var factor: Double

        public init(unit: String, factor: Double) {
            self.unit = unit
            self.factor = factor
        }
    }

    /// The output's name, prefix included, for example `density.lumbarSpine`.
    public var name: String
    /// For people, for example `Lumbar spine`.
    public var label: String
    /// Unit of ``values``; empty or `1` when there is none.
    public var unit: String
    public var alternate: AlternateUnit?
    /// Years since time zero, or the zoom's own unit; ascending.
    public var times: [Double]
    /// As many as ``times``; NaN where the output could not be computed.
    public var values: [Double]
    /// Between which values the output lies for what a fit leaves open, and the same over the value at time zero; as many as
    /// ``times``, or empty.
    public var band: [Band?] = []

    /// A band at one time.
    public struct Band: Sendable, Equatable {
        /// In the unit of the series.
        public var value: ClosedRange<Double>
        /// Over the value at time zero.
        public var ratio: ClosedRange<Double>

        public init(value: ClosedRange<Double>, ratio: ClosedRange<Double>) {
            self.value = value
            self.ratio = ratio
        }
    }

    /// - Precondition: as many times as values.
    public init(
        name: String, label: String, unit: String, alternate: AlternateUnit? = nil, times: [Double], values: [Double]
    ) {
        precondition(times.count == values.count, "\(name): \(times.count) times, \(values.count) values")
        self.name = name
        self.label = label
        self.unit = unit
        self.alternate = alternate
        self.times = times
        self.values = values
    }

    /// Value at time zero; NaN when there is none.
    public var baseline: Double { values.first ?? .nan }

    /// Whether it moves by more than a fiftieth of its size, so that a chart of it shows something.
    var moves: Bool {
        let finite = values.filter(\.isFinite)
        // What could not be computed is said so, not passed over.
        guard let low = finite.min(), let high = finite.max() else { return true }
        return high - low > 0.02 * max(abs(low), abs(high))
    }

    /// Whether any laboratory could tell it from nothing.
    var isMeasurable: Bool { values.contains { !(abs($0) < 1e-3) } }

    /// The series as per cent of its value at time zero; NaN throughout when that is zero or missing.
    func percentOfBaseline(asChange: Bool) -> OutputSeries {
        let base = baseline == 0 ? Double.nan : baseline
        var copy = self
        copy.unit = "%"
        copy.alternate = nil
        copy.values = values.map { 100 * $0 / base - (asChange ? 100 : 0) }
        return copy
    }
}

/// A close-up of a short stretch, such as one day under a daily dose or one cycle.
public struct Zoom: Sendable, Equatable {
    /// Unit of the close-up's time axis.
    public enum TimeUnit: String, Sendable {
        case hours = "h"
        case days = "day"
    }

    /// For example `One day, month 36`.
    public var title: String
    public var timeUnit: TimeUnit
    /// Times in ``timeUnit`` since the beginning of the close-up.
    public var series: [OutputSeries]
    /// The same outputs of the same woman without her therapy; empty where there is nothing to set beside.
    public var without: [OutputSeries]
    /// When doses are taken, in ``timeUnit``.
    public var doses: [Double]
    /// Named stretches, for example days on progesterone, in ``timeUnit``.
    public var periods: [Period]

    public init(
        title: String, timeUnit: TimeUnit, series: [OutputSeries], without: [OutputSeries] = [],
        doses: [Double] = [], periods: [Period] = []
    ) {
        self.title = title
        self.timeUnit = timeUnit
        self.series = series
        self.without = without
        self.doses = doses
        self.periods = periods
    }
}
