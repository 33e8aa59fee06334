"""The catalogue of courses, without a window."""

import argparse
from typing import Any, cast

from desktop.command_line import choosing
from desktop.command_line.options import a_number, a_word, add_out
from desktop.command_line.session import Session
from resources.database import Database
from resources.wording import count_of
from workforce.training import courses
from workforce.training.courses import NewCourse
from workforce.training.shipped_courses import add_shipped_courses
from workforce.training.tables import courses_table
from workforce.training.vocabulary import CourseKind


def add_commands(commands: Any) -> None:
    """The catalogue, and each course of it."""
    listed = commands.add_parser(
        "training-courses", help="the catalogue; with --usual add the usual courses to it"
    )
    listed.add_argument("--usual", action="store_true",
                        help="add ASC-WDS’s categories and the qualifications that funds pay for")  # fmt: skip
    add_out(listed)
    listed.set_defaults(run=_courses)
    one = commands.add_parser("training-course", help="add a course, or change, archive or restore one")
    what = one.add_mutually_exclusive_group(required=True)
    what.add_argument("--add", metavar="NAME", help="a course that the catalogue lacks")
    what.add_argument("--edit", metavar="COURSE", help="the course of these words")
    what.add_argument("--archive", metavar="COURSE", help="offer it no more")
    what.add_argument("--restore", metavar="COURSE", help="offer it again")
    one.add_argument("--name", metavar="NAME", help="its new name (with --edit)")
    one.add_argument(
        "--kind", type=a_word(CourseKind), metavar="KIND", help="course, qualification or apprenticeship"
    )
    one.add_argument("--code", metavar="CODE", help="the qualification’s number")
    one.add_argument("--awarding-body", metavar="NAME")
    one.add_argument("--level", type=a_number, metavar="N")
    one.add_argument("--credits", type=a_number, metavar="N")
    one.add_argument("--category", metavar="CODE", help="ASC-WDS’s code of the training category")
    one.add_argument(
        "--valid-months", type=a_number, metavar="N", help="after so many months it is done again"
    )
    one.add_argument("--description", metavar="TEXT")
    one.add_argument("--source", metavar="TEXT", help="where what is said of it comes from")
    one.set_defaults(run=_course)


def _courses(session: Session, asked: argparse.Namespace) -> None:
    if asked.usual:
        with session.writing() as db:
            made = add_shipped_courses(db)
        session.say(f"Added {count_of(len(made), 'course')}.")
        return
    with session.reading() as db:
        session.show(courses_table(db), asked.out, db=db)


def _course(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        said = _changed(db, session, asked)
    session.say(said)


_FACTS = (
    "code", "awarding_body", "level", "credits", "category", "valid_months", "description", "source",
)  # fmt: skip


def _changed(db: Database, session: Session, asked: argparse.Namespace) -> str:
    given = {name: getattr(asked, name) for name in _FACTS}
    facts = cast(NewCourse, {name: value for name, value in given.items() if value is not None})
    if asked.add:
        made = courses.add_course(db, asked.add, asked.kind or CourseKind.COURSE, **facts)
        return f"Added the course {made.name}."
    if asked.edit:
        before = choosing.course(db, asked.edit)
        held = courses.edit_course(
            db, before.id, name=asked.name or before.name, kind=asked.kind or before.kind, **facts
        )
        return f"Changed the course {held.name}."
    if asked.archive:
        held = courses.archive_course(db, choosing.course(db, asked.archive).id, today=session.today)
        return f"Archived the course {held.name}."
    held = courses.restore_course(db, choosing.course(db, asked.restore).id)
    return f"Restored the course {held.name}."
