"""The door: a laptop on a table with a queue in front. One field, one list, big counts, nothing else."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from desktop.pages.events.door_acts import DoorActs, Said
from desktop.pages.events.door_face import DoorFace
from desktop.pages.events.door_finding import DoorFinding
from desktop.shell.looks.look import Tone
from desktop.shell.page import Desk
from desktop.widgets.question import Question
from engagement.forums import events
from engagement.forums.at_the_door import door
from engagement.forums.at_the_door.door import WalkIn
from engagement.forums.at_the_door.door_search import DoorLine, DoorState
from resources.problem import Problem

_LONG = 36
_KEYS = (("F2", "walk-in"), ("F3", "apologies"), ("F4", "out"), ("F5", "instead"), ("Ctrl+Z", "undo"),
         ("F6", "expected"), ("F7", "present"))  # fmt: skip


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
        self._acts = DoorActs(desk.db, event_id, now=now)
        self.finding = DoorFinding(desk.db, event_id)
        self.setWindowTitle(f"Door: {self._event.title}")
        self.face = DoorFace(desk.db, self._event.title)
        self.field, self.list = self.face.field, self.face.list
        self.setCentralWidget(self.face)
        self._listen()
        self._recount()
        self._search("")

    def _listen(self) -> None:
        acts, line, any_line = self._acts, self._with_person, self._with_line
        self.field.commands = {
            "Return": self.check_in, "Enter": self.check_in,
            "Shift+Return": partial(any_line, acts.party), "Shift+Enter": partial(any_line, acts.party),
            "F1": self.face.say_all_keys, "F2": self.begin_walk_in,
            "F3": partial(line, "apologies", acts.apologies), "F4": partial(line, "check-out", acts.check_out),
            "F5": partial(line, "substitute", self._ask_instead), "Ctrl+Z": self._undo,
            "F6": partial(self.show_people, DoorState.EXPECTED), "F7": partial(self.show_people, DoorState.PRESENT),
            "F8": self.turn_privacy, "Esc": self.step_back, "F11": self.close,
            "Down": partial(self._move, 1), "Up": partial(self._move, -1),
            "PgDown": partial(self._move, 6), "PgUp": partial(self._move, -6),
        }  # fmt: skip
        self.field.run = self._run
        self.field.textChanged.connect(self._search)
        self.list.clicked.connect(self._say_keys)
        self.list.doubleClicked.connect(self._double_clicked)
        self.face.walk_in.given.connect(self._walked_in)
        self.face.walk_in.left.connect(self._to_list)
        self._desk.changes.changed.connect(self._hear)
        self._desk.messages.refused.connect(self._refused)

    # Finding

    @Slot(str)
    def _search(self, letters: str) -> None:
        lines, heading = self.finding.found(letters.strip())
        self.face.show_found(lines, heading)
        if letters.strip():
            self.face.tell_found(lines)
        self._say_keys()

    def show_people(self, state: DoorState) -> None:
        """List who has a place and is not here, or who is in the room; the same key again hides them."""
        self.finding.turn(state)
        self._say_whether_names_are_listed()
        self._clear()

    def _hide_list(self) -> None:
        if self.finding.listed is not None:
            self.finding.listed = None
            self._say_whether_names_are_listed()

    def _say_whether_names_are_listed(self) -> None:
        """In privacy the line above never says that names are hidden while a list shows them."""
        if self.finding.privacy:
            listed = self.finding.listed is not None
            said = "Names are listed until Esc is pressed." if listed else "Privacy is on."
            self.face.say(said, Tone.WAITING if listed else Tone.NEUTRAL)

    def turn_privacy(self) -> None:
        """List nobody until letters are typed, or whoever is expected."""
        private = self.finding.privacy = not self.finding.privacy
        self.finding.listed = None
        self.face.keeps_names = not private
        self.face.say("Privacy is on." if private else "Privacy is off: names are listed.", Tone.NEUTRAL)
        self._clear()

    def _clear(self) -> None:
        self.finding.instead_of = None
        if self.field.text():
            self.field.clear()  # which searches
        else:
            self._search("")

    def _move(self, steps: int) -> None:
        self.face.step(steps)
        self._say_keys()

    @Slot()
    def _say_keys(self) -> None:
        line = self.list.line
        if self.finding.instead_of is not None:
            self.face.keys.show_keys([("Enter", "check in instead"), ("↑ ↓", "choose"), ("Esc", "back")])
            return
        keys = [("Enter", "check in" if line or not self.field.text() else "walk-in")]
        if line is not None and line.party > 1:
            keys.append(("Shift+Enter", f"all {line.party:,} from {_short(line.provider)}"))
        privacy = ("F8", "list names" if self.finding.privacy else "hide names")
        keys += [*_KEYS, privacy, ("Esc", "leave")]
        self.face.keys.show_keys(keys)

    # What the keys do

    def _run(self, command: Callable[[], object]) -> None:
        try:
            command()
        except Problem as problem:
            self._refused(problem)

    @Slot(object)
    def _refused(self, problem: Problem) -> None:
        self.face.say(problem.sentence, Tone.NEGATIVE)

    def _say(self, said: Said | None) -> None:
        if said is not None:
            self.face.say(said.text, said.tone)
            if said.done:
                self._clear()

    def check_in(self) -> None:
        """The person the cursor is on is here; letters that find nobody begin a walk-in."""
        line, letters = self.list.line, self.field.text()
        if self.finding.instead_of is not None:
            self._say(self._acts.come_instead(self.finding.instead_of, line, " ".join(letters.split())))
        elif line is not None:
            self._say(self._acts.check_in(line))
        elif letters.strip():
            self.begin_walk_in()

    def _with_line(self, act: Callable[[DoorLine], Said | None]) -> None:
        if self.list.line is not None:
            self._say(act(self.list.line))

    def _with_person(self, what: str, act: Callable[[DoorLine], Said | None]) -> None:
        """Do this with somebody who is on the event's list."""
        line = self.list.line
        if line is None:
            self.face.say(f"Type letters and choose a person for the {what}", Tone.WAITING)
        elif line.participant_id is None:
            self.face.say(f"{line.name} is not on the list, so there is no {what} to note", Tone.WAITING)
        else:
            self._say(act(line))

    def _ask_instead(self, line: DoorLine) -> None:
        """Somebody is here instead: the letters typed next say who."""
        self._hide_list()
        self._clear()
        self.finding.instead_of = line
        self._search("")

    def _undo(self) -> None:
        self._say(self._acts.undo())

    @Slot()
    def _double_clicked(self) -> None:
        self._run(self.check_in)

    # Walk-ins

    def begin_walk_in(self) -> None:
        """Name and home of somebody who was not asked; what was typed is the name."""
        self.finding.instead_of = None
        self.face.show_walk_in(self.field.text().strip())

    @Slot(object)
    def _walked_in(self, who: WalkIn) -> None:
        try:
            said = self._acts.walk_in(who)
        except Problem as problem:
            self._refused(problem)
            return
        self._to_list()
        self._say(said)

    @Slot()
    def _to_list(self) -> None:
        self.face.show_list()
        self._say_keys()

    # What changed

    @Slot(object)
    def _hear(self, _change: object) -> None:
        self.finding.forget()
        self._recount()

    def _recount(self) -> None:
        found = door.counts(self._db, self._event_id)
        self.face.counts.show_counts(found.present, found.expected, found.walk_ins)

    # Leaving

    def step_back(self) -> None:
        """Empty the field, hide the list that was asked for, then leave."""
        finding = self.finding
        if self.field.text() or finding.listed is not None or finding.instead_of is not None:
            self._hide_list()
            self._clear()
        else:
            self.close()

    def _leaving_matters(self) -> bool:
        """A stray key must not put names before a queue while the event goes on."""
        going_on = self._now() < self._event.ends
        present = bool(door.present_now(self._db, self._event_id))
        return self.face.is_asking or (going_on and present)

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
