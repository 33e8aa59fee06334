"""What a benchmark hands to the runner, and the few functions that measure."""

import importlib
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import perf_counter


@dataclass(frozen=True)
class Figure:
    """One measured figure. Less is better.

    `budget` is the most it should be, in the same unit. The yardstick is a plainer way to do the same work, measured in
    the same run and in the same unit: `yardstick` names it, `yardstick_value` is its figure.
    """

    what: str
    value: float
    unit: str = "ms"
    budget: float | None = None
    yardstick: str = ""
    yardstick_value: float | None = None

    @property
    def ratio(self) -> float | None:
        """How many times the yardstick's figure it is."""
        return self.value / self.yardstick_value if self.yardstick_value else None

    @property
    def within_budget(self) -> bool:
        """Also true when there is no budget."""
        return self.budget is None or self.value <= self.budget


def milliseconds(work: Callable[[], object]) -> float:
    """How long one call takes."""
    begun = perf_counter()
    work()
    return (perf_counter() - begun) * 1000


def percentile(values: Sequence[float], percent: float) -> float:
    """The nearest-rank percentile: `percent` of the values are this or less."""
    ordered = sorted(values)
    return ordered[max(math.ceil(percent / 100 * len(ordered)) - 1, 0)]


def run_one(module: str, function: str, smoke: bool) -> list[Figure]:
    """Run one benchmark: the runner calls this in the benchmark's own process."""
    found = importlib.import_module(f"tests.benchmarks.{module}")
    return list(getattr(found, function)(smoke))
