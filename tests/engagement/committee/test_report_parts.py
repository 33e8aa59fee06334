"""The formal parts."""

from datetime import date

import pytest

from engagement.committee import report_parts
from engagement.committee.reports import CommitteeReport
from resources.database import Database
from resources.problem import FieldProblem
from resources.report.committee.outline import PartText
from resources.report.committee.parts import Part


def test_a_part_is_written_changed_and_taken_away(db: Database, held: CommitteeReport) -> None:
    made = report_parts.set_part(db, held.id, Part.PURPOSE, "To tell.\n\nAnd to ask.")
    assert made is not None
    assert made.text == "To tell.\n\nAnd to ask."
    again = report_parts.set_part(db, held.id, Part.PURPOSE, "To ask.")
    assert again is not None
    assert (again.id, again.text) == (made.id, "To ask.")
    assert report_parts.parts_of(db, held.id) == [again]
    assert report_parts.set_part(db, held.id, Part.PURPOSE, " ") is None
    assert report_parts.part_of(db, held.id, Part.PURPOSE) is None


def test_taking_away_what_is_not_there_changes_nothing(db: Database, held: CommitteeReport) -> None:
    assert report_parts.set_part(db, held.id, Part.PURPOSE, "") is None


def test_a_comment_has_initials_and_a_day(db: Database, held: CommitteeReport) -> None:
    day = date(2019, 11, 14)
    made = report_parts.set_part(db, held.id, Part.CONSTITUTIONAL_COMMENTS, "Fine.", initials="AE", on=day)
    assert made is not None
    assert made.written == PartText("Fine.", "AE", day)


def test_only_comments_have_them(db: Database, held: CommitteeReport) -> None:
    with pytest.raises(FieldProblem, match="only comments have initials"):
        report_parts.set_part(db, held.id, Part.PURPOSE, "To tell.", initials="AE")


def test_they_stand_in_the_order_of_parts(db: Database, held: CommitteeReport) -> None:
    for part in (Part.ISSUES, Part.REASONS, Part.REPORT_OF):
        report_parts.set_part(db, held.id, part, "Words.")
    assert [one.part for one in report_parts.parts_of(db, held.id)] == [
        Part.REPORT_OF, Part.REASONS, Part.ISSUES,
    ]  # fmt: skip
