"""A table as a value: what the screen, Word, Excel, CSV and the command line all draw from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # a report is made of tables, so that its package loads this module
    from resources.report.exemption import Exemption

Cell = str | int | float | None
"""Dates are ISO text; money is integer pence; a percentage is a number from 0 to 100."""


class ColumnKind(Enum):
    """How a column's cells are shown and aligned."""

    TEXT = "text"
    NUMBER = "number"
    PERCENT = "percent"
    MONEY = "money"
    POINTS = "points"  # hundredths of a point, shown with two places: 467 is 4.67
    DATE = "date"
    TIME = "time"  # an instant, ISO text in UTC with offset, shown in London time
    FLAG = "flag"  # 1 or 0, shown as Yes or No
    RATING = "rating"  # a rating's words, shown as a pill
    STATUS = "status"  # a state's words, shown as a pill


@dataclass(frozen=True)
class Column:
    """One column: `name` for code and SQL, `heading` for people, `width` in pixels at 100 %.

    Columns with the same `group` stand under one heading on screen; `heading` says it too, before a colon.
    `leads` are the ways in which cells begin alike: on screen they are left out, everywhere else they stand.
    """

    name: str
    heading: str
    kind: ColumnKind = ColumnKind.TEXT
    width: int = 140
    group: str = ""
    leads: tuple[str, ...] = ()


@dataclass(frozen=True)
class Table:
    """Rows under columns with what a reader needs to judge them.

    Each row has one cell per column. `base` says what the percentages are of; `notes` are sentences
    printed beneath (rounding, small bases, source). `exempt` says why none of it is for publication: whoever
    writes it marks it so (see `exemption.marked_title`).
    """

    title: str
    columns: tuple[Column, ...]
    rows: Sequence[tuple[Cell, ...]]
    base: str = ""
    source: str = ""
    as_at: date | None = None
    notes: tuple[str, ...] = ()
    exempt: "Exemption | None" = None

    @property
    def base_line(self) -> str:
        """The base as a line of its own; "" where there is none."""
        return f"Base: {self.base}" if self.base else ""
