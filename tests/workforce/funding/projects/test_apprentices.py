"""Apprenticeships in the team."""

from dataclasses import replace
from datetime import date

import pytest

from resources.database import Database
from resources.problem import FieldProblem, Problem
from tests.workforce.funding.projects.conftest import TODAY
from workforce.funding.projects.apprentices import (
    Apprentice,
    ApprenticeDraft,
    add_apprentice,
    apprentice,
    apprentices,
    edit_apprentice,
    is_apprentice,
    remove_apprentice,
    set_apprentice_status,
)
from workforce.funding.vocabulary import ApprenticeStatus

STARTED = date(2019, 6, 1)


def begun(db: Database, name: str = "Wren Invented") -> Apprentice:
    return add_apprentice(
        db, ApprenticeDraft(name, "Operational manager", STARTED, 5, date(2021, 12, 1), "2½ years")
    )


def test_an_apprenticeship_is_paused_and_completed(db: Database) -> None:
    one = begun(db)
    assert (one.status, one.level) == (ApprenticeStatus.UNDER_WAY, 5) and is_apprentice(db, one.id)
    assert not one.is_overdue(TODAY) and one.is_overdue(date(2022, 1, 1))
    paused = set_apprentice_status(db, one.id, ApprenticeStatus.PAUSED, on=TODAY, today=TODAY)
    assert paused.ended_on is None
    done = set_apprentice_status(db, one.id, ApprenticeStatus.COMPLETED, on=TODAY, today=TODAY)
    assert (done.status, done.ended_on) == (ApprenticeStatus.COMPLETED, TODAY)
    assert not done.is_overdue(date(2022, 1, 1))
    with pytest.raises(Problem, match="is “Completed” already"):
        set_apprentice_status(db, one.id, ApprenticeStatus.COMPLETED, on=TODAY, today=TODAY)
    other = begun(db, "Bryony Invented")
    assert [each.id for each in apprentices(db)] == [other.id, one.id]
    back = set_apprentice_status(db, one.id, ApprenticeStatus.UNDER_WAY, on=TODAY, today=TODAY)
    assert back == one


def test_it_is_put_right_and_removed(db: Database) -> None:
    one = begun(db)
    assert edit_apprentice(db, one.id, replace(one.draft(), level=6)).level == 6
    remove_apprentice(db, one.id)
    with pytest.raises(LookupError):
        apprentice(db, one.id)


def test_what_cannot_be_is_refused(db: Database) -> None:
    for draft, field in (
        (ApprenticeDraft("", "Manager", STARTED), "name"),
        (ApprenticeDraft("Wren", " ", STARTED), "apprenticeship"),
        (ApprenticeDraft("Wren", "Manager", STARTED, 1), "level"),
        (ApprenticeDraft("Wren", "Manager", STARTED, 8), "level"),
        (ApprenticeDraft("Wren", "Manager", STARTED, 5, date(2019, 5, 1)), "expected_on"),
    ):
        with pytest.raises(FieldProblem) as refused:
            add_apprentice(db, draft)
        assert refused.value.field == field
    one = begun(db)
    for day in (date(2019, 5, 31), date(2019, 12, 10)):
        with pytest.raises(FieldProblem):
            set_apprentice_status(db, one.id, ApprenticeStatus.LEFT, on=day, today=TODAY)
