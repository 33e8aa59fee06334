"""Address labels on the sheets that an office buys, from the label at which a begun sheet starts."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from engagement.forums.mailing.letters import address_block
from engagement.forums.mailing.recipients import Correspondent
from resources.problem import FieldProblem
from resources.report.word.markup import Xml
from resources.report.word.pages import (
    Grid,
    Line,
    cell_of,
    fits,
    grid_table,
    last_line,
    millimetres,
    placed,
    save_pages,
    section,
    size_that_fits,
)
from resources.words import Word

LARGEST, SMALLEST = 12.0, 6.0


class LabelSheet(Word):
    """Sheets of A4, by the maker's number that others print on theirs too."""

    L7160 = "l7160", "L7160: 21 labels, 63.5 × 38.1 mm"
    L7163 = "l7163", "L7163: 14 labels, 99.1 × 38.1 mm"
    L7161 = "l7161", "L7161: 18 labels, 63.5 × 46.6 mm"

    @property
    def grid(self) -> Grid:
        """Where the labels stand."""
        return _GRIDS[self]


_GRIDS = {
    LabelSheet.L7160: Grid(3, 7, 63.5, 38.1, gap=2.5),
    LabelSheet.L7163: Grid(2, 7, 99.1, 38.1, gap=2.5),
    LabelSheet.L7161: Grid(3, 6, 63.5, 46.6, gap=2.5),
}


def save_labels(
    people: Sequence[Correspondent],
    sheet: LabelSheet,
    path: Path,
    *,
    title: str,
    day: date,
    first: int = 1,
) -> int:
    """Write a label for each person, the first of them at place `first` of the sheet; returns how many sheets."""
    grid = sheet.grid
    if not 1 <= first <= grid.on_a_page:
        raise FieldProblem(
            "first", f"The sheet has labels 1 to {grid.on_a_page}, and {first} is none of them."
        )
    cells: list[Xml] = [placed()] * (first - 1) + [_label(one, grid) for one in people]
    description = (
        f"Address labels, {grid.columns} beside each other and {grid.rows} beneath each other on a sheet."
    )
    table = grid_table(grid, cells, title=f"Address labels: {title}", description=description)
    save_pages(
        path, title=f"Address labels: {title}", as_at=day, body=[table, last_line(), section(grid.paper)]
    )
    return -(-len(cells) // grid.on_a_page)


def _label(one: Correspondent, grid: Grid) -> Xml:
    """In the largest size that fits; where no size does, short lines stand beside each other."""
    texts = address_block(one)
    lines = [Line(text, bold=not place) for place, text in enumerate(texts)]
    if not _fit(lines, grid):
        lines = [lines[0], Line(texts[1]), Line(", ".join(texts[2:-1])), Line(texts[-1])]
    return cell_of(lines, size_that_fits(lines, grid, most=LARGEST, least=SMALLEST))


def _fit(lines: Sequence[Line], grid: Grid) -> bool:
    width, height = millimetres(grid.width - 2 * grid.inset), millimetres(grid.height - 2)
    return fits(lines, 8, width=width, height=height)
