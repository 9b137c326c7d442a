"""Writes results as Markdown."""

import numpy as np

from accuracy import output_error
from results import COMMON_TOLERANCE, OUTPUT_LIMIT, STATE_LIMIT, Row, Run

HEADER = (
    "| simulator | patient-years per core-second | × AMICI | error of outputs | error of any state "
    "| at the stated accuracy: patient-years per core-second | × AMICI | start-up, s: first / again | peak memory, MB |"
)
YARDSTICK = "AMICI"


def comparison(rows: list[Row]) -> str:
    """One line a simulator."""
    common = fastest([row.common for row in rows if row.name.startswith(YARDSTICK)])
    accurate = fastest([row.accurate for row in rows if row.name.startswith(YARDSTICK)])
    lines = [HEADER, "|---" + "|---:" * 8 + "|"]
    for row in rows:
        if row.missing:
            lines.append(f"| {row.name} | {row.missing} |" + " |" * 7)
            continue
        cells = [row.name, *speed(row.common, common), *errors(row.common)]
        at, ratio = speed(row.accurate, accurate)
        if row.accurate:
            at += (
                f" (rtol {scientific(row.accurate.tolerance)}{', outputs alone' * (row.accurate.state_error is None)})"
            )
        cells += [at, ratio]
        cells.append(" / ".join("—" if value is None else f"{value:.2g}" for value in (row.first_start, row.start)))
        cells.append("—" if row.memory is None else f"{row.memory:.0f}")
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def fastest(runs: list[Run | None]) -> float | None:
    return max((run.speed for run in runs if run), default=None)


def speed(run: Run | None, yardstick: float | None) -> tuple[str, str]:
    if run is None:
        return "—", "—"
    return f"{run.speed:.3g}", "—" if yardstick is None else f"{run.speed / yardstick:.2g}"


def errors(run: Run | None) -> tuple[str, str]:
    if run is None:
        return "—", "—"
    return scientific(run.output_error), "—" if run.state_error is None else scientific(run.state_error)


def scientific(value: float) -> str:
    return f"{value:.0e}".replace("e-0", "e-")


def ladder(rows: list[Row]) -> str:
    """Speed and errors at every tolerance tried."""
    tolerances = sorted({run.tolerance for row in rows for run in row.runs}, reverse=True)
    lines = ["| simulator | " + " | ".join(f"rtol {scientific(value)}" for value in tolerances) + " |"]
    lines.append("|---" * (len(tolerances) + 1) + "|")
    for row in rows:
        runs = {run.tolerance: run for run in row.runs}
        cells = [
            f"{run.speed:.3g}; {'; '.join(errors(run))}" if (run := runs.get(tolerance)) else "gave up"
            for tolerance in tolerances
        ]
        if runs:
            lines.append(f"| {row.name} | {' | '.join(cells)} |")
    return "\n".join(lines)


def pairs(rows: list[Row]) -> str:
    """Largest relative difference of an output between any two simulators."""
    with_outputs = [row for row in rows if row.outputs]
    lines = ["| | " + " | ".join(row.name for row in with_outputs) + " |", "|---" * (len(with_outputs) + 1) + "|"]
    for row in with_outputs:
        mine = np.array(row.outputs)
        cells = [
            "" if other is row else scientific(output_error(mine, np.array(other.outputs))) for other in with_outputs
        ]
        lines.append(f"| {row.name} | {' | '.join(cells)} |")
    return "\n".join(lines)


def setups(rows: list[Row]) -> str:
    return "\n".join(f"- {row.name}: {row.setup}." for row in rows)


def section(title: str, introduction: str, rows: list[Row]) -> str:
    accuracy = (
        f"First columns at rtol {scientific(COMMON_TOLERANCE)}, with the largest relative errors. The stated accuracy "
        f"is {scientific(OUTPUT_LIMIT)} in every output and {scientific(STATE_LIMIT)} in every state; shown is the "
        "fastest tolerance that keeps it. Where no states are seen, outputs alone are held to it."
    )
    return "\n\n".join(
        [
            f"## {title}",
            introduction,
            accuracy,
            comparison(rows),
            setups(rows),
            f"Largest difference of an output between two simulators, at rtol {scientific(COMMON_TOLERANCE)}:",
            pairs(rows),
            "At every tolerance: patient-years per core-second; error of outputs; error of any state.",
            ladder(rows),
        ]
    )
