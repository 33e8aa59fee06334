"""Who stands low, what was done about it since, and in what order."""

from datetime import date

import pytest

from engagement.register.contracts import set_contract_status
from engagement.register.council import set_council
from engagement.register.ratings import correct_rating, ratings_of, record_rating, remove_rating
from engagement.register.services import archive_service
from engagement.register.vocabulary import ContractStatus, Rating
from resources.database import Database, change, history
from tests.workforce.training.people import a_service
from workforce.training.packages.offers import mark_not_offered, offer, offer_package, set_offer_status
from workforce.training.packages.worklist import (
    NeedsPackage,
    package_names,
    worklist,
    worklist_row,
    worklist_table,
)
from workforce.training.vocabulary import OfferStatus

TODAY, EARLIER, RATED = date(2020, 6, 1), date(2018, 5, 1), date(2020, 3, 2)
MOVING = "Moving and Handling"


@pytest.fixture
def home(db: Database) -> str:
    """Good in 2018, Inadequate since March 2020, under notice."""
    made = a_service(db)
    record_rating(db, made.id, Rating.GOOD, EARLIER, today=TODAY)
    record_rating(db, made.id, Rating.INADEQUATE, RATED, today=TODAY)
    set_contract_status(db, made.id, ContractStatus.IMPROVEMENT_NOTICE, RATED, today=TODAY)
    return made.id


def the_one(db: Database, on: date = TODAY) -> NeedsPackage:
    (found,) = worklist(db, on=on)
    return found


def test_a_service_that_became_inadequate_is_on_the_list(db: Database, home: str) -> None:
    one = the_one(db)
    assert (one.service_id, one.rating, one.rated_on, one.before) == (
        home,
        Rating.INADEQUATE,
        RATED,
        Rating.GOOD,
    )
    assert (one.became, one.change, one.contract) == (True, "Was Good", ContractStatus.IMPROVEMENT_NOTICE)
    assert (one.is_undecided, one.state) == (True, "To decide")
    assert worklist(db, on=date(2020, 3, 1)) == []


@pytest.mark.parametrize("rating", [Rating.GOOD, Rating.OUTSTANDING])
def test_a_service_that_rose_again_leaves_it(db: Database, home: str, rating: Rating) -> None:
    record_rating(db, home, rating, date(2020, 5, 1), today=TODAY)
    assert worklist(db, on=TODAY) == []
    assert [one.service_id for one in worklist(db, on=date(2020, 4, 30))] == [home]


def test_one_that_stays_low_is_to_be_decided_again(db: Database, home: str) -> None:
    made = offer_package(db, home, MOVING, today=TODAY, offered_on=RATED)
    set_offer_status(db, made.id, OfferStatus.DECLINED, on=RATED, today=TODAY, reason="No staff to release")
    assert the_one(db).state == "Declined"
    record_rating(db, home, Rating.INADEQUATE, date(2020, 5, 1), today=TODAY)
    again = the_one(db)
    assert (again.state, again.change, again.became, len(again.earlier)) == (
        "To decide",
        "As before",
        False,
        1,
    )


def test_an_offer_still_open_counts_after_the_next_rating(db: Database, home: str) -> None:
    offer_package(db, home, MOVING, today=TODAY, offered_on=RATED)
    record_rating(db, home, Rating.REQUIRES_IMPROVEMENT, date(2020, 5, 1), today=TODAY)
    assert (the_one(db).state, the_one(db).change) == ("Offered", "Was Inadequate")


def test_the_furthest_of_several_offers_is_its_state(db: Database, home: str) -> None:
    mark_not_offered(db, home, "Medicines Management", reason="They have a pharmacist", today=TODAY)
    assert the_one(db).state == "Not offered"
    made = offer_package(db, home, MOVING, today=TODAY)
    set_offer_status(db, made.id, OfferStatus.ACCEPTED, on=TODAY, today=TODAY)
    one = the_one(db)
    assert one.state == "Accepted"
    row = worklist_row(one, package_names(db))
    assert row[5] == "Medicines Management (not offered) and Moving and Handling (accepted)"


def test_what_is_to_decide_comes_first_and_then_the_worst_and_newest(db: Database, home: str) -> None:
    offer_package(db, home, MOVING, today=TODAY)
    for name, rating, day in (
        ("The Limes", Rating.REQUIRES_IMPROVEMENT, date(2020, 1, 10)),
        ("Elm Court", Rating.REQUIRES_IMPROVEMENT, date(2020, 2, 10)),
        ("Oak Lodge", Rating.INADEQUATE, date(2019, 2, 10)),
        ("Good Home", Rating.GOOD, date(2020, 2, 10)),
    ):
        record_rating(db, a_service(db, name).id, rating, day, today=TODAY)
    assert [one.service for one in worklist(db, on=TODAY)] == [
        "Oak Lodge", "Elm Court", "The Limes", "Rosewood House",
    ]  # fmt: skip
    table = worklist_table(db, on=TODAY)
    assert table.base == "4 services: 2 Inadequate and 2 Requires improvement; 3 to decide"
    assert len(table.rows) == 4


def test_a_first_rating_has_none_before_and_archived_services_are_left_out(db: Database) -> None:
    made = a_service(db)
    record_rating(db, made.id, Rating.INADEQUATE, RATED, today=TODAY)
    assert the_one(db).change == "First rating"
    archive_service(db, made.id, today=TODAY)
    assert worklist(db, on=TODAY) == []
    assert worklist_table(db, on=TODAY).base == "No service"


def test_a_service_of_no_known_authority_is_on_the_list_and_one_of_another_council_is_not(
    db: Database,
) -> None:
    for name, authority in (("Ours", "Nottinghamshire"), ("Theirs", "Leeds"), ("Typed", "")):
        made = a_service(db, name)
        record_rating(db, made.id, Rating.INADEQUATE, RATED, today=TODAY)
        with change(db, "Placed it"):
            db.update_row("service", made.id, {"authority": authority})
    set_council(db, "Nottinghamshire")
    assert [one.service for one in worklist(db, on=TODAY)] == ["Ours", "Typed"]


def test_a_rating_that_is_put_right_or_taken_away_is_followed(db: Database, home: str) -> None:
    made = offer_package(db, home, MOVING, today=TODAY, offered_on=date(2020, 3, 9))
    (last,) = [one for one in ratings_of(db, home) if one.published_on == RATED]
    correct_rating(db, last.id, rating=Rating.REQUIRES_IMPROVEMENT, today=TODAY)
    assert (the_one(db).rating, the_one(db).state, the_one(db).before) == (
        Rating.REQUIRES_IMPROVEMENT, "Offered", Rating.GOOD,
    )  # fmt: skip
    assert the_one(db).offers[0].rating is Rating.INADEQUATE  # what was known when it was offered
    history.undo(db)
    assert the_one(db).rating is Rating.INADEQUATE
    correct_rating(db, last.id, rating=Rating.GOOD, today=TODAY)
    assert worklist(db, on=TODAY) == []
    history.undo(db)
    remove_rating(db, last.id)
    assert worklist(db, on=TODAY) == [] and offer(db, made.id).status is OfferStatus.OFFERED


def test_the_list_names_services_and_is_not_for_publication(db: Database, home: str) -> None:
    assert worklist_table(db, on=TODAY).exempt is not None
