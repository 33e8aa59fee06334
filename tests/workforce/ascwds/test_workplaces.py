"""Workplaces as they are kept, tied and untied."""

from pathlib import Path

import pytest

from desktop.capabilities import MERGE_RULES
from engagement.register.duplicates import merge_services
from engagement.register.providers import add_provider
from engagement.register.services import Service, add_service, move_service
from engagement.register.vocabulary import ServiceKind
from resources.database import Database, history
from resources.problem import Problem
from tests.workforce.ascwds.bulk_files import (
    HOME,
    NOW,
    SOMEBODY,
    TRAINED,
    TRAINING_2019,
    bring,
    write,
    write_workers,
)
from tests.workforce.ascwds.bulk_files import write_workplaces as homes
from workforce.ascwds.vocabulary import TiedBy
from workforce.ascwds.workplaces import (
    Workplace,
    is_workplace,
    providers_of,
    remove_workplace,
    tie_workplace,
    untie_workplace,
    workplace,
    workplaces,
)


@pytest.fixture
def elm(db: Database, tmp_path: Path) -> Workplace:
    bring(
        db,
        homes(tmp_path, HOME),
        write_workers(tmp_path, SOMEBODY),
        write(tmp_path / "t.csv", TRAINING_2019, [TRAINED]),
    )
    return workplaces(db)[0]


@pytest.fixture
def service(db: Database) -> Service:
    run_by = add_provider(db, name="Example Care Ltd")
    return add_service(db, run_by.id, name="Elm Lodge", kind=ServiceKind.RESIDENTIAL_HOME)


def test_a_workplace_is_read_by_its_key(db: Database, elm: Workplace) -> None:
    assert workplace(db, elm.id) == elm
    assert (elm.local_id, elm.name, elm.postcode, elm.is_tied) == ("Elm", "Elm Lodge", "NG18 1AA", False)
    assert (is_workplace(db, elm.id), is_workplace(db, "gone")) == (True, False)
    with pytest.raises(LookupError):
        workplace(db, "gone")


def test_it_is_tied_to_a_service_and_so_to_its_provider(
    db: Database, elm: Workplace, service: Service
) -> None:
    tied = tie_workplace(db, elm.id, service_id=service.id)
    assert (tied.service_id, tied.provider_id, tied.tied_by) == (
        service.id,
        service.provider_id,
        TiedBy.PERSON,
    )
    assert providers_of(db) == providers_of(db, [elm.id]) == {elm.id: service.provider_id}
    again = untie_workplace(db, elm.id)
    assert again == elm
    assert providers_of(db, [elm.id]) == {}


def test_it_follows_its_service_to_another_provider(db: Database, elm: Workplace, service: Service) -> None:
    tie_workplace(db, elm.id, service_id=service.id)
    other = add_provider(db, name="Sample Homes Ltd")
    move_service(db, service.id, other.id)
    assert providers_of(db) == {elm.id: other.id}


def test_it_is_tied_to_a_provider_as_its_head_office(db: Database, elm: Workplace, service: Service) -> None:
    tied = tie_workplace(db, elm.id, provider_id=service.provider_id)
    assert (tied.service_id, tied.provider_id, tied.is_tied) == (None, service.provider_id, True)


def test_it_is_one_or_the_other(db: Database, elm: Workplace, service: Service) -> None:
    with pytest.raises(Problem, match="Choose one of the two"):
        tie_workplace(db, elm.id)
    with pytest.raises(Problem, match="Choose one of the two"):
        tie_workplace(db, elm.id, service_id=service.id, provider_id=service.provider_id)
    for gone in ({"service_id": "gone"}, {"provider_id": "gone"}):
        with pytest.raises(LookupError):
            tie_workplace(db, elm.id, **gone)


def test_what_was_taken_in_by_mistake_is_removed_whole_and_comes_back(db: Database, elm: Workplace) -> None:
    before = list(history.logical_dump(db))
    remove_workplace(db, elm.id)
    assert workplaces(db) == []
    assert (
        db.value("select count(*) from worker_record")
        == db.value("select count(*) from worker_training")
        == 0
    )
    history.undo(db)
    assert list(history.logical_dump(db)) == before


def test_it_follows_what_it_was_tied_to_into_a_merger(db: Database, elm: Workplace, service: Service) -> None:
    other = add_service(
        db, service.provider_id, name="Elm Lodge Care Home", kind=ServiceKind.RESIDENTIAL_HOME
    )
    tie_workplace(db, elm.id, service_id=other.id)
    merge_services(db, service.id, other.id, [], rules=MERGE_RULES, now=NOW)
    assert workplace(db, elm.id).service_id == service.id
