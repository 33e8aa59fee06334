"""What is read from the file: histories of services and providers, days, and the index that answers."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from engagement.forums import events
from engagement.forums.at_the_door import door
from engagement.forums.at_the_door.door import WalkIn
from engagement.forums.people import invitations
from engagement.forums.reach.coverage import coverage
from engagement.forums.reach.question import ReachQuestion
from engagement.forums.reach.reading import (
    came_or_invited,
    newly_published,
    next_invited,
    provider_histories,
    providers_without_service,
    published_as_at,
    rows_by_span,
    service_histories,
    service_records,
    services_held,
)
from engagement.forums.vocabulary import EventKind
from engagement.register.ratings import record_rating
from engagement.register.vocabulary import OrganisationKind, Rating
from resources.database import Database, change
from resources.spans import Span
from tests.engagement.forums.held_forum import DAY, Add, Invite, S

QUESTION = ReachQuestion(Span(date(2018, 12, 10), date(2020, 1, 31)))
Held = tuple[str, dict[str, str]]
Home = Callable[..., tuple[str, str]]


def key_of(db: Database, name: str) -> str:
    return str(db.value("select id from service where name = ?", (name,)))


def test_services_and_what_they_did(db: Database, held: Held) -> None:
    found = service_histories(db, QUESTION)
    rosewood, elm, oak, ash = (
        found[key_of(db, name)] for name in ("Rosewood House", "Elm Lodge", "Oakfield Court", "Ash Court")
    )
    assert (rosewood.invited, rosewood.answered, rosewood.came) == (1, 1, 1)  # one event, though two came
    assert (rosewood.places, rosewood.no_shows) == (2, 0)
    assert rosewood.first_came == rosewood.last_came == DAY
    assert rosewood.kinds == (EventKind.PROVIDER_FORUM,)
    assert (elm.invited, elm.answered, elm.came, elm.places) == (1, 1, 0, 0)
    assert (oak.places, oak.no_shows, oak.last_came) == (1, 1, None)
    assert (ash.invited, ash.answered, ash.was_invited) == (1, 0, True)
    assert len(found) == 4


def test_a_walk_in_without_a_service_counts_for_the_provider(db: Database, held: Held) -> None:
    walker = provider_histories(db, QUESTION)[
        str(db.value("select id from provider where name = 'Beech Care'"))
    ]
    assert (walker.invited, walker.came, walker.places, walker.was_invited) == (0, 1, 0, False)
    owner = str(db.value("select provider_id from service where name = 'Rosewood House'"))
    assert provider_histories(db, QUESTION)[owner].places == 2
    assert ("Beech Care" in [name for _, name in providers_without_service(db, QUESTION)]) is True
    somewhere = ReachQuestion(QUESTION.span, authorities=("Nottinghamshire",))
    assert providers_without_service(db, somewhere) == []


def test_what_was_before_the_span_is_only_remembered(db: Database, held: Held) -> None:
    later = ReachQuestion(Span(date(2019, 12, 11), date(2020, 12, 10)))
    rosewood = service_histories(db, later)[key_of(db, "Rosewood House")]
    assert (rosewood.invited, rosewood.came, rosewood.kinds) == (0, 0, ())
    assert (rosewood.came_year_before, rosewood.last_came, rosewood.was_invited) == (1, DAY, True)
    long_after = ReachQuestion(Span(date(2020, 12, 11), date(2021, 12, 10)))
    assert service_histories(db, long_after)[key_of(db, "Rosewood House")].came_year_before == 0
    assert service_histories(db, ReachQuestion(Span(date(2018, 1, 1), date(2019, 12, 9)))) == {}


def test_cancelled_events_and_other_kinds_do_not_count(db: Database, held: Held) -> None:
    training = ReachQuestion(QUESTION.span, kinds=(EventKind.TRAINING_SESSION,))
    assert service_histories(db, training) == {}
    assert service_histories(db, ReachQuestion(QUESTION.span, kinds=(EventKind.PROVIDER_FORUM,)))
    with change(db, "Cancelled as an older program let it be"):
        db.update_row("event", held[0], {"state": "cancelled"})
    assert service_histories(db, QUESTION) == provider_histories(db, QUESTION) == {}
    assert rows_by_span(db, [QUESTION.span]) == []


@pytest.mark.parametrize(("day", "seen"), [(date(2019, 6, 30), True), (date(2019, 6, 29), False)])
def test_a_day_is_londons(
    db: Database, home: Home, person: Add, forum: Add, invited: Invite, day: date, seen: bool
) -> None:
    starts = datetime(2019, 6, 29, 23, 30, tzinfo=UTC)  # half past midnight in London
    home("Elm Lodge")
    event = forum(starts=starts)
    (who,) = invited(event, [person("Cy Moss", "Elm Lodge")])
    door.check_in(db, event, who, now=starts, device="Laptop 1", nonce="n")
    found = service_histories(db, ReachQuestion(Span(date(2019, 1, 1), day)))
    assert bool(found) is seen
    if seen:
        assert found[key_of(db, "Elm Lodge")].last_came == day


def test_what_they_are_invited_to_next(
    db: Database, home: Home, person: Add, forum: Add, invited: Invite
) -> None:
    service, provider = home("Elm Lodge")
    first = forum()
    later = forum("Later", starts=datetime(2020, 3, 10, 10, tzinfo=UTC))
    who = person("Cy Moss", "Elm Lodge")
    for event in (later, first):
        invited(event, [who])
    before = ReachQuestion(Span(date(2019, 1, 1), date(2019, 11, 25)))
    assert next_invited(db, before, "service_id") == {service: date(2019, 12, 10)}
    assert next_invited(db, before, "provider_id") == {provider: date(2019, 12, 10)}
    unasked = ReachQuestion(Span(date(2019, 1, 1), date(2019, 11, 19)))  # the day before they were invited
    assert next_invited(db, unasked, "service_id") == {}
    events.cancel_event(db, first)
    assert next_invited(db, before, "service_id") == {service: date(2020, 3, 10)}
    invitations.withdraw(
        db, [str(db.value("select id from participant where event_id = ?", (later,)))], now=datetime.now(UTC)
    )
    assert next_invited(db, before, "service_id") == {}


def test_only_care_providers_are_read(db: Database, home: Home) -> None:
    service, _ = home("Elm Lodge")
    _, partner = home("Council House")
    with change(db, "Made it a partner"):
        db.update_row("provider", partner, {"organisation": OrganisationKind.PARTNER.value})
    assert [one.id for one in service_records(db, QUESTION)] == [service]
    assert service_records(db, ReachQuestion(QUESTION.span, authorities=("Derbyshire",))) == []
    assert services_held(db)


def test_the_earlier_archiving_counts(db: Database, home: Home) -> None:
    service, owner = home("Elm Lodge")
    with change(db, "Put away"):
        db.update_row("service", service, {"archived_on": "2019-03-01"})
        db.update_row("provider", owner, {"archived_on": "2019-02-01"})
    (record,) = service_records(db, QUESTION)
    assert record.archived_on == "2019-02-01"
    with change(db, "Taken out"):
        db.update_row("provider", owner, {"archived_on": None})
    assert service_records(db, QUESTION)[0].archived_on == "2019-03-01"
    assert providers_without_service(db, QUESTION) == []


def test_ratings_as_at_a_day_and_new_ones(db: Database, home: Home) -> None:
    service, _ = home("Elm Lodge")
    for day, rating, inherited in (
        (date(2018, 1, 1), Rating.GOOD, False), (date(2019, 1, 1), Rating.INADEQUATE, False),
        (date(2019, 6, 1), Rating.OUTSTANDING, True), (date(2019, 7, 1), Rating.NOT_RATED, False),
    ):  # fmt: skip
        record_rating(db, service, rating, day, today=date(2020, 1, 1), inherited=inherited)
    assert published_as_at(db, date(2018, 12, 31)) == {service: Rating.GOOD}
    assert published_as_at(db, date(2019, 7, 1)) == {service: Rating.NOT_RATED}
    assert newly_published(db, Span(date(2019, 1, 1), date(2019, 12, 31))) == {service: Rating.INADEQUATE}
    assert newly_published(db, Span(date(2019, 1, 2), date(2019, 12, 31))) == {}


def test_by_span_everybody_counts_once(db: Database, held: Held) -> None:
    spans = [Span(date(2019, 10, 1), date(2019, 12, 9)), Span(DAY, date(2019, 12, 31))]
    rows = {(row.span, row.service_id): row for row in rows_by_span(db, spans)}
    assert {span for span, _ in rows} == {1}
    assert rows[1, key_of(db, "Rosewood House")][3:] == (1, 2, 0)
    assert rows[1, key_of(db, "Oakfield Court")][3:] == (0, 1, 1)
    assert rows[1, None].came
    came, invited = came_or_invited(db, spans[1])
    assert came[key_of(db, "Rosewood House")] and not came[key_of(db, "Elm Lodge")]
    assert all(invited.values())


def test_an_undone_walk_in_leaves_nothing(db: Database, held: Held) -> None:
    event = held[0]
    door.reopen_event(db, event)
    service = key_of(db, "Ash Court")
    owner = str(db.value("select provider_id from service where id = ?", (service,)))
    now = datetime(2019, 12, 10, 10, 30, tzinfo=UTC)
    walker = WalkIn("Fay Zed", provider_id=owner, service_id=service)
    door.walk_in(db, event, walker, now=now, device="Laptop 1", nonce="w2")
    assert service_histories(db, QUESTION)[service].came == 1
    door.undo_last(db, event, now=now + timedelta(minutes=1), device="Laptop 1", nonce="u2")
    assert service_histories(db, QUESTION)[service].came == 0
    assert S.CANCELLED.value in [row[0] for row in db.rows("select status from participant")]


@pytest.mark.parametrize("read", [service_histories, provider_histories])
def test_the_participants_are_counted_along_an_index_alone(
    db: Database, monkeypatch: pytest.MonkeyPatch, read: Callable[[Database, ReachQuestion], object]
) -> None:
    said: list[tuple[str, dict[str, str]]] = []
    rows = db.rows
    monkeypatch.setattr(db, "rows", lambda sql, values=(): said.append((sql, values)) or rows(sql, values))
    read(db, QUESTION)
    plan = " ".join(str(row[3]) for row in rows(f"explain query plan {said[0][0]}", said[0][1]))
    whose = "service" if read is service_histories else "provider"
    assert f"participant USING COVERING INDEX participant_of_{whose}" in plan
    assert "FOR GROUP BY" not in plan  # the index has them in order


def test_what_is_published_counts_nobody_at_a_confidential_meeting_and_the_lists_do(
    db: Database, held: Held
) -> None:
    def counted() -> tuple[int, int, int]:
        came, _ = came_or_invited(db, span)
        reached = service_histories(db, QUESTION).values()
        return len(rows_by_span(db, [span])), sum(came.values()), sum(one.came for one in reached)

    span = Span(DAY, date(2019, 12, 31))
    rows, came, listed = counted()
    assert rows and came and listed
    with change(db, "Closed"):
        db.update_row("event", held[0], {"confidentiality": "names_withheld"})
    assert counted() == (rows, came, listed)
    with change(db, "Confidential"):
        db.update_row("event", held[0], {"confidentiality": "confidential"})
    assert counted() == (0, 0, listed)
    with change(db, "Of a kind that is confidential"):
        db.update_row("event", held[0], {"confidentiality": None, "kind": "information_sharing"})
    assert counted() == (0, 0, listed)
    assert coverage(db, [span])[0].no_shows.base == 0
