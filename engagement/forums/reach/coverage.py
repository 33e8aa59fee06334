"""Coverage: how many of the services and providers in the register came to something in a span, and no-shows.

`Coverage` is counts alone, with no name in it, so its figures may stand in a public report. Confidential
meetings do not count in it.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from engagement.forums.reach import reading
from engagement.forums.reach.question import NOT_CONFIDENTIAL, ReachQuestion
from engagement.forums.reach.reading import SpanRow
from engagement.forums.reach.standing import ServiceRecord, standing_on
from engagement.forums.vocabulary import EventKind
from resources.database import Database
from resources.spans import Span, quarters
from resources.statistics import BASES_OF_PROVIDERS, Share, share
from resources.tables import Column, ColumnKind, Table


@dataclass(frozen=True)
class Coverage:
    """A span with, of the services and of the providers in the register on its last day, how many came to something.

    `no_shows` is of the people who had a place at an event that was held.
    """

    span: Span
    services: Share
    providers: Share
    no_shows: Share


def coverage_of(
    records: Sequence[ServiceRecord],
    rows: Iterable[SpanRow],
    spans: Sequence[Span],
    *,
    everywhere: bool = True,
    with_archived: bool = False,
) -> tuple[Coverage, ...]:
    """The coverage of each span. Pure.

    A provider is in the register while one of its services is. Unless `everywhere`, only the people of the records'
    services and providers count.
    """
    by_span: dict[int, list[SpanRow]] = defaultdict(list)
    services, owners = {one.id for one in records}, {one.provider_id for one in records}
    for row in rows:
        if everywhere or (row.service_id in services if row.service_id else row.provider_id in owners):
            by_span[row.span].append(row)
    return tuple(
        _coverage(span, records, by_span[at], with_archived=with_archived) for at, span in enumerate(spans)
    )


def _coverage(
    span: Span, records: Sequence[ServiceRecord], rows: Sequence[SpanRow], *, with_archived: bool
) -> Coverage:
    day = span.last.isoformat()
    held = [one for one in records if standing_on(one, day, with_archived=with_archived).why is None]
    services, providers = {one.id for one in held}, {one.provider_id for one in held}
    came = {row.service_id for row in rows if row.came}
    came_for = {row.provider_id for row in rows if row.came}
    return Coverage(
        span,
        share(len(services & came), len(services)),
        share(len(providers & came_for), len(providers)),
        share(sum(row.no_shows for row in rows), sum(row.places for row in rows)),
    )


def coverage(
    db: Database,
    spans: Sequence[Span],
    *,
    kinds: Sequence[EventKind] = (),
    authorities: Sequence[str] = (),
    with_archived: bool = False,
    records: Sequence[ServiceRecord] | None = None,
) -> tuple[Coverage, ...]:
    """The coverage of spans that do not overlap, such as a year and the year before it.

    `records` are the services where they have been read already.
    """
    question = ReachQuestion(spans[-1], 12, tuple(kinds), tuple(authorities), with_archived)
    return coverage_of(
        reading.service_records(db, question) if records is None else records,
        reading.rows_by_span(db, spans, kinds),
        spans,
        everywhere=not authorities,
        with_archived=with_archived,
    )


def coverage_by_quarter(
    db: Database,
    question: ReachQuestion,
    number: int = 8,
    *,
    records: Sequence[ServiceRecord] | None = None,
) -> tuple[Coverage, ...]:
    """The coverage of each of the last quarters; the last one ends with the question's day."""
    return coverage(
        db, quarters(question.day, number), kinds=question.kinds, authorities=question.authorities,
        with_archived=question.with_archived, records=records,
    )  # fmt: skip


COVERAGE_BASE = (
    "Services and providers in the register on the last day of each quarter; no-shows are of the people who had a "
    "place at an event that was held."
)


def coverage_table(found: Sequence[Coverage]) -> Table:
    """A row for each span; only counts and percentages, so it may be published."""
    return Table(
        title="Coverage by quarter",
        columns=(
            Column("span", "Quarter", width=160),
            Column("services", "Services that came", ColumnKind.NUMBER, 88),
            Column("services_base", "Services in the register", ColumnKind.NUMBER, 88),
            Column("services_share", "Of services", ColumnKind.PERCENT, 80),
            Column("providers", "Providers that came", ColumnKind.NUMBER, 88),
            Column("providers_base", "Providers in the register", ColumnKind.NUMBER, 88),
            Column("providers_share", "Of providers", ColumnKind.PERCENT, 84),
            Column("no_shows", "No-shows", ColumnKind.NUMBER, 80),
            Column("places", "People with a place", ColumnKind.NUMBER, 80),
            Column("no_show_rate", "No-show rate", ColumnKind.PERCENT, 80),
        ),
        rows=[(one.span.short, *_cells(one.services), *_cells(one.providers), *_cells(one.no_shows)) for one in found],
        base=COVERAGE_BASE,
        source="the attendance record of the forums",
        as_at=found[-1].span.last if found else None,
        notes=(NOT_CONFIDENTIAL, *((BASES_OF_PROVIDERS.note(),) if any(map(_small, found)) else ())),
    )  # fmt: skip


def _cells(part: Share) -> tuple[int, int, int | None]:
    return part.count, part.base, part.shown


def _small(one: Coverage) -> bool:
    return any(part.small for part in (one.services, one.providers, one.no_shows))
