"""A report as the pages it will be printed on, read with the mouse, the keys or a screen reader."""

from collections.abc import Mapping

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QStringListModel, Signal, Slot
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from desktop.widgets.page_preview.marks import BlockMark, Showing
from resources.report.blocks import Paragraph, Report


class PagePreview(QWidget):
    """`block_chosen` with the place of a block in the report that was given, whichever document is shown.

    `figure_asked` with that place and the name of a figure in it; `current_changed` with the block of the cursor.
    """

    block_chosen = Signal(int)
    figure_asked = Signal(int, str)
    current_changed = Signal(int)

    def __init__(self, name: str = "Preview of the report") -> None:
        super().__init__()
        self.report: Report | None = None
        self.showing = Showing.WHOLE
        self.marks: Mapping[int, BlockMark] = {}
        self._texts = QStringListModel(self)
        self.view = QListView()
        self.view.setAccessibleName(name)
        self.view.setModel(self._texts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.view.activated.connect(self._chosen)

    def show_report(self, report: Report | None, showing: Showing | None = None) -> None:
        """Another report, or the same as it stands now; the place and the cursor stay. None shows empty pages."""
        self.report = report
        self.showing = showing or self.showing
        blocks = report.blocks if report is not None else ()
        self._texts.setStringList(
            [one.text if isinstance(one, Paragraph) else str(type(one)) for one in blocks]
        )

    def mark_blocks(self, marks: Mapping[int, BlockMark]) -> None:
        """What was done to blocks, by their places; what is exempt marks itself."""
        self.marks = dict(marks)

    def show_block(self, block: int) -> None:
        """Bring a block into view and put the cursor on it."""
        index = self._texts.index(block)
        self.view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.view.scrollTo(index)

    @property
    def current_block(self) -> int:
        """The place of the block with the cursor; -1 where there is none."""
        return self.view.currentIndex().row()

    @property
    def page_words(self) -> str:
        """Page 3 of 12."""
        return ""

    def focus_first(self) -> None:
        """The pages."""
        self.view.setFocus()

    @Slot(QModelIndex)
    def _chosen(self, index: QModelIndex) -> None:
        self.block_chosen.emit(index.row())
