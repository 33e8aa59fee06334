"""A list of lines that each have a quieter one beneath: an outline, or what is to be mended."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.shell.looks.style import bold, look, points, style
from desktop.widgets.board.card_layout import lines_of

_SIDE, _ABOVE, _INDENT = 10, 5, 14
_MOST, _MOST_BENEATH = 4, 2
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CHOOSE = QItemSelectionModel.SelectionFlag.ClearAndSelect


@dataclass(frozen=True)
class ListedLine:
    """A line. `beneath` is the quieter one, in the colour of danger where it `warns`; `is_head` lines are bold."""

    key: str
    words: str
    beneath: str = ""
    indent: int = 0
    warns: bool = False
    is_head: bool = False

    @property
    def said(self) -> str:
        """All of it, for a screen reader."""
        return f"{self.words}, {self.beneath}" if self.beneath else self.words


class _Lines(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: tuple[ListedLine, ...] = ()

    def show_lines(self, lines: Sequence[ListedLine]) -> None:
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.words
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return line.said
        return None


class LineList(QListView):
    """`moved` with the key of the line that the cursor has come to, `opened` by Enter or a double click."""

    moved = Signal(str)
    opened = Signal(str)
    clicked_on = Signal(str)
    removal_asked = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.lines = _Lines(self)
        self.setModel(self.lines)
        self.setAccessibleName(name)
        self.setProperty("kind", "cards")
        self.setItemDelegate(_LinePainter(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.selectionModel().currentChanged.connect(self._tell)
        self.doubleClicked.connect(self._open)
        self.clicked.connect(self._click)

    def show_lines(self, lines: Sequence[ListedLine]) -> None:
        """Other lines. A cursor stays on its line, else at its place, and nobody is told that it moved."""
        if tuple(lines) == self.lines.lines:
            return
        held, row = self.key, self.currentIndex().row()
        scrolled = self.verticalScrollBar().value()
        keys = [one.key for one in lines]
        blocked = self.selectionModel().blockSignals(True)
        self.lines.show_lines(lines)
        self.selectionModel().blockSignals(blocked)
        if keys and held:
            self._place(keys.index(held) if held in keys else min(max(row, 0), len(keys) - 1))
            self.verticalScrollBar().setValue(scrolled)
        self.viewport().update()

    def _place(self, row: int) -> None:
        model = self.selectionModel()
        blocked = model.blockSignals(True)
        model.setCurrentIndex(self.lines.index(row), _CHOOSE)
        model.blockSignals(blocked)

    @property
    def key(self) -> str:
        """The line that the cursor is on; "" where there is none."""
        row = self.currentIndex().row()
        return self.lines.lines[row].key if 0 <= row < len(self.lines.lines) else ""

    def go_to(self, key: str) -> bool:
        """Put the cursor on a line without telling of it; whether there is such a line."""
        row = next((at for at, one in enumerate(self.lines.lines) if one.key == key), -1)
        if row < 0:
            return False
        self._place(row)
        self.scrollTo(self.lines.index(row))
        self.viewport().update()
        return True

    def go_to_first(self) -> None:
        """Put the cursor on the first line."""
        if self.lines.lines:
            self.go_to(self.lines.lines[0].key)

    def _tell(self, _now: QModelIndex, _before: QModelIndex) -> None:
        if self.key:
            self.moved.emit(self.key)

    def _open(self, _index: QModelIndex) -> None:
        if self.key:
            self.opened.emit(self.key)

    def _click(self, _index: QModelIndex) -> None:
        if self.key:
            self.clicked_on.emit(self.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens a line, Delete asks for it to go."""
        if event.key() in _ENTER and self.key:
            self.opened.emit(self.key)
        elif event.key() == Qt.Key.Key_Delete and self.key:
            self.removal_asked.emit(self.key)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's; lines break elsewhere."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class _LinePainter(QStyledItemDelegate):
    def __init__(self, view: LineList) -> None:
        super().__init__(view)
        self._view = view
        self._look_up()
        worn = style()
        if worn is not None:
            worn.changed.connect(self._look_up)

    def _look_up(self) -> None:
        self._colours = look()
        self._plain, self._bold, self._small = points(10), bold(10), points(9)
        self._metrics = {True: QFontMetrics(self._bold), False: QFontMetrics(self._plain)}
        self._beneath = QFontMetrics(self._small)

    def _shape(self, line: ListedLine, width: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
        room = max(60, width - 2 * _SIDE - line.indent * _INDENT)
        return (
            lines_of(line.words, self._metrics[line.is_head].horizontalAdvance, room, _MOST),
            lines_of(line.beneath, self._beneath.horizontalAdvance, room, _MOST_BENEATH),
        )

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        width = self._view.viewport().width()
        line = self._view.lines.lines[index.row()]
        words, beneath = self._shape(line, width)
        high = len(words) * self._metrics[line.is_head].height() + len(beneath) * self._beneath.height()
        return QSize(width, high + 2 * _ABOVE)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line, colours, area = self._view.lines.lines[index.row()], self._colours, option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(area, QColor(colours.selected))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(colours.accent), 1))
            painter.drawRect(area.adjusted(0, 0, -1, -1))
        words, beneath = self._shape(line, area.width())
        left, top = area.left() + _SIDE + line.indent * _INDENT, area.top() + _ABOVE
        quiet = colours.danger if line.warns else colours.quiet
        for texts, font, metrics, ink in (
            (words, self._bold if line.is_head else self._plain, self._metrics[line.is_head], colours.text),
            (beneath, self._small, self._beneath, quiet),
        ):
            painter.setFont(font)
            painter.setPen(QColor(colours.on_selected if chosen and not line.warns else ink))
            for text in texts:
                painter.drawText(QRect(left, top, area.right() - left, metrics.height()), _LEFT, text)
                top += metrics.height()
