"""Runs one simulator in a process of its own and prints what it measured as JSON.

Usage: worker.py CASE-FOLDER MODULE.CLASS [--start-only]
"""

import json
import resource
import sys
import time
from dataclasses import asdict
from pathlib import Path

import numpy as np

import simulator
from accuracy import output_error, state_error
from case import Case
from results import COMMON_TOLERANCE, TOLERANCES, Row, Run

# The best of so many, because other work on the machine only ever adds time; long runs are not repeated.
REPEATS = 3
LONG = 5.0


def main(folder: Path, peer: str, start_only: bool) -> Row:
    case = Case.load(folder)
    begun = time.perf_counter()
    tool = simulator.make(peer)
    tool.load(case.problem, folder)
    row = Row(tool.name, tool.setup, case.years, start=time.perf_counter() - begun)
    if start_only:
        return row
    samples = case.problem.sampled(case.years)
    for tolerance in TOLERANCES:
        try:
            seconds, states = timed(tool, case.years, tolerance)
        except RuntimeError as failure:
            # A finding, too: the tables say that it gave up at this tolerance.
            print(f"{tool.name} at {tolerance:g}: {failure}", file=sys.stderr)
            continue
        if seconds < LONG:
            seconds = min(seconds, *(timed(tool, case.years, tolerance)[0] for _ in range(REPEATS - 1)))
        outputs = case.problem.outputs_of(samples, states)
        row.runs.append(
            Run(
                tolerance,
                seconds,
                case.years / seconds,
                output_error(outputs, case.reference.outputs),
                state_error(states, case.reference.states),
            )
        )
        if tolerance == COMMON_TOLERANCE:
            row.outputs = outputs.tolist()
    row.memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return row


def timed(tool: simulator.Simulator, years: float, tolerance: float) -> tuple[float, np.ndarray]:
    """Seconds of this process on all its cores, and states."""
    begun = time.process_time()
    states = tool.run(years, tolerance)
    return time.process_time() - begun, states


if __name__ == "__main__":
    result = main(Path(sys.argv[1]), sys.argv[2], "--start-only" in sys.argv)
    # On the last line, after whatever the simulator itself prints.
    print("\n" + json.dumps(asdict(result)))
