"""How rows are kept: who a worker is stays hidden, and whether just these rows stand already is seen."""

from pathlib import Path

from resources.database import Database
from tests.workforce.ascwds.bulk_files import DAY, HOME, SOMEBODY, bring, checked, worker, write_workers
from tests.workforce.ascwds.bulk_files import write_workplaces as homes
from workforce.ascwds.kept_rows import all_stand, called, kept_rows, worker_key
from workforce.ascwds.rows import digest
from workforce.ascwds.vocabulary import FileKind

AS_AT = DAY.isoformat()


def test_a_worker_has_another_key_at_another_workplace() -> None:
    assert (
        worker_key("one", digest("Ada"))
        == worker_key("one", digest("ada "))
        != worker_key("two", digest("Ada"))
    )


def test_just_these_rows_stand_or_they_do_not(db: Database, tmp_path: Path) -> None:
    both = homes(tmp_path, HOME), write_workers(tmp_path, SOMEBODY, worker("Bo"))
    bring(db, *both)
    workers = checked(db, *both).files[1].rows
    assert all_stand(db, FileKind.WORKER, workers, as_at=AS_AT)
    assert not all_stand(db, FileKind.WORKER, workers[:1], as_at=AS_AT)
    assert not all_stand(db, FileKind.WORKER, workers, as_at="2019-10-01")


def test_a_number_that_is_left_out_is_not_forgotten(db: Database, tmp_path: Path) -> None:
    (row,) = checked(db, homes(tmp_path, {**HOME, "LOCATIONID": "1-200"})).files[0].workplaces
    assert called(row.row) == {
        "local_id": "Elm", "name": "Elm Lodge", "postcode": "NG18 1AA", "location_id": "1-200",
    }  # fmt: skip


def test_a_worker_that_is_listed_twice_is_kept_once(db: Database, tmp_path: Path) -> None:
    bring(db, homes(tmp_path, HOME))
    rows = checked(db, write_workers(tmp_path, SOMEBODY)).files[0].rows
    assert len(list(kept_rows([*rows, *rows]))) == 1
