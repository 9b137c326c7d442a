"""SciPy: LSODA through `odeint`, called for every stretch between doses, with rates as plain Python."""

from pathlib import Path

import numpy as np
from scipy.integrate import odeint

from problem import Problem
from simulator import ABSOLUTE_SHARE


class SciPy:
    name = "SciPy (plain Python rates)"
    setup = "odeint (LSODA) between doses; rates are one generated Python function"

    def load(self, problem: Problem, folder: Path) -> None:
        self.problem = problem
        self.rates = problem.rate_function()

    def run(self, years: float, tolerance: float) -> np.ndarray:
        state = self.problem.initial.copy()
        rows: list[np.ndarray] = []
        for stretch in self.problem.stretches(years):
            for index, amount in stretch.jumps:
                state[index] += amount
            values = odeint(
                lambda time, y: self.rates(time, y.tolist()),
                state,
                (stretch.start, *stretch.samples, stretch.end),
                tfirst=True,
                rtol=tolerance,
                atol=ABSOLUTE_SHARE * tolerance,
                mxstep=100_000,
            )
            rows.extend(values[1:-1])
            state = values[-1].copy()
        return np.array(rows)
