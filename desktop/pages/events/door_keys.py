"""What the keys do at the door."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Slot

from desktop.pages.events.door_acts import DoorActs, Said
from desktop.pages.events.door_face import DoorFace
from desktop.pages.events.door_showing import DoorShowing
from desktop.shell.looks.look import Tone
from engagement.forums.at_the_door.door import WalkIn
from engagement.forums.at_the_door.door_search import DoorLine, DoorState
from resources.problem import Problem


class DoorKeys(QObject):
    """Does it by `acts`, and says on the `face` what was done; `leave` closes the door."""

    def __init__(
        self,
        face: DoorFace,
        showing: DoorShowing,
        acts: DoorActs,
        parent: QObject,
        *,
        leave: Callable[[], object],
    ) -> None:
        super().__init__(parent)
        self._face, self._showing, self._acts, self._leave = face, showing, acts, leave
        self._field, self._list = face.field, face.list
        self._field.commands = self._commands()
        self._field.run = self._run
        self._list.doubleClicked.connect(self._double_clicked)
        face.interest.clicked.connect(self._interested)
        face.walk_in.given.connect(self._walked_in)
        face.walk_in.left.connect(self._to_list)

    def _commands(self) -> dict[str, Callable[[], object]]:
        acts, line, any_line = self._acts, self._with_person, self._with_line
        shows = self._showing
        return {
            "Return": self.check_in, "Enter": self.check_in,
            "Shift+Return": partial(any_line, acts.party), "Shift+Enter": partial(any_line, acts.party),
            "F1": self._face.say_all_keys, "F2": self.begin_walk_in,
            "F3": partial(line, "apologies", acts.apologies), "F4": partial(line, "check-out", acts.check_out),
            "F5": partial(line, "substitute", shows.ask_instead_of), "Ctrl+Z": self._undo,
            "F6": partial(shows.list_people, DoorState.EXPECTED), "F7": partial(shows.list_people, DoorState.PRESENT),
            "F9": partial(line, "interest in i-Work", acts.interest),
            "F8": shows.turn_privacy, "Esc": self.step_back, "F11": self._leave,
            "Down": partial(shows.move, 1), "Up": partial(shows.move, -1),
            "PgDown": partial(shows.move, 6), "PgUp": partial(shows.move, -6),
        }  # fmt: skip

    def _run(self, command: Callable[[], object]) -> None:
        try:
            command()
        except Problem as problem:
            self.say_refused(problem)

    @Slot(object)
    def say_refused(self, problem: Problem) -> None:
        """The door has no banner: it says so where it says what was done."""
        self._face.say(problem.sentence, Tone.NEGATIVE)

    def _say(self, said: Said | None) -> None:
        if said is not None:
            self._face.say(said.text, said.tone)
            if said.done:
                self._showing.clear()

    def check_in(self) -> None:
        """The person the cursor is on is here; letters that find nobody begin a walk-in."""
        line, letters, instead_of = self._list.line, self._field.text(), self._showing.instead_of
        if instead_of is not None:
            self._say(self._acts.come_instead(instead_of, line, " ".join(letters.split())))
        elif line is not None:
            self._say(self._acts.check_in(line))
        elif letters.strip():
            self.begin_walk_in()

    def _with_line(self, act: Callable[[DoorLine], Said | None]) -> None:
        if self._list.line is not None:
            self._say(act(self._list.line))

    def _with_person(self, what: str, act: Callable[[DoorLine], Said | None]) -> None:
        """Do this with somebody who is on the event's list."""
        line = self._list.line
        if line is None:
            self._face.say(f"Type letters and choose a person for the {what}", Tone.WAITING)
        elif line.participant_id is None:
            self._face.say(f"{line.name} is not on the list, so there is no {what} to note", Tone.WAITING)
        else:
            self._say(act(line))

    def _undo(self) -> None:
        self._say(self._acts.undo())

    @Slot()
    def _interested(self) -> None:
        self._field.setFocus()
        self._run(self._field.commands["F9"])

    @Slot()
    def _double_clicked(self) -> None:
        self._run(self.check_in)

    def step_back(self) -> None:
        """Empty the field, hide the list that was asked for, then leave."""
        if not self._showing.step_back():
            self._leave()

    # Walk-ins

    def begin_walk_in(self) -> None:
        """Name and home of somebody who was not asked; what was typed is the name."""
        self._showing.ask_nobody()
        self._face.show_walk_in(self._field.text().strip())

    @Slot(object)
    def _walked_in(self, who: WalkIn) -> None:
        try:
            said = self._acts.walk_in(who)
        except Problem as problem:
            self.say_refused(problem)
            return
        self._to_list()
        self._say(said)

    @Slot()
    def _to_list(self) -> None:
        self._face.show_list()
        self._showing.say_keys()
