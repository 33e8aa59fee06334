"""The catalogue of courses."""

import pytest

from resources.database import Database, history
from resources.problem import FieldProblem, Problem
from tests.workforce.training.school import TODAY
from workforce.training.courses import (
    add_course,
    archive_course,
    course,
    course_named,
    courses,
    edit_course,
    find_courses,
    is_course,
    restore_course,
)
from workforce.training.vocabulary import CourseKind


def test_a_course_is_kept_as_it_was_given(db: Database) -> None:
    made = add_course(
        db, "  Level 3  Diploma ", CourseKind.QUALIFICATION, code="610/0103/6", awarding_body="Example Awards",
        level=3, credits=58, description="Two years.\nAt work.",
    )  # fmt: skip
    assert made == course(db, made.id)
    assert (made.name, made.kind, made.level, made.credits) == (
        "Level 3 Diploma",
        CourseKind.QUALIFICATION,
        3,
        58,
    )
    assert made.description == "Two years.\nAt work."
    assert is_course(db, made.id) and not is_course(db, "gone")


def test_no_two_courses_have_one_name(db: Database) -> None:
    first = add_course(db, "Fire safety")
    with pytest.raises(FieldProblem, match="“Fire safety” already"):
        add_course(db, "fire  SAFETY")
    archive_course(db, first.id, today=TODAY)
    with pytest.raises(FieldProblem, match="is archived: restore it"):
        add_course(db, "Fire safety")
    assert edit_course(db, first.id, name="Fire Safety").name == "Fire Safety"


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"level": 9}, "level"),
        ({"level": 0}, "level"),
        ({"credits": -1}, "credits"),
        ({"valid_months": 0}, "valid_months"),
    ],
)
def test_figures_that_cannot_be_are_refused(db: Database, facts: dict[str, int], field: str) -> None:
    with pytest.raises(FieldProblem, match="whole number from") as refused:
        add_course(db, "Fire safety", **facts)  # type: ignore[misc, arg-type]
    assert refused.value.field == field
    assert courses(db) == []


def test_a_course_without_a_name_is_refused(db: Database) -> None:
    with pytest.raises(FieldProblem, match="has no name"):
        add_course(db, " – ")


def test_only_what_is_given_is_changed(db: Database) -> None:
    made = add_course(db, "Fire safety", valid_months=12, source="A list")
    changed = edit_course(db, made.id, valid_months=None, kind=CourseKind.APPRENTICESHIP)
    assert (changed.valid_months, changed.source, changed.kind) == (None, "A list", CourseKind.APPRENTICESHIP)
    entries = len(list(history.entries(db, limit=50, offset=0)))
    edit_course(db, made.id)
    assert len(list(history.entries(db, limit=50, offset=0))) == entries


def test_an_archived_course_is_not_offered_and_comes_back(db: Database) -> None:
    made = add_course(db, "Fire safety")
    archive_course(db, made.id, today=TODAY)
    assert history.next_undo(db).action == "Archived the course Fire safety"  # type: ignore[union-attr]
    assert courses(db) == [] and [one.id for one in courses(db, archived=True)] == [made.id]
    with pytest.raises(Problem, match="archived already"):
        archive_course(db, made.id, today=TODAY)
    restore_course(db, made.id)
    assert courses(db)[0].archived_on is None
    with pytest.raises(Problem, match="not archived"):
        restore_course(db, made.id)


def test_courses_are_found_by_words_of_name_or_code(db: Database) -> None:
    add_course(db, "Food hygiene")
    fire = add_course(db, "Fire safety", code="F1", awarding_body="Example Awards")
    safe = add_course(db, "Safety first", CourseKind.QUALIFICATION)
    assert [one.id for one in find_courses(db, "safety")] == [safe.id, fire.id]
    assert [one.id for one in find_courses(db, "example f1")] == [fire.id]
    assert course_named(db, "FIRE – safety") == fire
    assert course_named(db, "Fire") is None
    assert [one.id for one in courses(db, kind=CourseKind.QUALIFICATION)] == [safe.id]


def test_a_course_that_is_gone_is_an_error_of_ours(db: Database) -> None:
    with pytest.raises(LookupError):
        course(db, "gone")
