"""Somebody who was not asked: name and home in one step, in the door's type."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.dialogs.events.finding_people import home_words
from desktop.shell.looks.style import bold, points
from engagement.forums.at_the_door.door import WalkIn
from engagement.forums.at_the_door.door_search import HomeLine, find_homes
from engagement.register.vocabulary import OrganisationKind
from resources.database import Database

_HOME = Qt.ItemDataRole.UserRole
_TYPE = 20.0
_FOUND = 6
_NEW = {
    OrganisationKind.PARTNER: "New partner organisation",
    OrganisationKind.COUNCIL: "New part of the council",
    OrganisationKind.GROUP: "New group of people",
}


class WalkInForm(QWidget):
    """Two lines and a list. Enter goes on from the name, and checks in from the home. Esc goes back."""

    given = Signal(object)
    left = Signal()

    def __init__(self, db: Database) -> None:
        super().__init__()
        self._db = db
        self.name = _Line("Name")
        self.home = _Line("Home or provider")
        self.list = QListWidget()
        self.list.setFont(points(_TYPE))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName("Homes found")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for line in (self.name, self.home):
            words = QLabel(line.accessibleName())
            words.setFont(bold(_TYPE))
            words.setBuddy(line)
            column.addWidget(words)
            column.addWidget(line)
            line.left.connect(self.left)
            line.stepped.connect(self._step)
        column.addWidget(self.list, 1)
        self.name.entered.connect(self._name_entered)
        self.home.entered.connect(self.submit)
        self.home.textChanged.connect(self._search)
        self.list.itemDoubleClicked.connect(self._clicked)

    def begin(self, name: str) -> None:
        """A new walk-in, with what was typed as the name."""
        self.name.setText(name)
        self.home.clear()
        (self.home if name else self.name).setFocus()

    def is_touched(self) -> bool:
        """Whether something of it would be lost."""
        return bool(self.home.text().strip())

    @Slot()
    def _name_entered(self) -> None:
        if self.name.text().strip():
            self.home.setFocus()

    @Slot(str)
    def _search(self, text: str) -> None:
        typed = " ".join(text.split())
        self.list.clear()
        if not typed:
            return
        for line in find_homes(self._db, typed, limit=_FOUND):
            name, detail = home_words(line)
            self._add(f"{name} · {detail}" if detail else name, line)
        self._add(f"New provider: {typed}", OrganisationKind.CARE_PROVIDER)
        self._add("New, but no care provider…", None)
        self.list.setCurrentRow(0)

    def _unfold(self) -> None:
        """What else a new organisation may be; most walk-ins come from providers."""
        at = self.list.currentRow()
        self.list.takeItem(at)
        typed = " ".join(self.home.text().split())
        for organisation, words in _NEW.items():
            self._add(f"{words}: {typed}", organisation)
        self.list.setCurrentRow(at)

    def _add(self, words: str, what: HomeLine | OrganisationKind | None) -> None:
        item = QListWidgetItem(words)
        item.setData(_HOME, what)
        self.list.addItem(item)

    @Slot(int)
    def _step(self, steps: int) -> None:
        last = self.list.count() - 1
        if last >= 0:
            self.list.setCurrentRow(min(last, max(0, self.list.currentRow() + steps)))

    @Slot(QListWidgetItem)
    def _clicked(self, item: QListWidgetItem) -> None:
        self.list.setCurrentItem(item)
        self.submit()

    @Slot()
    def submit(self) -> None:
        """Give who walked in, with the home that the list points at."""
        if not self.name.text().strip():
            self.name.setFocus()
            return
        item = self.list.currentItem()
        what = item.data(_HOME) if item is not None else OrganisationKind.CARE_PROVIDER
        name = " ".join(self.name.text().split())
        if what is None:
            self._unfold()
        elif isinstance(what, HomeLine):
            self.given.emit(WalkIn(name, provider_id=what.provider_id, service_id=what.service_id))
        else:
            new = " ".join(self.home.text().split())
            self.given.emit(WalkIn(name, new_provider=new, organisation=OrganisationKind(what)))


class _Line(QLineEdit):
    """A line in large type."""

    entered = Signal()
    left = Signal()
    stepped = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFont(points(_TYPE + 2))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, arrows move in the list, Esc goes back."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in steps:
            self.stepped.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)
