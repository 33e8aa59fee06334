"""Paints one page: the paper, what stands at its head and foot, its strips, and what is said beside them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from desktop.widgets.page_preview.laid_report import LaidReport, Part
from desktop.widgets.page_preview.laid_text import LaidText
from desktop.widgets.page_preview.opening import marking_lines
from desktop.widgets.page_preview.paper import HEADER_FROM_EDGE, LINE, font, pt
from resources.report.word.styles import QUIET, TEXT, table_points

PAPER, SHADED = "#FFFFFF", "#F4E3EA"
EXEMPT_INK, EDITED_INK, CURSOR, FIGURE_GROUND = "#7A1240", "#12436D", "#12436D", "#CFE3F5"
_OUT = pt(4)


@dataclass(frozen=True)
class Beside:
    """What is said beside a row: words in the margin, a bar, and for what is exempt a shade."""

    words: tuple[str, ...] = ()
    exempt: bool = False


@dataclass(frozen=True)
class Cursor:
    """Where the keyboard is: a row, and a figure in it or ''."""

    row: int = -1
    figure: str = ""
    has_focus: bool = False
    boxes: tuple[Part, ...] = field(default=())


class PagePainter:
    """Paints in the units of the paper; the painter is scaled by whoever owns it."""

    def __init__(self, laid: LaidReport, beside: Mapping[int, Beside], cursor: Cursor) -> None:
        self._laid, self._beside, self._cursor = laid, beside, cursor
        self._paper = laid.paper

    def paint(self, painter: QPainter, page: int, seen: QRectF) -> None:
        """One page with its top left at the painter’s; of its strips those that can be seen."""
        painter.fillRect(QRectF(0, 0, self._paper.width, self._paper.height), QColor(PAPER))
        self._marks(painter, page)
        self._head_and_foot(painter, page)
        for placed in self._laid.by_page.get(page, ()):
            at, piece = self._laid.at(placed), self._laid.pieces[placed.strip]
            if at.y() <= seen.bottom() and at.y() + piece.strip.height >= seen.top():
                piece.paint(painter, at)

    def _marks(self, painter: QPainter, page: int) -> None:
        for row, beside in self._beside.items():
            first = True
            for part in self._laid.parts.get(row, ()):
                if part.page == page:
                    self._mark(painter, beside, part.area, words=beside.words if first else ())
                first = False
        self._show_cursor(painter, page)

    def _mark(self, painter: QPainter, beside: Beside, area: QRectF, *, words: tuple[str, ...]) -> None:
        ink = EXEMPT_INK if beside.exempt else EDITED_INK
        if beside.exempt:
            painter.fillRect(area.adjusted(-_OUT, 0, _OUT, 0), QColor(SHADED))
        bar = QRectF(area.left() - 3 * _OUT, area.top(), pt(2), area.height())
        painter.fillRect(bar, QColor(ink))
        face = font(self._paper.looks, 8)
        top = area.top()
        for one in words:
            room = self._paper.left - 4 * _OUT - pt(6)
            laid = LaidText(one, face, room, colour=ink, right=True)
            laid.draw_all(painter, QPointF(pt(4), top))
            top += laid.height

    def _show_cursor(self, painter: QPainter, page: int) -> None:
        cursor = self._cursor
        for part in cursor.boxes:
            if part.page == page and cursor.has_focus:
                painter.fillRect(part.area, QColor(FIGURE_GROUND))
        for part in self._laid.parts.get(cursor.row, ()):
            if part.page != page:
                continue
            if cursor.has_focus:
                painter.setPen(QPen(QColor(CURSOR), pt(1)))
                painter.drawRect(part.area.adjusted(-_OUT, -pt(1), _OUT, pt(1)))
            else:  # a frame would look like part of the paper; marks stand at the other side
                bar = QRectF(part.area.right() + 2 * _OUT, part.area.top(), pt(2), part.area.height())
                painter.fillRect(bar, QColor(f"#{QUIET}"))

    def _head_and_foot(self, painter: QPainter, page: int) -> None:
        paper = self._paper
        face = font(paper.looks, paper.looks.body, bold=True)
        top = pt(HEADER_FROM_EDGE)
        for line in marking_lines(self._laid.report):
            LaidText(line, face, paper.text_width, colour=f"#{TEXT}").draw_all(
                painter, QPointF(paper.left, top)
            )
            top += pt(paper.looks.body) * LINE
        words = f"Page {page + 1} of {self._laid.pages}"
        foot = LaidText(
            words, font(paper.looks, table_points(paper.looks)[1]), paper.text_width, colour=f"#{QUIET}"
        )
        foot.draw_all(painter, QPointF(paper.left, paper.height - pt(HEADER_FROM_EDGE) - foot.height))
