"""Meetings over which a profile is filled."""

from datetime import date

import pytest

from resources.database import Database
from resources.problem import FieldProblem
from workforce.iwork.people.people import Person
from workforce.iwork.profile.meetings import (
    Part,
    add_meeting,
    covered_parts,
    covered_words,
    edit_meeting,
    meetings_of,
    profile_meeting,
    remove_meeting,
)

TODAY = date(2026, 11, 23)


def test_meetings_are_added_put_right_and_removed(vault: Database, ada: Person) -> None:
    first = add_meeting(vault, ada.id, date(2026, 10, 1), today=TODAY, with_whom="their mother")
    second = add_meeting(vault, ada.id, TODAY, today=TODAY, covered="Tasks", next_time="Travel")
    assert [one.id for one in meetings_of(vault, ada.id)] == [second.id, first.id]
    changed = edit_meeting(vault, first.id, today=TODAY, met_on=date(2026, 10, 2), covered="Strengths")
    assert (changed.met_on, changed.with_whom) == (date(2026, 10, 2), "their mother")
    remove_meeting(vault, first.id)
    with pytest.raises(LookupError):
        profile_meeting(vault, first.id)


def test_a_meeting_that_has_not_been_is_refused(vault: Database, ada: Person) -> None:
    with pytest.raises(FieldProblem, match="24 November 2026 has not come yet"):
        add_meeting(vault, ada.id, date(2026, 11, 24), today=TODAY)


def test_what_was_covered_is_read_again() -> None:
    said = covered_words((Part.TASKS, Part.TRAVEL), " the bus to Mansfield ")
    assert said == "Tasks; Travel; the bus to Mansfield"
    assert covered_parts(said) == ((Part.TASKS, Part.TRAVEL), "the bus to Mansfield")
    assert covered_parts("") == ((), "")
