"""COPASI: LSODA on its interpreted model, with doses as events."""

from pathlib import Path

import COPASI
import numpy as np

from problem import Problem
from simulator import ABSOLUTE_SHARE

# Enough for any span.
MAXIMUM_STEPS = 1_000_000_000


class Copasi:
    name = "COPASI, events"
    setup = "doses as SBML events; LSODA"

    def load(self, problem: Problem, folder: Path) -> None:
        self.problem = problem
        model = COPASI.CRootContainer.addDatamodel()
        if not model.importSBML(str(folder / "doses.xml")):
            raise RuntimeError(f"COPASI cannot read the model: {COPASI.CCopasiMessage.getAllMessageText()}")
        self.task = model.getTask("Time-Course")
        self.task.setMethodType(COPASI.CTaskEnum.Method_deterministic)

    def run(self, years: float, tolerance: float) -> np.ndarray:
        times = [0.0, *self.problem.sampled(years)]
        course, method = self.task.getProblem(), self.task.getMethod()
        course.setUseValues(True)
        course.setValues(" ".join(map(repr, times)))
        course.setDuration(times[-1])
        course.setTimeSeriesRequested(True)
        method.getParameter("Relative Tolerance").setDblValue(tolerance)
        method.getParameter("Absolute Tolerance").setDblValue(ABSOLUTE_SHARE * tolerance)
        method.getParameter("Max Internal Steps").setIntValue(MAXIMUM_STEPS)
        self.task.initializeRaw(COPASI.CCopasiTask.OUTPUT_UI)
        if not self.task.process(True):
            raise RuntimeError(f"COPASI gave up: {COPASI.CCopasiMessage.getAllMessageText()}")
        self.task.restore()
        return self.rows(len(times))[1:]

    def rows(self, count: int) -> np.ndarray:
        series = self.task.getTimeSeries()
        titles = [series.getTitle(column) for column in range(series.getNumVariables())]
        columns = [titles.index(f"Values[{state}]") for state in self.problem.states]
        return np.array([[series.getData(row, column) for column in columns] for row in range(count)])
