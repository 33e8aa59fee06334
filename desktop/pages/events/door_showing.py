"""What the door shows at each moment: whom it lists, and which keys do what."""

from PySide6.QtCore import QObject, Slot

from desktop.pages.events.door_face import DoorFace
from desktop.pages.events.door_finding import DoorFinding
from desktop.shell.looks.look import Tone
from engagement.forums.at_the_door.door_search import DoorLine, DoorState

_LONG = 36
_KEYS = (("F2", "walk-in"), ("F3", "apologies"), ("F4", "out"), ("F5", "instead"), ("Ctrl+Z", "undo"),
         ("F6", "expected"), ("F7", "present"))  # fmt: skip


class DoorShowing(QObject):
    """Puts what `finding` gives on the `face`."""

    def __init__(self, face: DoorFace, finding: DoorFinding, parent: QObject) -> None:
        super().__init__(parent)
        self._face, self._finding = face, finding
        self._field, self._list = face.field, face.list
        self._field.textChanged.connect(self._search)
        self._list.clicked.connect(self.say_keys)

    @property
    def instead_of(self) -> DoorLine | None:
        """Whom the person asked for next has come for."""
        return self._finding.instead_of

    def ask_instead_of(self, line: DoorLine) -> None:
        """Somebody is here instead: the letters typed next say who."""
        self._hide_list()
        self.clear()
        self._finding.instead_of = line
        self._search("")

    def ask_nobody(self) -> None:
        """The letters typed are no longer of somebody who is here instead."""
        self._finding.instead_of = None

    @Slot(str)
    def _search(self, letters: str) -> None:
        lines, heading = self._finding.found(letters.strip())
        self._face.show_found(lines, heading)
        if letters.strip():
            self._face.tell_found(lines)
        self.say_keys()

    def list_people(self, state: DoorState) -> None:
        """List who has a place and is not here, or who is in the room; the same key again hides them."""
        self._finding.turn(state)
        self._say_whether_names_are_listed()
        self.clear()

    def step_back(self) -> bool:
        """Empty the field and hide the list that was asked for; false where there is neither."""
        finding = self._finding
        if not (self._field.text() or finding.listed is not None or finding.instead_of is not None):
            return False
        self._hide_list()
        self.clear()
        return True

    def _hide_list(self) -> None:
        if self._finding.listed is not None:
            self._finding.listed = None
            self._say_whether_names_are_listed()

    def _say_whether_names_are_listed(self) -> None:
        """In privacy the line above never says that names are hidden while a list shows them."""
        if self._finding.privacy:
            listed = self._finding.listed is not None
            said = "Names are listed until Esc is pressed." if listed else "Privacy is on."
            self._face.say(said, Tone.WAITING if listed else Tone.NEUTRAL)

    def turn_privacy(self) -> None:
        """List nobody until letters are typed, or whoever is expected."""
        private = self._finding.privacy = not self._finding.privacy
        self._finding.listed = None
        self._face.keeps_names = not private
        self._face.say("Privacy is on." if private else "Privacy is off: names are listed.", Tone.NEUTRAL)
        self.clear()

    def clear(self) -> None:
        """Nothing is typed, and nobody asked for."""
        self._finding.instead_of = None
        if self._field.text():
            self._field.clear()  # which searches
        else:
            self._search("")

    def move(self, steps: int) -> None:
        """Choose another line."""
        self._face.step(steps)
        self.say_keys()

    @Slot()
    def say_keys(self) -> None:
        """What can be pressed now."""
        line = self._list.line
        if self._finding.instead_of is not None:
            self._face.keys.show_keys([("Enter", "check in instead"), ("↑ ↓", "choose"), ("Esc", "back")])
            return
        keys = [("Enter", "check in" if line or not self._field.text() else "walk-in")]
        if line is not None and line.party > 1:
            keys.append(("Shift+Enter", f"all {line.party:,} from {_short(line.provider)}"))
        privacy = ("F8", "list names" if self._finding.privacy else "hide names")
        keys += [*_KEYS, privacy, ("F9", "interested in i-Work"), ("Esc", "leave")]
        self._face.keys.show_keys(keys)


def _short(name: str) -> str:
    return name if len(name) <= _LONG else f"{name[:_LONG].rstrip()}…"
