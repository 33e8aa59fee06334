"""Projects, kept and moved on."""

from dataclasses import replace
from datetime import date

import pytest

from resources.problem import FieldProblem, Problem
from tests.workforce.funding.projects.conftest import TODAY, Held
from workforce.funding.projects.projects import (
    ProjectDraft,
    add_project,
    archive_project,
    edit_project,
    is_project,
    leads,
    project,
    projects,
    restore_project,
)
from workforce.funding.vocabulary import ProjectStatus


def test_a_project_is_kept_changed_and_moved_on(held: Held) -> None:
    db, one = held.db, held.project
    assert project(db, one.id) == one and is_project(db, one.id) and not is_project(db, "none")
    changed = edit_project(
        db, one.id, replace(one.draft(), budget_pence=600000, purpose="Respond and recover")
    )
    assert (changed.budget_pence, changed.purpose, changed.tracks_dspt) == (
        600000,
        "Respond and recover",
        True,
    )
    moved = edit_project(db, one.id, replace(changed.draft(), status=ProjectStatus.COMPLETE))
    assert moved.status is ProjectStatus.COMPLETE and not moved.is_running
    assert leads(db) == ["Wren Invented"]


def test_what_is_archived_is_left_out_and_can_be_brought_back(held: Held) -> None:
    archive_project(held.db, held.project.id, today=TODAY)
    assert projects(held.db) == [] and [one.id for one in projects(held.db, archived=True)] == [
        held.project.id
    ]
    with pytest.raises(Problem, match="archived already"):
        archive_project(held.db, held.project.id, today=TODAY)
    assert restore_project(held.db, held.project.id).archived_on is None
    with pytest.raises(Problem, match="not archived"):
        restore_project(held.db, held.project.id)


def test_those_that_are_complete_come_last(held: Held) -> None:
    db = held.db
    newer = add_project(db, ProjectDraft("Burdett", date(2019, 10, 1), status=ProjectStatus.COMPLETE))
    assert [one.id for one in projects(db)] == [held.project.id, newer.id]


def test_what_cannot_be_kept_is_refused_at_its_field(held: Held) -> None:
    for draft, field, words in (
        (ProjectDraft(" ", TODAY), "name", "name is empty"),
        (ProjectDraft("Digital security", TODAY), "name", "already"),
        (ProjectDraft("New", TODAY, date(2019, 1, 1)), "ends_on", "is before the day on which it starts"),
        (ProjectDraft("New", TODAY, budget_pence=-1), "budget_pence", "below zero"),
        (ProjectDraft("New", TODAY, budget_pence=10**30), "budget_pence", "Check its noughts"),
    ):
        with pytest.raises(FieldProblem, match=words) as refused:
            add_project(held.db, draft)
        assert refused.value.field == field
    with pytest.raises(LookupError):
        project(held.db, "gone")
