"""What there is to look at, under headings: a list to go through with the arrow keys."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from desktop.shell.looks.look import TARGET

_KEY = Qt.ItemDataRole.UserRole
_PAD, _LEAST = 12, 80


@dataclass(frozen=True)
class Entry:
    """A line of the list under its heading."""

    key: str
    heading: str
    words: str


class _Wrapped(QStyledItemDelegate):
    """Lines as high as their words at the width there is beside the scroll bar, 28 pixels or more."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Qt's."""
        view = self.parent()
        assert isinstance(view, QListWidget)
        width = max(_LEAST, view.width() - view.verticalScrollBar().sizeHint().width() - 2)
        room = QRect(0, 0, width - 2 * _PAD, 1000)
        words = QFontMetrics(_font_of(index, view)).boundingRect(
            room, int(Qt.TextFlag.TextWordWrap), str(index.data())
        )
        return QSize(width, max(TARGET, words.height() + _PAD))


def _font_of(index: QModelIndex | QPersistentModelIndex, view: QListWidget) -> QFont:
    """The line's own font, else the list's."""
    found = index.data(Qt.ItemDataRole.FontRole)
    return found if isinstance(found, QFont) else view.font()


class EntryList(QListWidget):
    """`chosen` carries the key of the line that the cursor is on. Headings cannot be chosen; long words wrap."""

    chosen = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setItemDelegate(_Wrapped(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.entries: tuple[Entry, ...] = ()
        self.currentItemChanged.connect(self._tell)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Other lines; the cursor stays where it was if that is still among them, else it goes to the first."""
        if tuple(entries) == self.entries:
            return
        wanted = self.key
        self.entries = tuple(entries)
        with QSignalBlocker(self):
            self.clear()
            heading = ""
            for entry in entries:
                if entry.heading != heading:
                    heading = entry.heading
                    self._add_heading(heading)
                item = QListWidgetItem(entry.words)
                item.setData(_KEY, entry.key)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{entry.heading}: {entry.words}")
                self.addItem(item)
            self.go_to(wanted) or self.go_to(entries[0].key if entries else "")

    def _add_heading(self, words: str) -> None:
        item = QListWidgetItem(words)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        font = QFont(self.font())
        font.setBold(True)
        item.setFont(font)
        self.addItem(item)

    @property
    def key(self) -> str:
        """Where the cursor is."""
        item = self.currentItem()
        return str(item.data(_KEY) or "") if item is not None else ""

    def go_to(self, key: str) -> bool:
        """Put the cursor on a line; whether it is there."""
        for row in range(self.count()):
            if key and self.item(row).data(_KEY) == key:
                self.setCurrentRow(row)
                return True
        return False

    @Slot()
    def _tell(self) -> None:
        self.chosen.emit(self.key)
