"""One object of the program as a screen reader meets it: what it is called, what it says, what can be done to it."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar

from jeepney import DBusAddress, Properties

if TYPE_CHECKING:
    from tests.journeys.screen_reader import Desktop

_NULL_PATH = "/org/a11y/atspi/null"
_LABELLED_BY = 2
_STATES = {
    1: "active", 4: "checked", 5: "collapsed", 7: "editable", 8: "enabled", 10: "expanded", 11: "focusable",
    12: "focused", 16: "modal", 23: "selected", 25: "showing", 30: "visible", 33: "required", 43: "read only",
}  # fmt: skip
DEEP = frozenset({"table", "tree table", "tree", "list", "scroll bar"})
"""Roles whose children are rows by the thousand, or of no interest."""

Found = TypeVar("Found")


class NotHeard(AssertionError):
    """What a screen reader waited for and did not hear, with what it heard instead."""


class Thing:
    """One accessible object, as it is at each asking."""

    def __init__(self, desktop: "Desktop", bus_name: str, path: str) -> None:
        self._desktop, self._bus_name, self._path = desktop, bus_name, path

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Thing) and (self._bus_name, self._path) == (other._bus_name, other._path)

    def __hash__(self) -> int:
        return hash((self._bus_name, self._path))

    def __repr__(self) -> str:
        return f"{self.role} “{self.name}”"

    def _call(self, interface: str, method: str, signature: str = "", *body: Any) -> Any:
        return self._desktop.call(
            self._bus_name, self._path, f"org.a11y.atspi.{interface}", method, signature, *body
        )

    def _property(self, interface: str, name: str) -> Any:
        message = Properties(DBusAddress(self._path, self._bus_name, f"org.a11y.atspi.{interface}")).get(name)
        body = self._desktop.call(
            self._bus_name, self._path, "org.freedesktop.DBus.Properties", "Get", "ss", *message.body
        )
        return body[0][1]

    # What it is

    @property
    def name(self) -> str:
        """What is said first."""
        return str(self._property("Accessible", "Name"))

    @property
    def description(self) -> str:
        """What is said after the name."""
        return str(self._property("Accessible", "Description"))

    @property
    def role(self) -> str:
        """`push button`, `table`, `label`."""
        return str(self._call("Accessible", "GetRoleName")[0])

    @property
    def states(self) -> frozenset[str]:
        """Those of its states that a person hears of."""
        (parts,) = self._call("Accessible", "GetState")
        bits = parts[0] | parts[1] << 32
        return frozenset(word for place, word in _STATES.items() if bits >> place & 1)

    @property
    def showing(self) -> bool:
        """Whether it can be seen."""
        return "showing" in self.states

    @property
    def text(self) -> str:
        """What stands in a field."""
        return str(self._call("Text", "GetText", "ii", 0, -1)[0])

    @property
    def value(self) -> float:
        """Of a bar or a number."""
        return float(self._property("Value", "CurrentValue"))

    @property
    def interfaces(self) -> frozenset[str]:
        """What can be asked of it."""
        return frozenset(name.rsplit(".", 1)[1] for name in self._call("Accessible", "GetInterfaces")[0])

    @property
    def extents(self) -> tuple[int, int, int, int]:
        """Left, top, width, height on the screen."""
        left, top, width, height = self._call("Component", "GetExtents", "u", 0)[0]
        return left, top, width, height

    @property
    def label(self) -> str:
        """What stands by it as its label; "" when nothing does."""
        for kind, targets in self._call("Accessible", "GetRelationSet")[0]:
            if kind == _LABELLED_BY:
                return Thing(self._desktop, *targets[0]).name
        return ""

    def children(self) -> list["Thing"]:
        """In order."""
        (found,) = self._call("Accessible", "GetChildren")
        return [Thing(self._desktop, name, path) for name, path in found if path != _NULL_PATH]

    def parent(self) -> "Thing":
        """What it is in."""
        name, path = self._property("Accessible", "Parent")
        return Thing(self._desktop, name, path)

    # Finding

    def walk(self) -> Iterator["Thing"]:
        """Everything that is shown below, without the rows of tables."""
        for child in self.children():
            try:
                if not child.showing:
                    continue
                yield child
                if child.role not in DEEP:
                    yield from child.walk()
            except LookupError:
                continue  # it went meanwhile

    def look_for(self, role: str = "", name: str = "", *, having: str = "") -> "Thing | None":
        """The first thing shown with this role and this name, or words in its name; None when there is none."""
        for one in self.walk():
            if (not role or one.role == role) and (not name or one.name == name) and having in one.name:
                return one
        return None

    def find(self, role: str = "", name: str = "", *, having: str = "") -> "Thing":
        """The same, waited for."""
        return self._desktop.wait_for(
            lambda: self.look_for(role, name, having=having), f"{role} “{name or having}” in {self!r}"
        )

    def wait(self, condition: Callable[["Thing"], Found | None], what: str) -> Found:
        """What the condition says of this thing once it says something."""
        return self._desktop.wait_for(lambda: condition(self), what)

    # Doing

    def press(self) -> None:
        """What its first action does: press a button, tick a box."""
        self._desktop.wait_for(lambda: "enabled" in self.states, f"{self!r} can be pressed")
        if not self._call("Action", "DoAction", "i", 0)[0]:
            raise NotHeard(f"{self!r} does nothing when pressed")

    def actions(self) -> list[str]:
        """The names of what can be done to it."""
        return [row[0] for row in self._call("Action", "GetActions")[0]]

    def focus(self) -> None:
        """Put the keyboard here, and wait until it is."""
        self._call("Component", "GrabFocus")
        self._desktop.wait_for(lambda: "focused" in self.states, f"the focus in {self!r}")

    def activate(self) -> "Thing":
        """Make this window the one that the keyboard goes to, by a click on one of its labels."""

        def active() -> bool:
            if "active" in self.states:
                return True
            inert = self.look_for("label")
            if inert is not None:
                left, top, width, height = inert.extents
                self._desktop.click(left + width // 2, top + height // 2)
                self._desktop.take_events(0.2)
            return "active" in self.states

        self._desktop.wait_for(active, f"{self!r} is the active window")
        return self

    # Tables

    def rows(self) -> int:
        """How many rows a table says it has."""
        return int(self._property("Table", "NRows"))

    def headings(self) -> list[str]:
        """What its columns are called."""
        return [
            str(self._call("Table", "GetColumnDescription", "i", at)[0])
            for at in range(self._property("Table", "NColumns"))
        ]

    def cell(self, row: int, column: int) -> "Thing":
        """One cell."""
        name, path = self._call("Table", "GetAccessibleAt", "ii", row, column)[0]
        return Thing(self._desktop, name, path)

    def row_words(self, row: int) -> list[str]:
        """A row as it is read out."""
        return [self.cell(row, column).name for column in range(len(self.headings()))]
