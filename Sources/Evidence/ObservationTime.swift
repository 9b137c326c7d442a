/// When something was observed.
public struct ObservationTime: Sendable, Equatable {
    /// The event the clock counts from.
    public enum Origin: Sendable, Equatable {
        /// Start of the study or of the therapy, the simulation's time zero.
        case start
        /// The last dose.
        case stop
        /// The final menstrual period.
        case finalMenstrualPeriod
        /// Birth.
        case birth
        /// First day of the cycle.
        case cycle
        /// Anything else, or not said.
        case other
    }

    /// As printed; may be a span such as `3-6` or `NA`.
    public let text: String
    /// The number, where ``text`` is one.
    public let value: Double?
    /// As printed, for example `month` or `years_from_FMP`.
    public let unit: String
    /// What the clock counts from.
    public let origin: Origin
    /// ``value`` in years of 365.25 days from ``origin``; nil when the unit is no time.
    public let years: Double?

    init(text: String, unit: String) {
        self.text = text
        self.unit = unit
        value = Double(text).flatMap { $0.isFinite ? $0 : nil }
        let words = unit.replacing("_", with: " ")
        let scale = Self.yearsPerUnit[String(words.prefix { $0 != " " })]
        origin = Self.origin(of: words)
        years = origin == .other ? nil : value.flatMap { value in scale.map { value * $0 } }
    }

    private static let daysPerYear = 365.25
    private static let yearsPerUnit: [String: Double] = [
        "year": 1, "years": 1, "month": 1 / 12.0, "week": 7 / daysPerYear, "day": 1 / daysPerYear,
        "h": 1 / (24 * daysPerYear), "hour": 1 / (24 * daysPerYear), "minute": 1 / (1440 * daysPerYear),
        "age": 1, "cycle": 1 / daysPerYear,
    ]

    private static func origin(of words: String) -> Origin {
        switch words {
        case "year", "years", "month", "week", "day", "h", "hour", "minute", "year of use", "year of HRT": .start
        case "year after stop", "month after stop": .stop
        case "year from FMP", "years from FMP", "year since menopause": .finalMenstrualPeriod
        case "age year": .birth
        case "cycle day": .cycle
        default: .other
        }
    }
}
