"""Exact figures, between bounds where a band or a range was given, and how they are spread.

What follows from bounds is bounded too, never a false middle. Everything is a fraction until it is printed.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property, lru_cache
from math import floor

from resources.tables import Cell
from resources.wording import exact, number, rounded

Figure = Fraction | int | float
Ratio = tuple[int, int]
"""A whole number and what it is to be divided by, which is not nought."""


@dataclass(frozen=True)
class Bounds:
    """A figure that lies from `low` to `high`; they are the same where it is known exactly."""

    low: Fraction
    high: Fraction

    @property
    def exact(self) -> bool:
        """Whether it is known."""
        return self.low is self.high or self.low == self.high

    def times(self, factor: Fraction | int) -> "Bounds":
        """In another unit."""
        return Bounds(self.low * factor, self.high * factor)

    def ends(self, places: int = 1) -> tuple[int | float, int | float]:
        """Both ends as they are printed."""
        return _printed(self.low, places), _printed(self.high, places)

    def cell(self, places: int = 1) -> Cell:
        """A figure for a table; words where it is not known exactly."""
        low, high = self.ends(places)
        return low if low == high else f"{_words(low, places)} to {_words(high, places)}"

    def __str__(self) -> str:
        low, high = self.ends()
        return _words(low, 1) if low == high else f"{_words(low, 1)} to {_words(high, 1)}"


def _printed(value: Figure, places: int) -> int | float:
    told = rounded(value, places)
    return int(told) if told == told.to_integral_value() else float(told)


def _words(value: int | float, places: int) -> str:
    return number(value, 0 if isinstance(value, int) else places)


def bounds(low: str | int | Fraction, high: str | int | Fraction | None = None) -> Bounds:
    """From figures or decimal text; the two may stand in either order."""
    ends = sorted((Fraction(low), Fraction(low if high is None else high)))
    return Bounds(ends[0], ends[1])


@lru_cache(maxsize=4096)
def bounds_of(low: float, high: float) -> Bounds:
    """From decimals as they come from a table in memory; few differ, so that each is made once."""
    return Bounds(figure_of(low), figure_of(high))


@lru_cache(maxsize=4096)
def figure_of(value: float) -> Fraction:
    """A figure as it was answered: the decimal number that it prints as."""
    return Fraction(int(value)) if value.is_integer() else exact(value)


# --- how figures are spread -----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Quartiles:
    """The middle of some figures and what a quarter lie below and above, by linear interpolation."""

    lower: Fraction
    median: Fraction
    upper: Fraction


def quartiles(values: Sequence[Figure]) -> Quartiles:
    """Of at least one figure, as pandas and Excel's QUARTILE make them."""
    ordered = sorted(values, key=float)  # figures whose decimals are the same are as good as the same
    return _quartiles(len(ordered), lambda place: exact(ordered[place]))


def quartiles_of_ratios(ratios: Sequence[Ratio]) -> Quartiles:
    """The same of ratios, as exact and far quicker: only those in the middle are made fractions."""
    ordered = sorted(ratios, key=_decimal)
    return _quartiles(len(ordered), lambda place: Fraction(*ordered[place]))


def _decimal(ratio: Ratio) -> float:
    return ratio[0] / ratio[1]


def _quartiles(count: int, figure_at: Callable[[int], Fraction]) -> Quartiles:
    return Quartiles(*(_quantile(count, figure_at, Fraction(part, 4)) for part in (1, 2, 3)))


def _quantile(count: int, figure_at: Callable[[int], Fraction], part: Fraction) -> Fraction:
    place = part * (count - 1)
    below = floor(place)
    lower, upper = figure_at(below), figure_at(min(below + 1, count - 1))
    return lower + (upper - lower) * (place - below)


@dataclass(frozen=True)
class Spread:
    """How figures are spread. Order statistics of the lower and of the upper bounds hold the true ones between them."""

    base: int
    low: Quartiles
    high: Quartiles
    ranges: int
    values: tuple[Sequence[Figure], Sequence[Figure]] = field(repr=False, compare=False)

    @property
    def median(self) -> Bounds:
        """Half lie below, half above."""
        return Bounds(self.low.median, self.high.median)

    @property
    def lower_quartile(self) -> Bounds:
        """A quarter lie below."""
        return Bounds(self.low.lower, self.high.lower)

    @property
    def upper_quartile(self) -> Bounds:
        """A quarter lie above."""
        return Bounds(self.low.upper, self.high.upper)

    @cached_property
    def total(self) -> Bounds:
        """All together."""
        return Bounds(*(total_of(one) for one in self.values))

    @property
    def mean(self) -> Bounds:
        """The total, shared equally."""
        return self.total.times(Fraction(1, self.base))


def spread(lows: Sequence[Figure], highs: Sequence[Figure]) -> Spread | None:
    """Median, quartiles, mean and total; None of nobody."""
    if not len(lows):
        return None
    ranges = sum(low is not high and low != high for low, high in zip(lows, highs, strict=True))
    low = quartiles(lows)
    return Spread(len(lows), low, quartiles(highs) if ranges else low, ranges, (lows, highs))


def total_of(values: Iterable[Figure]) -> Fraction:
    """All together; whole figures, which nearly all are, are added much faster as such."""
    whole, parts = 0, []
    for value in values:
        if (isinstance(value, Fraction) and value.denominator == 1) or float(value).is_integer():
            whole += int(value)
        else:
            parts.append(exact(value))
    return sum(parts, Fraction(whole))
