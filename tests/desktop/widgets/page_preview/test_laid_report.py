"""A report on its pages, beside the Word document that is written of it."""

import re
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from docx import Document
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QPainter

from desktop.widgets.page_preview.block_model import BlockModel
from desktop.widgets.page_preview.laid_report import LaidReport
from desktop.widgets.page_preview.page_painter import Beside, Cursor, PagePainter
from desktop.widgets.page_preview.paper import mm
from desktop.widgets.page_preview.pieces import LinePiece, RowPiece
from resources.report import Heading, Paragraph, Report, TableBlock, exempt_part, public_part
from resources.report.blocks import Block, exemptions_of
from resources.report.committee.numbering import numbers
from resources.report.looks import Looks
from resources.report.word import save_word
from tests.desktop.widgets.page_preview.made_report import SUSPENDED, held, made, table


def laid(report: Report, before: LaidReport | None = None) -> LaidReport:
    return LaidReport(report, numbers(report), before)


def said(report: Report) -> str:
    """All that the preview can be heard to say of it."""
    model = BlockModel()
    model.show_report(report, numbers(report), exemptions_of(report.blocks))
    return " ".join(
        model.data(model.index(row), Qt.ItemDataRole.DisplayRole) for row in range(model.rowCount())
    )


def words(path: Path) -> list[str]:
    """The words of every paragraph and cell of a document."""
    document = Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    texts = [paragraph.text for paragraph in document.paragraphs] + cells
    return [part for text in texts for part in re.split(r"[\t\n]", text) if part.strip()]


def test_whatever_stands_in_either_document_is_read_in_the_preview(styled, tmp_path):
    report = made()
    appendix = exempt_part(report)
    assert appendix is not None
    for document in (public_part(report), appendix):
        path = tmp_path / "it.docx"
        save_word(document, path, exempt_terms=())
        heard = said(document)
        assert [one for one in words(path) if one.rstrip(": ") not in heard] == []


def test_blocks_stand_beneath_each_other_in_their_order(styled):
    report = laid(made())
    places = [(part.page, part.area.top()) for row in sorted(report.parts) for part in report.parts[row]]
    assert places == sorted(places)
    assert sorted(report.parts) == list(range(len(made().blocks) + 1))
    assert (report.pages, report.parts[13][0].page, report.parts[14][0].page) == (
        3,
        1,
        2,
    )  # a new page is asked for


def test_paragraphs_hang_from_their_numbers_and_recommendations_from_theirs(styled):
    pieces = [piece for piece in laid(made()).pieces if isinstance(piece, LinePiece) and not piece.line]
    hanging = [(piece.left, piece.label_left) for piece in pieces if piece.label is not None]
    assert (mm(10), 0) in hanging and (mm(20), mm(10)) in hanging


def blocks_of(report: LaidReport, page: int) -> Sequence[Block]:
    return [
        report.report.blocks[row - 1]
        for row, parts in report.parts.items()
        for part in parts
        if part.page == page
    ]


def test_a_long_table_goes_on_beneath_its_heading_again(styled):
    report = laid(made(TableBlock(table(60), "Events.")))
    repeated = [one for one in report.placed if one.repeated]
    assert [one.page for one in repeated] == [1] and report.pages == 2
    heading = report.pieces[repeated[0].strip]
    assert isinstance(heading, RowPiece) and heading.shade


def test_a_heading_is_never_the_last_of_a_page(styled):
    blocks = [
        Paragraph("Words. " * 60, numbered=True) if place % 2 else Heading("What is told")
        for place in range(60)
    ]
    report = laid(made(*blocks))
    assert report.pages > 3
    assert [page for page in range(report.pages) if isinstance(blocks_of(report, page)[-1], Heading)] == []


def test_what_is_as_it_was_is_not_laid_out_again(styled):
    first = laid(made(held(), Paragraph("Before", numbered=True)))
    again = laid(made(held(), Paragraph("After", numbered=True)), first)
    pieces = {id(piece) for piece in first.pieces}
    assert [id(piece) in pieces for piece in again.pieces][-3:] == [True, True, False]
    looks = Report("Care market", looks=Looks(body=14), blocks=(held(),))
    assert {id(piece) for piece in laid(looks, first).pieces}.isdisjoint(pieces)


def test_a_figure_is_found_where_it_is_seen(styled):
    report = laid(made(held()))
    (box,) = report.link_boxes(1, "held")
    assert report.link_at(box.page, box.area.center()) == (1, "held")
    assert report.link_at(box.page, QPointF(box.area.left() - 200, box.area.center().y())) == (1, "")
    assert report.link_at(box.page, QPointF(0, 0)) == (-1, "")
    assert report.row_at(0, box.area.center().y()) == 1 and report.row_at(7, 0.0) == -1


def painted(report: LaidReport, beside: dict[int, Beside], cursor: Cursor, page: int = 0) -> QImage:
    image = QImage(595, 842, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.scale(0.25, 0.25)
    PagePainter(report, beside, cursor).paint(
        painter, page, report.parts[0][0].area.adjusted(-500, -500, 500, 3300)
    )
    painter.end()
    return image


def test_what_is_exempt_and_what_was_edited_is_marked_on_the_paper(styled):
    report = laid(made())
    plain, plain_too = painted(report, {}, Cursor()), painted(report, {}, Cursor(), 1)
    shaded = painted(report, {9: Beside(("Exempt, paragraph 3",), exempt=True)}, Cursor(), 1)
    edited = painted(
        report, {3: Beside(("Edited",))}, Cursor(3, "held", True, tuple(report.link_boxes(3, "held")))
    )
    assert plain_too != shaded and plain != edited
    place = report.parts[9][0].area
    assert shaded.pixelColor(int(place.right() / 4) - 4, int(place.center().y() / 4)).name() == "#f4e3ea"


def test_the_exempt_appendix_is_marked_at_the_head_of_every_page(styled):
    public, appendix = laid(public_part(made())), exempt_part(made(*[SUSPENDED] * 60))
    assert appendix is not None
    marked = LaidReport(appendix, numbers(appendix))
    assert marked.pages > 1 and marked.paper.top > public.paper.top
    heads = [image_of_head(painted(marked, {}, Cursor(), page)) for page in range(marked.pages)]
    assert all(one == two for one, two in pairwise(heads))
    assert heads[0] != image_of_head(painted(public, {}, Cursor()))
    assert said(appendix).startswith("EXEMPT – NOT FOR PUBLICATION\nParagraph 3 of Part 1 of Schedule 12A")


def image_of_head(image: QImage) -> QImage:
    return image.copy(0, 30, 595, 40)


def test_without_the_keyboard_the_cursor_is_a_bar_beside_the_block_and_no_frame(styled):
    report = laid(made())
    framed, barred = painted(report, {}, Cursor(3, has_focus=True)), painted(report, {}, Cursor(3))
    area = report.parts[3][0].area
    above = int(area.center().x() / 4), int((area.top() - 4) / 4)
    beside = int(area.right() / 4) + 9, int(area.center().y() / 4)
    assert framed.pixelColor(*above).name() != "#ffffff" and barred.pixelColor(*above).name() == "#ffffff"
    assert framed.pixelColor(*beside).name() == "#ffffff" and barred.pixelColor(*beside).name() != "#ffffff"
