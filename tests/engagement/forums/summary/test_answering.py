from datetime import date

import pytest

from engagement.forums.summary.answering import period_summary
from engagement.register.council import set_council
from engagement.register.vocabulary import OrganisationKind
from resources.database import Database
from resources.problem import FieldProblem
from resources.statistics import share

FIRST, LAST = date(2019, 4, 1), date(2020, 3, 31)


def test_a_year_and_the_year_before(year: Database) -> None:
    found = period_summary(year, FIRST, LAST)
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
    assert period_summary(year, FIRST, LAST).authorities == ("Nottinghamshire",)
    assert period_summary(year, FIRST, LAST).where == " in Nottinghamshire"
    everywhere = period_summary(year, FIRST, LAST, authorities=())
    assert (everywhere.authorities, everywhere.where) == ((), "")
    assert period_summary(year, FIRST, LAST, authorities=("Elsewhere",)).now.reached.services == share(0, 0)


def test_a_period_longer_than_a_year_is_compared_with_nothing(year: Database) -> None:
    found = period_summary(year, date(2018, 4, 1), LAST)
    assert (found.before, found.said_before) == (None, None)
    assert found.now.met == 5


def test_a_period_that_ends_before_it_begins_is_refused(year: Database) -> None:
    with pytest.raises(FieldProblem):
        period_summary(year, LAST, FIRST)
