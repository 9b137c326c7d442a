"""A problem with what its results are measured by, as it is handed to the simulators' processes."""

import pickle
from dataclasses import dataclass
from pathlib import Path

import numpy as np

import sbml_writer
from problem import Problem


@dataclass(frozen=True)
class Reference:
    """Rows for the problem's samples; states scaled."""

    source: str
    states: np.ndarray
    outputs: np.ndarray


@dataclass(frozen=True)
class Case:
    problem: Problem
    reference: Reference
    # How many years the doses and the reference cover.
    years: float
    # Where it is kept, with the transcriptions to SBML.
    folder: Path

    def save(self) -> None:
        self.folder.mkdir(parents=True)
        sbml_writer.write(self.problem, self.folder / "plain.xml", with_doses=False)
        sbml_writer.write(self.problem, self.folder / "doses.xml", with_doses=True)
        (self.folder / "case.pickle").write_bytes(pickle.dumps(self))

    @staticmethod
    def load(folder: Path) -> "Case":
        return pickle.loads((folder / "case.pickle").read_bytes())
