"""Reads what `osteon model export --scenario … --course` writes."""

import json
from pathlib import Path

import numpy as np

from case import Reference
from problem import INSTANT, Problem, scaled_problem

DAYS_PER_YEAR = 365.25
# Outputs whose accuracy is reported: what the model is for.
REPORTED = ("density.", "marker.")


def read(file: Path) -> tuple[Problem, Reference]:
    export = json.loads(file.read_text())
    scenario, course = export["scenario"], export["scenario"]["course"]
    if any(event["settings"] for event in scenario["events"] if event["time"] >= 0):
        raise ValueError(f"{file}: controls change on the way, and this comparison handles doses only")
    events = [event for event in scenario["events"] if event["time"] >= 0]
    constants = {parameter["id"]: parameter["value"] for parameter in export["parameters"]}
    controls = zip(export["controls"], scenario["controlsAtTimeZero"], strict=True)
    constants |= {control["id"]: value for control, value in controls}
    # At a dose a value just before it and one just after it are both right, so nobody is asked there.
    dosed = np.array([event["time"] for event in events])
    rows = [
        row
        for row, time in enumerate(course["times"])
        if time > 0 and (len(dosed) == 0 or np.min(np.abs(dosed - time)) > INSTANT)
    ]
    outputs = [output for output in export["outputs"] if output["name"].startswith(REPORTED)]
    problem = scaled_problem(
        name=scenario["title"],
        units_per_year=DAYS_PER_YEAR,
        states=[
            (state["id"], value, state["scale"], state["rate"])
            for state, value in zip(export["states"], scenario["stateAtTimeZero"], strict=True)
        ],
        constants=constants,
        variables=[(variable["id"], variable["definition"]) for variable in export["variables"]],
        outputs=[(output["name"], f"({output['expression']}) * {output['factor']!r}") for output in outputs],
        doses=[(event["time"], [(jump["state"], jump["amount"]) for jump in event["jumps"]]) for event in events],
        samples=[course["times"][row] for row in rows],
    )
    columns = [export["outputs"].index(output) for output in outputs]
    scales = np.array([state["scale"] for state in export["states"]])
    reference = Reference(
        source=f"Osteon's CVODES at a relative tolerance of {course['relativeTolerance']:g}",
        states=np.array(course["states"])[rows] / scales,
        outputs=np.array(course["outputs"])[np.ix_(rows, columns)],
    )
    return problem, reference
