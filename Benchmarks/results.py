"""What is measured, as it goes into results.json and the tables."""

from dataclasses import dataclass, field

# Relative tolerances tried, loosest first.
TOLERANCES = (1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8)
# The one at which everybody is shown.
COMMON_TOLERANCE = 1e-6
# What counts as accurate: outputs to a ten-thousandth, every state (serum levels too) to a thousandth.
OUTPUT_LIMIT = 1e-4
STATE_LIMIT = 1e-3


@dataclass(frozen=True)
class Run:
    """One span at one tolerance."""

    tolerance: float
    seconds: float
    speed: float
    output_error: float
    # Missing where a simulator shows its outputs alone.
    state_error: float | None

    @property
    def is_accurate(self) -> bool:
        return self.output_error <= OUTPUT_LIMIT and (self.state_error or 0) <= STATE_LIMIT


@dataclass
class Row:
    """One simulator."""

    name: str
    setup: str
    years: float
    # Seconds from import to a model that is ready; and again, with what was compiled kept.
    first_start: float | None = None
    start: float | None = None
    # Of the process, in megabytes.
    memory: float | None = None
    runs: list[Run] = field(default_factory=list)
    # Outputs at the common tolerance, for differences between simulators.
    outputs: list[list[float]] = field(default_factory=list)
    # Why there are no numbers.
    missing: str | None = None

    @property
    def common(self) -> Run | None:
        return next((run for run in self.runs if run.tolerance == COMMON_TOLERANCE), None)

    @property
    def accurate(self) -> Run | None:
        """The fastest run that is accurate."""
        return max((run for run in self.runs if run.is_accurate), key=lambda run: run.speed, default=None)
