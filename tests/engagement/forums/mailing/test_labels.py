"""Address labels: the sheet's measures, the first free label, and text that fits."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm

from engagement.forums.mailing.labels import LabelSheet, save_labels
from engagement.forums.mailing.recipients import Correspondent, correspondents
from resources.database import Database
from resources.problem import FieldProblem
from resources.report.word.pages import Line, fits, millimetres
from tests.engagement.forums.mailing.conftest import Keys

DAY = date(2019, 11, 20)
SHEETS = [
    (LabelSheet.L7160, 3, 7, 63.5, 38.1),
    (LabelSheet.L7163, 2, 7, 99.1, 38.1),
    (LabelSheet.L7161, 3, 6, 63.5, 46.6),
]


@pytest.fixture
def ada(db: Database, asked: tuple[str, Keys]) -> Correspondent:
    return next(one for one in correspondents(db, asked[0]) if one.person.name == "Ada Example")


def cells(path: Path, columns: int) -> list[str]:
    """The texts of the labels; every other column is the gap."""
    (table,) = Document(str(path)).tables
    return [row.cells[2 * place].text for row in table.rows for place in range(columns)]


@pytest.mark.parametrize(("sheet", "columns", "rows", "width", "height"), SHEETS)
def test_the_labels_stand_where_those_of_the_sheet_are(
    ada: Correspondent,
    tmp_path: Path,
    sheet: LabelSheet,
    columns: int,
    rows: int,
    width: float,
    height: float,
) -> None:
    path = tmp_path / "labels.docx"
    assert save_labels([ada] * (columns * rows + 1), sheet, path, title="Forum", day=DAY) == 2
    document = Document(str(path))
    (table,) = document.tables
    assert all(row.height == millimetres(height) * 635 for row in table.rows)
    grid = [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid.findall(qn("w:gridCol"))]
    assert grid[::2] == [millimetres(width)] * columns
    (section,) = document.sections
    assert section.left_margin + section.right_margin + sum(grid) * 635 == pytest.approx(Mm(210), abs=Mm(0.2))
    assert section.top_margin == pytest.approx((Mm(297) - rows * Mm(height)) / 2, abs=Mm(0.1))
    room = section.page_height - section.top_margin - section.bottom_margin
    assert rows * Mm(height) < room < (rows + 1) * Mm(height)  # a page holds just the sheet's rows


def test_a_begun_sheet_starts_at_its_first_free_label(ada: Correspondent, tmp_path: Path) -> None:
    path = tmp_path / "labels.docx"
    save_labels([ada], LabelSheet.L7160, path, title="Forum", day=DAY, first=5)
    found = cells(path, 3)
    assert found[:4] == [""] * 4
    assert found[4] == "Ada Example\nRosewood House\n1 Sample Street\nWorksop\nS80 1AA"
    assert found[5] == ""
    for wrong in (0, 22):
        with pytest.raises(FieldProblem, match="The sheet has labels 1 to 21"):
            save_labels([ada], LabelSheet.L7160, path, title="Forum", day=DAY, first=wrong)


def test_a_long_address_is_set_smaller_until_it_fits(ada: Correspondent, tmp_path: Path) -> None:
    lines = tuple(f"{number} A rather long line of an address in Worksop" for number in range(1, 8))
    path = tmp_path / "labels.docx"
    save_labels([replace(ada, address=(*lines, "S80 1AA"))], LabelSheet.L7160, path, title="Forum", day=DAY)
    text = cells(path, 3)[0]
    assert text.startswith("Ada Example\nRosewood House\n") and text.endswith("\nS80 1AA")
    assert "7 A rather long line" in text
    (table,) = Document(str(path)).tables
    size = table.rows[0].cells[0].paragraphs[0].runs[0].font.size
    assert size is not None and size.pt >= 6
    shown = [
        Line(paragraph.text, bold=not place)
        for place, paragraph in enumerate(table.rows[0].cells[0].paragraphs)
    ]
    grid = LabelSheet.L7160.grid
    assert fits(shown, size.pt, width=millimetres(grid.width - 6), height=millimetres(grid.height))
