"""Figures between bounds: where somebody gave a band or a range, what follows is bounded too, never a false middle."""

from collections.abc import Sequence
from dataclasses import dataclass

from resources.tables import Cell
from resources.wording import number


@dataclass(frozen=True)
class Bounds:
    """A figure that lies from `low` to `high`; they are the same where it is known exactly."""

    low: float
    high: float

    @property
    def exact(self) -> bool:
        """Whether it is known."""
        return self.low == self.high

    def times(self, factor: float) -> "Bounds":
        """In another unit."""
        return Bounds(self.low * factor, self.high * factor)

    def cell(self, places: int = 1) -> Cell:
        """A figure for a table; words where it is not known exactly."""
        low, high = round(self.low, places), round(self.high, places)
        return _plain(low) if low == high else f"{_words(low, places)} to {_words(high, places)}"


def _plain(value: float) -> int | float:
    return int(value) if float(value).is_integer() else value


def _words(value: float, places: int) -> str:
    return number(value, 0 if float(value).is_integer() else places)


@dataclass(frozen=True)
class Spread:
    """How figures are spread. Order statistics of the lower and of the upper bounds hold the true ones between them."""

    base: int
    median: Bounds
    lower_quartile: Bounds
    upper_quartile: Bounds
    mean: Bounds
    total: Bounds
    ranges: int = 0


def spread(lows: Sequence[float], highs: Sequence[float]) -> Spread | None:
    """Median, quartiles, mean and total; None of nobody."""
    if not len(lows):
        return None
    below, above = sorted(lows), sorted(highs)
    base = len(below)
    quarter, half, three = (Bounds(_quantile(below, at), _quantile(above, at)) for at in (0.25, 0.5, 0.75))
    total = Bounds(float(sum(below)), float(sum(above)))
    ranges = sum(low != high for low, high in zip(lows, highs, strict=True))
    return Spread(base, half, quarter, three, total.times(1 / base), total, ranges)


def _quantile(ordered: Sequence[float], at: float) -> float:
    """Between the two neighbours in proportion, as pandas and Excel's QUARTILE do."""
    place = at * (len(ordered) - 1)
    before = int(place)
    after = min(before + 1, len(ordered) - 1)
    return float(ordered[before] + (ordered[after] - ordered[before]) * (place - before))
