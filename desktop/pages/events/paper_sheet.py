"""Ticking who signed the paper sheet: the sheet's order, Space ticks, letters or a number jump, one change."""

from collections.abc import Callable
from dataclasses import dataclass

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
from desktop.widgets.forms.fields import CheckField
from desktop.widgets.parts import button, give_room, hairline, label
from desktop.widgets.question import Question
from engagement.forums import events
from engagement.forums.at_the_door.sign_in_sheet import people_to_sign
from engagement.forums.people.participants import Participant
from engagement.forums.vocabulary import EventState
from engagement.register.names import folded
from resources.database import Database
from resources.problem import Problem
from resources.wording import count_of

_PERSON = Qt.ItemDataRole.UserRole
_CHECKED, _UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


@dataclass(frozen=True)
class Ticked:
    """Who signed, and whether the event is to be closed next."""

    people: tuple[str, ...]
    close: bool


class PaperSheet(QDialog):
    """Gives who was ticked through `ask`; who was checked in at the door is ticked already and stays so."""

    def __init__(self, db: Database, event_id: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        event = events.get(db, event_id)
        self.setWindowTitle(f"Paper sheet of {event.title}")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._db, self._event_id = db, event_id
        self._then: Callable[[Ticked], object] | None = None
        self.banner = Banner()
        self.jump = _Jump()
        self.list = _Sheet()
        self.unanswered = CheckField("The sheet also has people who had not answered")
        self.close_next = CheckField("Close the event next: who has a place and did not come is a no-show")
        self.close_next.box.setVisible(event.state is EventState.PLANNED)
        self._count = label("", "bold")
        self._save = button("Save the ticks", "primary")
        self._lay_out(event.title)
        self._listen()
        self._fill()

    def _lay_out(self, title: str) -> None:
        body = QVBoxLayout()
        body.setContentsMargins(20, 16, 20, 12)
        body.setSpacing(10)
        body.addWidget(label(f"Who signed the sheet of {title}?", "title", wrap=True))
        said = "Type a number of the sheet or letters of a name to jump. Space ticks and goes on to the next line."
        body.addWidget(label(said, wrap=True))
        for part in (self.banner, self.jump):
            body.addWidget(part)
        body.addWidget(self.list, 1)
        for box in (self.unanswered.box, self.close_next.box):
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

    def _listen(self) -> None:
        self._save.clicked.connect(self.submit)
        self.jump.textChanged.connect(self._jump)
        self.jump.ticked.connect(self._tick)
        self.jump.stepped.connect(self._step)
        self.jump.entered.connect(self.submit)
        self.list.typed.connect(self._typed)
        self.list.itemChanged.connect(self._recount)
        self.unanswered.changed.connect(self._fill)

    def ask(self, then: Callable[[Ticked], object]) -> None:
        """Open over the window."""
        self._then = then
        self.open()
        self.jump.setFocus()

    @Slot()
    def _fill(self) -> None:
        ticked = set(self.ticked())
        self.list.clear()
        people = people_to_sign(self._db, self._event_id, unanswered=self.unanswered.answer())
        for number, one in enumerate(people, 1):
            self._add(number, one, one.id in ticked)
        self.list.setCurrentRow(0 if people else -1)
        self._recount()

    def _add(self, number: int, one: Participant, ticked: bool) -> None:
        here = one.status.came
        words = f"{number:>3}   {one.name}, {one.home}"
        item = QListWidgetItem(words + (" (checked in at the door)" if here else ""))
        item.setData(_PERSON, one)
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        item.setFlags(flags if here else flags | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(_CHECKED if here or ticked else _UNCHECKED)
        self.list.addItem(item)

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def ticked(self) -> list[str]:
        """The keys ticked here, without those who were checked in at the door."""
        return [
            item.data(_PERSON).id
            for item in self._items()
            if item.checkState() == _CHECKED and not item.data(_PERSON).status.came
        ]

    @Slot()
    def _recount(self) -> None:
        self._count.setText(f"{len(self.ticked()):,} of {self.list.count():,} ticked")

    @Slot(str)
    def _jump(self, text: str) -> None:
        typed = folded(text)
        if not typed:
            return
        for row, item in enumerate(self._items()):
            one = item.data(_PERSON)
            if str(row + 1) == typed or (not typed.isdigit() and _begins(typed, f"{one.name} {one.home}")):
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
        """Give everybody ticked."""
        self.banner.hide()
        try:
            if self._then is not None:
                self._then(Ticked(tuple(self.ticked()), self.close_next.answer()))
        except Problem as problem:
            self.banner.say(problem)
            return
        self.accept()

    def reject(self) -> None:
        """Close; ask first when something was ticked."""
        ticked = len(self.ticked())
        if self.isVisible() and ticked:
            said = f"{count_of(ticked, 'tick is', 'ticks are')} not kept."
            Question("Leave without saving?", said, "Leave", self).ask(super().reject)
        else:
            super().reject()


def _begins(typed: str, text: str) -> bool:
    there = folded(text).split()
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
