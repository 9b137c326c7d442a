/// The days of a repeating cycle on which a medicine is taken, counted from the day the treatment begins.
///
/// Written `1-12 of 28`: taken on days 1 to 12, both included, of every 28.
public struct DayPattern: Hashable, Sendable {
    public let first: Int
    public let last: Int
    public let cycleLength: Int

    /// Nil unless 1 ≤ first ≤ last ≤ cycle length, and the cycle is no longer than 366 days.
    public init?(first: Int, last: Int, of cycleLength: Int) {
        guard 1 <= first, first <= last, last <= cycleLength, cycleLength <= Self.longestCycle else { return nil }
        self.first = first
        self.last = last
        self.cycleLength = cycleLength
    }

    /// The longest cycle that is believable, in days.
    public static let longestCycle = 366

    /// Whether a time since the start of the treatment, in days, falls on a day of the pattern.
    public func contains(_ time: Double) -> Bool {
        // A dose meant for a day's first instant must not fall to the day before by rounding.
        let day = Int((time + 1e-9).rounded(.down)) % cycleLength + 1
        return first <= day && day <= last
    }

    /// Whether the two patterns share a day when the other begins `days` later.
    public func meets(_ other: DayPattern, startingLaterBy days: Double) -> Bool {
        guard cycleLength == other.cycleLength else { return true }
        let length = Double(cycleLength)
        let shift = days - (days / length).rounded(.down) * length
        return [shift - length, shift].contains { offset in
            Double(first - 1) < Double(other.last) + offset && Double(other.first - 1) + offset < Double(last)
        }
    }
}

extension DayPattern: CustomStringConvertible {
    /// As it is written in a scenario: `1-12 of 28`.
    public var description: String { "\(first)-\(last) of \(cycleLength)" }
}
