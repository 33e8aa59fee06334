"""How workplaces stand as file follows file."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from engagement.register.providers import add_provider
from engagement.register.services import Service, add_service
from engagement.register.vocabulary import ServiceKind
from resources.database import Database
from tests.workforce.ascwds.bulk_files import HOME, bring, worker, write_workers
from tests.workforce.ascwds.bulk_files import write_workplaces as homes
from workforce.ascwds.completeness import NO_RECORD, NOT_LOOKED_AT
from workforce.ascwds.standings import (
    completeness,
    service_standings,
    standings,
    workplace_standing,
)
from workforce.ascwds.workplaces import tie_workplace, workplaces

TODAY = date(2021, 6, 1)
JUNE, SEPTEMBER, DECEMBER = date(2019, 6, 30), date(2019, 9, 30), date(2019, 12, 31)
NEXT_YEAR = date(2020, 4, 1)
TWO = (worker("Ada"), worker("Bo"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def upload(db: Database, folder: Path, on: date, *people: Mapping[str, str], **home: str) -> None:
    name = f"{on.isoformat()}.csv"
    paths = [homes(folder, {**HOME, **home}, name=f"homes {name}")]
    paths += [write_workers(folder, *people, name=f"workers {name}")] if people else []
    bring(db, *paths, on=on, today=TODAY)


def only(db: Database) -> str:
    return workplaces(db)[0].id


def test_a_workplace_stands_as_files_said_until_the_day(db: Database, folder: Path) -> None:
    upload(db, folder, SEPTEMBER, *TWO)
    key = only(db)
    assert completeness(db, key, on=SEPTEMBER).met
    before = workplace_standing(db, key, on=date(2019, 9, 29))
    assert (before.now.missing_workplace, before.now.workers, before.eligible) == ((NO_RECORD,), 0, False)
    assert workplace_standing(db, key, on=DECEMBER).met_on == SEPTEMBER
    with pytest.raises(LookupError):
        workplace_standing(db, "gone", on=DECEMBER)


def test_what_was_met_once_holds_to_31_march(db: Database, folder: Path) -> None:
    upload(db, folder, JUNE, *TWO)
    upload(db, folder, SEPTEMBER, *TWO, STARTERS="", TOTALPERMTEMP="9")
    key = only(db)
    found = workplace_standing(db, key, on=date(2020, 3, 31))
    assert (found.now.codes, found.met_on, found.eligible) == ((1, 10, 11), JUNE, True)
    assert not workplace_standing(db, key, on=NEXT_YEAR).eligible
    days = (date(2019, 6, 29), JUNE, date(2020, 3, 31))
    assert [workplace_standing(db, key, on=day).eligible for day in days] == [False, True, True]


def test_on_1_april_everything_is_to_be_looked_at_again(db: Database, folder: Path) -> None:
    upload(db, folder, SEPTEMBER, *TWO)
    found = completeness(db, only(db), on=NEXT_YEAR)
    assert (found.codes, found.missing_workplace, found.share) == ((1, 11, 101), (NOT_LOOKED_AT,), 0)
    assert [one.missing for one in found.incomplete] == [(NOT_LOOKED_AT,)] * 2


def test_nochange_was_looked_at_and_unchecked_was_not(db: Database, folder: Path) -> None:
    upload(db, folder, SEPTEMBER, *TWO)
    again = [worker("Ada", STATUS="NOCHANGE"), worker("Bo", STATUS="UNCHECKED")]
    upload(db, folder, date(2020, 5, 1), *again, STATUS="NOCHANGE")
    found = completeness(db, only(db), on=date(2020, 5, 1))
    assert (found.codes, found.share, found.missing_workplace) == ((1, 101), Fraction(1, 2), ())


def test_unchecked_counts_where_it_was_looked_at_earlier_in_the_year(db: Database, folder: Path) -> None:
    upload(db, folder, JUNE, *TWO)
    upload(
        db,
        folder,
        SEPTEMBER,
        *(worker(name, STATUS="UNCHECKED") for name in ("Ada", "Bo")),
        STATUS="UNCHECKED",
    )
    assert completeness(db, only(db), on=SEPTEMBER).met


def test_bare_rows_keep_what_was_said_before(db: Database, folder: Path) -> None:
    upload(db, folder, JUNE, *TWO)
    bare = [{"LOCALESTID": "Elm", "UNIQUEWORKERID": name, "STATUS": "NOCHANGE"} for name in ("Ada", "Bo")]
    home = dict.fromkeys(HOME, "") | {"LOCALESTID": "Elm", "STATUS": "NOCHANGE", "ESTNAME": "Elm Lodge"}
    upload(db, folder, date(2020, 6, 30), *bare, **home)
    found = completeness(db, only(db), on=date(2020, 6, 30))
    assert (found.met, found.workers, found.staff, found.updated_on) == (True, 2, 2, date(2020, 6, 30))


def test_who_is_not_in_the_last_file_or_deleted_in_it_works_there_no_more(db: Database, folder: Path) -> None:
    upload(db, folder, JUNE, *TWO, worker("Cy", DAYSSICK=""), TOTALPERMTEMP="3")
    assert completeness(db, only(db), on=JUNE).codes == (1, 101)
    upload(db, folder, SEPTEMBER, worker("Ada"), worker("Bo"), worker("Cy", STATUS="DELETE"))
    assert completeness(db, only(db), on=SEPTEMBER).met
    upload(db, folder, DECEMBER, worker("Ada"), TOTALPERMTEMP="1")
    assert completeness(db, only(db), on=DECEMBER).workers == 1


def test_a_record_that_was_complete_this_year_counts_though_something_went(
    db: Database, folder: Path
) -> None:
    upload(db, folder, JUNE, *TWO)
    upload(db, folder, SEPTEMBER, worker("Ada", CARECERT=""), worker("Bo", CARECERT=""))
    assert completeness(db, only(db), on=SEPTEMBER).share == 1
    upload(db, folder, date(2020, 5, 1), worker("Ada", CARECERT=""), worker("Bo"))
    later = completeness(db, only(db), on=date(2020, 5, 1))
    assert [(one.line, one.missing) for one in later.incomplete] == [(2, ("Care Certificate",))]


def test_a_workplace_that_is_deleted_has_no_record(db: Database, folder: Path) -> None:
    upload(db, folder, JUNE, *TWO)
    upload(db, folder, SEPTEMBER, STATUS="DELETE")
    assert completeness(db, only(db), on=SEPTEMBER).missing_workplace == (NO_RECORD,)


def test_files_of_workers_and_workplaces_may_come_apart(db: Database, folder: Path) -> None:
    upload(db, folder, JUNE)
    assert completeness(db, only(db), on=JUNE).codes == (1, 10, 100)
    bring(db, write_workers(folder, *TWO), on=SEPTEMBER, today=TODAY)
    assert workplace_standing(db, only(db), on=DECEMBER).met_on == SEPTEMBER


@pytest.fixture
def service(db: Database) -> Service:
    run_by = add_provider(db, name="Example Care Ltd")
    return add_service(db, run_by.id, name="Elm Lodge", kind=ServiceKind.RESIDENTIAL_HOME)


def test_all_are_read_at_once_and_by_service_the_one_that_stands_best(
    db: Database, folder: Path, service: Service
) -> None:
    oak = {**HOME, "LOCALESTID": "Oak", "ESTNAME": "Oak", "POSTCODE": "NG9 1AA"}
    bring(db, homes(folder, HOME, oak), write_workers(folder, *TWO), on=SEPTEMBER, today=TODAY)
    elm, other = (next(one.id for one in workplaces(db) if one.local_id == name) for name in ("Elm", "Oak"))
    found = standings(db, on=DECEMBER)
    assert {key: one.eligible for key, one in found.items()} == {elm: True, other: False}
    assert list(standings(db, on=DECEMBER, workplaces=[other])) == [other]
    assert service_standings(db, on=DECEMBER) == {}
    for key in (elm, other):
        tie_workplace(db, key, service_id=service.id)
    assert service_standings(db, on=DECEMBER) == {service.id: found[elm]}
    assert service_standings(db, on=DECEMBER, services=["another"]) == {}


def test_the_real_files_of_2019_stand_as_the_service_would_judge_them(
    db: Database, shared_data: Path
) -> None:
    paths = [
        shared_data / "ascwds" / name for name in ("workplace_2019_layout.csv", "worker_2019_layout.csv")
    ]
    bring(db, *paths, on=SEPTEMBER, today=TODAY)
    found = standings(db, on=DECEMBER)
    told = {one.local_id: (found[one.id].now.codes, found[one.id].now.complete) for one in workplaces(db)}
    assert told == {
        "skills": ((1, 101), 0), "BUDI Training": ((1, 10, 11, 100), 0), "Rachel home": ((), 1),
        "Subsidiary 2": ((1, 101), 1), "Subsidiary 3": ((1, 10, 101), 0), "Support team": ((1, 101), 0),
    }  # fmt: skip
