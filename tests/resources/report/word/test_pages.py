"""Pages laid out exactly: sections of any paper, grids of equal cells, text that fits."""

from datetime import date
from pathlib import Path

from docx import Document
from docx.enum.section import WD_ORIENT
from hypothesis import given
from hypothesis import strategies as st

from resources.report.word.pages import (
    Grid,
    Line,
    Paper,
    cell_of,
    fits,
    grid_table,
    last_line,
    lines_taken,
    millimetres,
    placed,
    save_pages,
    section,
    section_end,
    size_that_fits,
    sized,
)
from resources.report.word.widths import text_width

GRID = Grid(2, 3, 80, 50, gap=5)


def test_sections_have_their_own_paper(tmp_path: Path) -> None:
    wide = Paper(width=297, height=210, framed=True)
    body = [
        placed(sized("A & <b>\x00\ud800", 30, bold=True, colour="12436D")),
        section_end(wide),
        placed(),
        section(Paper()),
    ]
    save_pages(tmp_path / "p.docx", title="T", as_at=date(2019, 12, 9), body=body, footer="Foot")
    document = Document(str(tmp_path / "p.docx"))
    assert [one.orientation for one in document.sections] == [WD_ORIENT.LANDSCAPE, WD_ORIENT.PORTRAIT]
    run = document.paragraphs[0].runs[0]
    assert (run.text, run.bold, run.font.size.pt) == ("A & <b>", True, 30)
    assert document.core_properties.title == "T"


def test_a_grid_is_filled_row_by_row_and_its_last_row_filled_up(tmp_path: Path) -> None:
    cells = [cell_of([Line(str(number), bold=True), Line("x")], 12) for number in range(3)]
    body = [grid_table(GRID, cells, title="Grid", description="A grid."), last_line(), section(GRID.paper)]
    save_pages(tmp_path / "g.docx", title="G", as_at=date(2019, 12, 9), body=body)
    (table,) = Document(str(tmp_path / "g.docx")).tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["0\nx", "", "1\nx"],
        ["2\nx", "", ""],
    ]
    assert GRID.on_a_page == 6
    assert abs(GRID.paper.text_width - millimetres(165)) <= 1


def test_the_largest_size_that_fits_is_found() -> None:
    assert size_that_fits([Line("Short")], GRID, most=24, least=8) == 24
    long = [Line("A name that is much too long to stand on one line at any size " * 4)]
    size = size_that_fits(long, GRID, most=24, least=8)
    assert 8 < size < 24
    room = {"width": millimetres(74), "height": millimetres(48)}
    assert fits(long, size, **room) and not fits(long, size + 0.5, **room)
    assert size_that_fits([Line("W" * 200)], GRID, most=24, least=8) == 8


@given(st.text(alphabet="aW i.", max_size=200), st.integers(min_value=200, max_value=5000))
def test_a_text_takes_at_least_the_lines_that_its_width_needs(text: str, width: int) -> None:
    plain = " ".join(text.split())
    taken = lines_taken(text, width, 12)
    assert taken >= 1
    assert taken >= text_width(plain.replace(" ", ""), 12) // width
