"""The door: a laptop on a table with a queue in front. One field, one list, big counts, nothing else."""

import platform
from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.events.walk_in import WalkInForm
from desktop.pages.events.door_list import TYPE, DoorList, News, home_of, spoken
from desktop.pages.events.door_parts import Counts, DoorField, Keys, big_label
from desktop.shell.looks.look import Tone
from desktop.shell.looks.style import bold, style
from desktop.shell.messages import announce
from desktop.shell.page import Desk
from desktop.widgets.question import Question
from engagement.forums import events
from engagement.forums.at_the_door import door
from engagement.forums.at_the_door.door import CheckedIn, WalkIn
from engagement.forums.at_the_door.door_search import DoorLine, DoorState, Finder
from engagement.forums.people.participants import Participant
from engagement.register import contacts
from resources.database import change, new_key
from resources.problem import Problem
from resources.wording import and_list, count_of, in_london

FOUND = 8
_LOW, _NARROW, _LONG = 560, 900, 36
FORGET_AFTER_MS = 30_000
"""In privacy mode nobody's name stays on the screen for longer."""

_KEYS = (("F2", "walk-in"), ("F3", "apologies"), ("F4", "out"), ("F5", "instead"), ("Ctrl+Z", "undo"),
         ("F6", "expected"), ("F7", "present"))  # fmt: skip
_NEXT = "Type three letters of a name, home or provider."


class DoorWindow(QMainWindow):  # a plain widget is no window to a screen reader
    """Full screen over the window it was opened from. `closed` when it is left."""

    closed = Signal()

    def __init__(
        self, desk: Desk, event_id: str, *, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._db, self._event_id, self._now = desk, desk.db, event_id, now
        self._event = events.get(desk.db, event_id)
        self._finder = Finder(desk.db, event_id)
        self._device = platform.node() or "door"
        self.privacy = True
        self._listed: Callable[[], list[DoorLine]] | None = None
        self._instead_of: DoorLine | None = None
        self.setWindowTitle(f"Door: {self._event.title}")
        self.field = DoorField()
        self.list = DoorList("People found")
        self.news = News()
        self.heading = big_label("")
        self.walk_in = WalkInForm(desk.db)
        self.counts = Counts()
        self._keys = Keys()
        self._middle = QStackedWidget()
        self._forget = QTimer(self)
        self._lay_out()
        self._listen()
        self.news.say(_NEXT, Tone.NEUTRAL)
        self._recount()
        self._search("")

    def _lay_out(self) -> None:
        self._title = big_label(self._event.title, font=bold(TYPE), wrap=True)
        top = QHBoxLayout()
        top.setSpacing(24)
        top.addWidget(self._title, 1)
        top.addWidget(self.counts, 1)
        finding = QWidget()
        inner = QVBoxLayout(finding)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(8)
        inner.addWidget(self.field)
        inner.addWidget(self.heading)
        inner.addWidget(self.list, 1)
        self._middle.addWidget(finding)
        self._middle.addWidget(self.walk_in)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(24, 12, 24, 12)
        column.setSpacing(10)
        column.addLayout(top)
        column.addWidget(self.news)
        column.addWidget(self._middle, 1)
        column.addWidget(self._keys)
        self.setCentralWidget(whole)

    def _listen(self) -> None:
        self.field.commands = {
            "Return": self.check_in, "Enter": self.check_in, "Shift+Return": self.party, "Shift+Enter": self.party,
            "F1": self.say_all_keys, "F2": self.begin_walk_in, "F3": self.apologies, "F4": self.check_out,
            "F5": self.ask_instead, "Ctrl+Z": self.undo, "F6": self.show_expected, "F7": self.show_present,
            "F8": self.turn_privacy, "Esc": self.step_back, "F11": self.close,
            "Down": partial(self._move, 1), "Up": partial(self._move, -1),
            "PgDown": partial(self._move, 6), "PgUp": partial(self._move, -6),
        }  # fmt: skip
        self.field.run = self._run
        self.field.textChanged.connect(self._search)
        self.list.clicked.connect(self._say_keys)
        self.list.doubleClicked.connect(self._double_clicked)
        self.walk_in.given.connect(self._walked_in)
        self.walk_in.left.connect(self._to_list)
        self._desk.changes.changed.connect(self._hear)
        self._desk.messages.refused.connect(self._refused)
        self._forget.setSingleShot(True)
        self._forget.setInterval(FORGET_AFTER_MS)
        self._forget.timeout.connect(self._forget_names)

    # Finding

    @Slot(str)
    def _search(self, letters: str) -> None:
        if letters.strip():
            lines = self._finder.find(letters, limit=FOUND)
            self.heading.setText(self._heading(letters.strip(), found=bool(lines)))
        elif self._instead_of is not None:
            lines = []
            self.heading.setText(self._heading("", found=True))
        elif self._listed is not None:
            lines = self._listed()
        else:
            lines = [] if self.privacy else self._expected()
            said = "Nobody is listed until letters are typed."
            self.heading.setText(said if self.privacy else self.heading.text())
        self.heading.setVisible(bool(self.heading.text()))
        self.list.show_lines(lines)
        if letters.strip():
            announce(self.field, f"{spoken(lines[0])}, 1 of {len(lines)}" if lines else self.heading.text())
        self._say_keys()

    def _heading(self, letters: str, *, found: bool) -> str:
        if self._instead_of is not None:
            asked = f"Who is here instead of {self._instead_of.name}?"
            return asked if found else f"{asked} Enter adds “{letters}” at {home_of(self._instead_of)}."
        return "" if found else f"Nobody found. Enter makes “{letters}” a walk-in."

    def _expected(self) -> list[DoorLine]:
        people = door.expected_but_absent(self._db, self._event_id)
        self.heading.setText(f"Expected and not here: {len(people):,}")
        return _lines(people, DoorState.EXPECTED)

    def _present(self) -> list[DoorLine]:
        people = door.present_now(self._db, self._event_id)
        self.heading.setText(f"Present now: {len(people):,}")
        return _lines(people, DoorState.PRESENT)

    def show_expected(self) -> None:
        """List who has a place and is not here; the same key again hides them."""
        self._show_list(self._expected)

    def show_present(self) -> None:
        """List who is in the room; the same key again hides them."""
        self._show_list(self._present)

    def _show_list(self, listed: Callable[[], list[DoorLine]]) -> None:
        self._listed = None if self._listed == listed else listed
        self._clear()

    def turn_privacy(self) -> None:
        """List nobody until letters are typed, or whoever is expected."""
        self.privacy = not self.privacy
        self._listed = None
        self._say("Privacy is on." if self.privacy else "Privacy is off: names are listed.", Tone.NEUTRAL)
        self._clear()

    def _clear(self) -> None:
        self._instead_of = None
        if self.field.text():
            self.field.clear()  # which searches
        else:
            self._search("")

    def _move(self, steps: int) -> None:
        self.list.step(steps)
        if self.list.line is not None:
            announce(self.field, spoken(self.list.line))
        self._say_keys()

    @Slot()
    def _say_keys(self) -> None:
        line = self.list.line
        if self._instead_of is not None:
            self._keys.show_keys([("Enter", "check in instead"), ("↑ ↓", "choose"), ("Esc", "back")])
            return
        keys = [("Enter", "check in" if line or not self.field.text() else "walk-in")]
        if line is not None and line.party > 1:
            keys.append(("Shift+Enter", f"all {line.party:,} from {_short(line.provider)}"))
        privacy = ("F8", "list names" if self.privacy else "hide names")
        keys += [*_KEYS, privacy, ("Esc", "leave")]
        self._keys.show_keys(keys)

    # What the keys do

    def _run(self, command: Callable[[], object]) -> None:
        try:
            command()
        except Problem as problem:
            self._refused(problem)

    @Slot(object)
    def _refused(self, problem: Problem) -> None:
        self._say(problem.sentence, Tone.NEGATIVE)

    def _act(self) -> dict:
        """What every act at the door is written with; each press of a key is an act of its own."""
        return {"now": self._now(), "device": self._device, "nonce": new_key()}

    def check_in(self) -> None:
        """The person the cursor is on is here; letters that find nobody begin a walk-in."""
        line = self.list.line
        if self._instead_of is not None:
            self._come_instead(self._instead_of, line)
            return
        if line is None:
            if self.field.text().strip():
                self.begin_walk_in()
            return
        if line.participant_id is not None:
            done = door.check_in(self._db, self._event_id, line.participant_id, **self._act())
        else:
            done = door.check_in_contact(self._db, self._event_id, line.contact_id, **self._act())
        self._say_in(done)

    def _say_in(self, done: CheckedIn) -> None:
        if done.already:
            self._done(f"{done.name} of {done.home} was in already, since {_clock(done.at)}", Tone.WAITING)
            return
        walked = ", as a walk-in" if done.walk_in else ""
        said = f"{done.name} of {done.home} is in{walked}, {_clock(done.at)}"
        self._done(f"{said}. {done.warning}" if done.warning else said, Tone.POSITIVE)

    def party(self) -> None:
        """Everybody expected from the provider of the line is here."""
        line = self.list.line
        if line is None:
            return
        came = door.party(self._db, self._event_id, provider_id=line.provider_id, **self._act())
        if not came:
            self._say(f"Nobody more is expected from {line.provider}", Tone.WAITING)
            return
        who = (
            and_list([one.name for one in came])
            if len(came) <= 4
            else count_of(len(came), "person", "people")
        )
        verb = "is" if len(came) == 1 else "are"
        said = f"{who} of {line.provider} {verb} in, {_clock(came[0].at)}"
        self._done(f"{said}. {came[-1].warning}" if came[-1].warning else said, Tone.POSITIVE)

    def apologies(self) -> None:
        """The person the cursor is on sends apologies."""
        line = self._on_the_list("apologies")
        if line is not None and line.participant_id:
            door.apologies(self._db, self._event_id, line.participant_id, now=self._now())
            self._done(f"Apologies of {line.name} of {home_of(line)} are noted", Tone.POSITIVE)

    def ask_instead(self) -> None:
        """Somebody is here instead of the person the cursor is on: the letters typed next say who."""
        line = self._on_the_list("substitute")
        if line is not None and line.participant_id:
            self._listed = None
            self._clear()
            self._instead_of = line
            self._search("")

    def _come_instead(self, of: DoorLine, line: DoorLine | None) -> None:
        name, act = " ".join(self.field.text().split()), self._act()
        if of.participant_id is None or (line is None and not name):
            return
        with change(self._db, f"Checked in {name} instead of {of.name}"):
            key = (
                line.contact_id
                if line is not None
                else contacts.add_contact(self._db, of.provider_id, service_id=of.service_id, name=name).id
            )
            done = door.come_instead(self._db, self._event_id, of.participant_id, key, **act)
        self._done(
            f"{done.name} is in instead of {of.name} of {home_of(of)}, {_clock(done.at)}", Tone.POSITIVE
        )

    def check_out(self) -> None:
        """The person the cursor is on goes."""
        line = self._on_the_list("check-out")
        if line is None or not line.participant_id:
            return
        act = self._act()
        if door.check_out(self._db, self._event_id, line.participant_id, **act):
            self._done(f"{line.name} of {home_of(line)} is out, {_clock(act['now'])}", Tone.NEUTRAL)
        else:
            self._say(f"{line.name} of {home_of(line)} is not in the room", Tone.WAITING)

    def _on_the_list(self, what: str) -> DoorLine | None:
        line = self.list.line
        if line is None:
            self._say(f"Type letters and choose a person for the {what}", Tone.WAITING)
        elif line.participant_id is None:
            self._say(f"{line.name} is not on the list, so there is no {what} to note", Tone.WAITING)
            return None
        return line

    def undo(self) -> None:
        """Take back the last act at this door; the log keeps both."""
        act = self._act()
        undone = door.undo_last(self._db, self._event_id, **act)
        if undone is None:
            self._say("Nothing at this door is left to undo", Tone.WAITING)
        else:
            self._done(f"Undone: {undone.what}, {_clock(act['now'])}", Tone.NEUTRAL)

    # Walk-ins

    def begin_walk_in(self) -> None:
        """Name and home of somebody who was not asked; what was typed is the name."""
        self._middle.setCurrentWidget(self.walk_in)
        self._instead_of = None
        self.walk_in.begin(self.field.text().strip())
        self._keys.show_keys(
            [("Enter", "go on, then check in"), ("↑ ↓", "choose the home"), ("Esc", "back to the list")]
        )

    @Slot(object)
    def _walked_in(self, who: WalkIn) -> None:
        try:
            done = door.walk_in(self._db, self._event_id, who, **self._act())
        except Problem as problem:
            self._refused(problem)
            return
        self._to_list()
        self._say_in(done)

    @Slot()
    def _to_list(self) -> None:
        self._middle.setCurrentIndex(0)
        self.field.setFocus()
        self._say_keys()

    # What is said

    def _done(self, text: str, tone: Tone) -> None:
        self._say(text, tone)
        self._clear()

    def _say(self, text: str, tone: Tone) -> None:
        self.news.say(text, tone)
        self._forget.start()

    @Slot()
    def _forget_names(self) -> None:
        if self.privacy:
            self.news.say(_NEXT, Tone.NEUTRAL)

    @Slot(object)
    def _hear(self, _change: object) -> None:
        self._finder.forget()
        self._recount()

    def _recount(self) -> None:
        found = door.counts(self._db, self._event_id)
        self.counts.show_counts(found.present, found.expected, found.walk_ins)

    @Slot()
    def _double_clicked(self) -> None:
        self._run(self.check_in)

    def say_all_keys(self) -> None:
        """The keys, where the screen is too low to show them all the time."""
        self._say(self._keys.words(), Tone.NEUTRAL)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a small screen the list has the room; the event's title stands in the window's title too."""
        super().resizeEvent(event)
        worn = style()
        scale = max(1.0, worn.text_scale) if worn is not None else 1.0
        low = self.height() < _LOW * scale
        self._title.setVisible(not low and self.width() >= _NARROW * scale)
        self._keys.setVisible(not low)
        self.field.setPlaceholderText(
            "Name, home or provider (F1: keys)" if low else "Name, home or provider"
        )

    # Leaving

    def step_back(self) -> None:
        """Empty the field, hide the list that was asked for, then leave."""
        if self.field.text() or self._listed is not None or self._instead_of is not None:
            self._listed = None
            self._clear()
        else:
            self.close()

    def _leaving_matters(self) -> bool:
        """A stray key must not put names before a queue while the event goes on."""
        going_on = self._now() < self._event.ends
        present = bool(door.present_now(self._db, self._event_id))
        return (self._middle.currentIndex() == 1 and self.walk_in.is_touched()) or (going_on and present)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask while people are in the room and the event is not over."""
        if self.isVisible() and not self.property("leaving") and self._leaving_matters():
            event.ignore()
            said = "People are in the room and the event is not over. The window behind shows names."
            Question("Leave the door?", said, "Leave the door", self).ask(self._leave)
            return
        super().closeEvent(event)
        self.closed.emit()

    def _leave(self) -> None:
        self.setProperty("leaving", True)
        self.close()

    def showEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        """The keyboard is in the field."""
        super().showEvent(event)
        self.field.setFocus()


def _short(name: str) -> str:
    return name if len(name) <= _LONG else f"{name[:_LONG].rstrip()}…"


def _clock(at: datetime) -> str:
    return f"{in_london(at):%H:%M}"


def _lines(people: list[Participant], state: DoorState) -> list[DoorLine]:
    missing: dict[str, int] = {}
    if state is DoorState.EXPECTED:
        for one in people:
            missing[one.provider_id] = missing.get(one.provider_id, 0) + 1
    return [
        DoorLine(
            one.contact_id, one.id, one.name, one.service, one.provider, one.service_id, one.provider_id, state,
            one.status, by_name=True, party=missing.get(one.provider_id, 0),
        )
        for one in people
    ]  # fmt: skip
