"""The blocks of a document as a list, so that a screen reader goes through them one by one."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.widgets.page_preview.marks import BlockMark, exempt_words
from desktop.widgets.page_preview.opening import marking_lines, opening_words
from desktop.widgets.page_preview.said import block_said
from resources.report.blocks import Block, Report
from resources.report.committee.numbering import Numbers
from resources.report.exemption import Exemption

_SAID = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


class BlockModel(QAbstractListModel):
    """Row 0 is what stands above the first block."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.report: Report | None = None
        self._numbers: Sequence[Numbers] = ()
        self.exemptions: Sequence[Exemption | None] = ()
        self.marks: Mapping[int, BlockMark] = {}
        self.pages: Mapping[int, int] = {}

    def show_report(
        self, report: Report | None, numbers: Sequence[Numbers], exemptions: Sequence[Exemption | None]
    ) -> None:
        """Another document; the view puts its cursor back itself."""
        self.beginResetModel()
        self.report, self._numbers, self.exemptions = report, numbers, exemptions
        self.endResetModel()

    def mark_rows(self, marks: Mapping[int, BlockMark]) -> None:
        """What was done to the blocks of these rows."""
        self.marks = marks
        if self.report is not None:
            self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))

    def block(self, row: int) -> Block | None:
        """The block of a row; None for what stands above the first."""
        return self.report.blocks[row - 1] if self.report is not None and row > 0 else None

    def exemption(self, row: int) -> Exemption | None:
        """Why a row is exempt."""
        return self.exemptions[row - 1] if row > 0 else None

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        """What stands above, and the blocks."""
        if self.report is None or (parent is not None and parent.isValid()):
            return 0
        return len(self.report.blocks) + 1

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """All that a row says; read aloud with its page and what was done to it."""
        if not index.isValid() or role not in _SAID:
            return None
        row = index.row()
        said = self._said(row)
        return said if role == Qt.ItemDataRole.DisplayRole else "\n".join((*self._beside(row), said))

    def _said(self, row: int) -> str:
        block = self.block(row)
        if block is not None:
            return block_said(block, self._numbers[row - 1])
        report = self.report
        return "\n".join((*marking_lines(report), *opening_words(report))) if report is not None else ""

    def _beside(self, row: int) -> list[str]:
        exempt, mark = self.exemption(row), self.marks.get(row)
        page = self.pages.get(row)
        beside = [exempt_words(exempt)] if exempt is not None else []
        beside += [mark.value] if mark is not None else []
        return [f"Page {page + 1}", *beside] if page is not None else beside
