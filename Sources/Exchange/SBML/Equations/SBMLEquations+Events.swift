import Modeling
import Symbolics

extension SBMLEquations {
    /// An event on the model's states. What a file says of a concentration is done to the amount behind it.
    ///
    /// - Throws: `SBMLError` for an event that sets a concentration, delayed and from values at the trigger, in a
    ///   compartment that may have changed until then.
    func triggered(_ event: SBMLEvent, timeUnit: Unit) throws -> TriggeredEvent {
        let targets = Dictionary(event.assignments.map { ($0.target, $0.value) }) { $1 }
        let assignments = try event.assignments.map { assignment in
            guard let species = species[assignment.target] else {
                return TriggeredEvent.Assignment(
                    target: SBMLName.symbol(assignment.target), value: assignment.value)
            }
            guard let size = divisor(of: species) else {
                return TriggeredEvent.Assignment(target: SBMLName.amount(species.id), value: assignment.value)
            }
            let isVarying = isState(species.compartment) || self.assignments[species.compartment] != nil
            if isVarying, event.delay != nil, event.takesValuesAtTrigger, targets[species.compartment] == nil {
                throw SBMLError(
                    file: source.file, kind: .unsupported, line: event.line,
                    "a delayed event that sets the concentration of '\(species.id)' as it was at the trigger, in a "
                        + "compartment whose size varies, is not supported")
            }
            return TriggeredEvent.Assignment(
                target: SBMLName.amount(species.id),
                value: assignment.value * (targets[species.compartment] ?? size))
        }
        return TriggeredEvent(
            name: event.name, trigger: event.trigger, wasTrueBeforeStart: event.initialValue,
            isPersistent: event.isPersistent, delay: event.delay.map { $0 * Expression(1, timeUnit) },
            priority: event.priority, takesValuesAtTrigger: event.takesValuesAtTrigger, assignments: assignments)
    }
}
