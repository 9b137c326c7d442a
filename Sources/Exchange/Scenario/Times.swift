import Symbolics

/// A unit in which times are said.
private struct TimeWord {
    let name: String
    let days: Double

    static let year = TimeWord(name: "year", days: Unit.daysPerYear)
    static let month = TimeWord(name: "month", days: Unit.daysPerYear / 12)
    static let week = TimeWord(name: "week", days: 7)
    static let day = TimeWord(name: "day", days: 1)
    static let hour = TimeWord(name: "hour", days: 1.0 / 24)
    static let minute = TimeWord(name: "minute", days: 1.0 / 1_440)
}

/// The count of the largest unit that goes into the time without a rest, or else the time in `fallback`.
private func whole(_ days: Double, fallback: TimeWord) -> (count: Double, name: String) {
    for unit in days < 1 ? [TimeWord.hour, .minute] : [.year, .month, .week, .day] {
        let count = days / unit.days
        if count >= 0.5, abs(count - count.rounded()) < 1e-6 { return (count.rounded(), unit.name) }
    }
    return ((days / fallback.days * 100).rounded() / 100, fallback.name)
}

/// A point in time: `the start`, `year 3`, `month 18`, `day 10`.
func moment(_ days: Double) -> String {
    if days == 0 { return "the start" }
    let (count, name) = whole(days, fallback: days < 1 ? .hour : days < Unit.daysPerYear ? .day : .year)
    return "\(name) \(digits(count))"
}

/// A length of time: `3 years`, `1 month`, `12 hours`.
func span(_ days: Double) -> String {
    let (count, name) = whole(days, fallback: days < 1 ? .hour : .day)
    return "\(digits(count)) \(name)\(count == 1 ? "" : "s")"
}

/// How often: `every day`, `every 3 months`.
func every(_ days: Double) -> String {
    let length = span(days)
    return "every \(length.hasPrefix("1 ") ? String(length.dropFirst(2)) : length)"
}

/// From when to when: `from the start to year 3`.
func period(from: Double, until: Double) -> String { "from \(moment(from)) to \(moment(until))" }
