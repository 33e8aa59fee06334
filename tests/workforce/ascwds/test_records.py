"""What the last file until a day said of one workplace."""

from datetime import date
from pathlib import Path

import pytest

from resources.database import Database
from tests.workforce.ascwds.bulk_files import DAY, HOME, bring, worker, write_workers
from tests.workforce.ascwds.bulk_files import write_workplaces as homes
from workforce.ascwds.records import files_held, last_return, last_workers, workplace_figures
from workforce.ascwds.vocabulary import RowStatus
from workforce.ascwds.workplaces import workplaces

LATER, ON = date(2019, 11, 30), date(2019, 12, 31)


@pytest.fixture
def key(db: Database, tmp_path: Path) -> str:
    bring(db, homes(tmp_path, HOME), write_workers(tmp_path, worker("Ada"), worker("Bo", DAYSSICK="5")))
    return workplaces(db)[0].id


def test_the_last_return_until_the_day_counts(db: Database, tmp_path: Path, key: str) -> None:
    bring(db, homes(tmp_path, {**HOME, "TOTALPERMTEMP": "9"}), on=LATER)
    first, last = last_return(db, key, on=DAY), last_return(db, key, on=ON)
    assert first is not None and last is not None
    assert (first.total_staff, last.total_staff, last.as_at, last.status) == (2, 9, LATER, RowStatus.UPDATE)
    assert last_return(db, key, on=date(2019, 9, 29)) is None


def test_a_return_that_says_nothing_leaves_the_one_before(db: Database, tmp_path: Path, key: str) -> None:
    bare = dict.fromkeys(HOME, "") | {"LOCALESTID": "Elm", "STATUS": "UNCHECKED", "ESTNAME": "Elm Lodge"}
    bring(db, homes(tmp_path, bare), on=LATER)
    found = last_return(db, key, on=ON)
    assert found is not None and (found.as_at, found.total_staff) == (DAY, 2)


def test_workers_are_those_of_the_last_file(db: Database, tmp_path: Path, key: str) -> None:
    assert [one.days_sick for one in last_workers(db, key, on=ON)] == ["3", "5"]
    bring(db, write_workers(tmp_path, worker("Ada"), worker("Bo", STATUS="DELETE")), on=LATER)
    assert [one.started_on for one in last_workers(db, key, on=ON)] == [date(2018, 2, 23)]


def test_figures_are_those_of_the_day(db: Database, tmp_path: Path, key: str) -> None:
    found = {one.name: one.words for one in workplace_figures(db, key, on=DAY)}
    assert found == {
        "Vacancy rate": "50.0%", "Turnover rate": "100.0%", "In role 12 months or more": "100.0%",
        "Sickness, average": "4 days", "Qualified": "100.0%",
    }  # fmt: skip
    bring(db, homes(tmp_path, {**HOME, "STATUS": "DELETE"}), on=LATER)
    assert {one.words for one in workplace_figures(db, key, on=ON)} == {"No file has the workplace"}


def test_files_are_held_the_latest_first(db: Database, tmp_path: Path, key: str) -> None:
    bring(db, homes(tmp_path, HOME, name="later.csv"), on=LATER)
    first = files_held(db)[0]
    assert (first.name, first.kind, first.layout, first.as_at, first.rows) == (
        "later.csv", "workplace", "2019", LATER, 1,
    )  # fmt: skip
    assert len(files_held(db)) == 3
