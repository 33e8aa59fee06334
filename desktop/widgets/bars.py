"""What a bar chart shows, as a value and in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.shell.looks.look import Tone
from resources.wording import number


@dataclass(frozen=True)
class Bars:
    """What a bar chart shows. A row is a label and one value per series; None is not shown.

    `title` is the finding; `subtitle` says measure, base and date. `tones` colours the series as ratings.
    """

    title: str
    series: tuple[str, ...]
    rows: Sequence[tuple[str, tuple[float | None, ...]]]
    subtitle: str = ""
    source: str = ""
    stacked: bool = True
    unit: str = ""
    tones: tuple[Tone, ...] = ()

    def in_words(self) -> str:
        """The chart as text."""
        rows = (f"{name}: {', '.join(self._said(values))}" for name, values in self.rows)
        return ". ".join(part for part in (self.title, self.subtitle, *rows, self.source) if part)

    def figure(self, value: float) -> str:
        """A value with its unit."""
        return f"{number(value, 0 if float(value).is_integer() else 1)}{self.unit}"

    def _said(self, values: Sequence[float | None]) -> list[str]:
        named = zip(self.series, values, strict=True)
        return [f"{series} {self.figure(value)}" for series, value in named if value is not None]

    def largest(self) -> float:
        """What the longest bar stands for."""
        rows = [[value or 0.0 for value in values] for _, values in self.rows]
        return max((sum(row) if self.stacked else max(row, default=0.0) for row in rows), default=0.0)

    @property
    def segmented(self) -> bool:
        """Whether a bar is made of several parts, so that values stand within them."""
        return self.stacked and len(self.series) > 1
