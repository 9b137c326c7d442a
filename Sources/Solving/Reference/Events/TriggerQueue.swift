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
    /// within each the earlier due, then the earlier triggered, then the earlier in the model.
    ///
    /// SBML Level 3 leaves the order of equal priorities to chance and that of none open; here every run is alike.
    ///
    /// - Parameter priorities: for each event at this moment, nil for none.
    mutating func takeNext(at time: Double, priorities: [Double?]) -> Entry? {
        func rank(_ entry: Entry) -> (Double, Double, Int) {
            (-(priorities[entry.event] ?? -.infinity), entry.due, entry.order)
        }
        let next = entries.indices.filter { entries[$0].due <= time }.min { rank(entries[$0]) < rank(entries[$1]) }
        return next.map { entries.remove(at: $0) }
    }
}
