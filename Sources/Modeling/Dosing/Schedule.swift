/// Doses, infusions, device wear and changes, expanded into events.
public struct Schedule: Sendable {
    private var actions: [(time: Double, action: Event.Action)] = []
    private var infusions: [Intake.Flow] = []

    public init() {}

    /// One dose, in base units, at a time in days.
    public mutating func dose(_ amount: Double, port: String, at time: Double) {
        actions.append((time, .dose(port: port, amount: amount)))
    }

    /// A dose at every `interval` days from `start` until before `end`, on the days of `pattern` if there is one.
    public mutating func doses(
        _ amount: Double, port: String, every interval: Double, from start: Double, until end: Double,
        on pattern: DayPattern? = nil
    ) {
        precondition(interval > 0)
        var index = 0
        while true {
            // Multiplying, not adding up, keeps the ten-thousandth dose on its day.
            let elapsed = Double(index) * interval
            guard start + elapsed < end - 1e-9 else { return }
            if pattern?.contains(elapsed) ?? true { dose(amount, port: port, at: start + elapsed) }
            index += 1
        }
    }

    /// A constant input, in base units per day, through a control; several at once add up.
    public mutating func infuse(_ rate: Double, control: String, from start: Double, until end: Double) {
        infusions.append(Intake.Flow(.control(control), rate: rate, from: start, until: end))
    }

    /// A constant input on the days of a pattern.
    public mutating func infuse(
        _ rate: Double, control: String, from start: Double, until end: Double, on pattern: DayPattern
    ) {
        var cycle = start
        while cycle < end {
            let first = cycle + Double(pattern.first - 1)
            let last = min(cycle + Double(pattern.last), end)
            if first < last { infuse(rate, control: control, from: first, until: last) }
            cycle += Double(pattern.cycleLength)
        }
    }

    /// A control takes a value, in base units, from a time on.
    public mutating func set(_ control: String, to value: Double, at time: Double) {
        actions.append((time, .set(control: control, value: value)))
    }

    /// A parameter takes a value, in base units, from a time on.
    public mutating func change(parameter: String, to value: Double, at time: Double) {
        actions.append((time, .change(parameter: parameter, value: value)))
    }

    /// Everything as events in time order, simultaneous actions together in the order they were added.
    ///
    /// - Parameter lag: for a port, the days from taking a dose to its arrival.
    public func events(lag: (String) throws -> Double) rethrows -> [Event] {
        let timed = try actions.map { time, action -> (time: Double, action: Event.Action) in
            if case .dose(let port, _) = action { return (time + (try lag(port)), action) }
            return (time, action)
        }
        return Event.inOrder(timed + Intake.Flow.actions(infusions))
    }
}
