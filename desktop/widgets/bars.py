"""What a bar chart shows, as a value and in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.shell.looks.look import Tone
from resources.wording import number


@dataclass(frozen=True)
class Bars:
    """What a bar chart shows. A row is a label and one value per series; None is not shown.

    `title` is the finding; `subtitle` says measure, base and date. `tones` colours the series as ratings.
    `ranges` gives each value the interval drawn over its bar, `texts` words instead of its figure: also where there is
    no value to draw. The scale goes at least to `reaches`. `colours` says which of the set's each series has, where a
    series keeps its colour though another before it is left out.
    """

    title: str
    series: tuple[str, ...]
    rows: Sequence[tuple[str, tuple[float | None, ...]]]
    subtitle: str = ""
    source: str = ""
    stacked: bool = True
    unit: str = ""
    tones: tuple[Tone, ...] = ()
    ranges: Sequence[tuple[tuple[float, float] | None, ...]] = ()
    texts: Sequence[tuple[str, ...]] = ()
    reaches: float = 0.0
    colours: tuple[int, ...] = ()

    def in_words(self) -> str:
        """The chart as text."""
        rows = (f"{name}: {', '.join(self._said(at, values))}" for at, (name, values) in enumerate(self.rows))
        return ". ".join(part.rstrip(".") for part in (self.title, self.subtitle, *rows, self.source) if part)

    def figure(self, value: float) -> str:
        """A value with its unit."""
        return f"{number(value, 0 if float(value).is_integer() else 1)}{self.unit}"

    def words(self, row: int, series: int) -> str:
        """What stands at the end of a bar: empty where there is neither words nor a value."""
        if self.texts:
            return self.texts[row][series]
        value = self.rows[row][1][series]
        return "" if value is None else self.figure(value)

    def range(self, row: int, series: int) -> tuple[float, float] | None:
        """The interval drawn over a bar, if it has one."""
        return self.ranges[row][series] if self.ranges else None

    def end(self, row: int, series: int) -> float:
        """How far a bar reaches, with its interval."""
        found = self.range(row, series)
        return max(self.rows[row][1][series] or 0.0, found[1] if found else 0.0)

    def _said(self, row: int, values: Sequence[float | None]) -> list[str]:
        return [
            " ".join(part for part in (series, self.words(row, at), self._range_words(row, at)) if part)
            for at, series in enumerate(self.series)
            if values[at] is not None or self.words(row, at)
        ]

    def _range_words(self, row: int, series: int) -> str:
        found = self.range(row, series)
        return f"({self.figure(round(found[0]))} to {self.figure(round(found[1]))})" if found else ""

    def largest(self) -> float:
        """What the longest bar stands for, its interval included."""
        ends = (self._longest(at, values) for at, (_, values) in enumerate(self.rows))
        return max((self.reaches, *ends))

    def _longest(self, row: int, values: Sequence[float | None]) -> float:
        if self.stacked and len(values) > 1:
            return sum(value or 0.0 for value in values)
        return max((self.end(row, at) for at in range(len(values))), default=0.0)

    @property
    def segmented(self) -> bool:
        """Whether a bar is made of several parts, so that values stand within them."""
        return self.stacked and len(self.series) > 1
