"""Badges and name cards: each name whole, as large as fits, on its own card."""

from datetime import date
from pathlib import Path

from docx import Document

from resources.report.word.badges import (
    CARD,
    badge_cell,
    blank_badge,
    name_size,
    save_badge_cells,
    save_cards,
)

DAY = date(2026, 11, 1)
LONG = "Wilhelmina-Maximiliana Featherstonehaugh-Cholmondeley"


def test_a_badge_says_who_from_where_and_as_what(tmp_path: Path) -> None:
    cells = [badge_cell("Ada Example", "The Elms", part="Presenter", beneath="Awards"), blank_badge("Awards")]
    save_badge_cells(cells, tmp_path / "b.docx", title="Badges", day=DAY)
    (table,) = Document(str(tmp_path / "b.docx")).tables
    assert [cell.text.split("\n") for cell in table.rows[0].cells] == [
        ["Ada Example", "The Elms", "Presenter", "Awards"],
        ["", "Awards"],
    ]


def test_a_card_is_an_empty_row_and_one_with_the_name(tmp_path: Path) -> None:
    save_cards([("Ada Example", "Table 1"), (LONG, "")], tmp_path / "c.docx", title="Cards", day=DAY)
    (table,) = Document(str(tmp_path / "c.docx")).tables
    assert [row.cells[0].text for row in table.rows] == ["", "Ada Example\nTable 1", "", LONG]
    sizes = [row.cells[0].paragraphs[0].runs[0].font.size for row in (table.rows[1], table.rows[3])]
    assert [size.pt for size in sizes if size is not None] == [44.0, sizes[1].pt]  # type: ignore[union-attr]
    assert sizes[1] is not None and sizes[1].pt < 44
    assert CARD.on_a_page == 4


def test_the_size_of_a_name_follows_its_length() -> None:
    assert name_size("Ada Example") > name_size(LONG)
