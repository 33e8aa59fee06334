"""Everything that is held is told: each column of each table that is about a person, by walking the tables."""

from datetime import UTC, date, datetime

import pytest

from resources.database import Database, change, history
from resources.problem import FieldProblem, Problem
from tests.workforce.iwork.people.filled import Filled
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


@pytest.fixture
def filled(vault: Database) -> Filled:
    made = Filled(vault)
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
    assert "Telephone: 01632 960001 → 01632 960002." in held.changes[2].lines
    assert "Words: Ring their sister" in held.changes[0].lines[0]
    assert held.person == person(vault, one.id)
