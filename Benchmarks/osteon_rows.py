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

# How finely time is resolved, and women enough to measure.
RESOLUTIONS = {"full": 64, "multiscale": 4096, "reference": 4}
REFERENCE = "Osteon, reference (CVODES)"
REPEATS = 3


@dataclass(frozen=True)
class Process:
    """What a finished process printed and took."""

    output: str
    core_seconds: float
    wall_seconds: float
    megabytes: float


def rows(osteon: Path, scenario: Path, case: Case) -> list[Row]:
    many = [resolution_row(osteon, scenario, case, name, women) for name, women in RESOLUTIONS.items()]
    return [reference_row(osteon, scenario, case), *many]


def resolution_row(osteon: Path, scenario: Path, case: Case, resolution: str, women: int) -> Row:
    """Years of women drawn around the scenario's, her error that of a run of her own."""
    setup = (
        f"osteon bench speed, {women} women in one call, histories included, by the clock; error of one woman's "
        "outputs at every year, markers as means of a day; the absolute tolerance stays at its usual value"
    )
    if resolution == "multiscale":
        setup += "; less work than everybody else's, since hours enter by their averages and are not followed"
    row = Row(f"Osteon, {resolution}, many women", setup, case.years)
    command = [str(osteon), "bench", "speed", "--scenario", str(scenario), "--resolution", resolution, "--json"]
    for tolerance in TOLERANCES:
        finished = launch([*command, "--women", str(women), "--tolerance", f"{tolerance:g}"])
        if finished is None:
            row.missing = "this Osteon has no `bench speed`, or it failed"
            return row
        found = json.loads(finished.output)
        # Both in per cent.
        error = max(found["densityError"], found["markerError"]) / 100
        row.runs.append(Run(tolerance, found["seconds"], found["patientYearsPerCoreSecond"], error, None))
        row.first_start = row.start = found["startSeconds"]
        row.memory = finished.megabytes
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
