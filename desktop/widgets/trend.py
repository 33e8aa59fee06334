"""What a chart over time shows, as a value and in words: a figure at each time, and where it must not be compared."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from resources.wording import number


@dataclass(frozen=True)
class TrendPoint:
    """A figure at one time with its interval. `words` stands beside it; None is a time without a figure.

    `break_before` says why no line may be drawn to it from what comes before: "Question changed".
    """

    name: str
    value: float | None
    low: float | None = None
    high: float | None = None
    words: str = ""
    break_before: str = ""


@dataclass(frozen=True)
class Trend:
    """`title` is the finding; `subtitle` says measure and base."""

    title: str
    points: Sequence[TrendPoint]
    subtitle: str = ""
    source: str = ""
    unit: str = "%"

    def in_words(self) -> str:
        """The chart as text."""
        parts = (self.title, self.subtitle, *(self._said(point) for point in self.points), self.source)
        return ". ".join(part.rstrip(".") for part in parts if part)

    def figure(self, value: float) -> str:
        """A value with its unit."""
        return f"{number(value, 0 if float(value).is_integer() else 1)}{self.unit}"

    def words(self, point: TrendPoint) -> str:
        """What stands beside a point."""
        return point.words or ("no figure" if point.value is None else self.figure(point.value))

    def _said(self, point: TrendPoint) -> str:
        broken = f"{point.break_before}: not comparable with before. " if point.break_before else ""
        interval = ""
        if point.low is not None and point.high is not None:
            interval = f" ({self.figure(round(point.low))} to {self.figure(round(point.high))})"
        return f"{broken}{point.name}: {self.words(point)}{interval}"

    def top(self) -> float:
        """The end of the scale, which begins at zero: a whole step above the highest figure."""
        ends = [max(point.value, point.high or 0.0) for point in self.points if point.value is not None]
        return ceil(max(ends, default=1.0) / self.step()) * self.step()

    def step(self) -> float:
        """From one line of the grid to the next."""
        ends = [max(point.value, point.high or 0.0) for point in self.points if point.value is not None]
        highest = max(ends, default=1.0) or 1.0
        return next(
            (step for step in (0.5, 1.0, 2.0, 5.0, 10.0, 25.0, 50.0, 100.0) if highest / step <= 5),
            highest / 4,
        )

    def joined(self) -> list[tuple[int, int]]:
        """Between which points a line is drawn: never over a break or a time without a figure."""
        return [
            (at - 1, at)
            for at in range(1, len(self.points))
            if not self.points[at].break_before
            and self.points[at].value is not None
            and self.points[at - 1].value is not None
        ]
