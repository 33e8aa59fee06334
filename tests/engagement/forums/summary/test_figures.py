"""Figures from plain facts, worked out by hand."""

from datetime import date

from engagement.forums.reach.standing import ServiceRecord
from engagement.forums.summary.figures import (
    KindLine,
    changed,
    coverages,
    people_by_span,
    period_figures,
)
from engagement.forums.summary.reading import PeriodEvent, Place
from engagement.forums.vocabulary import Confidentiality, EventKind, EventState
from engagement.register.vocabulary import OrganisationKind
from resources.spans import Span
from resources.statistics import Verdict, share

YEAR = Span(date(2019, 4, 1), date(2020, 3, 31))
CARE, PARTNER = OrganisationKind.CARE_PROVIDER, OrganisationKind.PARTNER
HELD = EventState.HELD


def event(key: str, kind: EventKind, day: date, *, state: EventState = HELD, met: bool = True) -> PeriodEvent:
    return PeriodEvent(key, kind, day, state, Confidentiality.OPEN, met)


def service(key: str, owner: str, kind: str, district: str, **more: object) -> ServiceRecord:
    plain = ServiceRecord(key, key, owner, owner, kind, district, "Here", None, None, None, False)
    return plain._replace(**more)


RECORDS = [
    service("s1", "p1", "nursing_home", "Ashfield"),
    service("s2", "p1", "home_care", "Bassetlaw"),
    service("s3", "p2", "home_care", ""),
    service("s4", "p3", "home_care", "Ashfield", archived_on="2019-12-31"),
    service("s5", "p4", "home_care", "Ashfield", registered_on="2020-04-01"),
    service("s6", "p5", "day_care", "Ashfield", dormant=True),
]
EVENTS = [
    event("e1", EventKind.PROVIDER_FORUM, date(2019, 5, 1)),
    event("e2", EventKind.PROVIDER_FORUM, date(2019, 11, 1)),
    event("e3", EventKind.PROVIDER_FORUM, date(2019, 12, 1), state=EventState.CANCELLED, met=False),
    event("e4", EventKind.TRAINING_SESSION, date(2020, 3, 31), state=EventState.PLANNED),
    event("e5", EventKind.TRAINING_SESSION, date(2020, 3, 31), state=EventState.PLANNED, met=False),
    event("e6", EventKind.INFORMATION_SHARING, date(2019, 6, 1))._replace(
        openness=Confidentiality.CONFIDENTIAL
    ),
]
PLACES = [
    Place("e1", "ada", "p1", "s1", CARE, True, True, False),
    Place("e2", "ada", "p1", "s1", CARE, True, True, False),
    Place("e2", "bo", "p2", None, CARE, True, False, False),  # walked in, for the whole provider
    Place("e2", "cy", "p2", "s3", CARE, False, True, True),
    Place("e2", "pat", "board", None, PARTNER, True, True, False),
    Place("e4", "ed", "p3", "s4", CARE, True, False, False),
]


def test_events_are_counted_by_kind_and_confidential_ones_only_counted() -> None:
    found = period_figures(YEAR, EVENTS, PLACES, RECORDS)
    assert found.kinds == (
        KindLine(EventKind.PROVIDER_FORUM, met=2, cancelled=1, not_held=0, confidential=0, people=4),
        KindLine(EventKind.TRAINING_SESSION, met=1, cancelled=0, not_held=1, confidential=0, people=1),
        KindLine(EventKind.INFORMATION_SHARING, met=1, cancelled=0, not_held=0, confidential=1, people=None),
    )
    assert (found.met, found.cancelled, found.not_held, found.confidential) == (4, 1, 1, 1)


def test_people_are_counted_once_and_attendances_each_time() -> None:
    found = period_figures(YEAR, EVENTS, PLACES, RECORDS)
    assert (found.people, found.attendances) == (4, 5)
    assert found.others[CARE] == (3, 3)
    assert found.others[PARTNER] == (1, 1)


def test_reach_is_of_what_was_in_the_register_on_the_last_day() -> None:
    found = period_figures(YEAR, EVENTS, PLACES, RECORDS)
    assert (found.reached.services, found.reached.providers) == (share(1, 3), share(2, 2))
    assert found.reached.no_shows == share(1, 3)  # the partner's place is no provider's
    assert found.by_kind == {"Nursing home": share(1, 1), "Home care": share(0, 2)}
    assert found.by_district == {
        "Ashfield": share(1, 1), "Bassetlaw": share(0, 1), "District not recorded": share(0, 1),
    }  # fmt: skip


def test_reach_of_some_services_leaves_out_the_people_of_others() -> None:
    found = period_figures(YEAR, EVENTS, PLACES, RECORDS[:2], everywhere=False)
    assert (found.reached.services, found.reached.providers) == (share(1, 2), share(1, 1))
    assert found.reached.no_shows == share(0, 2)


def test_quarter_by_quarter() -> None:
    spans = (Span(date(2019, 4, 1), date(2019, 6, 30)), Span(date(2019, 10, 1), date(2019, 12, 31)))
    assert people_by_span(spans, EVENTS, PLACES) == [(2, 1), (1, 3)]
    first, second = coverages(spans, EVENTS, PLACES, RECORDS)
    assert (first.services, first.providers) == (share(1, 4), share(1, 3))  # s4 was still there in June
    assert (second.services, second.providers) == (share(1, 3), share(2, 2))


def test_the_verdict_on_a_change_looks_at_the_interval_and_the_base() -> None:
    assert changed(share(20, 100), share(60, 100)).verdict is Verdict.IMPROVED
    assert changed(share(20, 100), share(60, 100), higher_is_better=False).verdict is Verdict.WORSENED
    assert changed(share(50, 100), share(55, 100)).verdict is Verdict.NO_CLEAR_CHANGE
    assert changed(share(2, 29), share(60, 100)).verdict is Verdict.BASE_TOO_SMALL


def test_nothing_comes_of_nothing() -> None:
    found = period_figures(YEAR, [], [], [])
    assert (found.met, found.people, found.kinds, found.by_kind) == (0, 0, (), {})
    assert found.reached.services == share(0, 0)
