"""What is required of whom, and that nothing is required twice."""

from datetime import date

import pytest

from engagement.register.vocabulary import ServiceKind
from resources.database import Database, history
from resources.problem import FieldProblem
from tests.workforce.training.people import a_course
from workforce.training.requirements import (
    RequirementFacts,
    add_requirement,
    edit_requirement,
    remove_requirement,
    require_courses,
    requirement,
    requirements,
)
from workforce.training.vocabulary import JobRole

DAY = date(2020, 6, 1)


def test_a_course_is_required_put_right_and_required_no_more(db: Database) -> None:
    made = add_requirement(
        db, a_course(db), kind=ServiceKind.HOME_CARE, job_role=JobRole.CARE_WORKER, source="Policy 4"
    )
    assert requirement(db, made.id) == made
    assert made.soon_days == 90
    assert made.whose == "Care worker, home care"
    changed = edit_requirement(db, made.id, kind=None, job_role=None, soon_days=30)
    assert (changed.whose, changed.soon_days, changed.source) == (
        "All staff, every kind of service",
        30,
        "Policy 4",
    )
    remove_requirement(db, made.id)
    assert requirements(db) == []
    history.undo(db)
    assert requirements(db) == [changed]


def test_what_is_in_force_on_a_day(db: Database) -> None:
    course = a_course(db)
    old = add_requirement(db, course, until_on=date(2020, 3, 31))
    new = add_requirement(db, course, from_on=date(2020, 4, 1), soon_days=60)
    assert requirements(db, on=date(2020, 3, 31)) == [old]
    assert requirements(db, on=date(2020, 4, 1)) == [new]
    assert len(requirements(db)) == 2


def test_which_kinds_need_it(db: Database) -> None:
    of_homes = add_requirement(db, a_course(db), kind=ServiceKind.NURSING_HOME)
    of_all = add_requirement(db, a_course(db, "Fire Safety"))
    assert of_homes.is_of(ServiceKind.NURSING_HOME)
    assert not of_homes.is_of(ServiceKind.DAY_CARE)
    assert of_all.is_of(ServiceKind.DAY_CARE)


def test_several_courses_are_required_in_one_change(db: Database) -> None:
    courses = [a_course(db, name) for name in ("Fire Safety", "First Aid", "Infection Control")]
    made = require_courses(db, courses, soon_days=60)
    assert [one.course_id for one in requirements(db)] == courses
    assert {one.soon_days for one in made} == {60}
    said = history.undo(db)
    assert said is not None and said.action == "Required 3 courses"
    assert requirements(db) == []


@pytest.mark.parametrize(
    ("facts", "field", "says"),
    [
        (RequirementFacts(soon_days=45), "soon_days", "choose 90, 60 or 30 days"),
        (RequirementFacts(from_on=DAY, until_on=date(2020, 5, 31)), "until_on", "before the first"),
        (RequirementFacts(), "course_id", "required of them already"),
    ],
)
def test_what_cannot_be_is_refused(db: Database, facts: RequirementFacts, field: str, says: str) -> None:
    course = a_course(db)
    add_requirement(db, course)
    with pytest.raises(FieldProblem, match=says) as refused:
        add_requirement(db, course, **facts)
    assert refused.value.field == field


def test_a_course_that_is_gone_or_none_at_all_is_refused(db: Database) -> None:
    with pytest.raises(FieldProblem, match="No course is chosen"):
        add_requirement(db, "gone")
    with pytest.raises(FieldProblem, match="No course is chosen"):
        require_courses(db, [])
    with pytest.raises(LookupError):
        requirement(db, "gone")


def test_expiring_soon_is_one_of_three_windows(db: Database) -> None:
    with pytest.raises(FieldProblem, match="choose 90, 60 or 30 days") as refused:
        add_requirement(db, a_course(db), soon_days=45)
    assert refused.value.field == "soon_days" and requirements(db) == []
