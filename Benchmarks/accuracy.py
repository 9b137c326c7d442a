"""How far simulated states and outputs are from others."""

import numpy as np


def state_error(states: np.ndarray, reference: np.ndarray) -> float:
    """The largest difference of a state, as a share of its largest value seen, or of its scale where that is more."""
    return float(np.max(np.abs(states - reference) / np.maximum(1.0, np.max(np.abs(reference), axis=0))))


def output_error(outputs: np.ndarray, reference: np.ndarray) -> float:
    """The largest relative difference of an output."""
    return float(np.max(np.abs(outputs / reference - 1)))
