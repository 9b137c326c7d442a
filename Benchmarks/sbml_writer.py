"""Writes a problem as SBML: states as parameters with rate rules, and doses as events where wanted."""

from pathlib import Path

import libsbml

from equations import text
from problem import INSTANT, Problem


def write(problem: Problem, file: Path, with_doses: bool) -> None:
    """Writes the problem; with doses, those at time zero are already in the initial values."""
    document = libsbml.SBMLDocument(3, 2)
    model = document.createModel()
    model.setId("problem")
    initial = problem.initial.copy()
    if with_doses:
        for dose in problem.doses:
            if dose.time <= INSTANT:
                for state, amount in dose.jumps:
                    initial[state] += amount
    for name, value, rate in zip(problem.states, initial, problem.rates, strict=True):
        add_quantity(model, name, float(value))
        rule = model.createRateRule()
        rule.setVariable(name)
        rule.setMath(mathematics(text(rate)))
    for variable, definition in problem.variables.items():
        add_quantity(model, variable)
        rule = model.createAssignmentRule()
        rule.setVariable(variable)
        rule.setMath(mathematics(text(definition)))
    if with_doses:
        add_events(model, problem)
    if document.checkInternalConsistency() or not libsbml.writeSBMLToFile(document, str(file)):
        raise ValueError(f"{file}: the transcription to SBML is not consistent")


def add_quantity(model: libsbml.Model, name: str, value: float | None = None) -> None:
    parameter = model.createParameter()
    parameter.setId(name)
    parameter.setConstant(False)
    if value is not None:
        parameter.setValue(value)


def add_events(model: libsbml.Model, problem: Problem) -> None:
    """One event for each repeated dose, which moves its own next time on."""
    for number, train in enumerate(problem.trains):
        name = f"nextDose{number}"
        first = train.start if train.start > INSTANT else train.start + train.interval
        add_quantity(model, name, first)
        event = model.createEvent()
        event.setId(f"dose{number}")
        event.setUseValuesFromTriggerTime(True)
        trigger = event.createTrigger()
        trigger.setInitialValue(True)
        trigger.setPersistent(True)
        trigger.setMath(mathematics(f"time >= {name}"))
        changes = {problem.states[state]: amount for state, amount in train.jumps} | {name: train.interval}
        for variable, amount in changes.items():
            assignment = event.createEventAssignment()
            assignment.setVariable(variable)
            assignment.setMath(mathematics(f"{variable} + {amount!r}"))


def mathematics(infix: str) -> libsbml.ASTNode:
    node = libsbml.parseL3Formula(infix)
    if node is None:
        raise ValueError(f"'{infix}' is no SBML expression: {libsbml.getLastParseL3Error()}")
    return node
