"""The courses that come ready."""

import csv
from pathlib import Path

from resources.database import Database
from tests.workforce.training.school import TODAY
from workforce.training.courses import add_course, archive_course, course_named, courses
from workforce.training.shipped_courses import (
    CATEGORIES,
    QUALIFICATIONS,
    add_shipped_courses,
    category_name,
    shipped_courses,
)
from workforce.training.vocabulary import CourseKind


def test_they_are_added_once_beside_what_is_there(db: Database) -> None:
    mine = add_course(db, "fire SAFETY", valid_months=12)
    archive_course(db, mine.id, today=TODAY)
    added = add_shipped_courses(db)
    assert len(added) == len(shipped_courses()) - 1 == len(CATEGORIES) - 2 + len(QUALIFICATIONS)
    assert add_shipped_courses(db) == []
    assert len(courses(db)) == len(added)
    diploma = course_named(db, "Level 3 Diploma in Adult Care")
    assert diploma is not None
    assert (diploma.kind, diploma.level, diploma.credits) == (CourseKind.QUALIFICATION, 3, 58)
    assert all(one.source for one in added) and all(one.valid_months is None for one in added)


def test_categories_are_those_of_bulk_upload(shared_data: Path) -> None:
    with (shared_data / "ascwds" / "training_categories.csv").open(encoding="utf-8", newline="") as file:
        held = {row["bulk_upload_code"]: row["category"] for row in csv.DictReader(file)}
    assert held.keys() == CATEGORIES.keys()
    different = {code for code, name in held.items() if category_name(code) != name.replace("'", "’")}
    assert different == {"22", "41"}  # written in British English
    assert category_name("999") == ""
