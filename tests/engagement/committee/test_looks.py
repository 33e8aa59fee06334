"""Looks of reports, taken from other councils' documents."""

from datetime import date

import pytest

from engagement.committee import looks, reports
from engagement.committee.outlines import outline
from engagement.committee.reports import CommitteeReport
from resources.database import Database
from resources.problem import FieldProblem, Problem
from resources.report.looks import DEFAULT_LOOKS, Looks

DAY = date(2019, 9, 10)
THEIRS = Looks(font="Verdana", body=13.5, accent="0B5345")


def test_they_are_kept_as_they_were_taken(db: Database) -> None:
    made = looks.add_looks(db, " Larkshire ", THEIRS, file_name="Their report.docx")
    assert (made.name, made.file_name, made.looks) == ("Larkshire", "Their report.docx", THEIRS)
    assert looks.all_looks(db) == [made]


def test_a_report_is_written_in_those_chosen_for_it(db: Database, held: CommitteeReport) -> None:
    made = looks.add_looks(db, "Larkshire", THEIRS)
    assert outline(db, held.id).looks == DEFAULT_LOOKS
    reports.edit_report(db, held.id, looks_id=made.id)
    assert outline(db, held.id).looks == THEIRS
    looks.archive_looks(db, made.id, today=DAY)
    assert outline(db, held.id).looks == THEIRS
    assert looks.reports_with(db, made.id) == [held.title]
    with pytest.raises(Problem, match="Larkshire: 1 report has these looks"):
        looks.remove_looks(db, made.id)


def test_two_have_not_the_same_name(db: Database) -> None:
    made = looks.add_looks(db, "Larkshire", THEIRS)
    other = looks.add_looks(db, "Wrenshire", THEIRS)
    with pytest.raises(FieldProblem, match="there are looks called Larkshire already"):
        looks.add_looks(db, "larkshire", THEIRS)
    with pytest.raises(FieldProblem, match="already"):
        looks.rename_looks(db, other.id, "LARKSHIRE")
    assert looks.rename_looks(db, made.id, "LARKSHIRE").name == "LARKSHIRE"
    with pytest.raises(FieldProblem, match="nothing was entered"):
        looks.add_looks(db, "  ", THEIRS)


def test_put_away_brought_back_and_removed(db: Database) -> None:
    made = looks.add_looks(db, "Larkshire", THEIRS)
    assert looks.rename_looks(db, made.id, "Larkshire") == made
    looks.archive_looks(db, made.id, today=DAY)
    assert (looks.all_looks(db), len(looks.all_looks(db, archived=True))) == ([], 1)
    assert looks.restore_looks(db, made.id) == made
    looks.remove_looks(db, made.id)
    with pytest.raises(LookupError):
        looks.report_looks(db, made.id)


def test_fields_of_another_version_do_no_harm() -> None:
    assert looks.as_looks('{"font": "Verdana", "sparkle": 7}') == Looks(font="Verdana")


def test_without_a_choice_they_are_ours(db: Database) -> None:
    assert looks.looks_for(db, None) == DEFAULT_LOOKS


def test_they_are_listed_with_the_number_of_their_reports(db: Database, held: CommitteeReport) -> None:
    made = looks.add_looks(db, "Larkshire", THEIRS, file_name="theirs.docx")
    reports.edit_report(db, held.id, looks_id=made.id)
    assert looks.looks_table(db).rows == [("Larkshire", "Verdana", 13.5, 1, "theirs.docx", None)]
    assert ("Text", "13.5 points") in looks.looks_words(THEIRS)
