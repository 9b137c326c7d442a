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

    package let time: Double
    private(set) var doses: [Dose] = []
    private(set) var settings: [Setting] = []

    /// The same events for every woman.
    package static func shared(_ events: [Event]) -> [LaneEvent] { merged([events]) }

    /// The events of several women, a lane each.
    package static func merged(_ women: [[Event]]) -> [LaneEvent] {
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
            if let index = settings.firstIndex(where: { $0.name == name }) {
                var values = settings[index].values
                values[lane] = value
                settings[index] = Setting(name: name, values: values)
            } else {
                settings.append(Setting(name: name, values: row(value)))
            }
        }
    }

    /// What is done, without when.
    var actions: Actions { Actions(doses: doses, settings: settings) }

    struct Actions: Hashable, Sendable {
        let doses: [Dose]
        let settings: [Setting]
    }
}

extension Double? {
    /// A lane's entry in a row that either has one for each woman or one for all.
    static func of(_ row: [Double?], lane: Int) -> Double? {
        row.count == 1 ? row[0] : lane < row.count ? row[lane] : nil
    }
}
