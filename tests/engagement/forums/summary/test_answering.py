from datetime import date

import pytest

from engagement.forums.summary.answering import period_summary
from engagement.register.council import set_council
from engagement.register.vocabulary import OrganisationKind
from resources.database import Database
from resources.problem import FieldProblem
from resources.spans import Span
from resources.statistics import share

FIRST, LAST, TODAY = date(2019, 4, 1), date(2020, 3, 31), date(2022, 1, 1)


def test_a_year_and_the_year_before(year: Database) -> None:
    found = period_summary(year, FIRST, LAST, today=TODAY)
    assert (found.now.met, found.now.cancelled, found.now.not_held, found.now.confidential) == (4, 1, 1, 1)
    assert (found.now.people, found.now.attendances) == (4, 6)
    assert found.now.others[OrganisationKind.CARE_PROVIDER] == (3, 2)
    assert found.now.others[OrganisationKind.PARTNER] == (1, 1)
    assert (found.now.reached.services, found.now.reached.providers) == (share(2, 3), share(2, 3))
    assert found.now.reached.no_shows == share(
        2, 5
    )  # Cy Moss, and Ben Lund at the network; Pat is no provider's
    assert found.before is not None
    assert (found.before.met, found.before.attendances) == (1, 1)
    assert found.before.reached.services == share(1, 3)
    assert [(one.span.short, one.met, one.attendances) for one in found.quarters] == [
        ("Apr to Jun 2019", 1, 3), ("Jul to Sep 2019", 1, 0), ("Oct to Dec 2019", 1, 2), ("Jan to Mar 2020", 1, 1),
    ]  # fmt: skip


def test_reach_is_of_the_councils_own_services_unless_others_are_named(year: Database) -> None:
    set_council(year, "Nottinghamshire County Council")
    assert period_summary(year, FIRST, LAST, today=TODAY).authorities == ("Nottinghamshire",)
    assert period_summary(year, FIRST, LAST, today=TODAY).where == " in Nottinghamshire"
    everywhere = period_summary(year, FIRST, LAST, authorities=(), today=TODAY)
    assert (everywhere.authorities, everywhere.where) == ((), "")
    assert period_summary(
        year, FIRST, LAST, authorities=("Elsewhere",), today=TODAY
    ).now.reached.services == share(0, 0)


def test_a_period_longer_than_a_year_is_compared_with_nothing(year: Database) -> None:
    found = period_summary(year, date(2018, 4, 1), LAST, today=TODAY)
    assert (found.before, found.said_before) == (None, None)
    assert found.now.met == 5


def test_a_period_that_ends_before_it_begins_is_refused(year: Database) -> None:
    with pytest.raises(FieldProblem):
        period_summary(year, LAST, FIRST, today=TODAY)


def test_a_period_that_is_not_over_ends_today_and_so_does_the_year_before(year: Database) -> None:
    found = period_summary(year, FIRST, LAST, today=date(2019, 6, 5))
    assert found.is_so_far and found.now.span == Span(FIRST, date(2019, 6, 5))
    assert found.before is not None and found.before.span == Span(date(2018, 4, 1), date(2018, 6, 5))
    assert not period_summary(year, FIRST, LAST, today=LAST).is_so_far


def test_people_checked_in_before_its_day_do_not_make_an_event_held(year: Database) -> None:
    found = period_summary(year, FIRST, LAST, today=date(2019, 10, 7))  # the autumn forum has a full log
    assert (found.now.met, found.now.attendances, found.now.not_held) == (2, 3, 0)
    on_the_day = period_summary(year, FIRST, LAST, today=date(2019, 10, 8))
    assert (on_the_day.now.met, on_the_day.now.attendances) == (3, 5)


def test_a_period_wholly_to_come_is_refused(year: Database) -> None:
    with pytest.raises(FieldProblem, match="nothing can be told of it yet"):
        period_summary(year, FIRST, LAST, today=date(2019, 3, 31))
