from datetime import date

from engagement.register.contracts import set_contract_status
from engagement.register.ratings import record_rating
from engagement.register.services import add_service, archive_service
from engagement.register.vocabulary import ContractStatus, Rating, ServiceKind
from resources.database import Database
from tests.workforce.funding.unclaimed.eligible import TODAY, claimed, county
from workforce.funding.unclaimed.service_facts import (
    Claimed,
    claimed_by_provider,
    provider_of,
    register_facts,
    training_held,
)
from workforce.training.records import add_record


def test_the_register_as_at_a_day(db: Database) -> None:
    held = county(db)
    set_contract_status(db, held.rosewood_house, ContractStatus.SUSPENDED, date(2019, 10, 1), today=TODAY)
    record_rating(db, held.rosewood_house, Rating.OUTSTANDING, date(2019, 10, 2), today=TODAY)
    now = register_facts(db, TODAY)[held.rosewood_house]
    before = register_facts(db, date(2019, 9, 30))[held.rosewood_house]
    assert (now["rating"], now["rated_on"], now["contract_status"]) == (
        "outstanding", date(2019, 10, 2), "suspended",
    )  # fmt: skip
    assert (before["rating"], before["contract_status"]) == ("good", "none")
    assert (now["kind"], now["district"], now["registered"]) == ("residential_home", "Ashfield", False)
    assert now["ascwds_completed"] is None  # no file speaks of it


def test_a_service_without_a_rating_is_not_rated(db: Database) -> None:
    held = county(db)
    day_care = add_service(db, held.rosewood, name="Example Day Care", kind=ServiceKind.DAY_CARE).id
    assert register_facts(db, TODAY)[day_care]["rating"] == "not_rated"


def test_a_service_that_is_gone_is_known_where_it_is_asked_for(db: Database) -> None:
    held = county(db)
    archive_service(db, held.rosewood_house, today=TODAY)
    assert held.rosewood_house not in register_facts(db, TODAY)
    assert register_facts(db, TODAY, services=[held.rosewood_house])[held.rosewood_house]["rating"] == "good"


def test_some_are_read_as_all_of_them_are(db: Database) -> None:
    held = county(db)
    add_record(db, held.course_2.id, held.rosewood, date(2019, 6, 1), today=TODAY)
    everything = register_facts(db, TODAY)
    for key in (held.rosewood_house, held.hazel_lodge):
        assert register_facts(db, TODAY, services=[key]) == {key: everything[key]}
    assert everything[held.rosewood_house]["training_held"] == frozenset({held.course_2.name})


def test_training_is_held_from_completion_until_it_runs_out(db: Database) -> None:
    held = county(db)
    add_record(
        db, held.course_2.id, held.rosewood, date(2019, 6, 1), today=TODAY, service_id=held.rosewood_house,
        expires_on=date(2019, 10, 1),
    )  # fmt: skip
    days = (date(2019, 5, 31), date(2019, 6, 1), date(2019, 10, 1), date(2019, 10, 2))
    assert [held.rosewood_house in training_held(db, day) for day in days] == [False, True, True, False]


def test_claims_are_by_provider_in_a_year(db: Database) -> None:
    held = county(db)
    first = claimed(db, held, held.rosewood)
    claimed(db, held, held.rosewood, status="declined")
    claimed(db, held, held.rosewood, year=2018)
    assert claimed_by_provider(db, held.fund.id, TODAY) == {held.rosewood: Claimed(1, 150_000)}
    assert claimed_by_provider(db, held.fund.id, TODAY, but=first.id) == {}
    assert claimed_by_provider(db, held.fund.id, TODAY, year=2018)[held.rosewood].claims == 1
    assert claimed_by_provider(db, held.fund.id, date(2019, 9, 30)) == {}


def test_whose_a_service_is(db: Database) -> None:
    held = county(db)
    assert provider_of(db)[held.hazel_lodge] == held.hazel
    assert provider_of(db, [held.rosewood_house]) == {held.rosewood_house: held.rosewood}
