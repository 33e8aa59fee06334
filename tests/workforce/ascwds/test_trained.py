"""Training that ASC-WDS tells of, as the matrix counts it."""

from datetime import date

import pytest

from resources.database import Database, change, new_key
from tests.workforce.training.people import a_service
from workforce.ascwds.trained import trained
from workforce.training.vocabulary import JobRole

MARCH, JUNE = "2020-03-01", "2020-06-01"


@pytest.fixture
def place(db: Database) -> tuple[str, str]:
    """A workplace with three workers in March; in June one was taken out and one is no longer named."""
    home = a_service(db)
    with change(db, "Took in files"):
        workplace, file = new_key(), new_key()
        db.insert_row("ascwds_file", {"id": file, "kind": "worker", "name": "w.csv", "sha256": "0", "as_at": MARCH,
                                      "rows": 3, "taken_in_at": "2020-03-01T09:00:00+00:00"})  # fmt: skip
        db.insert_row(
            "workplace", {"id": workplace, "local_id": "W1", "name": "Rosewood", "service_id": home.id}
        )
        for key, day, status in (
            ("a", MARCH, "new"), ("b", MARCH, "new"), ("c", MARCH, "new"), ("b", JUNE, "delete"), ("c", JUNE, "update"),
        ):  # fmt: skip
            db.insert_row("worker_record", {"id": new_key(), "workplace_id": workplace, "file_id": file, "as_at": day,
                                            "worker_key": key, "line": 2, "status": status, "updated": 1,
                                            "job_role": {"a": "8", "b": "16"}.get(key, "")})  # fmt: skip
        for key, ends in (("a", "2021-03-01"), ("b", None), ("c", None), ("x", None)):
            db.insert_row("worker_training", {"id": new_key(), "workplace_id": workplace, "file_id": file,
                                              "as_at": MARCH, "worker_key": key, "line": 2, "category": "6",
                                              "completed_on": MARCH, "expires_on": ends})  # fmt: skip
    return home.provider_id, home.id


def test_training_of_those_who_work_there_counts(db: Database, place: tuple[str, str]) -> None:
    told = trained(db, on=date(2020, 5, 31))
    assert told.workers == {place: 3}
    assert [(one.person[-1], one.category, one.expires_on) for one in told.trained] == [
        ("a", "6", date(2021, 3, 1)), ("b", "6", None), ("c", "6", None),
    ]  # fmt: skip
    assert {(one.provider_id, one.service_id) for one in told.trained} == {place}


def test_job_roles_are_told_where_they_are_known(db: Database, place: tuple[str, str]) -> None:
    told = trained(db, on=date(2020, 5, 31))
    assert told.in_role == {(place, JobRole.CARE_WORKER): 1, (place, JobRole.REGISTERED_NURSE): 1}
    assert [one.job_role for one in told.trained] == [JobRole.CARE_WORKER, JobRole.REGISTERED_NURSE, None]


def test_who_has_left_no_longer_counts(db: Database, place: tuple[str, str]) -> None:
    told = trained(db, on=date(2020, 6, 1))
    assert told.workers == {place: 1}
    assert [one.person[-1] for one in told.trained] == ["c"]
    assert trained(db, on=date(2020, 2, 29)).trained == []


def test_a_workplace_of_a_provider_as_a_whole_and_one_tied_to_nobody(
    db: Database, place: tuple[str, str]
) -> None:
    workplace = str(db.value("select id from workplace"))
    with change(db, "Tied it to the provider"):
        db.update_row("workplace", workplace, {"provider_id": place[0], "service_id": None})
    assert trained(db, on=date(2020, 6, 1)).workers == {(place[0], None): 1}
    with change(db, "Untied it"):
        db.update_row("workplace", workplace, {"provider_id": None})
    told = trained(db, on=date(2020, 6, 1))
    assert (list(told.trained), dict(told.workers)) == ([], {})
