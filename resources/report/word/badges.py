"""Name badges, eight a page, and name cards for tables, four a page, to cut along their lines."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from resources.report.word import markup as xml
from resources.report.word.markup import Xml
from resources.report.word.pages import (
    Grid,
    Line,
    grid_table,
    last_line,
    placed,
    save_pages,
    section,
    size_that_fits,
    sized,
)
from resources.report.word.styles import QUIET

GRID = Grid(2, 4, 90, 60, cut=True, align="center", inset=4)
NAME, LEAST_NAME = 24.0, 11.0
ORGANISATION, LEAST = 14.0, 8.0
SMALL = 10.0
CARD = Grid(1, 4, 180, 68, cut=True, align="center", inset=6)
"""Two rows make a card that stands on a table: an empty one behind, and one with the name."""
CARD_NAME, CARD_LEAST = 44.0, 16.0


def save_badge_cells(cells: Sequence[Xml], path: Path, *, title: str, day: date) -> None:
    """Badges as a document."""
    description = "Two badges beside each other, four rows a page."
    table = grid_table(GRID, cells, title=title, description=description)
    save_pages(path, title=title, as_at=day, body=[table, last_line(), section(GRID.paper)])


def badge_cell(name: str, organisation: str, *, part: str, beneath: str) -> Xml:
    """Name at 24 points or as large as fits, organisation, part where there is one, and what it is for."""
    home = size_that_fits([Line(organisation)], _part(24), most=ORGANISATION, least=LEAST)
    return xml.joined(
        placed(sized(name, name_size(name), bold=True), align="center", after=3),
        *([placed(sized(organisation, home), align="center", after=3)] if organisation else []),
        *([placed(sized(part, 12, bold=True), align="center", after=3)] if part else []),
        placed(sized(beneath, _small(beneath), colour=QUIET), align="center", before=4),
    )


def blank_badge(beneath: str) -> Xml:
    """One for somebody who walks in."""
    return xml.joined(
        placed(sized(" ", NAME), align="center", after=30),
        placed(sized(beneath, _small(beneath), colour=QUIET), align="center"),
    )


def name_size(name: str) -> float:
    """The largest size, up to 24 points, at which the name stands on two lines without a word being broken."""
    return size_that_fits([Line(name, bold=True)], _part(22), most=NAME, least=LEAST_NAME)


def save_cards(people: Sequence[tuple[str, str]], path: Path, *, title: str, day: date) -> None:
    """Cards that stand on a table: of each a name, and what stands beneath it. They are folded above the name."""
    cells = [cell for name, beneath in people for cell in (placed(), _card(name, beneath))]
    description = "A card takes two rows: it is cut out and folded along the line above the name."
    table = grid_table(CARD, cells, title=title, description=description)
    save_pages(path, title=title, as_at=day, body=[table, last_line(), section(CARD.paper)])


def _card(name: str, beneath: str) -> Xml:
    size = size_that_fits([Line(name, bold=True)], Grid(1, 1, CARD.width, 40, inset=CARD.inset),
                          most=CARD_NAME, least=CARD_LEAST)  # fmt: skip
    small = size_that_fits(
        [Line(beneath)], Grid(1, 1, CARD.width, 16, inset=CARD.inset), most=18.0, least=9.0
    )
    return xml.joined(
        placed(sized(name, size, bold=True), align="center", after=4),
        *([placed(sized(beneath, small, colour=QUIET), align="center")] if beneath else []),
    )


def _small(text: str) -> float:
    return size_that_fits([Line(text)], _part(11), most=SMALL, least=7.0)


def _part(height: float) -> Grid:
    """A part of a badge, of so many millimetres."""
    return Grid(GRID.columns, GRID.rows, GRID.width, height, inset=GRID.inset)
