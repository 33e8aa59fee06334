"""A popup list of values to tick, with a field to find one in a long list."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.widgets.parts import give_room
from desktop.widgets.tables.rows_model import folded
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
        self.list = QListWidget()
        self.list.setAccessibleName(heading)
        give_room(self.list)
        for value in values:
            self._add(value, say(value), value in chosen)
        self.list.itemChanged.connect(self._tell)
        self.list.itemActivated.connect(self._flip)
        self.list.viewport().installEventFilter(self)
        self.list.setCurrentRow(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self._field)
        column.addWidget(self.list)
        rows = min(len(values), 12)
        self.list.setFixedHeight(rows * max(1, self.list.sizeHintForRow(0)) + 4)
        self.setFixedWidth(min(420, max(220, self.list.sizeHintForColumn(0) + 64)))

    def _add(self, value: Cell, words: str, chosen: bool) -> None:
        item = QListWidgetItem(words)
        item.setData(_VALUE, value)
        item.setFlags(
            Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
        )
        item.setCheckState(Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked)
        self.list.addItem(item)

    def show_under(self, widget: QWidget) -> None:
        """Open beneath a widget with the keyboard in it."""
        self.move(widget.mapToGlobal(QPoint(0, widget.height() + 2)))
        self.show()
        (self._field if self._field.isVisible() else self.list).setFocus()

    @property
    def chosen(self) -> tuple[Cell, ...]:
        """The ticked values."""
        items = [self.list.item(row) for row in range(self.list.count())]
        return tuple(item.data(_VALUE) for item in items if item.checkState() == Qt.CheckState.Checked)

    @Slot()
    def _tell(self) -> None:
        self.ticked.emit(self.chosen)

    @Slot(QListWidgetItem)
    def _flip(self, item: QListWidgetItem) -> None:
        on = item.checkState() == Qt.CheckState.Checked
        item.setCheckState(Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)

    def _clicked(self, event: QEvent) -> bool:
        if event.type() != QEvent.Type.MouseButtonRelease or not isinstance(event, QMouseEvent):
            return False
        item = self.list.itemAt(event.position().toPoint())
        if item is not None:
            self.list.setCurrentItem(item)
            self._flip(item)
        return True

    @Slot(str)
    def _narrow(self, text: str) -> None:
        wanted = folded(text)
        items = [self.list.item(row) for row in range(self.list.count())]
        for item in items:
            item.setHidden(wanted not in folded(item.text()))
        self.list.setCurrentRow(next((at for at, item in enumerate(items) if not item.isHidden()), -1))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click anywhere in a row ticks it; from the field, Down goes to the list and Enter ticks what was found."""
        if watched is self.list.viewport():
            return self._clicked(event)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Down:
                self.list.setFocus()
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.list.currentItem() is not None:
                self._flip(self.list.currentItem())
                return True
        return super().eventFilter(watched, event)
