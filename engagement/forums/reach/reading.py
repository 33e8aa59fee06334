"""What the figures are made from, read in a few statements: services as recorded, their ratings, what they came to.

What counts is one rule. Lists and the grid say which services they are of: they are for staff, and every event counts.
Figures that name nobody, coverage and ratings before and after, may be published: of a confidential meeting only that
it met may be, so nobody who was there counts in them.

Every statement over the participants runs along `participant_of_service` or `participant_of_provider`, two indexes
that hold all it needs, and never touches their table.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from engagement.forums.names_withheld import CONFIDENTIAL
from engagement.forums.reach.question import ReachQuestion
from engagement.forums.reach.standing import CqcPeriod, ServiceRecord
from engagement.forums.vocabulary import CAME, COUNTED, EventKind
from engagement.register.facts import key_list
from engagement.register.vocabulary import OrganisationKind, Rating
from resources.database import Database
from resources.spans import Span, end_of, start_of
from resources.wording import as_date
from resources.words import sql_text, sql_values

_PROVIDER, _SERVICE = "provider_id", "service_id"
_INVITED = "walk_in = 0 and reply <> 'cancelled'"
_ANSWERED = "walk_in = 0 and reply not in ('invited', 'cancelled')"
_CAME = f"status in ({sql_values(CAME)})"
_PLACE = f"held and walk_in = 0 and reply in ({sql_values(COUNTED)})"
_KINDS = tuple(EventKind)


class History(NamedTuple):
    """What somebody was asked and came to, in events; places and no-shows are people at events that were held.

    `first_came`, `last_came` and `was_invited` are of all events until the day; `came_year_before` of the year before
    the span; the rest of the span.
    """

    invited: int = 0
    answered: int = 0
    came: int = 0
    places: int = 0
    no_shows: int = 0
    first_came: date | None = None
    last_came: date | None = None
    was_invited: bool = False
    came_year_before: int = 0
    kinds: tuple[EventKind, ...] = ()


NOTHING = History()


# --- the register ---------------------------------------------------------------------------------------


def service_records(db: Database, question: ReachQuestion) -> list[ServiceRecord]:
    """Every service of a care provider in the places asked for, also those that will be left out."""
    periods = defaultdict(list)
    for service, *period in db.rows(
        "select service_id, from_on, until_on, kind, dormant from service_period order by from_on"
    ):
        periods[service].append(CqcPeriod(*period))
    where, values = "", [OrganisationKind.CARE_PROVIDER.value]
    if question.authorities:
        where = "and service.authority in (select value from json_each(?))"
        values.append(key_list(question.authorities))
    rows = db.rows(
        f"""select service.id, service.name, provider.id, provider.name, service.kind, service.district,
            service.authority, service.cqc_location_id, service.registered_on,
            coalesce(min(service.archived_on, provider.archived_on), service.archived_on, provider.archived_on),
            service.dormant
        from service join provider on provider.id = service.provider_id
        where provider.organisation = ? {where} order by provider.name, service.name, service.id""",
        values,
    )
    return [ServiceRecord._make((*row, tuple(periods.get(row[0], ())))) for row in rows]


def services_held(db: Database) -> bool:
    """Whether there is any service."""
    return bool(db.value("select exists (select 1 from service)"))


def providers_without_service(db: Database, question: ReachQuestion) -> list[tuple[str, str]]:
    """Care providers of which no service is recorded, key and name; none when places are asked for."""
    if question.authorities:
        return []
    return db.rows(
        """select id, name from provider where organisation = ? and (? or archived_on is null or archived_on > ?)
        and not exists (select 1 from service where provider_id = provider.id) order by name, id""",
        (OrganisationKind.CARE_PROVIDER.value, question.with_archived, question.day.isoformat()),
    )


def published_as_at(db: Database, day: date) -> dict[str, Rating]:
    """The overall rating last published of each service until a day."""
    kinds = {one.value: one for one in Rating}
    rows = db.rows(
        """select service_id, rating, max(published_on) from rating
        where key_question = 'overall' and published_on <= ? group by service_id""",
        (day.isoformat(),),
    )
    return {service: kinds[rating] for service, rating, _ in rows}


def newly_published(db: Database, span: Span) -> dict[str, Rating]:
    """The last overall grade published of each service within a span; inherited ones are no new inspection."""
    kinds = {one.value: one for one in Rating}
    rows = db.rows(
        """select service_id, rating, max(published_on) from rating
        where key_question = 'overall' and rating <> 'not_rated' and inherited = 0
        and published_on >= ? and published_on <= ? group by service_id""",
        (span.first.isoformat(), span.last.isoformat()),
    )
    return {service: kinds[rating] for service, rating, _ in rows}


# --- what was come to -----------------------------------------------------------------------------------


def service_histories(db: Database, question: ReachQuestion) -> dict[str, History]:
    """The history of each service that is named at any event; of whole providers' people none is named."""
    return _histories(db, question, _SERVICE)


def provider_histories(db: Database, question: ReachQuestion) -> dict[str, History]:
    """The same for each provider, its services' people included."""
    return _histories(db, question, _PROVIDER)


def _histories(db: Database, question: ReachQuestion, whose: str) -> dict[str, History]:
    year = question.year_before
    # One pass in the order of the index: an event counts once, however many came, by its number and not by a group.
    rows = db.rows(
        f"""with happened as materialized (
            select id, starts_at, {_number_of_kind()} as kind, state = 'held' and starts_at >= :first as held,
                case when starts_at >= :first then rowid end as lately,
                case when starts_at >= :year_first and starts_at < :first then rowid end as year_before
            from event where state <> 'cancelled' and starts_at < :end{_of_kinds(question.kinds)})
        select {whose}, count(distinct case when {_INVITED} then lately end),
            count(distinct case when {_ANSWERED} then lately end), count(distinct case when {_CAME} then lately end),
            sum({_PLACE}), sum(held and status = 'no_show'),
            min(case when {_CAME} then starts_at end), max(case when {_CAME} then starts_at end), max({_INVITED}),
            count(distinct case when {_CAME} then year_before end),
            group_concat(case when lately is not null and {_CAME} then kind end)
        from participant cross join happened on happened.id = event_id
        where {whose} is not null group by {whose}""",
        {
            "first": start_of(question.span.first),
            "year_first": start_of(year.first),
            "end": end_of(question.day),
        },
    )
    return {row[0]: _history(row) for row in rows}


def _history(row: tuple[Any, ...]) -> History:
    return History(
        invited=row[1], answered=row[2], came=row[3], places=row[4], no_shows=row[5],
        first_came=_day(row[6]), last_came=_day(row[7]), was_invited=bool(row[8]), came_year_before=row[9],
        kinds=tuple(_KINDS[number] for number in sorted(set(map(int, row[10].split(","))))) if row[10] else (),
    )  # fmt: skip


_days: dict[str, date] = {}


def _day(starts_at: str | None) -> date | None:
    """Events are few and services many: the London day of each instant is worked out once."""
    if starts_at is None:
        return None
    found = _days.get(starts_at)
    if found is None:
        found = _days[starts_at] = as_date(datetime.fromisoformat(starts_at))
    return found


def _number_of_kind() -> str:
    cases = " ".join(f"when {sql_text(kind.value)} then {at}" for at, kind in enumerate(_KINDS))
    return f"case kind {cases} end"


def _of_kinds(kinds: Sequence[EventKind]) -> str:
    return f" and kind in ({sql_values(kinds)})" if kinds else ""


def next_invited(db: Database, question: ReachQuestion, whose: str) -> dict[str, date]:
    """For each service or provider the first event after the day to which it was invited by then."""
    assert whose in (_SERVICE, _PROVIDER)
    rows = db.rows(
        f"""select {whose}, min(starts_at) from event cross join participant on event_id = event.id
        where event.state <> 'cancelled' and starts_at >= :end and {_INVITED} and invited_at < :end
        and {whose} is not null{_of_kinds(question.kinds)} group by {whose}""",
        {"end": end_of(question.day)},
    )
    return {key: as_date(starts_at) for key, starts_at in rows}


class SpanRow(NamedTuple):
    """What one service, or a provider's people who name none, did in one of several spans."""

    span: int
    service_id: str | None
    provider_id: str
    came: bool
    places: int
    no_shows: int


def rows_by_span(db: Database, spans: Sequence[Span], kinds: Sequence[EventKind] = ()) -> list[SpanRow]:
    """Who came, had a place and did not show in each of some spans that do not overlap; to be published."""
    values: dict[str, str] = {}
    cases = []
    for at, span in enumerate(spans):
        values |= {f"from{at}": start_of(span.first), f"to{at}": end_of(span.last)}
        cases.append(f"when starts_at >= :from{at} and starts_at < :to{at} then {at}")
    rows = db.rows(
        f"""with happened as materialized (
            select id, state = 'held' as held, case {" ".join(cases)} end as span
            from event where state <> 'cancelled' and not {CONFIDENTIAL}{_of_kinds(kinds)})
        select span, service_id, provider_id, max({_CAME}), sum({_PLACE}), sum(status = 'no_show')
        from participant cross join happened on happened.id = event_id
        where span is not null group by service_id, provider_id, span""",
        values,
    )
    return [SpanRow(*row) for row in rows]


def came_or_invited(
    db: Database, span: Span, kinds: Sequence[EventKind] = ()
) -> tuple[Mapping[str, bool], Mapping[str, bool]]:
    """Each service named at an event in a span: whether somebody came, and was invited; to be published."""
    rows = db.rows(
        f"""with happened as materialized (
            select id from event where state <> 'cancelled' and starts_at >= ? and starts_at < ?
            and not {CONFIDENTIAL}{_of_kinds(kinds)})
        select service_id, max({_CAME}), max({_INVITED})
        from participant cross join happened on happened.id = event_id
        where service_id is not null group by service_id""",
        (start_of(span.first), end_of(span.last)),
    )
    return {row[0]: bool(row[1]) for row in rows}, {row[0]: bool(row[2]) for row in rows}
