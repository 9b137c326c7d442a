"""Runs an SBML file, as it stands, in libRoadRunner and in COPASI.

Reads a request, {"simulators": ["libRoadRunner", "COPASI"], "times": [...], "quantities": [identifiers],
"relative": ..., "absolute": ..., "absolutes": [one for each quantity]}, and writes {"libRoadRunner": {"seconds": ..., "values": [[...], ...]}, "COPASI": ...}, a row for each time. The document's time
zero, where both begin, must come first among the times.
"""

import json
import sys
import time
from pathlib import Path

import COPASI
import roadrunner
from roadrunner import Config

# Between two times; who takes more is stuck.
MAXIMUM_STEPS = 200_000


def with_roadrunner(file: str, request: dict) -> list[list[float]]:
    # Compiling takes most of the time; without optimisation it takes a quarter of it.
    Config.setValue(Config.LLVM_BACKEND, Config.LLJIT)
    Config.setValue(Config.LLJIT_OPTIMIZATION_LEVEL, Config.NONE)
    runner = roadrunner.RoadRunner(file)
    runner.timeCourseSelections = request["quantities"]
    runner.integrator.stiff = True
    runner.integrator.relative_tolerance = request["relative"]
    # With one for all, its corrector does not converge where some amounts are a millionth of others.
    for quantity, absolute in zip(request["quantities"], request["absolutes"]):
        runner.integrator.setIndividualTolerance(quantity, absolute)
    runner.integrator.maximum_num_steps = MAXIMUM_STEPS
    return [list(map(float, row)) for row in runner.simulate(times=request["times"])]


def with_copasi(file: str, request: dict) -> list[list[float]]:
    model = COPASI.CRootContainer.addDatamodel()
    if not model.importSBML(file):
        raise RuntimeError(f"COPASI cannot read the file: {COPASI.CCopasiMessage.getAllMessageText()}")
    task = model.getTask("Time-Course")
    task.setMethodType(COPASI.CTaskEnum.Method_deterministic)
    course, method = task.getProblem(), task.getMethod()
    course.setUseValues(True)
    course.setValues(" ".join(map(repr, request["times"])))
    course.setDuration(request["times"][-1])
    course.setTimeSeriesRequested(True)
    method.getParameter("Relative Tolerance").setDblValue(request["relative"])
    method.getParameter("Absolute Tolerance").setDblValue(request["absolute"])
    method.getParameter("Max Internal Steps").setIntValue(MAXIMUM_STEPS)
    task.initializeRaw(COPASI.CCopasiTask.OUTPUT_UI)
    if not task.process(True):
        raise RuntimeError(f"COPASI gave up: {COPASI.CCopasiMessage.getAllMessageText()}")
    task.restore()
    series = task.getTimeSeries()
    # COPASI calls quantities by their names, and knows which identifier each came from.
    columns = {series.getSBMLId(column, model): column for column in range(series.getNumVariables())}
    wanted = [columns[quantity] for quantity in request["quantities"]]
    rows = range(len(request["times"]))
    return [[series.getData(row, column) for column in wanted] for row in rows]


def main(file: str, request_file: str, results_file: str) -> None:
    request = json.loads(Path(request_file).read_text())
    results = {}
    simulators = {"libRoadRunner": with_roadrunner, "COPASI": with_copasi}
    for name in request["simulators"]:
        simulate = simulators[name]
        start = time.perf_counter()
        values = simulate(file, request)
        results[name] = {"seconds": time.perf_counter() - start, "values": values}
    Path(results_file).write_text(json.dumps(results, allow_nan=False))


if __name__ == "__main__":
    main(*sys.argv[1:])
