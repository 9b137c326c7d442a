"""Osteon's own rows: its reference solver by `osteon model export`, its fast ones by `osteon bench speed`."""

import json
import os
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import osteon_export
from accuracy import output_error, state_error
from case import Case
from results import COMMON_TOLERANCE, TOLERANCES, Row, Run

RESOLUTIONS = ("full", "multiscale", "reference")
REFERENCE = "Osteon, reference (CVODES)"
REPEATS = 3


@dataclass(frozen=True)
class Process:
    """What a finished process printed and took."""

    output: str
    core_seconds: float
    wall_seconds: float
    megabytes: float


def rows(osteon: Path, scenario: Path, case: Case, women: int) -> list[Row]:
    return [reference_row(osteon, scenario, case)] + [
        resolution_row(osteon, scenario, case, resolution, women) for resolution in RESOLUTIONS
    ]


def resolution_row(osteon: Path, scenario: Path, case: Case, resolution: str, women: int) -> Row:
    row = Row(f"Osteon bench, {resolution}", f"osteon bench speed, {women} women", case.years)
    command = [str(osteon), "bench", "speed", "--scenario", str(scenario), "--resolution", resolution, "--json"]
    finished = launch([*command, "--women", str(women)])
    if finished is None:
        row.missing = "this Osteon has no `bench speed`"
        return row
    found = json.loads(finished.output)
    speed, error = found["patientYearsPerCoreSecond"], found["largestError"]
    row.runs.append(Run(None, found["seconds"], speed, error, None))
    row.memory = finished.megabytes
    first = launch([*command, "--women", "1"])
    row.first_start = row.start = first.wall_seconds if first else None
    return row


def reference_row(osteon: Path, scenario: Path, case: Case) -> Row:
    """Speed is of an export with the course of the states less one without, so that it holds nothing else."""
    row = Row(REFERENCE, "stopped at each dose; sparse symbolic Jacobian with KLU", case.years)
    samples = case.problem.sampled(case.years)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "model.json"
        base = [str(osteon), "model", "export", str(file), "--scenario", str(scenario)]
        bare = [required(base) for _ in range(REPEATS)]
        row.first_start = row.start = min(run.wall_seconds for run in bare)
        for tolerance in TOLERANCES:
            full = [required([*base, "--course", "--tolerance", f"{tolerance:g}"]) for _ in range(REPEATS)]
            seconds = min(run.core_seconds for run in full) - min(run.core_seconds for run in bare)
            row.memory = max(run.megabytes for run in full)
            _, course = osteon_export.read(file)
            outputs = case.problem.outputs_of(samples, course.states)
            row.runs.append(
                Run(
                    tolerance,
                    seconds,
                    case.years / seconds,
                    output_error(outputs, case.reference.outputs),
                    state_error(course.states, case.reference.states),
                )
            )
            if tolerance == COMMON_TOLERANCE:
                row.outputs = outputs.tolist()
    return row


def required(command: list[str]) -> Process:
    finished = launch(command)
    if finished is None:
        raise RuntimeError(f"'{' '.join(command)}' failed")
    return finished


def launch(command: list[str]) -> Process | None:
    """Runs a command to its end; nothing where it fails."""
    with tempfile.TemporaryFile("w+") as output:
        begun = time.perf_counter()
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            return None
        output.seek(0)
        return Process(output.read(), usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024)
