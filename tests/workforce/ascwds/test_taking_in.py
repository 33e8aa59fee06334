"""Files are taken in whole, as one change, and twice is once."""

from datetime import date
from pathlib import Path

import pytest

from engagement.register.providers import add_provider
from engagement.register.services import add_service
from engagement.register.vocabulary import ServiceKind
from resources.database import Database, history
from resources.database.history import ChangedSince
from resources.problem import Problem
from tests.workforce.ascwds.bulk_files import (
    DAY,
    HOME,
    NOW,
    SOMEBODY,
    TODAY,
    TRAINED,
    TRAINING_PRESENT,
    bring,
    checked,
    worker,
    write,
    write_workers,
)
from tests.workforce.ascwds.bulk_files import write_workplaces as homes
from workforce.ascwds.checking import check
from workforce.ascwds.kept_rows import worker_key
from workforce.ascwds.reading import read_file
from workforce.ascwds.rows import Choices, digest
from workforce.ascwds.taking_in import name_of, take_in, what_words
from workforce.ascwds.vocabulary import TiedBy
from workforce.ascwds.workplaces import remove_workplace, workplaces


def counts(db: Database) -> list[int]:
    tables = ("ascwds_file", "workplace", "workplace_return", "worker_record", "worker_training")
    return [int(db.value(f"select count(*) from {table}")) for table in tables]


def test_three_files_are_one_change_and_one_undo(db: Database, tmp_path: Path) -> None:
    before = list(history.logical_dump(db))
    taken = bring(
        db, homes(tmp_path, HOME), write_workers(tmp_path, SOMEBODY, worker("Bo"), worker("")),
        write(tmp_path / "training.csv", TRAINING_PRESENT, [TRAINED]),
    )  # fmt: skip
    assert counts(db) == [3, 1, 1, 2, 1]
    assert taken.sentence == (
        "Took in 1 workplace, 2 worker records and 1 training record of ASC-WDS, 30 September 2019: 1 workplace is new "
        "and 1 row was refused"
    )
    made = history.next_undo(db)
    assert made is not None and made.action == taken.action
    history.undo(db)
    assert list(history.logical_dump(db)) == before


def test_nothing_of_who_somebody_is_is_in_the_file(db: Database, tmp_path: Path) -> None:
    bring(db, homes(tmp_path, HOME), write_workers(tmp_path, SOMEBODY))
    kept = "\n".join(history.logical_dump(db))
    for cell in ("Ada", "QQ123456C", "1984", "NG1 1AA", "9.50", digest("Ada Example")):
        assert cell not in kept
    assert "Elm Lodge" in kept


def test_the_reference_is_kept_where_somebody_ticked_it(db: Database, tmp_path: Path) -> None:
    workers = write_workers(tmp_path, SOMEBODY)
    bring(db, homes(tmp_path, HOME), workers, choices=Choices(keep_reference=True))
    assert db.rows("select reference, worker_key from worker_record") == [
        ("Ada Example", worker_key(workplaces(db)[0].id, digest("Ada Example")))
    ]


def test_a_corrected_file_of_the_same_day_takes_the_place_of_the_first(db: Database, tmp_path: Path) -> None:
    bring(db, homes(tmp_path, HOME), write_workers(tmp_path, SOMEBODY, worker("Bo")))
    bring(db, homes(tmp_path, {**HOME, "TOTALPERMTEMP": "1"}), write_workers(tmp_path, SOMEBODY))
    assert counts(db) == [4, 1, 1, 1, 0]
    assert db.value("select total_staff from workplace_return") == 1


def test_a_later_file_stands_beside_the_first(db: Database, tmp_path: Path) -> None:
    bring(db, homes(tmp_path, HOME))
    bring(db, homes(tmp_path, {**HOME, "ESTNAME": "Elm Lodge Care Home"}), on=DAY.replace(month=10))
    assert counts(db) == [2, 1, 2, 0, 0]
    assert [one.name for one in workplaces(db)] == ["Elm Lodge Care Home"]


def test_a_workplace_is_tied_as_it_comes_and_a_persons_word_stands(db: Database, tmp_path: Path) -> None:
    run_by = add_provider(db, name="Example Care Ltd")
    service = add_service(
        db, run_by.id, name="Elm", kind=ServiceKind.NURSING_HOME, cqc_location_id="1-200", postcode="NG18 1AA"
    )
    taken = bring(db, homes(tmp_path, {**HOME, "LOCATIONID": "1-200"}))
    one = workplaces(db)[0]
    assert (one.service_id, one.provider_id, one.tied_by, taken.tied) == (
        service.id, run_by.id, TiedBy.LOCATION_ID, 1,
    )  # fmt: skip


def test_the_same_again_is_refused_with_a_sentence(db: Database, tmp_path: Path) -> None:
    path = homes(tmp_path, HOME)
    bring(db, path)
    with pytest.raises(Problem, match="brought all this before"):
        bring(db, path)
    with pytest.raises(Problem, match="can be taken in"):
        bring(db, write_workers(tmp_path, worker("Bo", LOCALESTID="Nowhere")))


def test_a_file_whose_rows_were_replaced_comes_in_again(db: Database, tmp_path: Path) -> None:
    first = write_workers(tmp_path, SOMEBODY, name="first.csv")
    second = write_workers(tmp_path, worker("Bo", AVGHOURS="", MAINJOBROLE=""), name="second.csv")
    bring(db, homes(tmp_path, HOME), first)
    kept = db.rows("select worker_key, given from worker_record")
    bring(db, second)
    assert db.rows("select worker_key, given from worker_record") != kept
    bring(db, first)
    assert db.rows("select worker_key, given from worker_record") == kept
    with pytest.raises(Problem, match="brought all this before"):
        bring(db, first)


def test_a_removed_workplace_comes_in_again(db: Database, tmp_path: Path) -> None:
    both = homes(tmp_path, HOME), write_workers(tmp_path, SOMEBODY)
    bring(db, *both)
    remove_workplace(db, workplaces(db)[0].id)
    bring(db, *both)
    assert counts(db)[1:] == [1, 1, 1, 0]


def test_rows_refused_before_come_in_once_their_workplace_is_held(db: Database, tmp_path: Path) -> None:
    workers = write_workers(tmp_path, SOMEBODY, worker("Bo", LOCALESTID="Oak"))
    bring(db, homes(tmp_path, HOME), workers)
    bring(
        db,
        homes(tmp_path, {**HOME, "LOCALESTID": "Oak", "ESTNAME": "Oak", "POSTCODE": "NG9 1AA"}, name="o.csv"),
    )
    assert bring(db, workers).workers == 2


def test_the_same_file_with_another_choice_comes_in_again(db: Database, tmp_path: Path) -> None:
    both = (
        homes(tmp_path, {**HOME, "STATUS": "UNCHECKED"}),
        write_workers(tmp_path, worker("Bo", STATUS="UNCHECKED")),
    )
    bring(db, *both)
    bring(db, *both, choices=Choices(confirmed=True))
    assert db.rows("select updated from worker_record union all select updated from workplace_return") == [
        (1,),
        (1,),
    ]


def test_what_a_later_file_calls_a_workplace_stays(db: Database, tmp_path: Path) -> None:
    of = add_provider(db, name="Example Care Ltd")
    add_service(
        db, of.id, name="Old", kind=ServiceKind.NURSING_HOME, cqc_location_id="1-111", postcode="NG1 1AA"
    )
    bring(db, homes(tmp_path, HOME))
    before = workplaces(db)
    old = homes(
        tmp_path,
        {**HOME, "ESTNAME": "Old Name Ltd", "LOCATIONID": "1-111", "TOTALPERMTEMP": "4"},
        name="old.csv",
    )
    found = checked(db, old, on=DAY.replace(month=4))
    assert any("“old.csv” is older than what is held of 1 workplace" in note for note in found.notes)
    take_in(db, found, now=NOW)
    assert workplaces(db) == before
    assert db.rows("select total_staff from workplace_return order by as_at") == [(4,), (2,)]
    with pytest.raises(Problem, match="brought all this before"):
        bring(db, old, on=DAY.replace(month=4))


def test_the_last_of_several_days_says_what_a_workplace_is_called(db: Database, tmp_path: Path) -> None:
    bring(db, homes(tmp_path, HOME))
    read = [
        read_file(homes(tmp_path, {**HOME, "ESTNAME": name}, name=f"{name}.csv"), today=TODAY, as_at=day)
        for day, name in ((date(2019, 10, 30), "Elm Court"), (date(2019, 11, 30), "Elm Lodge"))
    ]
    take_in(db, check(db, read), now=NOW)
    assert [one.name for one in workplaces(db)] == ["Elm Lodge"]


def test_a_preview_that_is_out_of_date_is_refused(db: Database, tmp_path: Path) -> None:
    found = checked(db, homes(tmp_path, HOME))
    add_provider(db, name="Meanwhile Ltd")
    with pytest.raises(ChangedSince, match="Look at the preview again"):
        take_in(db, found, now=NOW)
    assert counts(db) == [0, 0, 0, 0, 0]


def test_what_is_taken_in_has_a_name(db: Database, tmp_path: Path) -> None:
    found = checked(db, homes(tmp_path, HOME))
    assert name_of(found) == "Took in 1 workplace of ASC-WDS, 30 September 2019"
    bring(db, tmp_path / "workplaces.csv")
    assert what_words(checked(db, tmp_path / "workplaces.csv")) == ""


def test_many_workers_are_taken_in_and_counted(db: Database, tmp_path: Path) -> None:
    """More than are inserted at once."""
    names = [worker(f"W{number}") for number in range(21_000)]
    taken = bring(db, homes(tmp_path, {**HOME, "TOTALPERMTEMP": "21000"}), write_workers(tmp_path, *names))
    assert (taken.workers, counts(db)[3]) == (21_000, 21_000)


def test_how_far_it_is_is_told_and_what_is_stopped_leaves_nothing(db: Database, tmp_path: Path) -> None:
    names = [worker(f"W{number}") for number in range(4_500)]
    found = checked(db, homes(tmp_path, {**HOME, "TOTALPERMTEMP": "4500"}), write_workers(tmp_path, *names))
    before, told = list(history.logical_dump(db)), list[int]()

    def stop(done: int, total: int | None) -> None:
        told.append(done)
        assert total == 4_501
        if done >= 2_000:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        take_in(db, found, now=NOW, progress=stop)
    assert list(history.logical_dump(db)) == before
    assert told == [0, 2_000]
    told.clear()
    take_in(db, found, now=NOW, progress=lambda done, _total: told.append(done))
    assert told == [0, 2_000, 4_000, 4_501]
