"""A report as the pages it will be printed on, read with the mouse, the keys or a screen reader.

Pages are broken as Word breaks them, as near as can be told without Word.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.widgets.page_preview.kept_place import KeptPlace
from desktop.widgets.page_preview.laid_report import LaidReport
from desktop.widgets.page_preview.marks import BlockMark, Showing, exempt_words
from desktop.widgets.page_preview.page_painter import Beside
from desktop.widgets.page_preview.page_view import PageView
from desktop.widgets.page_preview.printed_pages import PrintedPages
from desktop.widgets.parts import button, label
from resources.report.blocks import (
    Report,
    exempt_part,
    exempt_places,
    exemptions_of,
    public_part,
    public_places,
)
from resources.report.committee.numbering import numbers

OPENING = -1
"""The place of what stands above the first block: the title and what is beside it."""


class PagePreview(QWidget):
    """`block_chosen` with the place of a block in the report that was given, whichever document is shown.

    `figure_asked` with that place and the name of a figure in it; `current_changed` with the block of the cursor. The
    title and what stands beside it are `OPENING`.
    """

    block_chosen = Signal(int)
    figure_asked = Signal(int, str)
    current_changed = Signal(int)

    def __init__(self, name: str = "Preview of the report") -> None:
        super().__init__()
        self.report: Report | None = None
        self.showing = Showing.WHOLE
        self.marks: Mapping[int, BlockMark] = {}
        self._places: Sequence[int] = ()  # in the report, of the blocks that are shown
        self._quiet = False
        self._printed, self._printed_words = PrintedPages(), ""
        self.view = PageView(name)
        self.words = label("", "quiet", wrap=True)
        self.fit = self._zoom_button("Fit width")
        self.full = self._zoom_button("100%")
        self._lay_out()
        self.view.chosen.connect(self._chosen)
        self.view.figure_asked.connect(self._asked)
        self.view.moved.connect(self._moved)
        self.view.scrolled.connect(self._tell_page)
        self.view.zoomed.connect(self._tell_zoom)
        self._tell_zoom()

    def _zoom_button(self, words: str) -> QPushButton:
        made = button(words, "link", name=f"Pages: {words}")
        made.setCheckable(True)
        made.clicked.connect(self.fit_width if words == "Fit width" else self.full_size)
        return made

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(8, 0, 8, 0)
        head.addWidget(self.words, 1)
        head.addWidget(self.fit)
        head.addWidget(self.full)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self.view, 1)

    # What is shown

    def show_report(self, report: Report | None, showing: Showing | None = None) -> None:
        """Another report, or the same as it stands now; the place and the cursor stay. None shows none.

        What is `Showing.EXEMPT` of a report that has nothing exempt shows none either.
        """
        self.showing = showing or self.showing
        held, self.report = KeptPlace(self.view), report
        chosen = self.current_block
        document, self._places = _document(report, self.showing)
        before = self.view.laid
        self._quiet = True
        if report is None or document is None:
            self.view.laid = None
            self.view.blocks.show_report(None, (), ())
        else:
            self._lay(document, report, before)
        self.view.updateGeometries()
        held.put_back()
        self._quiet = False
        self._mark()
        self._tell_page()
        if self.current_block != chosen:
            self.current_changed.emit(self.current_block)

    def _lay(self, document: Report, report: Report, before: LaidReport | None) -> None:
        whole, exemptions = numbers(report), exemptions_of(report.blocks)
        shown = [whole[place] for place in self._places]
        if self.showing is Showing.EXEMPT:
            shown = list(numbers(document))
        self.view.laid = LaidReport(document, shown, before)
        is_whole = self.showing is Showing.WHOLE
        self._printed_words = self._printed.words(report, self.view.laid) if is_whole else ""
        self.view.blocks.pages = {row: parts[0].page for row, parts in self.view.laid.parts.items()}
        self.view.blocks.show_report(document, shown, [exemptions[place] for place in self._places])

    def mark_blocks(self, marks: Mapping[int, BlockMark]) -> None:
        """What was done to blocks, by their places in the report; what is exempt marks itself."""
        self.marks = dict(marks)
        self._mark()

    def _mark(self) -> None:
        rows = {self._row(place): mark for place, mark in self.marks.items() if self._row(place) >= 0}
        beside = {row: Beside((mark.value,)) for row, mark in rows.items()}
        for row, exempt in enumerate(self.view.blocks.exemptions, 1):
            if exempt is not None:
                words = (exempt_words(exempt), *beside.get(row, Beside()).words)
                beside[row] = Beside(words, exempt=True)
        self.view.beside = beside
        self.view.blocks.mark_rows(rows)
        self.view.viewport().update()

    # The cursor

    @property
    def current_block(self) -> int:
        """The place of the block with the cursor; `OPENING` where it is on the title, or nowhere."""
        row = self.view.row
        return self._places[row - 1] if row > 0 else OPENING

    def show_block(self, place: int) -> None:
        """Bring a block and what follows into view, the cursor on it; nothing where the document shown has it not."""
        row = self._row(place)
        if row >= 0:
            self.view.go_to(row)
            self.view.show_what_follows(row)

    def _row(self, place: int) -> int:
        if place == OPENING:
            return 0
        return self._places.index(place) + 1 if place in self._places else -1

    @property
    def page_words(self) -> str:
        """Page 3 of 12; of both documents read as one, also how many pages each has."""
        view = self.view
        if view.laid is None:
            return ""
        bar = view.verticalScrollBar()
        page, _ = view.sheet.at(bar.value() + view.viewport().height() / 3)
        if bar.value() == bar.maximum():
            page = view.laid.pages - 1
        printed = f"; {self._printed_words}" if self._printed_words else ""
        return f"Page {page + 1} of {view.laid.pages}{printed}"

    def focus_first(self) -> None:
        """The pages."""
        self.view.setFocus()

    # What it hears

    @Slot(int)
    def _chosen(self, row: int) -> None:
        self.block_chosen.emit(self._places[row - 1] if row > 0 else OPENING)

    @Slot(int, str)
    def _asked(self, row: int, name: str) -> None:
        self.figure_asked.emit(self._places[row - 1], name)

    @Slot(int)
    def _moved(self, _row: int) -> None:
        if not self._quiet:
            self.current_changed.emit(self.current_block)

    @Slot()
    def _tell_page(self) -> None:
        self.words.setText(self.page_words)

    @Slot()
    def fit_width(self) -> None:
        """Pages as wide as there is room."""
        self.view.set_zoom(None)
        self._tell_zoom()

    @Slot()
    def full_size(self) -> None:
        """Pages as large as on paper."""
        self.view.set_zoom(1.0)
        self._tell_zoom()

    @Slot()
    def _tell_zoom(self) -> None:
        self.fit.setChecked(self.view.zoom is None)
        self.full.setChecked(self.view.zoom == 1.0)


def _document(report: Report | None, showing: Showing) -> tuple[Report | None, Sequence[int]]:
    """The document that is shown, and the places of its blocks in the report."""
    if report is None:
        return None, ()
    match showing:
        case Showing.PUBLIC:
            return public_part(report), public_places(report.blocks)
        case Showing.EXEMPT:
            return exempt_part(report), exempt_places(report.blocks)
    return replace(report), range(len(report.blocks))
