"""Compares Osteon with other simulators: builds the cases, runs everybody in turn, writes the tables."""

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path

import calcium_bone
import osteon_export
import osteon_rows
import readme
import simulator
import tables
from case import Case, Reference
from problem import Problem
from results import Row, Run

PACKAGES = ("amici", "libroadrunner", "python-copasi", "scipy", "numpy")
# Of LSODA, where Osteon cannot be the reference: as tight as doubles allow it to work.
TIGHTEST = 1e-12


def main() -> None:
    arguments = read_arguments()
    shutil.rmtree(arguments.work, ignore_errors=True)
    arguments.work.mkdir(parents=True)
    sections = {"therapy": therapy(arguments), "calciumBone": calcium_and_bone(arguments)}
    measured = {name: [record(row) for row in rows] for name, (_, rows) in sections.items()}
    content = json.dumps({"machine": machine(), "cases": measured}, indent=1)
    (arguments.results / "results.json").write_text(content + "\n")
    parts = ["# Osteon beside other simulators", preface(), *(text for text, _ in sections.values())]
    (arguments.results / "results.md").write_text("\n\n".join(parts) + "\n")
    readme.write(arguments.results / "results.json", arguments.results.parent / "README.md")
    print((arguments.results / "results.md").read_text())


def read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--osteon", type=Path, required=True, help="the built program")
    parser.add_argument("--scenario", type=Path, required=True, help="the regimen to simulate")
    parser.add_argument("--calcium-bone", type=Path, required=True, help="BIOMD0000000613 as SBML")
    parser.add_argument("--work", type=Path, required=True, help="folder for what is generated; emptied first")
    parser.add_argument("--results", type=Path, required=True, help="folder for results.md and results.json")
    return parser.parse_args()


def therapy(arguments: argparse.Namespace) -> tuple[str, list[Row]]:
    """Osteon's own model on the scenario."""
    export = arguments.work / "model.json"
    command = ["model", "export", export, "--scenario", arguments.scenario, "--course"]
    subprocess.run([arguments.osteon, *command], check=True)
    problem, reference = osteon_export.read(export)
    years = round(problem.samples[-1] / problem.units_per_year, 6)
    case = Case(problem, reference, years, arguments.work / "therapy")
    case.save()
    rows = osteon_rows.rows(arguments.osteon, arguments.scenario, case) + peers(case)
    introduction = (
        f"{problem.name}: Osteon's own {len(problem.states)} states, {len(problem.doses)} doses in {years:g} years "
        f"from the same state at time zero, looked at every month. Outputs "
        f"are densities and markers. The reference is {reference.source}."
    )
    return tables.section("Hormone therapy", introduction, rows), rows


def calcium_and_bone(arguments: argparse.Namespace) -> tuple[str, list[Row]]:
    """The published model, which Osteon cannot read yet."""
    title = "A published calcium-bone model"
    if not arguments.calcium_bone.exists():
        return f"## {title}\n\nSkipped: {arguments.calcium_bone.name} is not there.", []
    problem = calcium_bone.read(arguments.calcium_bone)
    years = float(calcium_bone.YEARS)
    case = Case(problem, tight_reference(problem, years), years, arguments.work / "calcium-bone")
    case.save()
    osteon = Row("Osteon", "none", years, missing="needs SBML in")
    rows = [osteon, *peers(case)]
    introduction = (
        f"{problem.name}, for {years:g} years: {len(problem.states)} states. The file's own event, three doses that "
        f"each replace what is left of the last, gives way to a daily dose that adds to it; what counts as outputs is "
        f"{', '.join(problem.outputs)}. The reference is {case.reference.source}."
    )
    return tables.section(title, introduction, rows), rows


def tight_reference(problem: Problem, years: float) -> Reference:
    tool = simulator.make("scipy_adapter.SciPy")
    tool.load(problem, Path())
    states = tool.run(years, TIGHTEST)
    outputs = problem.outputs_of(problem.sampled(years), states)
    return Reference(f"SciPy's LSODA at a relative tolerance of {TIGHTEST:g}", states, outputs)


def peers(case: Case) -> list[Row]:
    rows = []
    for peer in simulator.PEERS:
        print(f"{case.problem.name}: {peer} …", file=sys.stderr)
        first = work(case, peer, "--start-only")
        row = work(case, peer)
        row.first_start = first.start
        rows.append(row)
    return rows


def work(case: Case, peer: str, *options: str) -> Row:
    """Runs a simulator in a process of its own, so that its start-up and memory are its own."""
    worker = Path(__file__).with_name("worker.py")
    finished = subprocess.run(
        [sys.executable, worker, case.folder, peer, *options], stdout=subprocess.PIPE, text=True, check=False
    )
    if finished.returncode != 0:
        return Row(peer, "", case.years, missing="failed; what it said stands above")
    read = json.loads(finished.stdout.splitlines()[-1])
    return Row(**{**read, "runs": [Run(**run) for run in read["runs"]]})


def record(row: Row) -> dict[str, object]:
    return {key: value for key, value in asdict(row).items() if key != "outputs"}


def machine() -> dict[str, str]:
    lines = Path("/proc/cpuinfo").read_text().splitlines()
    models = [line.split(":")[1].strip() for line in lines if line.startswith("model name")]
    model = models[0] if models else platform.processor()
    found = {"processor": f"{model}, {os.cpu_count()} cores", "python": platform.python_version()}
    return found | {package: version(package) for package in PACKAGES}


def preface() -> str:
    found = machine()
    versions = ", ".join(f"{package} {found[package]}" for package in PACKAGES)
    return (
        f"Written by `Benchmarks/run`. {found['processor']}; Python {found['python']}; {versions}.\n\n"
        "Everybody gets the same equations, with constants folded and every state divided by its typical size, and "
        "the absolute tolerance is a tenth of the relative one. Speed is years over seconds of one core, the best of "
        "three runs, of one only where that takes five seconds or more. Start-up is import and loading, the first time "
        "with what has to be compiled and again with what is kept (for Osteon, from process start to "
        "the exported model, her history included, or to a compiled model)."
    )


if __name__ == "__main__":
    main()
