/// What happens at one moment: integration stops exactly there, and goes on after the actions.
public struct Event: Sendable, Equatable {
    public enum Action: Sendable, Equatable {
        /// A dose, in base units, through the port of that name.
        case dose(port: String, amount: Double)
        /// A control takes a value, in base units.
        case set(control: String, value: Double)
        /// A parameter takes a value, in base units.
        case change(parameter: String, value: Double)
        /// From now on so much a day, in base units, flows in through a port as doses of it would; zero ends it.
        case infuse(port: String, rate: Double)
        /// All states become what the problem began with; controls, parameters and infusions stay as they are.
        case reset
        /// States become those in which a regimen leaves them after being taken for ever.
        case settle(SteadyRegimen)

        /// When it is done among what happens at one moment.
        private var rank: Int {
            switch self {
            case .reset: 0
            case .settle: 1
            case .set, .change, .infuse: 2
            case .dose: 3
            }
        }

        fileprivate static func isBefore(_ a: Self, _ b: Self) -> Bool { a.rank < b.rank }

        /// Whether only the reference solver does it.
        package var needsReference: Bool {
            switch self {
            case .dose, .set, .change: false
            case .infuse, .reset, .settle: true
            }
        }
    }

    /// In days.
    public let time: Double
    public let actions: [Action]

    public init(time: Double, actions: [Action]) {
        self.time = time
        self.actions = actions
    }

    /// The order in which every solver acts: resets, steady states, changes, doses, so that a dose meets what was changed
    /// at its moment; those of a kind in the order they were added.
    package var orderedActions: [Action] {
        actions.enumerated().sorted { a, b in
            Action.isBefore(a.element, b.element) || (!Action.isBefore(b.element, a.element) && a.offset < b.offset)
        }.map(\.element)
    }
}
