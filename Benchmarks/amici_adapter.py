"""AMICI: the model compiled to C++, integrated by CVODES with a symbolic sparse Jacobian and KLU."""

from pathlib import Path

import amici
import amici.sim.sundials as sundials
import numpy as np

from problem import Problem
from simulator import ABSOLUTE_SHARE

# Enough for any span; the usual ten thousand end a decade of daily doses early.
MAXIMUM_STEPS = 100_000_000


class Amici:
    """What both ways of dosing share."""

    file: str

    def load(self, problem: Problem, folder: Path) -> None:
        self.problem = problem
        name = f"problem_{self.file}"
        output = folder / f"amici_{self.file}"
        if not output.exists():
            importer = amici.SbmlImporter(folder / f"{self.file}.xml")
            importer.sbml2amici(name, output, generate_sensitivity_code=False)
        self.model = amici.import_model_module(name, output).get_model()
        self.solver = self.model.create_solver()
        self.solver.set_max_steps(MAXIMUM_STEPS)
        identifiers = list(self.model.get_state_ids())
        # From AMICI's order to the problem's.
        self.order = [identifiers.index(state) for state in problem.states]

    def set_tolerance(self, tolerance: float) -> None:
        self.solver.set_relative_tolerance(tolerance)
        self.solver.set_absolute_tolerance(ABSOLUTE_SHARE * tolerance)

    def simulate(self) -> np.ndarray:
        result = sundials.run_simulation(self.model, self.solver)
        if result.status != sundials.AMICI_SUCCESS:
            raise RuntimeError(f"AMICI gave up at {result.t_last:g} with status {result.status}")
        return result.x[:, self.order]


class AmiciEvents(Amici):
    name = "AMICI, events"
    setup = "compiled; doses as SBML events; CVODES with KLU"
    file = "doses"

    def run(self, years: float, tolerance: float) -> np.ndarray:
        self.set_tolerance(tolerance)
        self.model.set_timepoints(self.problem.sampled(years))
        return self.simulate()


class AmiciStretches(Amici):
    name = "AMICI, stopped at doses"
    setup = "compiled; one call between two doses, which add to its initial state; CVODES with KLU"
    file = "plain"

    def run(self, years: float, tolerance: float) -> np.ndarray:
        self.set_tolerance(tolerance)
        back = np.argsort(self.order)
        state = self.problem.initial.copy()
        rows: list[np.ndarray] = []
        for stretch in self.problem.stretches(years):
            for index, amount in stretch.jumps:
                state[index] += amount
            self.model.set_initial_state(state[back])
            self.model.set_t0(stretch.start)
            self.model.set_timepoints([*stretch.samples, stretch.end])
            values = self.simulate()
            rows.extend(values[:-1])
            state = values[-1].copy()
        return np.array(rows)
