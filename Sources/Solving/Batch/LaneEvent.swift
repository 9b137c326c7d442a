import Modeling

/// What happens to the lanes of a batch at one moment.
package struct LaneEvent: Sendable, Hashable {
    /// One dose, on the lanes of the women who take it.
    struct Dose: Sendable, Hashable {
        let port: String
        /// In base units; nil for women who do not take it.
        let amounts: [Double?]
    }

    /// A control or parameter that changes.
    struct Setting: Sendable, Hashable {
        let name: String
        /// In base units; nil for women for whom it stays.
        let values: [Double?]
    }

    /// What is not a dose: from here on something is otherwise.
    struct Change: Sendable, Hashable {
        var settings: [Setting] = []
        /// Lanes whose women begin here: they take the states the problem began with.
        var beginnings: [Int] = []

        var isEmpty: Bool { settings.isEmpty && beginnings.isEmpty }

        static func + (a: Change, b: Change) -> Change {
            Change(settings: a.settings + b.settings, beginnings: a.beginnings + b.beginnings)
        }
    }

    package let time: Double
    private(set) var doses: [Dose] = []
    private(set) var change = Change()
    /// Whether something happens that lanes do not follow.
    private(set) var needsReference = false

    /// The same events for every woman.
    package static func shared(_ events: [Event]) -> [LaneEvent] { merged([events]) }

    /// The events of several women, a lane each.
    ///
    /// - Parameter starts: when each begins; before that her lane runs idle. All at the problem's beginning if left out.
    package static func merged(_ women: [[Event]], starts: [Double] = []) -> [LaneEvent] {
        let timed = women.enumerated().flatMap { lane, events in events.map { (lane: lane, event: $0) } }
        let order = timed.indices.sorted { (timed[$0].event.time, $0) < (timed[$1].event.time, $1) }
        var result: [LaneEvent] = []
        for index in order {
            let (lane, event) = timed[index]
            if result.last?.time != event.time { result.append(LaneEvent(time: event.time)) }
            for (position, action) in event.actions.enumerated() {
                result[result.count - 1].add(action, position, lane: lane, of: women.count)
            }
        }
        let first = starts.min() ?? 0
        for (lane, start) in starts.enumerated() where start > first {
            let index = result.firstIndex { $0.time >= start } ?? result.count
            if index == result.count || result[index].time != start {
                result.insert(LaneEvent(time: start), at: index)
            }
            result[index].change.beginnings.append(lane)
        }
        return result
    }

    private mutating func add(_ action: Event.Action, _ position: Int, lane: Int, of count: Int) {
        func row(_ value: Double) -> [Double?] { (0..<count).map { $0 == lane ? value : nil } }
        switch action {
        case .dose(let port, let amount):
            if let index = doses.firstIndex(where: { $0.port == port && $0.amounts[lane] == nil }) {
                var amounts = doses[index].amounts
                amounts[lane] = amount
                doses[index] = Dose(port: port, amounts: amounts)
            } else {
                doses.append(Dose(port: port, amounts: row(amount)))
            }
        case .set(let name, let value), .change(let name, let value):
            if let index = change.settings.firstIndex(where: { $0.name == name }) {
                var values = change.settings[index].values
                values[lane] = value
                change.settings[index] = Setting(name: name, values: values)
            } else {
                change.settings.append(Setting(name: name, values: row(value)))
            }
        case .infuse, .reset, .settle: needsReference = true
        }
    }

    /// What is done, without when.
    var actions: Actions { Actions(doses: doses, change: change) }

    struct Actions: Hashable, Sendable {
        let doses: [Dose]
        let change: Change
    }
}

extension Double? {
    /// A lane's entry in a row that either has one for each woman or one for all.
    static func of(_ row: [Double?], lane: Int) -> Double? {
        row.count == 1 ? row[0] : lane < row.count ? row[lane] : nil
    }
}
