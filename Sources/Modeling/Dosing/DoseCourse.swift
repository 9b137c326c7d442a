/// What one person is given over time: doses as they are taken, resets, steady states and changes.
///
/// It becomes events once the lags of a model are known. At one moment a reset comes first, then steady states, then
/// doses, then changes, each kind in the order it was added.
public struct DoseCourse: Sendable {
    /// Something that is done.
    public enum Act: Sendable {
        /// Everything returns to its beginning; what flows in, or is still to arrive, is gone.
        case reset
        case dose(Intake)
        /// As if the dose had been taken at this interval, in days, for ever, the next one being due now.
        ///
        /// Unless it is added to what is there, all that was given before is gone, on its way too.
        case steadyState(Intake, every: Double, isAdded: Bool)
        /// Controls and parameters take values.
        case change([Event.Action])

        fileprivate var rank: Int {
            switch self {
            case .reset: 0
            case .steadyState: 1
            case .dose: 2
            case .change: 3
            }
        }
    }

    private var acts: [(time: Double, act: Act)] = []

    public init() {}

    /// Adds what is done at a time, in days.
    public mutating func add(_ act: Act, at time: Double) { acts.append((time, act)) }

    /// Everything as events in time order; changes follow doses of their moment in an event of their own.
    ///
    /// - Parameters:
    ///   - states: those that take part in steady states; nil for all.
    ///   - lag: for a port, the days from taking a dose to its arrival.
    public func events(steady states: Set<String>? = nil, lag: (String) throws -> Double) rethrows -> [Event] {
        var arrivals = Arrivals(states: states, controls: controls)
        let order = acts.indices.sorted { a, b in
            (acts[a].time, acts[a].act.rank, a) < (acts[b].time, acts[b].act.rank, b)
        }
        for index in order { try arrivals.take(acts[index].act, at: acts[index].time, lag: lag) }
        return arrivals.events
    }

    /// Controls by which anything flows in.
    private var controls: [String] {
        var names = Set<String>()
        for (_, act) in acts {
            switch act {
            case .reset, .change: break
            case .dose(let intake), .steadyState(let intake, _, _):
                for case .control(let name) in intake.flows.map(\.entry) { names.insert(name) }
            }
        }
        return names.sorted()
    }
}

/// What has been taken so far, by when it arrives.
private struct Arrivals {
    let states: Set<String>?
    /// Controls by which anything flows in.
    let controls: [String]
    private var pulses: [(time: Double, pulse: Intake.Pulse)] = []
    private var flows: [Intake.Flow] = []
    private var turns: [(time: Double, action: Event.Action)] = []
    private var changes: [(time: Double, action: Event.Action)] = []

    init(states: Set<String>?, controls: [String]) {
        self.states = states
        self.controls = controls
    }

    mutating func take(_ act: DoseCourse.Act, at time: Double, lag: (String) throws -> Double) rethrows {
        switch act {
        case .reset:
            forget(from: time)
            turns.append((time, .reset))
        case .dose(let intake):
            for pulse in intake.pulses { pulses.append((time + (try lag(pulse.port)), pulse)) }
            for flow in intake.flows { flows.append(flow.delayed(by: time + (try Self.lag(of: flow.entry, lag)))) }
        case .steadyState(let intake, let interval, let isAdded):
            if !isAdded { forget(from: time) }
            try settle(intake, every: interval, isAdded: isAdded, at: time, lag: lag)
        case .change(let actions):
            changes += actions.map { (time, $0) }
        }
    }

    var events: [Event] {
        let doses = pulses.map { ($0.time, Event.Action.dose(port: $0.pulse.port, amount: $0.pulse.amount)) }
        let given = Event.inOrder(turns + Intake.Flow.actions(flows) + doses)
        let changed = Event.inOrder(changes)
        // Stable: what is given comes before the changes of its moment.
        return (given + changed).enumerated().sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }
            .map(\.element)
    }

    /// What was taken and has not arrived by a time never does, and nothing flows any more.
    private mutating func forget(from time: Double) {
        pulses.removeAll { $0.time >= time }
        flows = flows.compactMap { $0.ending(by: time) }
    }

    private static func lag(of entry: Intake.Entry, _ lag: (String) throws -> Double) rethrows -> Double {
        if case .port(let port) = entry { try lag(port) } else { 0 }
    }

    /// Rounds that a lag or an infusion reaches into; more are taken for a mistake.
    private static let mostRounds = 100_000.0

    /// A steady state as it is just before the dose of a moment, and what earlier doses have still to bring.
    private mutating func settle(
        _ intake: Intake, every interval: Double, isAdded: Bool, at time: Double, lag: (String) throws -> Double
    ) rethrows {
        var rounds: (pulses: [SteadyRegimen.Pulse], flows: [Intake.Flow]) = ([], [])
        for pulse in intake.pulses {
            let lag = try lag(pulse.port)
            let (whole, rest) = Self.rounds(in: lag, interval)
            rounds.pulses.append(.init(offset: rest, port: pulse.port, amount: pulse.amount))
            // Doses taken before that arrive from now on.
            for number in stride(from: 1, through: min(whole, Self.mostRounds), by: 1) {
                pulses.append((time + lag - number * interval, pulse))
            }
        }
        for flow in intake.flows {
            let flow = flow.delayed(by: try Self.lag(of: flow.entry, lag))
            rounds.flows += Self.inOneRound(flow, interval)
            guard flow.end.isFinite else { continue }
            let (whole, rest) = Self.rounds(in: flow.end, interval)
            let reaching = rest > 0 ? whole : whole - 1
            for number in stride(from: 1, through: min(reaching, Self.mostRounds), by: 1) {
                let shifted = flow.delayed(by: time - number * interval)
                flows.append(Intake.Flow(flow.entry, rate: flow.rate, from: max(time, shifted.start), until: shifted.end))
            }
        }
        turns.append(
            (
                time,
                .settle(
                    SteadyRegimen(
                        period: interval, pulses: rounds.pulses, flows: rounds.flows, states: states, silenced: controls,
                        isAdded: isAdded))
            ))
    }

    /// How many whole intervals lie in a time, and what is left; a rounding short of a whole one counts as whole.
    private static func rounds(in time: Double, _ interval: Double) -> (whole: Double, rest: Double) {
        let nearest = (time / interval).rounded()
        if abs(time - nearest * interval) < 1e-9 * max(interval, time) { return (nearest, 0) }
        let whole = (time / interval).rounded(.down)
        return (whole, time - whole * interval)
    }

    /// A flow that begins anew every interval, as what flows within one of them once it has gone on for ever.
    private static func inOneRound(_ flow: Intake.Flow, _ interval: Double) -> [Intake.Flow] {
        guard flow.end.isFinite else { return [Intake.Flow(flow.entry, rate: flow.rate, until: interval)] }
        let (whole, rest) = rounds(in: flow.end - flow.start, interval)
        var parts: [Intake.Flow] = []
        if whole > 0 { parts.append(Intake.Flow(flow.entry, rate: whole * flow.rate, until: interval)) }
        let start = rounds(in: flow.start, interval).rest
        let end = start + rest
        if rest > 0 { parts.append(Intake.Flow(flow.entry, rate: flow.rate, from: start, until: min(end, interval))) }
        if end > interval * (1 + 1e-9) { parts.append(Intake.Flow(flow.entry, rate: flow.rate, until: end - interval)) }
        return parts
    }
}
