"""Requests to see what is held, and all that is held about one person: every table, who looked, what was changed."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from resources.database import Database, change, history, new_key
from resources.database.erasing import hanging_on
from resources.database.history import Change, RowVersion, references
from resources.differences import FieldWords, by_change, describe_differences
from resources.problem import FieldProblem, Problem
from resources.rows import cells_of, columns_of, made
from resources.spans import months_before
from resources.tables import Cell
from resources.wording import date_words
from workforce.iwork.people.mentions import drafts_about, mentions
from workforce.iwork.people.people import Person, person, refuse_in_purge
from workforce.iwork.people.plain_lines import in_one_line, line_of, with_one_place
from workforce.iwork.people.views import views_of
from workforce.iwork.references import person_reference, post_reference
from workforce.iwork.row_kinds import KINDS
from workforce.iwork.row_words import FIELDS

# --- requests ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class SubjectAccess:
    """A request to see everything. It is answered within one calendar month."""

    id: str
    person_id: str
    asked_on: date
    asked_by: str
    due_on: date
    given_on: date | None
    words: str


def due_after(asked_on: date) -> date:
    """The same day of the next month, or that month’s last day."""
    return months_before(asked_on, -1)


def request_access(
    vault: Database, person_id: str, asked_on: date, *, today: date, asked_by: str = "", words: str = ""
) -> SubjectAccess:
    """Keep that everything was asked for, and by when it is given."""
    held = person(vault, person_id)
    refuse_in_purge(held)
    if not held.referred_on <= asked_on <= today:
        raise FieldProblem(
            "asked_on",
            f"Asked on: {date_words(asked_on)} is not between the referral on {date_words(held.referred_on)} and "
            "today. Check the day.",
        )
    facts = {"person_id": person_id, "asked_on": asked_on, "asked_by": asked_by, "due_on": due_after(asked_on),
             "words": words}  # fmt: skip
    key = new_key()
    with change(vault, f"{held.reference} asked for everything that is held"):
        vault.insert_row("subject_access", {"id": key, **cells_of(facts)})
    return access_request(vault, key)


def record_given(vault: Database, key: str, *, on: date, today: date) -> SubjectAccess:
    """Everything was given."""
    held = access_request(vault, key)
    if held.given_on is not None:
        raise Problem(f"It was given on {date_words(held.given_on)} already.")
    if not held.asked_on <= on <= today:
        raise FieldProblem(
            "on",
            f"Given on: {date_words(on)} is not between {date_words(held.asked_on)}, when it was asked for, and "
            "today. Check the day.",
        )
    with change(vault, f"Gave {person(vault, held.person_id).reference} everything that is held"):
        vault.update_row("subject_access", key, {"given_on": on.isoformat()})
    return access_request(vault, key)


_SELECT = f"select {columns_of(SubjectAccess)} from subject_access"


def _request(row: tuple[Any, ...]) -> SubjectAccess:
    day = date.fromisoformat
    return made(SubjectAccess, row, asked_on=day, due_on=day, given_on=day)


def access_request(vault: Database, key: str) -> SubjectAccess:
    """One by its key."""
    row = vault.row(f"{_SELECT} where id = ?", (key,))
    if row is None:
        raise LookupError(f"there is no request {key}")
    return _request(row)


def access_requests_of(vault: Database, person_id: str) -> list[SubjectAccess]:
    """All of one person, the latest first."""
    rows = vault.rows(f"{_SELECT} where person_id = ? order by asked_on desc, id desc", (person_id,))
    return [_request(row) for row in rows]


def open_requests(vault: Database) -> list[SubjectAccess]:
    """Those not answered yet, the soonest due first."""
    return [_request(row) for row in vault.rows(f"{_SELECT} where given_on is null order by due_on, id")]


# --- everything that is held ------------------------------------------------------------------------------------

Facts = tuple[tuple[str, str], ...]
"""Headings with what stands there."""


@dataclass(frozen=True)
class HeldPart:
    """One kind of thing that is held, such as consents: the facts of each."""

    title: str
    entries: tuple[Facts, ...]
    lines: tuple[str, ...] = ()
    """Each of them in one line, where that is how they are read."""


@dataclass(frozen=True)
class HeldChange:
    """What one change did to the record."""

    at: datetime
    who: str
    action: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Everything:
    """All that is held about one person."""

    person: Person
    parts: tuple[HeldPart, ...]
    elsewhere: Facts
    views: tuple[tuple[datetime, str, str], ...]
    changes: tuple[HeldChange, ...]


def everything(vault: Database, person_id: str) -> Everything:
    """Read it by walking the tables, so that a new one cannot be forgotten."""
    held, hanging = person(vault, person_id), hanging_on(vault, "person", person_id)
    names = _Names(vault)
    parts = [_part(vault, table, kind, hanging.live[table], names) for table, kind in _in_order(hanging.live)]
    parts += [HeldPart("Being typed when the register locked", ((("Words", words),),))
              for _, words in drafts_about(vault, held)]  # fmt: skip
    return Everything(
        held,
        tuple(parts),
        tuple((f"{one.kind}: {one.heading}", one.words) for one in mentions(vault, held)),
        tuple((one.at, one.who, one.what) for one in views_of(vault, person_id)),
        tuple(_changes(vault, hanging.ever, names)),
    )


def _in_order(live: Mapping[str, list[str]]) -> list[tuple[str, str]]:
    known = [(table, kind) for table, kind in KINDS.items() if table in live]
    return known + [(table, _plain(table)) for table in live if table not in KINDS]


def _part(vault: Database, table: str, kind: str, keys: list[str], names: "_Names") -> HeldPart:
    rows = [next(iter(vault.query(f'select * from "{table}" where id = ?', (key,)))) for key in keys]
    lines = [line_of(table, names.told(table, row)) for row in rows]
    facts = tuple(_facts(table, row, names) for row in rows)
    return HeldPart(kind, facts, tuple(one for one in lines if one is not None))


def _facts(table: str, row: Mapping[str, Cell], names: "_Names") -> Facts:
    facts = []
    for column, cell in row.items():
        if column in ("id", "person_id") or cell in (None, ""):
            continue
        words = names.words_of(table, column)
        facts.append((words.heading, words.read(cell, names.name_of)))
    return tuple(facts)


def _plain(name: str) -> str:
    return name.replace("_", " ").capitalize()


class _Names:
    """How columns and the rows that keys refer to are said. Nothing is left out: not even what lists leave out."""

    def __init__(self, vault: Database) -> None:
        self._vault = vault
        self._refers: dict[str, dict[str, str]] = {}

    def words_of(self, table: str, column: str) -> FieldWords:
        """The column in words."""
        known = FIELDS.get(table, {}).get(column)
        if known is not None:
            return known
        refers = self._refers.setdefault(table, references(self._vault, table))
        if column in refers:
            return FieldWords(KINDS.get(refers[column], _plain(column)), refers_to=refers[column])
        return FieldWords(_plain(column), _said)

    def told(self, table: str, row: Mapping[str, Cell]) -> dict[str, str]:
        """What stands in each column, in words; without those that hold nothing."""
        return {
            column: self.words_of(table, column).read(cell, self.name_of)
            for column, cell in row.items()
            if column not in ("id", "person_id") and cell not in (None, "")
        }

    def name_of(self, table: str, key: str) -> str:
        """What a key refers to, in words."""
        row = next(iter(self._vault.query(f'select * from "{table}" where id = ?', (key,))), None)
        if row is None:
            return "one that is no longer kept"
        if table == "person":
            return person_reference(row["number"])
        if table == "post":
            return f"{post_reference(row['number'])} {row['title']}"
        if table == "placement":
            begun = f"the placement begun on {date_words(row['began_on'])}"
            return f"{row['job_title']}, {begun}" if row["job_title"] else begun
        return str(row.get("name") or KINDS.get(table, _plain(table)))


def _said(cell: Cell) -> str:
    return str(cell).replace("_", " ")


def _changes(vault: Database, ever: Mapping[str, list[str]], names: _Names) -> Iterator[HeldChange]:
    """The newest first: an entry for each change, with what it did to each row."""
    found: dict[int, tuple[Change, list[str]]] = {}
    for table, keys in ever.items():
        for key in keys:
            for version in by_change(history.of_row(vault, table, key)):
                told = found.setdefault(version.change.id, (version.change, []))[1]
                told.append(_line(version, table, names))
    for _, (made_by, lines) in sorted(found.items(), reverse=True):
        yield HeldChange(made_by.at, made_by.who, made_by.action, tuple(lines))


def _line(version: RowVersion, table: str, names: _Names) -> str:
    """What was done to one row. Their own record is not named: all of it is theirs."""
    kind = "" if table == "person" else KINDS.get(table, _plain(table))
    if version.before is None or version.after is None:
        row = version.after or version.before or {}
        said = line_of(table, names.told(table, row)) or in_one_line(_described(version, row, table, names))
        gone = "" if version.after is not None else "Removed"
        return ": ".join(one for one in (gone, kind, said or "nothing else written") if one)
    lines = describe_differences(version, _words_for(table, names), names.name_of)
    said = in_one_line(_one_place(lines)) or "Kept as it was."
    return f"{kind}: {said}" if kind else said


def _described(version: RowVersion, row: Mapping[str, Cell], table: str, names: _Names) -> list[str]:
    as_added = RowVersion(version.change, None, dict(row))
    return _one_place(describe_differences(as_added, _words_for(table, names), names.name_of))


def _words_for(table: str, names: _Names) -> Callable[[str], FieldWords | None]:
    return lambda column: None if column in ("id", "person_id") else names.words_of(table, column)


def _one_place(lines: list[str]) -> list[str]:
    facts = [(heading, words) for heading, _, words in (one.partition(": ") for one in lines)]
    return [f"{heading}: {words}" for heading, words in with_one_place(facts)]
