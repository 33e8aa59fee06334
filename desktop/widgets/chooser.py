"""A popup list of values to tick, with a field to find one in a long list."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.widgets.rows_model import folded
from resources.tables import Cell

_VALUE = Qt.ItemDataRole.UserRole
_LONG = 10


class Chooser(QFrame):
    """Ticks values: Space or a click turns one on and off at once, Esc closes."""

    ticked = Signal(tuple)

    def __init__(
        self,
        heading: str,
        values: Sequence[Cell],
        chosen: Sequence[Cell],
        say: Callable[[Cell], str],
        parent: QWidget,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(heading)
        self._field = QLineEdit()
        self._field.setPlaceholderText("Find in the list")
        self._field.setAccessibleName(f"Find in the list of {heading}")
        self._field.setVisible(len(values) > _LONG)
        self._field.textChanged.connect(self._narrow)
        self._field.installEventFilter(self)
        self._list = QListWidget()
        self._list.setAccessibleName(heading)
        for value in values:
            self._add(value, say(value), value in chosen)
        self._list.itemChanged.connect(self._tell)
        self._list.itemActivated.connect(self._flip)
        self._list.setCurrentRow(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self._field)
        column.addWidget(self._list)
        rows = min(len(values), 12)
        self._list.setMinimumHeight(rows * 32 + 8)
        width = self._list.sizeHintForColumn(0) + 48
        self.resize(min(420, max(220, width)), rows * 32 + 28 + (40 if len(values) > _LONG else 0))

    def _add(self, value: Cell, words: str, chosen: bool) -> None:
        item = QListWidgetItem(words)
        item.setData(_VALUE, value)
        item.setFlags(
            Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
        )
        item.setCheckState(Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked)
        self._list.addItem(item)

    def show_under(self, widget: QWidget) -> None:
        """Open beneath a widget with the keyboard in it."""
        self.move(widget.mapToGlobal(QPoint(0, widget.height() + 2)))
        self.show()
        (self._field if self._field.isVisible() else self._list).setFocus()

    @property
    def chosen(self) -> tuple[Cell, ...]:
        """The ticked values."""
        items = [self._list.item(row) for row in range(self._list.count())]
        return tuple(item.data(_VALUE) for item in items if item.checkState() == Qt.CheckState.Checked)

    @Slot()
    def _tell(self) -> None:
        self.ticked.emit(self.chosen)

    @Slot(QListWidgetItem)
    def _flip(self, item: QListWidgetItem) -> None:
        on = item.checkState() == Qt.CheckState.Checked
        item.setCheckState(Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)

    @Slot(str)
    def _narrow(self, text: str) -> None:
        wanted = folded(text)
        first = None
        for row in range(self._list.count()):
            item = self._list.item(row)
            item.setHidden(wanted not in folded(item.text()))
            first = item if first is None and not item.isHidden() else first
        self._list.setCurrentItem(first)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the field, Down goes to the list and Enter ticks what was found."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Down:
                self._list.setFocus()
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._list.currentItem() is not None:
                self._flip(self._list.currentItem())
                return True
        return super().eventFilter(watched, event)
