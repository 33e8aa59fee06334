"""Taking a file of records in: whole, once, and undone by one undo."""

from datetime import date
from pathlib import Path

import pytest

from resources.database import Database, history
from resources.database.history import ChangedSince
from resources.problem import Problem
from tests.workforce.training.people import a_course, a_service
from workforce.training.learners import learners
from workforce.training.records import records
from workforce.training.records_file import read_records_file
from workforce.training.records_file_checking import CheckedRecords, Choices, check_records
from workforce.training.records_file_taking_in import save_refused_records, take_in_records
from workforce.training.vocabulary import RecordSource

TODAY = date(2020, 6, 1)


@pytest.fixture
def path(db: Database, tmp_path: Path) -> Path:
    a_course(db, "Fire safety")
    a_service(db)
    path = tmp_path / "training.csv"
    path.write_text(
        "Course,Service,Name,People,Completed\n"
        "Fire safety,Rosewood House,,12,13/02/2020\n"
        "Fire safety,Rosewood House,Ben Example,,13/02/2020\n"
        "Fire safety,Nowhere,,3,13/02/2020\n",
        encoding="utf-8",
    )
    return path


def checked(db: Database, path: Path) -> CheckedRecords:
    return check_records(db, read_records_file(path), Choices(add_learners=True), today=TODAY)


def test_it_is_taken_in_once_and_undone_whole(db: Database, path: Path) -> None:
    taken = take_in_records(db, checked(db, path))
    assert taken.words == "Took in 2 training records, and added 1 learner"
    assert {one.source for one in records(db)} == {RecordSource.FILE}
    assert [one.name for one in learners(db)] == ["Ben Example"]
    again = checked(db, path)
    assert (again.new, len(again.already)) == ((), 2)
    with pytest.raises(Problem, match="no record that could be added"):
        take_in_records(db, again)
    history.undo(db)
    assert records(db) == learners(db) == []


def test_a_preview_that_is_out_of_date_is_refused(db: Database, path: Path) -> None:
    found = checked(db, path)
    a_course(db, "First aid")
    with pytest.raises(ChangedSince):
        take_in_records(db, found)


def test_refused_rows_are_saved_mended_and_taken_in(db: Database, path: Path, tmp_path: Path) -> None:
    take_in_records(db, checked(db, path))
    refused = tmp_path / "refused.xlsx"
    save_refused_records(checked(db, path), refused)
    a_service(db, "Nowhere")
    again = checked(db, refused)
    assert (len(again.new), again.refused) == (1, ())
