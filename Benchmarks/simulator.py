"""What every simulator in the comparison can do, and where it is found."""

from importlib import import_module
from pathlib import Path
from typing import Protocol

import numpy as np

from problem import Problem

# The absolute tolerance beside a relative one, on states that are scaled to about one.
ABSOLUTE_SHARE = 0.1


class Simulator(Protocol):
    # As it stands in the table.
    name: str
    # How doses are given and which method integrates.
    setup: str

    def load(self, problem: Problem, folder: Path) -> None:
        """Makes the model ready to run; `folder` is for files, and may hold those of an earlier load."""

    def run(self, years: float, tolerance: float) -> np.ndarray:
        """The scaled states at the problem's samples, a row for each."""


# Module and class, so that a process imports its own simulator alone.
PEERS = (
    "amici_adapter.AmiciEvents",
    "amici_adapter.AmiciStretches",
    "roadrunner_adapter.RoadRunnerEvents",
    "roadrunner_adapter.RoadRunnerStretches",
    "copasi_adapter.Copasi",
    "scipy_adapter.SciPy",
)


def make(peer: str) -> Simulator:
    module, name = peer.split(".")
    return getattr(import_module(module), name)()
