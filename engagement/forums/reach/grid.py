"""The grid: how many services are reached by any two of rating, kind and district. Pure; a cell knows its services."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from engagement.forums.reach.figures import Band, Reach, ServiceReach, band_words
from engagement.forums.reach.question import EVERY_EVENT
from engagement.register.vocabulary import BEST_FIRST, NO_DISTRICT, WHY_NOT_RATED, ServiceKind, rating_words
from resources.problem import Problem
from resources.statistics import BASES_OF_PROVIDERS, Share, share
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import count_of, percent
from resources.words import Word

ALL = "All"


class Dimension(Word):
    """What the rows or columns are."""

    RATING = "rating", "Rating"
    KIND = "kind", "Kind"
    DISTRICT = "district", "District"


_LABEL: dict[Dimension, Callable[[ServiceReach], str]] = {
    Dimension.RATING: lambda one: rating_words(one.rating),
    Dimension.KIND: lambda one: one.kind.label,
    Dimension.DISTRICT: lambda one: one.record.district or NO_DISTRICT,
}
_ORDER = {
    Dimension.RATING: tuple(rating_words(rating) for rating in BEST_FIRST),
    Dimension.KIND: tuple(kind.label for kind in ServiceKind),
}


@dataclass(frozen=True)
class GridCell:
    """The services of one row and column, by band."""

    services: tuple[ServiceReach, ...] = ()

    @property
    def base(self) -> int:
        """How many there are."""
        return len(self.services)

    def share(self, bands: Sequence[Band]) -> Share:
        """How many of them are in some bands, with the base."""
        return share(sum(one.band in bands for one in self.services), self.base)


@dataclass(frozen=True)
class Grid:
    """A cell for each pair of labels, and for all of a row, of a column, and of everything under `ALL`."""

    reach: Reach
    across: Dimension
    down: Dimension
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: Mapping[tuple[str, str], GridCell]

    def cell(self, row: str, column: str) -> GridCell:
        """The cell of a row and column; one that no service stands in is empty."""
        return self.cells.get((row, column), GridCell())

    @cached_property
    def has_small_bases(self) -> bool:
        """Whether any percentage is hidden or marked."""
        return any(cell.base < BASES_OF_PROVIDERS.flag for cell in self.cells.values())


def grid_of(reach: Reach, *, down: Dimension, across: Dimension) -> Grid:
    """The grid with one dimension for its rows and another for its columns."""
    if down is across:
        raise Problem(
            f"Rows and columns are both “{down.label}”. Choose two different ones of "
            "rating, kind and district."
        )
    found: dict[tuple[str, str], list[ServiceReach]] = defaultdict(list)
    row_of, column_of = _LABEL[down], _LABEL[across]
    for one in reach.services:
        row, column = row_of(one), column_of(one)
        for key in ((row, column), (row, ALL), (ALL, column), (ALL, ALL)):
            found[key].append(one)
    rows = _ordered(down, {row for row, _ in found} - {ALL})
    columns = _ordered(across, {column for _, column in found} - {ALL})
    return Grid(reach, across, down, rows, columns, {key: GridCell(tuple(one)) for key, one in found.items()})


def _ordered(dimension: Dimension, labels: set[str]) -> tuple[str, ...]:
    """As the vocabulary has them; districts by name, those not recorded last."""
    order = _ORDER.get(dimension) or (*sorted(labels - {NO_DISTRICT}), NO_DISTRICT)
    return tuple(label for label in order if label in labels)


# --- as a table -----------------------------------------------------------------------------------------


class Measure(Word):
    """What the figures of a cell count."""

    SEEN = "seen", "Came lately"
    NOT_SEEN = "not_seen", "Not seen lately, or never"
    SEEN_BEFORE = "seen_before", "Came before that"
    INVITED_ONLY = "invited_only", "Invited, never came"
    NEVER_INVITED = "never_invited", "Never invited"

    @property
    def bands(self) -> tuple[Band, ...]:
        """The bands it counts."""
        if self is Measure.NOT_SEEN:
            return tuple(band for band in Band if band is not Band.SEEN)
        return (Band(self.value),)

    def words(self, months: int) -> str:
        """As people read it: Came in 12 months."""
        if self is Measure.NOT_SEEN:
            return f"Not seen in {months} months, or never"
        return band_words(self.bands[0], months)


def cell_words(part: Share) -> str:
    """8 of 12; with a percentage from a base that is large enough, marked * while it is small."""
    if not part.base:
        return "–"
    said = f"{part.count:,} of {part.base:,}"
    if part.shown is None:
        return said
    return f"{said} · {percent(part.shown)}{'*' if part.small else ''}"


def grid_table(grid: Grid, measure: Measure = Measure.SEEN) -> Table:
    """The grid as text: in each cell how many of how many services, and the percentage where the base allows."""
    months, bands, names = grid.reach.question.months, measure.bands, (ALL, *grid.columns)
    kind = ColumnKind.RATING if grid.down is Dimension.RATING else ColumnKind.TEXT
    columns = (
        Column("row", grid.down.label, kind, 176),
        *(Column(f"c{at}", name, width=140 if name == ALL else 132) for at, name in enumerate(names)),
    )
    rows: list[tuple[Cell, ...]] = [
        (row, *(cell_words(grid.cell(row, column).share(bands)) for column in names))
        for row in (ALL, *grid.rows)
    ]
    return Table(
        title=f"{measure.words(months)}, by {grid.down.label.lower()} and {grid.across.label.lower()}",
        columns=columns,
        rows=rows,
        base=f"{count_of(len(grid.reach.services), 'service')} in the register; each cell: how many of how many",
        as_at=grid.reach.question.day,
        notes=grid_notes(grid),
    )


def grid_notes(grid: Grid) -> tuple[str, ...]:
    """What a reader must know of the events that count, of small bases and of services that are not rated."""
    rule = BASES_OF_PROVIDERS
    notes = [EVERY_EVENT]
    if grid.has_small_bases:
        notes.append(
            f"No percentage is given of fewer than {rule.hide} services; * marks one of fewer than {rule.flag}, "
            "which one service more or fewer changes a good deal."
        )
    unrated = rating_words(None)
    if Dimension.RATING in (grid.down, grid.across) and unrated in (*grid.rows, *grid.columns):
        notes.append(WHY_NOT_RATED)
    return tuple(notes)
