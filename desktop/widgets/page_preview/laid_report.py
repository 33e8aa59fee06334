"""A report on its pages: which strip of which block stands where. Blocks that are as they were are kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF

from desktop.widgets.page_preview.flow import Placed, flow
from desktop.widgets.page_preview.laying import Laying
from desktop.widgets.page_preview.opening import marking_height, opening_pieces
from desktop.widgets.page_preview.paper import Paper
from desktop.widgets.page_preview.pieces import Piece
from resources.report.blocks import Block, PageBreak, Report
from resources.report.committee.numbering import Numbers


@dataclass(frozen=True)
class Part:
    """What stands of a row on one page: an area of the paper."""

    page: int
    area: QRectF


@dataclass(frozen=True)
class _Kept:
    block: Block
    pieces: tuple[Piece, ...]


class LaidReport:
    """Rows are the opening and then the blocks: row 0 is the opening, row 1 the first block."""

    def __init__(self, report: Report, numbers: Sequence[Numbers], before: LaidReport | None = None) -> None:
        self.report = report
        self.paper = Paper(report.looks, marking_height(report))
        self._laying = Laying(self.paper, report.numbering, for_committee=report.masthead is not None)
        self._known = before._kept if before is not None and before.alike(self.paper, report) else {}
        self._kept: dict[object, _Kept] = {}
        self.pieces: list[Piece] = []
        self._row_of: list[int] = []
        self._lay_out(numbers)
        self._known = {}
        self.placed = flow([piece.strip for piece in self.pieces], self.paper.text_height)
        self.by_page: dict[int, list[Placed]] = defaultdict(list)
        for one in self.placed:
            self.by_page[one.page].append(one)
        self.parts = self._parts()

    def alike(self, paper: Paper, report: Report) -> bool:
        """Whether blocks would be laid out as they are here."""
        same_kind = (self.report.masthead is None) is (report.masthead is None)
        return self.paper == paper and self.report.numbering is report.numbering and same_kind

    @property
    def pages(self) -> int:
        """How many pages: one at least."""
        return self.placed[-1].page + 1 if self.placed else 1

    def _lay_out(self, numbers: Sequence[Numbers]) -> None:
        self._add(0, opening_pieces(self._laying, self.report), new_page=False)
        new_page = False
        for row, (block, numbered) in enumerate(zip(self.report.blocks, numbers, strict=True), 1):
            self._add(row, self._laid(block, numbered), new_page=new_page)
            new_page = isinstance(block, PageBreak)

    def _laid(self, block: Block, numbers: Numbers) -> tuple[Piece, ...]:
        key = _key(block, numbers)
        found = self._known.get(key) or _Kept(block, self._laying.block(block, numbers))
        self._kept[key] = found
        return found.pieces

    def _add(self, row: int, pieces: Sequence[Piece], *, new_page: bool) -> None:
        first = len(self.pieces)
        for place, piece in enumerate(pieces):
            strip = piece.strip
            if strip.header >= 0 or (new_page and not place):
                header = strip.header + first if strip.header >= 0 else -1
                piece = replace(piece, strip=replace(strip, header=header, new_page=new_page and not place))
            self.pieces.append(piece)
        self._row_of += [row] * len(pieces)

    def _parts(self) -> dict[int, list[Part]]:
        """Where each row stands, page by page."""
        found: dict[int, list[Part]] = defaultdict(list)
        for one in self.placed:
            row, at = self._row_of[one.strip], self.at(one)
            area = QRectF(at.x(), at.y(), self.paper.text_width, self.pieces[one.strip].strip.height)
            parts = found[row]
            if parts and parts[-1].page == one.page:
                parts[-1] = Part(one.page, parts[-1].area.united(area))
            else:
                parts.append(Part(one.page, area))
        return found

    def at(self, placed: Placed) -> QPointF:
        """The top left of a strip on its page."""
        return QPointF(self.paper.left, self.paper.top + placed.top)

    def row_at(self, page: int, y: float) -> int:
        """The row that stands so far down a page, or nearest to it; -1 where the page has none."""
        near = [
            (max(part.area.top() - y, y - part.area.bottom(), 0.0), row)
            for row, parts in self.parts.items()
            for part in parts
            if part.page == page
        ]
        return min(near)[1] if near else -1

    def link_at(self, page: int, at: QPointF) -> tuple[int, str]:
        """The row and the name of the figure there; '' where there is none."""
        for one in self.by_page.get(page, ()):
            corner, piece = self.at(one), self.pieces[one.strip]
            if corner.y() <= at.y() < corner.y() + piece.strip.height:
                return self._row_of[one.strip], piece.link_at(at.x() - corner.x())
        return -1, ""

    def link_boxes(self, row: int, name: str) -> list[Part]:
        """Where the words of a figure stand."""
        found = []
        for one in self.placed:
            if self._row_of[one.strip] == row:
                box = self.pieces[one.strip].link_box(name)
                if box is not None:
                    found.append(Part(one.page, box.translated(self.at(one))))
        return found


def _key(block: Block, numbers: Numbers) -> object:
    """Equal blocks are laid out alike; one whose table is a list is known by itself, which `_Kept` keeps alive."""
    try:
        hash(block)
    except TypeError:
        return id(block), numbers
    return block, numbers
