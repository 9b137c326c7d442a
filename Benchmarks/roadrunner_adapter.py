"""libRoadRunner: the model compiled by LLVM as it loads, integrated by CVODE with a dense difference Jacobian."""

from pathlib import Path

import numpy as np
import roadrunner

from problem import Problem
from simulator import ABSOLUTE_SHARE

# Enough for any span.
MAXIMUM_STEPS = 1_000_000_000


class RoadRunner:
    """What both ways of dosing share."""

    file: str

    def load(self, problem: Problem, folder: Path) -> None:
        self.problem = problem
        self.runner = roadrunner.RoadRunner(str(folder / f"{self.file}.xml"))
        self.runner.timeCourseSelections = problem.states

    def restart(self, tolerance: float) -> None:
        self.runner.resetToOrigin()
        self.runner.integrator.relative_tolerance = tolerance
        self.runner.integrator.absolute_tolerance = ABSOLUTE_SHARE * tolerance
        self.runner.integrator.maximum_num_steps = MAXIMUM_STEPS


class RoadRunnerEvents(RoadRunner):
    name = "libRoadRunner, events"
    setup = "LLVM; doses as SBML events; CVODE"
    file = "doses"

    def run(self, years: float, tolerance: float) -> np.ndarray:
        self.restart(tolerance)
        return np.array(self.runner.simulate(times=[0.0, *self.problem.sampled(years)]))[1:]


class RoadRunnerStretches(RoadRunner):
    name = "libRoadRunner, stopped at doses"
    setup = "LLVM; integrator restarted at each dose, which adds to the state; CVODE"
    file = "plain"

    def load(self, problem: Problem, folder: Path) -> None:
        super().load(problem, folder)
        identifiers = list(self.runner.model.getGlobalParameterIds())
        self.slots = [identifiers.index(state) for state in problem.states]

    def run(self, years: float, tolerance: float) -> np.ndarray:
        self.restart(tolerance)
        model, integrator = self.runner.model, self.runner.integrator
        model.setGlobalParameterValues(self.slots, self.problem.initial)
        rows = []
        for stretch in self.problem.stretches(years):
            for index, amount in stretch.jumps:
                slot = [self.slots[index]]
                model.setGlobalParameterValues(slot, model.getGlobalParameterValues(slot) + amount)
            integrator.restart(stretch.start)
            time = stretch.start
            for sample in stretch.samples:
                integrator.integrate(time, sample - time)
                rows.append(model.getGlobalParameterValues(self.slots))
                time = sample
            if stretch.end > time:
                integrator.integrate(time, stretch.end - time)
        return np.array(rows)
