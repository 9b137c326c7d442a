/// What happens at one moment: integration stops exactly there, and goes on after the actions.
public struct Event: Sendable, Equatable {
    public enum Action: Sendable, Equatable {
        /// A dose, in base units, through the port of that name.
        case dose(port: String, amount: Double)
        /// A control takes a value, in base units.
        case set(control: String, value: Double)
        /// A parameter takes a value, in base units.
        case change(parameter: String, value: Double)

        var isDose: Bool { if case .dose = self { true } else { false } }
    }

    /// In days.
    public let time: Double
    public let actions: [Action]

    public init(time: Double, actions: [Action]) {
        self.time = time
        self.actions = actions
    }

    /// The order in which every solver acts: changes first, so that a dose meets what was changed at its moment.
    package var orderedActions: [Action] { actions.filter { !$0.isDose } + actions.filter(\.isDose) }
}
