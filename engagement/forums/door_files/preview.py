"""A plan as tables: what is new, what is here already, what a person may choose; the same on screen and on paper."""

from dataclasses import dataclass
from enum import Enum

from engagement.forums.door_files.plan import Choices, Difference, Plan, Twin
from engagement.forums.door_files.vocabulary import Person
from engagement.forums.vocabulary import LogKind, ParticipantRole
from resources.tables import Cell, Column, ColumnKind, Table

CONFLICTS = "Changed on both sides"
"""The group that asks for a person's eyes first."""


class Asks(Enum):
    """What is chosen row by row in a group."""

    NOTHING = "nothing"
    SIDE = "side"
    PERSON = "person"


@dataclass(frozen=True)
class Group:
    """Rows of one kind. `keys` name the rows where something is chosen."""

    name: str
    count: int
    explanation: str
    table: Table
    asks: Asks = Asks.NOTHING
    keys: tuple[str, ...] = ()


_LINES = (
    Column("at", "When", ColumnKind.TIME, 150),
    Column("what", "What", width=80),
    Column("name", "Who", width=180),
    Column("provider", "Provider", width=200),
    Column("device", "Door", width=150),
)
_INTERESTS = (
    Column("at", "When", ColumnKind.TIME, 150),
    Column("name", "Who", width=180),
    Column("provider", "Provider", width=200),
    Column("note", "Note", width=200),
)
_PEOPLE = (
    Column("name", "Name", width=190),
    Column("provider", "Provider", width=220),
    Column("part", "Part", width=120),
    Column("reached", "E-mail or telephone", width=220),
)
_FACTS = (
    Column("name", "Who", width=146),
    Column("fact", "Fact", width=92),
    Column("office", "In the office", width=166),
    Column("door", "At the door", width=166),
    Column("left", "As it left", width=140),
    Column("use", "Use", width=76),
)
_TWINS = (
    Column("name", "Typed at the door", width=150),
    Column("provider", "Provider", width=160),
    Column("door", "Known of them at the door", width=180),
    Column("office", "Known of them in the office", width=190),
    Column("use", "They are", width=104),
)


def preview_groups(plan: Plan, choices: Choices | None = None) -> tuple[Group, ...]:
    """Every group, also those with nothing in them, but for interest in i-Work, which few events have."""
    choices = choices or Choices()
    conflicts = plan.conflicts
    only = tuple(one for one in plan.differences if not one.is_conflict)
    return (
        _lines(plan),
        _walk_ins(plan),
        *_interests(plan),
        _new_people(plan),
        _facts(
            CONFLICTS,
            conflicts,
            "Changed at the door, and otherwise in the office: the office’s counts unless you choose the door’s.",
            choices,
        ),
        _facts(
            "Changed at the door",
            only,
            "The office has these as they were when the file left, or not at all: the door’s count unless you choose "
            "the office’s.",
            choices,
        ),
        _twins(plan, choices),
        Group(
            "Here already",
            plan.lines_there,
            "Lines of the log that this file has: they are not written again.",
            Table("Here already", _LINES, []),
        ),
    )


def _lines(plan: Plan) -> Group:
    rows: list[tuple[Cell, ...]] = [
        (str(line["at"]), LogKind(str(line["kind"])).label, *plan.names[str(line["id"])], str(line["device"]))
        for line in plan.lines
    ]
    return Group(
        "Check-ins and check-outs",
        len(rows),
        "Lines of the door’s log that are new here. They take their place in the log by time.",
        Table("Check-ins and check-outs", _LINES, rows),
    )


def _interests(plan: Plan) -> list[Group]:
    rows: list[tuple[Cell, ...]] = [
        (str(one["at"]), *plan.names[str(one["id"])], str(one["note"])) for one in plan.interests
    ]
    said = "People who said at the door that they would give work through i-Work."
    group = Group("Interested in i-Work", len(rows), said, Table("Interested in i-Work", _INTERESTS, rows))
    return [group] if rows else []


def _walk_ins(plan: Plan) -> Group:
    contacts = {one.cells["id"]: one.cells for one in plan.added("contact")}
    rows: list[tuple[Cell, ...]] = []
    for one in plan.added("participant"):
        held = contacts.get(one.cells["contact_id"], {})
        part = ParticipantRole(str(one.cells["role"])).label
        rows.append(
            (one.name, plan.provider_names.get(str(one.cells["provider_id"]), ""), part, _reached(held))
        )
    return Group(
        "Walk-ins and substitutes",
        len(rows),
        "People who were not on this event’s list when the file left.",
        Table("Walk-ins and substitutes", _PEOPLE, rows),
    )


def _new_people(plan: Plan) -> Group:
    names = plan.provider_names
    rows: list[tuple[Cell, ...]] = [
        (one.name, names.get(str(one.cells["provider_id"]), ""), "", _reached(one.cells))
        for one in plan.added("contact")
    ]
    rows += [("", one.name, "New provider", "") for one in plan.added("provider")]
    return Group(
        "New in the register",
        len(rows),
        "People and providers that were made at the door.",
        Table("New in the register", _PEOPLE, rows),
    )


def _reached(cells: dict[str, Cell]) -> str:
    return ", ".join(str(cells[name]) for name in ("email", "phone") if cells.get(name))


def _facts(name: str, differences: tuple[Difference, ...], explanation: str, choices: Choices) -> Group:
    rows = [
        (
            one.name,
            one.fact.heading,
            one.office,
            one.door,
            one.left,
            choices.facts.get(one.id, one.proposed).label,
        )
        for one in differences
    ]
    keys = tuple(one.id for one in differences)
    return Group(name, len(rows), explanation, Table(name, _FACTS, rows), Asks.SIDE, keys)


def _twins(plan: Plan, choices: Choices) -> Group:
    rows = [_twin(one, choices.people.get(one.door_key, Person.ONE)) for one in plan.twins]
    return Group(
        "Typed in twice",
        len(rows),
        "Somebody of this name and provider is in the office’s file too, typed there or at the other door. As one "
        "person they count once, and both doors’ lines are kept.",
        Table("Typed in twice", _TWINS, rows),
        Asks.PERSON,
        tuple(one.door_key for one in plan.twins),
    )


def _twin(one: Twin, said: Person) -> tuple[Cell, ...]:
    return one.name, one.provider, one.at_the_door, one.in_the_office, said.label
