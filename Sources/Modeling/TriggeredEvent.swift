import Symbolics

/// Something that happens to states when a condition becomes true, whenever that is.
///
/// The words are those of SBML Level 3: with a delay, execution follows the trigger; an event that is not persistent is
/// withdrawn if its trigger becomes false before; of events due at one moment, the higher priority executes first.
public struct TriggeredEvent: Sendable {
    /// A state that takes a new value.
    public struct Assignment: Sendable {
        public let target: Symbol
        /// In the target's unit, from states, parameters, controls, variables and time.
        public let value: Expression

        public init(target: Symbol, value: Expression) {
            self.target = target
            self.value = value
        }
    }

    public let name: String
    /// True when it is not zero; the event is triggered when it changes from false to true.
    public let trigger: Expression
    /// What the trigger is taken to have been just before the start: where false, an event can be triggered at once.
    public let wasTrueBeforeStart: Bool
    public let isPersistent: Bool
    /// Time from trigger to execution; none for at once.
    public let delay: Expression?
    /// Decides who is first of those due at one moment; none is not compared with any.
    public let priority: Expression?
    /// Whether values are computed when it is triggered, or when it is executed.
    public let takesValuesAtTrigger: Bool
    public let assignments: [Assignment]

    public init(
        name: String, trigger: Expression, wasTrueBeforeStart: Bool = true, isPersistent: Bool = true,
        delay: Expression? = nil, priority: Expression? = nil, takesValuesAtTrigger: Bool = true,
        assignments: [Assignment]
    ) {
        self.name = name
        self.trigger = trigger
        self.wasTrueBeforeStart = wasTrueBeforeStart
        self.isPersistent = isPersistent
        self.delay = delay
        self.priority = priority
        self.takesValuesAtTrigger = takesValuesAtTrigger
        self.assignments = assignments
    }
}
