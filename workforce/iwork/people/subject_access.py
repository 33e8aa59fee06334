"""Requests to see what is held, and all that is held about one person: every table, who looked, what was changed."""

from collections.abc import Iterator, Mapping
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
    parts = [
        HeldPart(kind, tuple(_facts(vault, table, key, names) for key in hanging.live[table]))
        for table, kind in _in_order(hanging.live)
    ]
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


def _facts(vault: Database, table: str, key: str, names: "_Names") -> Facts:
    row = next(iter(vault.query(f'select * from "{table}" where id = ?', (key,))))
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
                said = "; ".join(_lines(version, table, names)) or "kept as it was"
                told.append(f"{KINDS.get(table, _plain(table))}: {said}")
    for _, (made_by, lines) in sorted(found.items(), reverse=True):
        yield HeldChange(made_by.at, made_by.who, made_by.action, tuple(lines))


def _lines(version: RowVersion, table: str, names: _Names) -> list[str]:
    def words_of(column: str) -> FieldWords | None:
        return None if column in ("id", "person_id") else names.words_of(table, column)

    if version.after is not None:
        return describe_differences(version, words_of, names.name_of)
    was = describe_differences(RowVersion(version.change, None, version.before), words_of, names.name_of)
    return [f"removed: {'; '.join(was)}"]
