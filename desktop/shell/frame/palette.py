"""Ctrl+K: find any provider, person, event or action by typing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Slot
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop.shell.actions import Action
from desktop.shell.looks.style import bold, look, points, with_text
from desktop.shell.messages import announce

_WIDTH, _HEIGHT = 620, 420
_ABOVE = 200  # it hangs below the top of the window
_MOST_ACTIONS = 12
_FOUND = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class Found:
    """Something the palette can open: `kind` is Provider, Person, Event; `detail` tells two of a name apart."""

    kind: str
    title: str
    detail: str
    open: Callable[[], object]


Finder = Callable[[str], Sequence[Found]]


class Palette(QDialog):
    """One field and what it finds; arrows choose, Enter opens, Esc closes. `nothing` is said where nothing is found."""

    def __init__(
        self, actions: Sequence[Action], finder: Finder | None, parent: QWidget, *, nothing: str = ""
    ) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("palette")
        self.setWindowTitle("Find anything")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._actions = [action for action in actions if action.ready()]
        self._finder = finder
        self._nothing_said = nothing
        self.field = QLineEdit()
        self.field.setPlaceholderText("A provider, person or event, or what you want to do")
        self.field.setAccessibleName("Find anything")
        self.field.textChanged.connect(self._search)
        self.field.installEventFilter(self)
        self.nothing = QLabel()
        self.nothing.setProperty("kind", "quiet")
        self._make_list()
        self._lay_out()
        self._search("")

    def _make_list(self) -> None:
        self._list = QListWidget()
        self._list.setAccessibleName("Found")
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setItemDelegate(_Painter(self._list))
        self._list.setUniformItemSizes(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemClicked.connect(self._open)
        self._list.currentItemChanged.connect(self._speak)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        for part in (self.field, self.nothing, self._list):
            column.addWidget(part)
        room = self.screen().availableGeometry()
        self.setFixedSize(with_text(_WIDTH), min(with_text(_HEIGHT), room.height() - _ABOVE))

    @property
    def found(self) -> list[Found]:
        """What the list shows now."""
        return [self._list.item(row).data(_FOUND) for row in range(self._list.count())]

    @Slot(str)
    def _search(self, text: str) -> None:
        words = text.strip()
        found = list(self._finder(words)) if words and self._finder is not None else []
        found += actions_for(words, self._actions)
        self._list.setUpdatesEnabled(False)
        self._list.clear()
        for one in found:
            item = QListWidgetItem(one.title)
            item.setData(_FOUND, one)
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole, f"{one.kind}: {one.title}, {one.detail}".rstrip(", ")
            )
            self._list.addItem(item)
        self._list.setUpdatesEnabled(True)
        self._list.setCurrentRow(0 if found else -1)
        self.nothing.setVisible(not found)
        self.nothing.setText(self._nothing_said or f"Nothing is called “{words}”. Fewer letters find more.")

    @Slot()
    def _speak(self) -> None:
        item = self._list.currentItem()
        if item is not None and self.isVisible():
            announce(self.field, item.data(Qt.ItemDataRole.AccessibleTextRole))

    @Slot(QListWidgetItem)
    def _open(self, item: QListWidgetItem) -> None:
        found: Found = item.data(_FOUND)
        self.close()
        found.open()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows move in the list while the field keeps the focus."""
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and self._use_key(event.key())
        ):
            return True
        return super().eventFilter(watched, event)

    def _use_key(self, key: int) -> bool:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
        if key in steps:
            last = self._list.count() - 1
            self._list.setCurrentRow(min(last, max(0, self._list.currentRow() + steps[Qt.Key(key)])))
            return True
        item = self._list.currentItem()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if item is not None:
                self._open(item)
            return True
        return False


def actions_for(words: str, actions: Sequence[Action]) -> list[Found]:
    """The actions whose label holds every word typed, at the start of a word."""
    typed = words.casefold().split()
    fitting = [action for action in actions if _fits(typed, action.label.casefold().split())]
    return [
        Found("Action", action.label, QKeySequence(action.shortcut).toString() or action.menu, action.run)
        for action in fitting[:_MOST_ACTIONS]
    ]


def _fits(typed: Sequence[str], label: Sequence[str]) -> bool:
    return all(any(word.startswith(part) for word in label) for part in typed)


class _Painter(QStyledItemDelegate):
    """Kind in grey, title, detail in grey at the right."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, with_text(32))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        found: Found = index.data(_FOUND)
        colours = look()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        area: QRect = option.rect
        painter.save()
        painter.fillRect(area, QColor(colours.selected if chosen else colours.page))
        quiet = colours.on_selected if chosen else colours.quiet
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(points(9))
        painter.setPen(QColor(quiet))
        painter.drawText(area.adjusted(12, 0, 0, 0), middle, found.kind)
        detail = painter.fontMetrics().elidedText(
            found.detail, Qt.TextElideMode.ElideRight, area.width() // 2 - 60
        )
        painter.drawText(area.adjusted(0, 0, -12, 0), middle | Qt.AlignmentFlag.AlignRight, detail)
        left = with_text(88)
        room = area.width() - left - 12 - painter.fontMetrics().horizontalAdvance(detail) - 24
        painter.setFont(bold())
        painter.setPen(QColor(colours.on_selected if chosen else colours.text))
        title = painter.fontMetrics().elidedText(found.title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(area.adjusted(left, 0, 0, 0), middle, title)
        painter.restore()
