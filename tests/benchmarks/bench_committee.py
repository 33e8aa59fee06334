"""A report to the committee of thirty pages with eight charts: drawn, composed, written and searched."""

import io
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from resources.charts import Chart, ratings_chart
from resources.report import Block, Heading, Paragraph, Report, TableBlock, exempt_part, public_part
from resources.report.blocks import ChartBlock, Recommendations
from resources.report.cells import cell_text
from resources.report.committee.composing import compose
from resources.report.committee.outline import Item, ItemKind, Outline, PartText
from resources.report.committee.parts import Part
from resources.report.committee.section import Section
from resources.report.exempt_names import ExemptTerm
from resources.report.exemption import Exemption
from resources.report.word import save_word
from resources.report.word.printed import PAGE_MILLIMETRES
from resources.spans import Span
from resources.tables import Column, ColumnKind, Table
from tests.benchmarks.measure import Figure, milliseconds

BUDGET = 3_000.0
AREAS = ("Ashfield", "Bassetlaw", "Broxtowe", "Gedling", "Mansfield", "Newark and Sherwood", "Rushcliffe")
RATINGS = ("inadequate", "requires_improvement", "good", "outstanding")
AFFAIRS = Exemption(3, "It names a provider.", "It would add little.", "Members", "2027-01-31")
PROSE = (
    "As at 30 September 2026, 285 services of the kinds below were active, of which 272 had a rating; the share that "
    "were Good or Outstanding rose from 81% to 84% (229 of 272) since the report before, and the committee heard of "
    "the work with each district. "
)


def bench_committee_report(smoke: bool) -> Iterator[Figure]:
    """All of it as a save does it, and the writing alone beside python-docx."""
    sections, charts = (2, 1) if smoke else (16, 8)
    terms = [ExemptTerm(f"Quillmere {number} Lodge", "contract suspended") for number in range(60)]
    _drawn(0)  # matplotlib is loaded before anything is measured
    _plain(_report(1, 1))  # and so is python-docx
    with tempfile.TemporaryDirectory() as kept:
        folder = Path(kept)

        def whole() -> None:
            report = _report(sections, charts)
            save_word(public_part(report), folder / "public.docx", exempt_terms=terms)
            appendix = exempt_part(report)
            assert appendix is not None
            save_word(appendix, folder / "exempt.docx", exempt_terms=())

        times = range(1 if smoke else 5)
        what = f"{sections} sections with {charts} charts, both documents"
        yield Figure(what, min(milliseconds(whole) for _ in times), budget=BUDGET)
        report = public_part(_report(sections, charts))
        ours = min(
            milliseconds(lambda: save_word(report, folder / "again.docx", exempt_terms=())) for _ in times
        )
        plain = min(milliseconds(lambda: _plain(report)) for _ in times)
        yield Figure("written and opened again, charts drawn before", ours, "ms", 1_000, "python-docx", plain)


def _report(sections: int, charts: int) -> Report:
    items = tuple(Item(str(place), ItemKind.SECTION, section=f"s{place}") for place in range(sections))
    outline = Outline(
        "Market management position statement",
        "Adult Social Care and Public Health Committee",
        date(2026, 12, 7),
        Span(date(2026, 7, 1), date(2026, 9, 30)),
        parts={Part.PURPOSE: PartText(PROSE), Part.SIGNATORY: PartText("Ada Example")},
        items=items,
        recommendations=("Members consider what to do.", "Members say how to monitor it."),
    )
    return compose(
        outline, {item.id: _section(int(item.id), has_chart=int(item.id) < charts) for item in items}
    ).report


def _section(place: int, *, has_chart: bool) -> Section:
    table = _table(place)
    blocks: list[Block] = [Heading(f"Section {place + 1}", 2)]
    blocks += [
        Paragraph(
            PROSE * 2, numbered=True, key=f"s{place}.p{number}", exempt=AFFAIRS if number == 7 else None
        )
        for number in range(8)
    ]
    blocks.append(TableBlock(table, "Shares of the ratings by district"))
    if has_chart:
        blocks.append(_drawn(place).block("Shares of the ratings"))
    return Section(blocks=tuple(blocks), as_at="as at 30 September 2026")


def _drawn(place: int) -> Chart:
    return ratings_chart(
        _table(place), title="Mansfield has most", subtitle="% of rated homes", source="CQC", series=RATINGS
    )


def _table(place: int) -> Table:
    columns = (
        Column("area", "District"),
        *(Column(one, one.capitalize(), ColumnKind.PERCENT) for one in RATINGS),
    )
    rows = tuple((area, 2, 10 + (place + at) % 5, 80 - (place + at) % 5, 8) for at, area in enumerate(AREAS))
    return Table("Ratings by district", columns, rows, base="272 rated services.", source="CQC")


def _plain(report: Report) -> None:
    """The same paragraphs, tables and pictures, as python-docx writes them."""
    from docx import Document
    from docx.shared import Mm

    document = Document()
    document.add_heading(report.title, 0)
    for block in report.blocks:
        match block:
            case Heading(text, level):
                document.add_heading(text, level)
            case Paragraph(text):
                document.add_paragraph(text, style="List Number" if block.numbered else None)
            case Recommendations(items):
                for item in items:
                    document.add_paragraph(item, style="List Number")
            case TableBlock(table):
                _plain_table(document, table)
            case ChartBlock(png):
                document.add_picture(io.BytesIO(png), width=Mm(PAGE_MILLIMETRES[0] - 50))
    written = io.BytesIO()
    document.save(written)
    Document(written)


def _plain_table(document, table: Table) -> None:
    grid = document.add_table(rows=1, cols=len(table.columns))
    for cell, column in zip(grid.rows[0].cells, table.columns, strict=True):
        cell.text = column.heading
    for row in table.rows:
        shown = grid.add_row().cells
        for place, column in enumerate(table.columns):
            shown[place].text = cell_text(column, row[place])
