"""Puts the short table of results into the project's README, between two marks."""

import json
import re
from pathlib import Path

import tables
from results import Row, Run

MARKS = ("<!-- benchmarks: written by Benchmarks/run -->", "<!-- end of benchmarks -->")
HEADER = "| simulator | patient-years per core-second | × AMICI | error of outputs | start-up, s | peak memory, MB |"


def write(results: Path, readme: Path) -> None:
    """Replaces what stands between the marks."""
    content = json.loads(results.read_text())
    rows = [Row(**{**row, "runs": [Run(**run) for run in row["runs"]]}) for row in content["cases"]["therapy"]]
    text = readme.read_text()
    block = "\n".join([MARKS[0], table(rows), MARKS[1]])
    changed, count = re.subn(f"{MARKS[0]}.*?{MARKS[1]}", lambda _: block, text, flags=re.DOTALL)
    if count != 1:
        raise SystemExit(f"{readme}: expected one pair of the marks {MARKS[0]} and {MARKS[1]}, found {count}")
    readme.write_text(changed)


def table(rows: list[Row]) -> str:
    """Everybody at the fastest tolerance that keeps the stated accuracy."""
    yardstick = tables.fastest([row.accurate for row in rows if row.name.startswith(tables.YARDSTICK)])
    lines = [HEADER, "|---" + "|---:" * 5 + "|"]
    for row in rows:
        if row.accurate is None:
            continue
        speed, ratio = tables.speed(row.accurate, yardstick)
        error = tables.scientific(row.accurate.output_error)
        memory = "—" if row.memory is None else f"{row.memory:.0f}"
        start = "—" if row.first_start is None else f"{row.first_start:.2g}"
        lines.append(f"| {row.name} | {speed} | {ratio} | {error} | {start} | {memory} |")
    return "\n".join(lines)
