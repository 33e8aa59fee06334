"""Everything that is held is told: each column of each table that is about a person, by walking the tables."""

from datetime import UTC, date, datetime

import pytest

from resources.database import Database, change, history
from resources.database.history import references
from resources.problem import FieldProblem, Problem
from workforce.iwork.people.people import add_person, edit_person, person
from workforce.iwork.people.subject_access import (
    access_requests_of,
    due_after,
    everything,
    open_requests,
    record_given,
    request_access,
)
from workforce.iwork.people.views import note_view

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


def test_a_request_is_due_after_one_calendar_month(vault: Database) -> None:
    assert [due_after(date(2027, 1, 31)), due_after(date(2026, 11, 23))] == [
        date(2027, 2, 28),
        date(2026, 12, 23),
    ]
    one = add_person(vault, "Ada", date(2026, 1, 5), today=TODAY)
    asked = request_access(vault, one.id, TODAY, today=TODAY, asked_by="Their sister")
    assert asked.due_on == date(2026, 12, 23) and open_requests(vault) == [asked]
    given = record_given(vault, asked.id, on=TODAY, today=TODAY)
    assert (
        given.given_on == TODAY
        and open_requests(vault) == []
        and access_requests_of(vault, one.id) == [given]
    )
    assert history.entries(vault)[0].action == "Gave IW-001 everything that is held"
    with pytest.raises(Problem, match="already"):
        record_given(vault, asked.id, on=TODAY, today=TODAY)


@pytest.mark.parametrize("day", [date(2026, 1, 4), date(2026, 11, 24)])
def test_days_that_cannot_be_are_refused(vault: Database, day: date) -> None:
    one = add_person(vault, "Ada", date(2026, 1, 5), today=TODAY)
    with pytest.raises(FieldProblem, match="Asked on"):
        request_access(vault, one.id, day, today=TODAY)
    asked = request_access(vault, one.id, TODAY, today=TODAY)
    with pytest.raises(FieldProblem, match="Given on"):
        record_given(vault, asked.id, on=day, today=TODAY)


# --- everything -------------------------------------------------------------------------------------------------


class Filled:
    """A row in every table that hangs on a person, each of its free cells with something to be found again."""

    def __init__(self, vault: Database) -> None:
        self._vault, self.cells = vault, list[tuple[str, str, object]]()
        self.person_id = add_person(vault, "Ada", TODAY, today=TODAY, family_name="Example").id
        tables = history.tracked_tables(vault)
        self.about = self._closure({table: set(references(vault, table).values()) for table in tables})

    @staticmethod
    def _closure(refers: dict[str, set[str]]) -> list[str]:
        about = ["person"]
        while more := [one for one, to in refers.items() if one not in about and to & set(about)]:
            about += more
        return about

    def fill(self) -> None:
        """A row in each, those first to which others refer."""
        with change(self._vault, "Filled every table"):
            for table in self.about:
                self._fill(table, "p1" if table == "placement" else f"row of {table}")

    def _fill(self, table: str, key: str) -> None:
        key = self.person_id if table == "person" else key
        values = {name: self._cell(table, name, kind) for name, kind in self._columns(table)}
        values = {name: cell for name, cell in {**values, "id": key}.items() if cell is not None}
        if table == "person":
            self._vault.update_row(table, key, {k: v for k, v in values.items() if k != "id"})
        else:
            self._vault.insert_row(table, values)
        self.cells += [
            (table, name, cell) for name, cell in values.items() if name not in ("id", "person_id")
        ]

    def _columns(self, table: str) -> list[tuple[str, str]]:
        return [
            (str(row[1]), str(row[2]).lower()) for row in self._vault.rows(f'pragma table_info("{table}")')
        ]

    def _cell(self, table: str, name: str, kind: str) -> str | int | None:
        to = references(self._vault, table).get(name)
        if to is not None:
            return self._referred(to)
        allowed = _FIXED.get((table, name)) or _FIXED.get(("", name))
        if allowed is not None:
            return allowed
        if kind == "integer":
            return _NUMBERS.get(name, 1)
        return (
            "2026-12-01" if name.endswith(("_on", "_by")) and name != "referred_by" else f"{table} {name} ~"
        )

    def _referred(self, to: str) -> str:
        if to in self.about:
            return {"person": self.person_id, "placement": "p1"}[to]
        if not self._vault.value(f'select 1 from "{to}" where id = ?', (f"row of {to}",)):
            self._fill(to, f"row of {to}")
            self.cells = [one for one in self.cells if one[0] != to]
        return f"row of {to}"


_NUMBERS = {"number": 77, "until_minute": 900, "from_minute": 600, "day_until": 900, "day_from": 600, "weeks": 13,
            "easting": 458185, "northing": 338030, "places_most": 2}  # fmt: skip
_FIXED: dict[tuple[str, str], str] = {
    ("", "stage"): "in_post", ("employer", "stage"): "interest", ("", "interest_from"): "forum",
    ("", "staff"): "under_50", ("", "status"): "open", ("", "pattern"): "all", ("", "contract"): "casual",
    ("post", "buddy"): "yes", ("profile", "buddy"): "must", ("", "noise"): "low", ("", "heat"): "low",
    ("", "people"): "low", ("", "smells"): "low", ("", "long_term_support"): "yes", ("", "closed_reason"): "moved",
    ("", "scope"): "photo", ("", "wish"): "likes", ("travel", "mode"): "bus", ("check_held", "kind"): "dbs_basic",
    ("check_held", "state"): "held", ("", "need"): "must", ("placing_rule", "kind"): "ban",
    ("", "end_reason"): "travel", ("", "access_to_work"): "agreed", ("", "from_stage"): "referred",
    ("", "to_stage"): "in_post", ("support_visit", "kind"): "employer", ("", "outcome"): "mixed",
    ("reminder", "kind"): "other", ("", "weekday"): "0", ("", "purge_asked_at"): "2026-11-20T09:30:00+00:00",
    ("", "ready_from"): "2026-12-01",
}  # fmt: skip
_NEVER_TOGETHER = {("placement", "paused_from"), ("placement", "ended_on"), ("placing_rule", "employer_id")}


@pytest.fixture
def filled(vault: Database) -> Filled:
    made = Filled(vault)
    plain = made._cell
    made._cell = lambda table, name, kind: (  # type: ignore[method-assign]
        None if (table, name) in _NEVER_TOGETHER else plain(table, name, kind)
    )
    made.fill()
    return made


def test_every_column_of_every_table_about_a_person_is_told(vault: Database, filled: Filled) -> None:
    held = everything(vault, filled.person_id)
    told = {part.title: dict(part.entries[0]) for part in held.parts}
    from workforce.iwork.people.subject_access import _Names
    from workforce.iwork.row_kinds import KINDS

    names = _Names(vault)
    missing = []
    for table, column, cell in filled.cells:
        words = names.words_of(table, column)
        if told.get(KINDS[table], {}).get(words.heading) != words.read(cell, names.name_of):  # type: ignore[arg-type]
            missing.append((table, column))
    assert not missing and len(told) == len(filled.about) > 15
    assert len({(table, column) for table, column, _ in filled.cells}) > 100


def test_no_two_columns_of_a_table_are_told_alike(vault: Database, filled: Filled) -> None:
    for part in everything(vault, filled.person_id).parts:
        headings = [heading for heading, _ in part.entries[0]]
        assert len(set(headings)) == len(headings), part.title


def test_who_looked_and_what_was_changed_is_told(vault: Database) -> None:
    one = add_person(vault, "Ada", TODAY, today=TODAY, family_name="Example", phone="01632 960001")
    note_view(vault, one.id, "Record", now=NOW)
    edit_person(vault, one.id, today=TODAY, phone="01632 960002")
    with change(vault, "Added a reminder"):
        vault.insert_row("reminder", {"id": "r", "person_id": one.id, "kind": "other", "words": "Ring their sister",
                                      "due_on": "2026-12-01"})  # fmt: skip
    with change(vault, "Removed a reminder"):
        vault.delete_row("reminder", "r")
    held = everything(vault, one.id)
    assert [(who, what) for _, who, what in held.views] == [("Test Coach", "Record")]
    assert [made.action for made in held.changes] == [
        "Removed a reminder", "Added a reminder", "Changed IW-001", "Added IW-001",
    ]  # fmt: skip
    assert "Person: Telephone: 01632 960001 → 01632 960002" in held.changes[2].lines
    assert "Words: Ring their sister" in held.changes[0].lines[0]
    assert held.person == person(vault, one.id)
