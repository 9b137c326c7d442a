import Modeling
import Symbolics

extension SBMLEquations {
    /// An event on the model's states. What a file says of a concentration is done to the amount behind it.
    ///
    /// - Throws: `FileError` for an event that sets a concentration, delayed and from values at the trigger, in a
    ///   compartment that may have changed until then.
    func triggered(_ event: SBMLEvent, timeUnit: Unit) throws -> TriggeredEvent {
        let assignments = try event.assignments.map { assignment in
            guard let species = species[assignment.target] else {
                return TriggeredEvent.Assignment(
                    target: SBMLName.symbol(assignment.target), value: assignment.value)
            }
            guard let size = divisor(of: species) else {
                return TriggeredEvent.Assignment(target: SBMLName.amount(species.id), value: assignment.value)
            }
            let isVarying = isState(species.compartment) || self.assignments[species.compartment] != nil
            if isVarying, event.delay != nil, event.takesValuesAtTrigger {
                throw FileError(
                    kind: .unsupported, file: source.file, line: event.line,
                    "a delayed event that sets the concentration of '\(species.id)' as it was at the trigger, in a "
                        + "compartment whose size varies, is not supported")
            }
            // By the size before the event, also where it sets that as well.
            return TriggeredEvent.Assignment(target: SBMLName.amount(species.id), value: assignment.value * size)
        }
        return TriggeredEvent(
            name: event.name, trigger: event.trigger, wasTrueBeforeStart: event.initialValue,
            isPersistent: event.isPersistent, delay: event.delay.map { $0 * Expression(1, timeUnit) },
            priority: event.priority, takesValuesAtTrigger: event.takesValuesAtTrigger, assignments: assignments)
    }
}
