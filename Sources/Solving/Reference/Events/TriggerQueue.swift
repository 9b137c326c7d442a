/// Events that have been triggered and wait for their execution.
struct TriggerQueue {
    struct Entry {
        /// The event's place in the model.
        let event: Int
        /// When it is to be executed.
        let due: Double
        /// What its assignments were worth when it was triggered, for events that take those values.
        let values: [Double]?
        fileprivate let order: Int
    }

    private var entries: [Entry] = []
    private var count = 0

    /// When the next execution is due.
    var nextTime: Double? { entries.map(\.due).min() }

    mutating func add(_ event: Int, due: Double, values: [Double]?) {
        entries.append(Entry(event: event, due: due, values: values, order: count))
        count += 1
    }

    /// Forgets an event however often it waits.
    mutating func withdraw(_ event: Int) { entries.removeAll { $0.event == event } }

    /// Takes out the event that is executed next of those due: the highest priority first, then those without one, and
    /// of these the earlier due, then the earlier triggered, then the earlier in the model.
    ///
    /// SBML Level 3 leaves the order of equal priorities to chance, and models count on it. The chance is drawn from how
    /// many draws there were before, so that every run is alike.
    ///
    /// - Parameter priorities: for each event at this moment, nil for none.
    mutating func takeNext(at time: Double, priorities: [Double?]) -> Entry? {
        let due = entries.indices.filter { entries[$0].due <= time }
        if let highest = due.compactMap({ priorities[entries[$0].event] }).max() {
            let equals = due.filter { priorities[entries[$0].event] == highest }
            return entries.remove(at: equals.count == 1 ? equals[0] : equals[draw(below: equals.count)])
        }
        let next = due.min { (entries[$0].due, entries[$0].order) < (entries[$1].due, entries[$1].order) }
        return next.map { entries.remove(at: $0) }
    }

    private var draws: UInt64 = 0

    /// A whole number below a count: SplitMix64 (Steele, Lea and Flood, OOPSLA 2014, doi 10.1145/2660193.2660195).
    private mutating func draw(below count: Int) -> Int {
        draws += 1
        var bits = draws &* 0x9e37_79b9_7f4a_7c15
        bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
        bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
        return Int((bits ^ (bits >> 31)) % UInt64(count))
    }
}
