"""Many things with a box under each of a few headings: arrows move, Space ticks, letters find."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.shell.looks.style import points, with_text
from desktop.widgets.forms.fields import Field
from desktop.widgets.parts import give_room
from desktop.widgets.tables.rows_model import folded

_CHECKED, _UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked
_KEY = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class GridRow:
    """One thing; rows of one `group`, which is a heading, follow each other."""

    key: str
    words: str
    group: str = ""


class TickGridField(Field):
    """Answers with the keys ticked under each heading. `alone` are headings of which a row has one at most."""

    def __init__(
        self,
        rows: Sequence[GridRow],
        headings: Sequence[tuple[str, str]],
        *,
        alone: Iterable[str] = (),
        find: str = "Letters of a name",
        height: int = 300,
    ) -> None:
        self._rows, self._headings, self._alone = list(rows), list(headings), frozenset(alone)
        self.table = _Grid(0, len(headings) + 1)
        self.find = QLineEdit()
        holder = QWidget()
        super().__init__(holder, self.table)
        self.find.setPlaceholderText(find)
        self.find.setAccessibleName(find)
        self.find.setClearButtonEnabled(True)
        self.find.textChanged.connect(self._sift)
        self._lay_out(holder, height)
        self._items: dict[tuple[str, str], QTableWidgetItem] = {}
        self._fill()
        self.table.itemChanged.connect(self._ticked)

    def _lay_out(self, holder: QWidget, height: int) -> None:
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.find)
        column.addWidget(self.table)
        self.find.setVisible(len(self._rows) > _MANY)
        self.table.setHorizontalHeaderLabels(["", *(words for _, words in self._headings)])
        head = self.table.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(self.table.fontMetrics().height() + with_text(12))
        self.table.setFixedHeight(with_text(height))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        give_room(self.table)

    def _fill(self) -> None:
        group = ""
        for row in self._rows:
            if row.group != group:
                group = row.group
                self._add_heading(group)
            at = self.table.rowCount()
            self.table.insertRow(at)
            name = QTableWidgetItem(row.words)
            name.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            name.setData(_KEY, row.key)
            name.setToolTip(row.words)  # with large letters it may have too little room
            self.table.setItem(at, 0, name)
            for column, (value, words) in enumerate(self._headings, 1):
                self.table.setItem(at, column, self._box(row, value, words))

    def _add_heading(self, group: str) -> None:
        at = self.table.rowCount()
        self.table.insertRow(at)
        item = QTableWidgetItem(group)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        bold = points(9)
        bold.setBold(True)
        item.setFont(bold)
        self.table.setItem(at, 0, item)
        self.table.setSpan(at, 0, 1, len(self._headings) + 1)

    def _box(self, row: GridRow, value: str, words: str) -> QTableWidgetItem:
        box = QTableWidgetItem()
        box.setFlags(
            Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
        )
        box.setCheckState(_UNCHECKED)
        box.setData(_KEY, (row.key, value))
        box.setData(Qt.ItemDataRole.AccessibleTextRole, f"{row.words}: {words}")
        self._items[row.key, value] = box
        return box

    # The answer

    def answer(self) -> dict[str, tuple[str, ...]]:
        """By heading, the keys ticked in the order of the rows."""
        return {
            value: tuple(
                row.key for row in self._rows if self._items[row.key, value].checkState() == _CHECKED
            )
            for value, _ in self._headings
        }

    def show_answer(self, value: Mapping[str, Iterable[str]]) -> None:
        """Tick these and no others; keys that are no row are left out."""
        wanted = {(str(key), str(heading)) for heading, keys in value.items() for key in keys}
        self.table.blockSignals(True)
        for place, item in self._items.items():
            item.setCheckState(_CHECKED if place in wanted else _UNCHECKED)
        self.table.blockSignals(False)
        self.table.viewport().update()
        self._tell()

    def is_empty(self) -> bool:
        """Whether nothing is ticked."""
        return not any(self.answer().values())

    @Slot(QTableWidgetItem)
    def _ticked(self, item: QTableWidgetItem) -> None:
        place: Any = item.data(_KEY)
        if isinstance(place, tuple) and item.checkState() == _CHECKED and place[1] in self._alone:
            for value in self._alone - {place[1]}:
                self._items[place[0], value].setCheckState(_UNCHECKED)
        self._tell()

    @Slot(str)
    def _sift(self, text: str) -> None:
        words = folded(text).split()
        heading, shown = -1, False
        for at in range(self.table.rowCount()):
            first = self.table.item(at, 0)
            if first is None or first.data(_KEY) is None:
                if heading >= 0:
                    self.table.setRowHidden(heading, not shown)
                heading, shown = at, False
                continue
            fits = all(word in folded(first.text()) for word in words)
            self.table.setRowHidden(at, not fits)
            shown = shown or fits
        if heading >= 0:
            self.table.setRowHidden(heading, not shown)


_MANY = 12


class _Grid(QTableWidget):
    """Space ticks the box under the cursor; Tab goes on to the next field."""

    def __init__(self, rows: int, columns: int) -> None:
        super().__init__(rows, columns)
        self.setProperty("kind", "framed")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.viewport().installEventFilter(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's; Enter is the dialog's."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.ignore()
        elif event.key() == Qt.Key.Key_Space and (item := self.currentItem()) is not None:
            if item.flags() & Qt.ItemFlag.ItemIsUserCheckable:
                item.setCheckState(_UNCHECKED if item.checkState() == _CHECKED else _CHECKED)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's; a wheel over it scrolls it only once it has the focus, else the form."""
        if event.type() is QEvent.Type.Wheel and not self.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)
