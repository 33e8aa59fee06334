"""Ticking people off a list: Space ticks and goes on, letters or a number jump, and all of it is one answer."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.shell.frame.message_views import Banner
from desktop.shell.messages import announce
from desktop.widgets.parts import button, give_room, hairline, label
from desktop.widgets.question import Question
from desktop.widgets.tables.rows_model import folded
from resources.problem import Problem
from resources.wording import count_of

_LINE = Qt.ItemDataRole.UserRole
_MARKS = str.maketrans({"'": "", "’": "", "-": " "})
_CHECKED, _UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


@dataclass(frozen=True)
class TickLine:
    """A line of the list. `sought` is what letters find; a `fixed` one is ticked, stays so and is not given."""

    key: str
    words: str
    sought: str
    ticked: bool = False
    fixed: bool = False


class TickSheet(QDialog):
    """Gives the keys ticked through `ask`, or what `value` makes of them. `boxes` stand beneath the list."""

    def __init__(
        self, parent: QWidget | None, *, title: str, question: str, said: str, verb: str,
        boxes: Sequence[QWidget] = (),
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._then: Callable[[Any], object] | None = None
        self._begun: frozenset[str] = frozenset()
        self.banner = Banner()
        self.jump = _Jump()
        self.list = _Sheet()
        self._count = label("", "bold")
        self._save = button(verb, "primary")
        self._lay_out(question, said, boxes)
        self._save.clicked.connect(self.submit)
        self.jump.textChanged.connect(self._jump)
        self.jump.ticked.connect(self._tick)
        self.jump.stepped.connect(self._step)
        self.jump.entered.connect(self.submit)
        self.list.typed.connect(self._typed)
        self.list.itemChanged.connect(self._recount)

    def _lay_out(self, question: str, said: str, boxes: Iterable[QWidget]) -> None:
        body = QVBoxLayout()
        body.setContentsMargins(20, 16, 20, 12)
        body.setSpacing(10)
        body.addWidget(label(question, "title", wrap=True))
        body.addWidget(label(said, wrap=True))
        for part in (self.banner, self.jump):
            body.addWidget(part)
        body.addWidget(self.list, 1)
        for box in boxes:
            body.addWidget(box)
        row = QHBoxLayout()
        row.setContentsMargins(20, 12, 20, 12)
        row.setSpacing(8)
        row.addWidget(self._count)
        row.addStretch(1)
        cancel = button("Cancel")
        cancel.clicked.connect(self.reject)
        row.addWidget(cancel)
        row.addWidget(self._save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(body, 1)
        column.addWidget(hairline())
        column.addLayout(row)
        self.resize(720, 640)

    # What is shown

    def show_lines(self, lines: Sequence[TickLine]) -> None:
        """Other lines; what a line says of its tick holds."""
        self.list.clear()
        for one in lines:
            item = QListWidgetItem(one.words)
            item.setData(_LINE, one)
            flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            item.setFlags(flags if one.fixed else flags | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(_CHECKED if one.fixed or one.ticked else _UNCHECKED)
            self.list.addItem(item)
        self.list.setCurrentRow(0 if lines else -1)
        self._recount()

    def ask(self, then: Callable[[Any], object]) -> None:
        """Open over the window."""
        self._then = then
        self._begun = frozenset(self.ticked())
        self.open()
        self.jump.setFocus()

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def ticked(self) -> list[str]:
        """The keys ticked here, without the fixed ones."""
        held = [(item.data(_LINE), item.checkState() == _CHECKED) for item in self._items()]
        return [line.key for line, ticked in held if ticked and not line.fixed]

    def value(self) -> Any:
        """What the dialog gives."""
        return tuple(self.ticked())

    @Slot()
    def _recount(self) -> None:
        self._count.setText(f"{len(self.ticked()):,} of {self.list.count():,} ticked")

    # The keyboard

    @Slot(str)
    def _jump(self, text: str) -> None:
        typed = _plain(text)
        if not typed:
            return
        for row, item in enumerate(self._items()):
            sought = item.data(_LINE).sought
            if str(row + 1) == typed or (not typed.isdigit() and _begins(typed, sought)):
                self._go_to(row)
                return

    @Slot(str)
    def _typed(self, text: str) -> None:
        self.jump.setFocus()
        self.jump.setText(text)

    def _go_to(self, row: int) -> None:
        self.list.setCurrentRow(row)
        announce(self.jump, self.list.item(row).text())

    @Slot(int)
    def _step(self, steps: int) -> None:
        last = self.list.count() - 1
        if last >= 0:
            self._go_to(min(last, max(0, self.list.currentRow() + steps)))

    @Slot()
    def _tick(self) -> None:
        """Turn the tick of the line the cursor is on, and go on to the next."""
        item = self.list.currentItem()
        if item is None:
            return
        if item.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            item.setCheckState(_UNCHECKED if item.checkState() == _CHECKED else _CHECKED)
        self.jump.clear()
        self._step(1)

    @Slot()
    def submit(self) -> None:
        """Give what was ticked."""
        self.banner.hide()
        try:
            if self._then is not None:
                self._then(self.value())
        except Problem as problem:
            self.banner.say(problem)
            return
        self.accept()

    def reject(self) -> None:
        """Close; ask first when a tick was set or taken away."""
        changed = len(self._begun ^ set(self.ticked()))
        if self.isVisible() and changed:
            said = f"{count_of(changed, 'tick is', 'ticks are')} not kept."
            Question("Leave without saving?", said, "Leave", self).ask(super().reject)
        else:
            super().reject()


def _plain(text: str) -> str:
    """As names are typed in haste: obrien for O’Brien."""
    return " ".join(folded(text).translate(_MARKS).split())


def _begins(typed: str, text: str) -> bool:
    there = _plain(text).split()
    return all(any(one.startswith(word) for one in there) for word in typed.split())


class _Jump(QLineEdit):
    """Letters jump, Space ticks, arrows move, Enter saves."""

    ticked = Signal()
    stepped = Signal(int)
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Number or letters to jump to")
        self.setPlaceholderText("Number or letters")
        self.setMaximumWidth(260)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 10, Qt.Key.Key_PageUp: -10}
        if event.key() == Qt.Key.Key_Space:
            self.ticked.emit()
        elif event.key() in steps:
            self.stepped.emit(steps[Qt.Key(event.key())])
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class _Sheet(QListWidget):
    """The lines; letters typed here go to the field."""

    typed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "framed")
        self.setAccessibleName("The sheet")
        give_room(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's."""
        if event.text().strip() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)
