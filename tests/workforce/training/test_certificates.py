"""Certificates of training: for those who came, a page each."""

from pathlib import Path

import pytest
from docx import Document

from engagement.register.letterhead import Letterhead, set_letterhead
from resources.database import Database
from resources.problem import Problem
from tests.workforce.training.school import AFTER, TODAY, School
from workforce.training.attendance import take_attendance
from workforce.training.bookings import book
from workforce.training.certificates import certificates, check_certificates, save_certificates, who_came
from workforce.training.courses import add_course, course
from workforce.training.sessions import training_session
from workforce.training.vocabulary import CourseKind


def test_each_who_came_has_a_page_and_nobody_else(db: Database, tmp_path: Path) -> None:
    school = School(db)
    held = school.session()
    set_letterhead(
        db, Letterhead(council="Nottinghamshire County Council", team="Quality and Market Management")
    )
    people = {
        name: book(db, held.id, school.learner(name, service=service).id, today=TODAY).id
        for name, service in (("Ada Example", school.house), ("Ben Lund", None), ("Cy Moss", None))
    }
    with pytest.raises(Problem, match="Take the attendance first"):
        check_certificates(db, held.id)
    take_attendance(db, held.id, [people["Ada Example"], people["Ben Lund"]], now=AFTER)
    assert len(who_came(db, held.id)) == 2
    assert save_certificates(db, held.id, tmp_path / "c.docx", now=AFTER) == 2
    document = Document(str(tmp_path / "c.docx"))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert len(document.sections) == 2
    for said in ("of Rosewood House", "of Rosewood Homes", "completed", "on 9 December 2019, County Hall", "3 hours",
                 "Quality and Market Management, Nottinghamshire County Council"):  # fmt: skip
        assert said in text
    assert "Cy Moss" not in text
    chosen = [people["Ben Lund"]]
    assert save_certificates(db, held.id, tmp_path / "one.docx", now=AFTER, chosen=chosen) == 1
    with pytest.raises(Problem, match="Cy Moss did not come"):
        check_certificates(db, held.id, [people["Cy Moss"]])


def test_a_session_of_a_qualification_was_attended_not_completed(db: Database) -> None:
    school = School(db)
    diploma = add_course(db, "Level 3 Diploma in Adult Care", CourseKind.QUALIFICATION)
    held = school.session(course=diploma)
    ada = book(db, held.id, school.learner("Ada Example").id, today=TODAY)
    take_attendance(db, held.id, [ada.id], now=AFTER)
    one = certificates(db, who_came(db, held.id), training_session(db, held.id), course(db, diploma.id))[0]
    assert (one.did, one.title) == ("attended a session of", "Certificate of attendance")
