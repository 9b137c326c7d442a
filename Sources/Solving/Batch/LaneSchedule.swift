import Modeling

/// Events ordered for both ways of integrating: one by one, and as days that repeat.
package struct LaneSchedule: Sendable {
    /// What is taken on one day, and when on that day.
    struct Pattern: Hashable, Sendable {
        let doses: [Moment]
        let changes: [Change]

        struct Moment: Hashable, Sendable {
            /// Days since the pattern's start.
            let offset: Double
            let doses: [LaneEvent.Dose]
        }

        struct Change: Hashable, Sendable {
            let offset: Double
            let change: LaneEvent.Change
        }
    }

    /// Days with the same pattern, one after another.
    private struct Days: Sendable {
        let first: Int
        var count: Int
        let pattern: Pattern

        var end: Int { first + count }
    }

    /// Windows of equal length and the same doses, one after another.
    struct Stretch: Sendable {
        let start: Double
        let length: Double
        let count: Int
        let doses: [Pattern.Moment]
        /// What changes at the start of the first.
        let change: LaneEvent.Change

        var end: Double { start + length * Double(count) }
        var key: Key { Key(length: length, doses: doses) }

        struct Key: Hashable {
            let length: Double
            let doses: [Pattern.Moment]
        }
    }

    package let events: [LaneEvent]
    /// Whether something happens that lanes do not follow.
    let needsReference: Bool
    private let days: [Days]

    package init(_ events: [LaneEvent]) {
        self.events = events
        needsReference = events.contains(where: \.needsReference)
        var days: [Days] = []
        var index = 0
        while index < events.count {
            let day = Self.day(of: events[index])
            var doses: [Pattern.Moment] = []
            var changes: [Pattern.Change] = []
            while index < events.count, Self.day(of: events[index]) == day {
                let event = events[index]
                // Rounded so that the same hour of another day is the same pattern.
                let offset = max(((event.time - Double(day)) * Self.finest).rounded() / Self.finest, 0)
                if !event.change.isEmpty { changes.append(.init(offset: offset, change: event.change)) }
                if !event.doses.isEmpty { doses.append(.init(offset: offset, doses: event.doses)) }
                index += 1
            }
            let pattern = Pattern(doses: doses, changes: changes)
            if changes.isEmpty, let last = days.last, last.end == day, last.pattern == pattern {
                days[days.count - 1].count += 1
            } else {
                days.append(Days(first: day, count: 1, pattern: pattern))
            }
        }
        self.days = days
    }

    /// Fractions of a day that are told apart, about a tenth of a millisecond.
    private static let finest = 1e9
    /// Days by which times may differ and still be the same moment.
    static let slack = 1 / finest

    /// The day an event belongs to; one meant for midnight does not fall to the day before by rounding.
    private static func day(of event: LaneEvent) -> Int { Int((event.time + 2 * slack).rounded(.down)) }

    /// The windows of a span: whole days where nothing but doses happens, parts of a day elsewhere. The last whole day
    /// may reach past the span, so that what is averaged is a day.
    func stretches(in span: ClosedRange<Double>) -> [Stretch] {
        var result: [Stretch] = []
        var time = span.lowerBound
        func quiet(until end: Double) {
            // Whole days first, then what is left.
            let whole = Int((end - time + 1e-9).rounded(.down))
            if whole > 0 {
                result.append(Stretch(start: time, length: 1, count: whole, doses: [], change: .init()))
                time = end - (time + Double(whole)) < 1e-9 ? end : time + Double(whole)
            }
            if time < end {
                result.append(Stretch(start: time, length: end - time, count: 1, doses: [], change: .init()))
                time = end
            }
        }
        for run in days where Double(run.end) > span.lowerBound && Double(run.first) < span.upperBound {
            if Double(run.first) > time { quiet(until: Double(run.first)) }
            var first = run.first
            if Double(first) < time || !run.pattern.changes.isEmpty {
                first = run.pattern.changes.isEmpty ? Int(time.rounded(.up)) : run.end
                for day in run.first..<min(first, run.end) { broken(day, run.pattern, span, &time, &result) }
            }
            let count = min(run.end, Int(span.upperBound.rounded(.up))) - first
            if count > 0 {
                result.append(Stretch(start: time, length: 1, count: count, doses: run.pattern.doses, change: .init()))
                time = min(Double(first + count), span.upperBound)
            }
        }
        if time < span.upperBound { quiet(until: span.upperBound) }
        return result
    }

    /// A day that is cut by a change or by the span's ends.
    private func broken(
        _ day: Int, _ pattern: Pattern, _ span: ClosedRange<Double>, _ time: inout Double, _ result: inout [Stretch]
    ) {
        let end = min(Double(day + 1), span.upperBound)
        guard end > time else { return }
        // Offsets are rounded, so that what happens when a part begins may seem to happen just before it.
        func isWithin(_ offset: Double, _ from: Double, _ to: Double) -> Bool {
            let at = Double(day) + offset
            return from - Self.slack <= at && at < to - Self.slack
        }
        func begins(_ offset: Double, _ part: Double) -> Bool { abs(Double(day) + offset - part) <= Self.slack }
        let cuts = Set(pattern.changes.map(\.offset)).sorted()
            .filter { isWithin($0, time, end) && !begins($0, time) }.map { Double(day) + $0 }
        for (from, to) in zip([time] + cuts, cuts + [end]) {
            let doses = pattern.doses.filter { isWithin($0.offset, from, to) }
                .map { Pattern.Moment(offset: max(Double(day) + $0.offset - from, 0), doses: $0.doses) }
            let change = pattern.changes.filter { begins($0.offset, from) }
                .reduce(LaneEvent.Change()) { $0 + $1.change }
            result.append(Stretch(start: from, length: to - from, count: 1, doses: doses, change: change))
        }
        time = end
    }
}
