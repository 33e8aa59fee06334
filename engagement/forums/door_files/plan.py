"""What bringing a door file back would do, for a person to see and choose from first."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from engagement.forums.door_files.returned import Returned
from engagement.forums.door_files.tables import FactOf
from engagement.forums.door_files.vocabulary import Person, Side
from engagement.forums.vocabulary import LogKind
from resources.tables import Cell
from resources.wording import count_of


@dataclass(frozen=True)
class Choices:
    """What a person chose otherwise than proposed: by `Difference.id` and by `Twin.door_key`."""

    facts: Mapping[str, Side] = field(default_factory=dict)
    people: Mapping[str, Person] = field(default_factory=dict)

    @property
    def apart(self) -> frozenset[str]:
        """Those who are two people."""
        return frozenset(key for key, said in self.people.items() if said is Person.TWO)


@dataclass(frozen=True)
class Difference:
    """A fact that was changed at the door and that the office has otherwise, side by side.

    `proposed` is the door's where the office left it as it was, else the office's.
    """

    table: str
    door_key: str
    key: str
    fact: FactOf
    name: str
    office: str
    door: str
    left: str
    proposed: Side
    is_conflict: bool
    cells: dict[str, Cell]

    @property
    def id(self) -> str:
        """Tells it from the others of this return."""
        return f"{self.table} {self.door_key} {self.fact.column}"


@dataclass(frozen=True)
class Twin:
    """Somebody typed in at the door who has the name of somebody of the same provider in the office's file."""

    door_key: str
    key: str
    name: str
    provider: str
    at_the_door: str
    in_the_office: str


@dataclass(frozen=True)
class NewRow:
    """A row that the office's file has to be given: `cells` with the office's keys."""

    table: str
    cells: dict[str, Cell]
    name: str
    was_removed: bool


@dataclass(frozen=True)
class Plan:
    """All that a return would do. `lines` are those of the log that are new here, with the office's keys; `interests`
    are what was told of i-Work and is new here.

    `names` says who each line is about, and from which provider.
    """

    returned: Returned
    lines: tuple[dict[str, Cell], ...]
    lines_there: int
    new: tuple[NewRow, ...]
    one_of_two: tuple[tuple[str, str, str], ...]
    differences: tuple[Difference, ...]
    twins: tuple[Twin, ...]
    names: dict[str, tuple[str, str]]
    provider_names: dict[str, str]
    notes: tuple[str, ...]
    interests: tuple[dict[str, Cell], ...] = ()

    @property
    def entries(self) -> int:
        """How many of the lines let somebody in."""
        return sum(line["kind"] == LogKind.ENTRY for line in self.lines)

    @property
    def conflicts(self) -> tuple[Difference, ...]:
        """Those that were changed on both sides."""
        return tuple(one for one in self.differences if one.is_conflict)

    def added(self, table: str) -> tuple[NewRow, ...]:
        """The rows that a table is given."""
        return tuple(one for one in self.new if one.table == table)

    @property
    def is_empty(self) -> bool:
        """Whether nothing of it is new here, but for what the office has decided before."""
        return not (self.lines or self.interests or self.new or self.one_of_two or any(self._proposed()))

    def _proposed(self) -> list[bool]:
        return [one.proposed is Side.DOOR for one in self.differences]

    def _changed_words(self) -> str:
        both = len(self.conflicts)
        said = count_of(len(self.differences), "changed fact")
        return f"{said} ({both:,} on both sides)" if both else said

    @property
    def sentence(self) -> str:
        """What it comes to."""
        if self.is_empty:
            kept = " The facts that differ stay as the office has them." if self.differences else ""
            return f"Nothing is new: all of it is here already.{kept}"
        walked_in = sum(bool(one.cells["walk_in"]) for one in self.added("participant"))
        parts = [
            (len(self.lines), count_of(len(self.lines), "line of the door’s log", "lines of the door’s log")),
            (walked_in, count_of(walked_in, "walk-in")),
            (len(self.interests), count_of(len(self.interests), "interest in i-Work", "interests in i-Work")),
            (len(self.added("contact")), count_of(len(self.added("contact")), "new person", "new people")),
            (len(self.added("provider")), count_of(len(self.added("provider")), "new provider")),
            (len(self.differences), self._changed_words()),
            (len(self.twins), f"{count_of(len(self.twins), 'person', 'people')} typed in twice"),
        ]
        return ", ".join(words for number, words in parts if number) or "People known under another record"
