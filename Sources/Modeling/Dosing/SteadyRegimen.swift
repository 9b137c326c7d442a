/// What is given again and again in the same way, for as long as it takes until nothing changes from one round to the next.
///
/// Offsets are in days from the moment whose state is wanted, which is the one just before what is given at that moment.
public struct SteadyRegimen: Sendable, Hashable {
    /// A dose that arrives once a round.
    public struct Pulse: Sendable, Hashable {
        public let offset: Double
        public let port: String
        /// In base units.
        public let amount: Double
    }

    /// The length of a round, in days.
    public let period: Double
    public let pulses: [Pulse]
    /// What flows in, within one round; several at once add up.
    public let flows: [Intake.Flow]
    /// The states that take part; nil for all. The others are held at what they are.
    public let states: Set<String>?
    /// Controls that are zero but for what `flows` says: whatever else was worn has no part in it.
    public let silenced: [String]
    /// Whether what the regimen brings is added to the states, which otherwise become those of the regimen alone.
    public let isAdded: Bool

    /// The same rounds with nothing given.
    package var empty: SteadyRegimen {
        SteadyRegimen(period: period, pulses: [], flows: [], states: states, silenced: silenced, isAdded: false)
    }

    /// One round as events, its beginning at a time in days.
    package func round(from start: Double) -> [Event] {
        var timed = pulses.map { (start + $0.offset, Event.Action.dose(port: $0.port, amount: $0.amount)) }
        timed += Intake.Flow.actions(flows.map { $0.delayed(by: start) })
        return Event.inOrder(timed)
    }
}

extension Event {
    /// Actions as events in time order, those of one moment together in the order they were added.
    package static func inOrder(_ timed: [(time: Double, action: Action)]) -> [Event] {
        let order = timed.indices.sorted { (timed[$0].time, $0) < (timed[$1].time, $1) }
        var result: [Event] = []
        var index = 0
        while index < order.count {
            let time = timed[order[index]].time
            var actions: [Action] = []
            while index < order.count, timed[order[index]].time == time {
                actions.append(timed[order[index]].action)
                index += 1
            }
            result.append(Event(time: time, actions: actions))
        }
        return result
    }
}
