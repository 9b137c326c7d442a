/// One dose as a model takes it: what arrives at once, and what flows in for a time.
public struct Intake: Sendable, Hashable {
    /// Where something flows in.
    public enum Entry: Hashable, Sendable {
        /// As doses through a port would, after the port's lag.
        case port(String)
        /// By the value of a control, as of something worn.
        case control(String)

        /// What makes so much a day, in base units, flow in from a moment on.
        func action(rate: Double) -> Event.Action {
            switch self {
            case .port(let port): .infuse(port: port, rate: rate)
            case .control(let control): .set(control: control, value: rate)
            }
        }

        var name: String {
            switch self {
            case .port(let name), .control(let name): name
            }
        }
    }

    /// A constant inflow over a time.
    public struct Flow: Sendable, Hashable {
        public let entry: Entry
        /// A day, in base units.
        public let rate: Double
        /// In days; in an intake, since it is taken.
        public let start: Double
        public let end: Double

        public init(_ entry: Entry, rate: Double, from start: Double = 0, until end: Double) {
            self.entry = entry
            self.rate = rate
            self.start = start
            self.end = end
        }

        func delayed(by days: Double) -> Flow { Flow(entry, rate: rate, from: start + days, until: end + days) }

        func ending(by time: Double) -> Flow? {
            start < time ? Flow(entry, rate: rate, from: start, until: min(end, time)) : nil
        }

        /// What all flows together do to each entry, whenever that changes.
        static func actions(_ flows: [Flow]) -> [(time: Double, action: Event.Action)] {
            Dictionary(grouping: flows, by: \.entry).sorted { $0.key.name < $1.key.name }.flatMap { entry, flows in
                // Swept from one change to the next, because years of doses are many flows.
                var coming = flows.sorted { $0.start > $1.start }
                var running: [Flow] = []
                var actions: [(time: Double, action: Event.Action)] = []
                for time in Set(flows.flatMap { [$0.start, $0.end] }).sorted() where time.isFinite {
                    running.removeAll { $0.end <= time }
                    while let next = coming.last, next.start <= time {
                        coming.removeLast()
                        if next.end > time { running.append(next) }
                    }
                    actions.append((time, entry.action(rate: running.map(\.rate).reduce(0, +))))
                }
                return actions
            }
        }
    }

    /// A dose that arrives at once.
    public struct Pulse: Sendable, Hashable {
        public let port: String
        /// In base units.
        public let amount: Double

        public init(port: String, amount: Double) {
            self.port = port
            self.amount = amount
        }
    }

    public let pulses: [Pulse]
    /// With times since it is taken.
    public let flows: [Flow]

    public init(pulses: [Pulse] = [], flows: [Flow] = []) {
        self.pulses = pulses
        self.flows = flows
    }
}
