"""Osteon's own rows: its reference solver by `osteon simulate`, its fast ones by `osteon bench speed`."""

import csv
import json
import os
import subprocess
import tempfile
import time
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import yaml

from accuracy import output_error
from case import Case
from results import COMMON_TOLERANCE, TOLERANCES, Row, Run

RESOLUTIONS = ("full", "multiscale", "reference")
REFERENCE = "Osteon simulate, reference (CVODES)"
SHORT_YEARS = 1 / 12
DAYS_PER_YEAR = 365.25
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
    """Speed is of a long run less a short one, so that neither start-up nor her history counts."""
    setup = (
        "osteon simulate; stopped at each dose; sparse symbolic Jacobian with KLU; the error is that of her history "
        "before time zero too, and the absolute tolerance does not follow the relative one"
    )
    row = Row(REFERENCE, setup, case.years)
    with tempfile.TemporaryDirectory() as folder:
        long = with_years(scenario, case.years, Path(folder) / "long.yaml")
        short = with_years(scenario, SHORT_YEARS, Path(folder) / "short.yaml")
        row.first_start = row.start = min(
            simulate(osteon, short, COMMON_TOLERANCE).wall_seconds for _ in range(REPEATS)
        )
        for tolerance in TOLERANCES:
            out = Path(folder) / f"{tolerance:g}"
            whole = [simulate(osteon, long, tolerance, out) for _ in range(REPEATS)]
            start = min(simulate(osteon, short, tolerance).core_seconds for _ in range(REPEATS))
            seconds = min(run.core_seconds for run in whole) - start
            row.memory = max(run.megabytes for run in whole)
            outputs = read_outputs(out / "timecourse.csv", case)
            error = output_error(outputs, case.reference.outputs)
            row.runs.append(Run(tolerance, seconds, (case.years - SHORT_YEARS) / seconds, error, None))
            if tolerance == COMMON_TOLERANCE:
                row.outputs = outputs.tolist()
    return row


def with_years(scenario: Path, years: float, copy: Path) -> Path:
    content = yaml.safe_load(scenario.read_text())
    content["simulate"]["years"] = years
    for treatment in content["therapy"]:
        treatment["until"] = f"{years} years"
    copy.write_text(yaml.safe_dump(content))
    return copy


def simulate(osteon: Path, scenario: Path, tolerance: float, out: Path | None = None) -> Process:
    command = [str(osteon), "simulate", str(scenario), "--raw", "--tolerance", f"{tolerance:g}"]
    command += reference_option(osteon)
    finished = launch(command + (["--out", str(out)] if out else []))
    if finished is None:
        raise RuntimeError(f"'{' '.join(command)}' failed")
    return finished


@cache
def reference_option(osteon: Path) -> tuple[str, ...]:
    """How the reference solver is asked for, where there is another."""
    usage = launch([str(osteon), "simulate", "--help"])
    return ("--resolution", "reference") if usage and "--resolution" in usage.output else ()


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


def read_outputs(file: Path, case: Case) -> np.ndarray:
    """The problem's outputs at its samples."""
    with file.open() as lines:
        header, *body = list(csv.reader(lines))
    names = [title.split(" [")[0] for title in header]
    columns = [names.index(output) for output in case.problem.outputs]
    days = np.array([float(line[0]) for line in body]) * DAYS_PER_YEAR
    found = [int(np.argmin(np.abs(days - sample))) for sample in case.problem.samples]
    return np.array([[float(body[row][column]) for column in columns] for row in found])
