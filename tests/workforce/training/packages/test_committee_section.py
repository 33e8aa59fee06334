"""Support for services that stand low, in a report to a committee."""

from datetime import date

import pytest

from engagement.register.ratings import record_rating
from engagement.register.vocabulary import Rating
from resources.database import Database
from resources.report.blocks import Paragraph, TableBlock
from resources.report.committee.section import Ask, NothingToTell, Section
from resources.spans import Span
from tests.resources.report.committee.section_rules import keeps_the_rules
from tests.workforce.training.people import a_service
from workforce.training.packages.committee_section import packages_choices, packages_section, tells_nobody
from workforce.training.packages.offers import NAMED_EXEMPT, offer_package, set_offer_status
from workforce.training.packages.packages import add_package
from workforce.training.packages.sessions import add_package_session
from workforce.training.vocabulary import OfferStatus

TODAY, SPAN = date(2020, 7, 15), Span(date(2020, 4, 1), date(2020, 6, 30))
RATED, OFFERED, LATER = date(2020, 4, 20), date(2020, 5, 4), date(2020, 6, 1)
MOVING = "Moving and Handling"


def county(db: Database, low: int, offered: int, *, good: int = 4) -> list[str]:
    """So many services that stood low from April, so many of which were offered a package in May."""
    keys = []
    for number in range(low + good):
        made = a_service(db, f"Dapplehollow {number}")
        rating = Rating.REQUIRES_IMPROVEMENT if 0 < number < low else Rating.INADEQUATE
        record_rating(db, made.id, rating if number < low else Rating.GOOD, RATED, today=TODAY)
        keys.append(made.id)
    for key in keys[:offered]:
        offer_package(db, key, MOVING, today=TODAY, offered_on=OFFERED)
    return keys


def made(db: Database, **options: str) -> Section:
    return packages_section(
        Ask(db=db, vault=None, span=SPAN, since=date(2020, 3, 31), today=TODAY, options=options)
    )


def told(section: Section) -> dict[str, Paragraph]:
    return {one.key: one for one in section.blocks if isinstance(one, Paragraph)}


def test_a_package_is_called_what_somebody_typed_with_braces_too(db: Database) -> None:
    keys = county(db, 12, 5)
    add_package(db, "Lifting {pilot}")
    offer_package(db, keys[0], "Lifting {pilot}", today=TODAY, offered_on=OFFERED)
    said = told(made(db))
    assert "Lifting {pilot}" in said["available"].text
    assert "Lifting {pilot} (1)" in said["offered"].text


def test_how_many_stand_low_with_share_base_and_change(db: Database) -> None:
    county(db, 12, 3, good=28)
    section = made(db)
    assert keeps_the_rules(section)
    standing = told(section)["standing"]
    assert standing.text == (
        "On 30 June 2020, 12 of the 40 services with a rating (30%) stood Inadequate or Requires improvement: 1 "
        "Inadequate and 11 Requires improvement. That is 12 more than on 31 March 2020, when there were none. Of "
        "them, 12 were rated so after 31 March 2020, from a better rating or for the first time."
    )
    share = standing.figures[2]
    assert (share.name, share.words, share.value, share.base, share.rows) == (
        "now.share",
        "30%",
        30.0,
        40,
        "low",
    )
    low = section.rows["low"]()
    assert low.exempt is None and [one.name for one in low.columns] == [
        "service", "rating", "rated_on", "change", "district", "kind",
    ]  # fmt: skip


def test_what_was_offered_and_came_of_it_in_the_period(db: Database) -> None:
    keys = county(db, 12, 3)
    again = offer_package(db, keys[4], "Medicines Management", today=TODAY, offered_on=OFFERED)
    add_package_session(db, again.id, LATER, people=13, today=TODAY)
    set_offer_status(db, again.id, OfferStatus.COMPLETED, on=LATER, today=TODAY)
    after = offer_package(db, keys[5], MOVING, today=TODAY, offered_on=date(2020, 7, 6))
    assert after.offered_on > SPAN.last
    section = made(db)
    assert told(section)["offered"].text == (
        "From 1 April 2020 to 30 June 2020, 4 offers of a package were made to 4 services. They were for Medicines "
        "Management (1) and Moving and Handling (3). In the same time 1 was accepted and 1 completed. Of the 12 "
        "that stood low on 30 June 2020, 4 were offered one since that rating."
    )
    assert told(section)["sessions"].text == (
        "From 1 April 2020 to 30 June 2020, 1 session was held at the services, attended about 15 times."
    )
    assert len(section.rows["offers"]().rows) == 4
    assert section.rows["offers"]().exempt == section.rows["worklist"]().exempt == NAMED_EXEMPT


@pytest.mark.parametrize(("low", "offered"), [(9, 2), (12, 12), (12, 8)])
def test_a_number_that_would_tell_which_stands_in_the_exempt_part_alone(
    db: Database, low: int, offered: int
) -> None:
    county(db, low, offered)
    found = told(made(db))
    assert (
        found["offered_exempt"].exempt == NAMED_EXEMPT
        and f"{offered} services" in found["offered_exempt"].text
    )
    public = found["offered_without_numbers"]
    assert public.exempt is None and public.figures == ()


def test_what_can_be_told_of_so_many() -> None:
    assert tells_nobody(0, 10) and tells_nobody(5, 10) and tells_nobody(20, 42)
    assert (
        not tells_nobody(6, 10)
        and not tells_nobody(10, 10)
        and not tells_nobody(2, 9)
        and not tells_nobody(0, 3)
    )


def test_the_names_stand_in_the_exempt_part_or_nowhere(db: Database) -> None:
    county(db, 12, 3)
    (table,) = (one for one in made(db).blocks if isinstance(one, TableBlock))
    assert table.exempt == table.table.exempt == NAMED_EXEMPT and len(table.table.rows) == 12
    assert not any(isinstance(one, TableBlock) for one in made(db, names="none").blocks)
    public = [one for one in made(db).blocks if one.exempt is None]
    assert "Dapplehollow" not in repr(public)
    (choice,) = packages_choices(Ask(db=db, vault=None, span=SPAN, since=SPAN.first, today=TODAY))
    assert list(choice.values) == ["exempt", "none"]


def test_how_ratings_moved_is_told_of_enough_services(db: Database) -> None:
    keys = county(db, 20, 12)
    section = made(db)
    assert "outcomes" not in told(section)
    for at, key in enumerate(keys[:12]):
        (offer,) = db.row("select id from package_offer where service_id = ?", (key,)) or ("",)
        set_offer_status(db, offer, OfferStatus.ACCEPTED, on=date(2020, 5, 10), today=TODAY)
        set_offer_status(db, offer, OfferStatus.COMPLETED, on=date(2020, 5, 20), today=TODAY)
        rating = Rating.GOOD if at < 10 else Rating.INADEQUATE
        record_rating(db, key, rating, LATER, today=TODAY)
    outcomes = told(made(db))["outcomes"]
    assert outcomes.text.startswith(
        "Of the services that completed a package, 12 were inspected again since. The overall rating of 10 "
        "went up, that of "
        "none stayed the same, and that of 2 went down. This is not proof of cause."
    )
    assert outcomes.figures[1].base == 12


def test_nobody_low_and_nobody_rated(db: Database) -> None:
    with pytest.raises(NothingToTell) as nothing:
        made(db)
    assert "Take CQC’s files in" in nothing.value.sentence
    county(db, 0, 0, good=3)
    section = made(db)
    assert [one.text for one in told(section).values()] == [
        "On 30 June 2020 none of the 3 services of ours with a rating stood Inadequate or Requires improvement."
    ]
