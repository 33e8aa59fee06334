"""The three columns in which a report is composed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from desktop.pages.reports.outline_lines import mend_lines, mend_words_short
from desktop.shell.looks.style import with_text
from desktop.widgets.detail import DetailPane
from desktop.widgets.line_list import LineList
from desktop.widgets.page_preview.page_preview import PagePreview
from desktop.widgets.parts import label, scrolled
from resources.report.committee.to_mend import ToMend
from resources.report.committee.to_mend_table import to_mend_words

_LEAST = 80


class ComposeParts(QWidget):
    """Outline and what is to be mended, the pages, and the block chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.outline = LineList("Outline")
        self.to_mend = LineList("To mend")
        self.preview = PagePreview()
        self.detail = DetailPane("Chosen", "Choose a line of the outline, or something on a page.")
        self.words = ""
        self.outline.setMinimumHeight(with_text(_LEAST))  # with large letters the column of both scrolls
        self.to_mend.setMinimumHeight(with_text(_LEAST))
        self.preview.view.setMinimumHeight(_LEAST)
        self._mend_head = label("To mend", "bold", wrap=True)
        self._how_sure = label("", "small", wrap=True)
        left = QSplitter(Qt.Orientation.Vertical)
        left.setHandleWidth(1)
        left.setChildrenCollapsible(False)
        left.addWidget(_headed(label("Outline", "bold"), self.outline))
        left.addWidget(_headed(self._mend_head, self.to_mend, self._how_sure))
        left.setSizes([360, 190])
        across = QSplitter(Qt.Orientation.Horizontal)
        across.setHandleWidth(1)
        across.setChildrenCollapsible(False)
        for one in (scrolled(left, sideways=False), self.preview, self.detail):
            across.addWidget(one)
        across.setSizes([270, 620, 300])
        across.setStretchFactor(0, 0)
        across.setStretchFactor(1, 1)
        across.setStretchFactor(2, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(across)

    def show_to_mend(self, found: Sequence[ToMend], how_sure: str) -> None:
        """The list, with how many there are above it and how sure that is."""
        self.words = mend_words_short(tuple(found))
        self._mend_head.setText(f"To mend: {to_mend_words(found)}")
        self._how_sure.setText(how_sure)
        self.to_mend.show_lines(mend_lines(tuple(found)))


def _headed(head: QWidget, part: QWidget, beneath: QWidget | None = None) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(10, 4, 4, 0)
    column.setSpacing(4)
    column.addWidget(head)
    if beneath is not None:
        column.addWidget(beneath)
    column.addWidget(part, 1)
    return made
