"""Bands, lists and providers, from figures made by hand."""

from datetime import date

import pytest

from engagement.forums.reach.figures import (
    Band,
    band_of,
    band_words,
    is_lapsed,
    is_new_face,
    providers_of,
    reach_of,
)
from engagement.forums.reach.reading import NOTHING, History
from engagement.forums.reach.standing import Why
from engagement.register.vocabulary import Rating
from tests.engagement.forums.reach.made_services import (
    LATELY,
    LONG_AGO,
    QUESTION,
    came,
    four_bands,
    service,
)

SINCE = QUESTION.seen_since


@pytest.mark.parametrize(
    ("history", "asked_next", "band"),
    [
        (came(SINCE), False, Band.SEEN),
        (came(LONG_AGO, SINCE.replace(day=9)), False, Band.SEEN_BEFORE),
        (History(was_invited=True), False, Band.INVITED_ONLY),
        (NOTHING, True, Band.INVITED_ONLY),
        (NOTHING, False, Band.NEVER_INVITED),
    ],
)
def test_the_band(history: History, asked_next: bool, band: Band) -> None:
    assert band_of(history, SINCE, asked_next=asked_next) is band


def test_every_service_is_in_one_band() -> None:
    found = four_bands()
    assert {band: [one.id for one in those] for band, those in found.by_band.items()} == {
        Band.SEEN: ["Ada"], Band.SEEN_BEFORE: ["Ben"], Band.INVITED_ONLY: ["Cy"], Band.NEVER_INVITED: ["Dot"],
    }  # fmt: skip
    assert (found.seen.count, found.seen.base) == (1, 4)
    assert (found.no_shows.count, found.no_shows.base) == (1, 4)
    assert [one.rating for one in found.services] == [Rating.GOOD, Rating.INADEQUATE, Rating.NOT_RATED, None]


def test_the_lists() -> None:
    found = four_bands()
    assert [one.id for one in found.not_seen] == ["Ben"]
    assert [one.id for one in found.never] == ["Dot", "Cy"]
    assert [one.id for one in found.new_faces] == ["Ada"]
    assert found.lapsed == ()
    assert band_words(Band.SEEN, 18) == "Came in 18 months"


def test_the_longest_unseen_comes_first() -> None:
    histories = {"Ada": came(LONG_AGO), "Ben": came(LONG_AGO.replace(year=2015)), "Cy": came(LATELY)}
    found = reach_of(QUESTION, [service(key) for key in histories], {}, histories, {})
    assert [one.id for one in found.not_seen] == ["Ben", "Ada"]


def test_new_faces_and_lapsed() -> None:
    assert is_new_face(came(QUESTION.span.first), QUESTION)
    assert not is_new_face(came(date(2018, 12, 9), LATELY), QUESTION)
    assert is_lapsed(came(LONG_AGO, came_year_before=1))
    assert not is_lapsed(came(LONG_AGO, LATELY, came_year_before=1, came=1))


def test_who_is_left_out_is_counted_with_the_reason() -> None:
    records = [service("Ada"), service("Ben", archived_on="2019-01-01"), service("Cy", dormant=True)]
    found = reach_of(QUESTION, records, {}, {}, {})
    assert [one.id for one in found.services] == ["Ada"]
    assert dict(found.left_out) == {Why.ARCHIVED: 1, Why.DORMANT: 1}


def test_a_provider_counts_what_its_people_came_to_for_the_whole_of_it() -> None:
    records = [service("Ada", provider="Both Ltd"), service("Ben", provider="Both Ltd"), service("Cy")]
    found = reach_of(QUESTION, records, {}, {"Ada": came(LATELY)}, {})
    lines = providers_of(found, [("new", "Åsa Care")], {"Cy Ltd": came(LATELY)}, {"new": date(2020, 1, 7)})
    assert [(one.name, one.services, one.seen, one.band) for one in lines] == [
        ("Both Ltd", 2, 1, Band.NEVER_INVITED),
        ("Cy Ltd", 1, 0, Band.SEEN),
        ("Åsa Care", 0, 0, Band.INVITED_ONLY),
    ]
