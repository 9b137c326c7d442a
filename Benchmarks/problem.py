"""What every simulator is given: scaled equations, doses, and when to look."""

import ast
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np

from equations import Reduction, compiled, parse

# Two moments closer than this, in the time unit of the model, are one.
INSTANT = 1e-6


@dataclass(frozen=True)
class Dose:
    """An amount added to some states, in their scaled units."""

    time: float
    jumps: tuple[tuple[int, float], ...]


@dataclass(frozen=True)
class Train:
    """A dose repeated at equal intervals."""

    jumps: tuple[tuple[int, float], ...]
    start: float
    interval: float
    count: int


@dataclass(frozen=True)
class Stretch:
    """Time between two doses: what is added at its start and when to look within it."""

    start: float
    end: float
    jumps: tuple[tuple[int, float], ...]
    samples: tuple[float, ...]


@dataclass
class Problem:
    """Equations and doses, every state divided by its typical size, so that one absolute tolerance fits all.

    Constants are folded into literals and aliases resolved: work that depends on no state is nobody's to repeat.
    """

    name: str
    # Of the model's own time unit, in a year.
    units_per_year: float
    states: list[str]
    initial: np.ndarray
    rates: list[ast.expr]
    variables: dict[str, ast.expr]
    outputs: list[str]
    output_expressions: list[ast.expr]
    output_variables: dict[str, ast.expr]
    doses: list[Dose]
    # Times at which to look, leaving out those of a dose.
    samples: list[float]

    def sampled(self, years: float) -> list[float]:
        return [time for time in self.samples if time <= years * self.units_per_year + INSTANT]

    def stretches(self, years: float) -> list[Stretch]:
        """The span cut at every dose."""
        end = years * self.units_per_year
        doses = [dose for dose in self.doses if dose.time < end - INSTANT]
        samples = self.sampled(years)
        starts = [dose.time for dose in doses]
        jumps = [dose.jumps for dose in doses]
        if not starts or starts[0] > INSTANT:
            starts.insert(0, 0.0)
            jumps.insert(0, ())
        ends = starts[1:] + [end]
        result, first = [], 0
        for start, stop, jump in zip(starts, ends, jumps, strict=True):
            last = bisect_right(samples, stop + INSTANT)
            result.append(Stretch(start, stop, jump, tuple(samples[first:last])))
            first = last
        return result

    @cached_property
    def trains(self) -> list[Train]:
        """The doses as repeated ones, for simulators that have events."""
        times: dict[tuple[tuple[int, float], ...], list[float]] = {}
        for dose in self.doses:
            times.setdefault(dose.jumps, []).append(dose.time)
        trains = []
        for jumps, moments in times.items():
            interval = moments[1] - moments[0] if len(moments) > 1 else 0.0
            if any(abs(b - a - interval) > INSTANT for a, b in pairwise(moments)):
                raise ValueError(f"the doses of '{self.name}' do not come at equal intervals, which events here need")
            trains.append(Train(jumps, moments[0], interval, len(moments)))
        return trains

    def rate_function(self) -> Callable[..., list[float]]:
        """Rates of the scaled states as a Python function of time and states."""
        return compiled("rates", "time, y", self.states, self.variables, self.rates)

    def outputs_of(self, times: list[float], states: np.ndarray) -> np.ndarray:
        """Outputs, a row for each time, from scaled states."""
        function = compiled("outputs", "time, y", self.states, self.output_variables, self.output_expressions)
        return np.array([function(time, row) for time, row in zip(times, states.tolist(), strict=True)])


def scaled_problem(
    name: str,
    units_per_year: float,
    states: list[tuple[str, float, float, str]],
    constants: dict[str, float],
    variables: list[tuple[str, str]],
    outputs: list[tuple[str, str]],
    doses: list[tuple[float, list[tuple[str, float]]]],
    samples: list[float],
) -> Problem:
    """Folds constants and scales.

    `states` holds identifier, value at the start, scale and rate; the rest is in the model's own units too.
    """
    known: dict[str, ast.expr] = {constant: ast.Constant(float(value)) for constant, value in constants.items()}
    known |= {state: parse(f"{scale!r} * {state}") for state, _, scale, _ in states if scale != 1}
    reduction = Reduction(known)
    for variable, definition in variables:
        reduction.define(variable, definition)
    rates = [reduction.apply(f"({rate}) / {scale!r}") for _, _, scale, rate in states]
    expressions = [reduction.apply(expression) for _, expression in outputs]
    index = {state: position for position, (state, _, _, _) in enumerate(states)}
    return Problem(
        name=name,
        units_per_year=units_per_year,
        states=list(index),
        initial=np.array([value / scale for _, value, scale, _ in states]),
        rates=rates,
        variables=reduction.needed(rates),
        outputs=[output for output, _ in outputs],
        output_expressions=expressions,
        output_variables=reduction.needed(expressions),
        doses=[
            Dose(time, tuple((index[state], amount / states[index[state]][2]) for state, amount in jumps))
            for time, jumps in doses
        ],
        samples=samples,
    )
