"""Grades at the offer and at the next inspection, counted and never called a cause."""

from datetime import date

import pytest

from engagement.register.ratings import record_ratings
from engagement.register.vocabulary import KeyQuestion, Rating
from resources.database import Database
from tests.workforce.training.people import a_service
from workforce.training.packages.before_and_after import (
    NOT_PROOF,
    Moved,
    Published,
    Took,
    before_and_after,
    counts_table,
    moved,
    outcome,
    outcome_counts,
    outcomes_table,
)
from workforce.training.packages.offers import offer_package, set_offer_status
from workforce.training.vocabulary import OfferStatus

TODAY, FIRST, OFFERED, NEXT = date(2021, 6, 1), date(2020, 3, 2), date(2020, 3, 20), date(2020, 12, 1)
OVERALL, SAFE, WELL_LED = KeyQuestion.OVERALL, KeyQuestion.SAFE, KeyQuestion.WELL_LED
LOW = {OVERALL: Rating.INADEQUATE, SAFE: Rating.INADEQUATE, WELL_LED: Rating.REQUIRES_IMPROVEMENT}


@pytest.mark.parametrize(
    ("old", "new", "how"),
    [
        (Rating.INADEQUATE, Rating.GOOD, Moved.UP),
        (Rating.GOOD, Rating.GOOD, Moved.SAME),
        (Rating.OUTSTANDING, Rating.GOOD, Moved.DOWN),
    ],
)
def test_up_is_towards_outstanding(old: Rating, new: Rating, how: Moved) -> None:
    assert moved(old, new) is how


def test_the_next_inspection_is_the_first_overall_grade_after_the_day() -> None:
    history = [
        Published(OVERALL, Rating.INADEQUATE, FIRST), Published(SAFE, Rating.INADEQUATE, FIRST),
        Published(SAFE, Rating.GOOD, date(2020, 7, 1)), Published(OVERALL, Rating.NOT_RATED, date(2020, 8, 1)),
        Published(OVERALL, Rating.GOOD, NEXT), Published(WELL_LED, Rating.GOOD, NEXT),
        Published(OVERALL, Rating.OUTSTANDING, TODAY),
    ]  # fmt: skip
    found = outcome(history, OFFERED)
    assert (found.inspected_on, found.after) == (NEXT, {OVERALL: Rating.GOOD, WELL_LED: Rating.GOOD})
    assert found.moved(OVERALL) is Moved.UP
    assert found.moved(SAFE) is found.moved(WELL_LED) is None


def test_on_the_day_of_the_rating_it_stands_already() -> None:
    found = outcome([Published(OVERALL, Rating.INADEQUATE, OFFERED)], OFFERED)
    assert (found.before, found.inspected_on, found.after) == ({OVERALL: Rating.INADEQUATE}, None, {})


@pytest.fixture
def four(db: Database) -> None:
    """One completed and rose, one accepted and was not looked at again, one declined and fell, one got no offer."""
    keys = {}
    for name in ("Completed Home", "Begun Home", "Declined Home", "Other Home"):
        keys[name] = a_service(db, name).id
        day = NEXT if name == "Other Home" else FIRST
        record_ratings(db, keys[name], LOW | {OVERALL: Rating.REQUIRES_IMPROVEMENT}, day,
                       today=TODAY)  # fmt: skip
    for name, status in (
        ("Completed Home", OfferStatus.ACCEPTED), ("Begun Home", OfferStatus.ACCEPTED),
        ("Declined Home", OfferStatus.DECLINED),
    ):  # fmt: skip
        made = offer_package(db, keys[name], "Leadership and Management", today=TODAY, offered_on=OFFERED)
        set_offer_status(db, made.id, status, on=OFFERED, today=TODAY, reason="No")
        if name == "Completed Home":
            set_offer_status(db, made.id, OfferStatus.COMPLETED, on=date(2020, 9, 1), today=TODAY)
    record_ratings(db, keys["Completed Home"], {OVERALL: Rating.GOOD, SAFE: Rating.GOOD}, NEXT, today=TODAY)
    record_ratings(db, keys["Declined Home"], {OVERALL: Rating.INADEQUATE}, NEXT, today=TODAY)


@pytest.mark.usefixtures("four")
def test_each_service_counts_once_by_the_furthest_that_its_offers_came(db: Database) -> None:
    found = before_and_after(db, on=TODAY)
    assert [(one.service, one.took) for one in found] == [
        ("Completed Home", Took.COMPLETED), ("Begun Home", Took.BEGUN), ("Declined Home", Took.NOT_TAKEN),
        ("Other Home", Took.NOT_OFFERED),
    ]  # fmt: skip
    counts = {(one.took, one.question): one for one in outcome_counts(found)}
    completed = counts[Took.COMPLETED, OVERALL]
    assert (completed.services, completed.compared, completed.moved[Moved.UP]) == (1, 1, 1)
    assert counts[Took.COMPLETED, WELL_LED].compared == 0
    assert counts[Took.BEGUN, OVERALL].compared == 0
    assert counts[Took.NOT_TAKEN, OVERALL].moved[Moved.DOWN] == 1
    assert len(counts) == len(Took) * len(KeyQuestion)


@pytest.mark.usefixtures("four")
def test_the_tables_say_that_they_prove_no_cause(db: Database) -> None:
    counts, each = counts_table(db, on=TODAY), outcomes_table(db, on=TODAY)
    assert NOT_PROOF in counts.notes and NOT_PROOF in each.notes
    assert counts.rows[0] == ("Completed a package", "Overall", 1, 1, 1, 0, 0, 0)
    first = dict(zip((one.name for one in each.columns), each.rows[0], strict=True))
    assert (first["before"], first["after"], first["moved"]) == ("Requires improvement", "Good", "Went up")
    assert (first["packages"], first["safe"], first["well_led"]) == (
        "Leadership and Management (completed)", "Went up", "",
    )  # fmt: skip


@pytest.mark.usefixtures("four")
def test_on_an_earlier_day_only_what_was_known_then_counts(db: Database) -> None:
    assert before_and_after(db, on=date(2020, 3, 19)) == []
    assert [one.outcome.inspected_on for one in before_and_after(db, on=OFFERED)] == [None, None, None]
