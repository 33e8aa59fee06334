"""The figures of a period, from plain facts: events of each kind, and how many were reached of how many. Pure."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from engagement.forums.reach.coverage import Coverage, coverage_of
from engagement.forums.reach.reading import SpanRow
from engagement.forums.reach.standing import ServiceRecord, standing_on
from engagement.forums.summary.reading import PeriodEvent, Place
from engagement.forums.vocabulary import EventKind, EventState
from engagement.register.vocabulary import NO_DISTRICT, OrganisationKind, ServiceKind
from resources.spans import Span
from resources.statistics import Change, Share, change, share


@dataclass(frozen=True)
class KindLine:
    """The events of a kind. `people` counts everybody at each that may be told of; None where none may be."""

    kind: EventKind
    met: int
    cancelled: int
    not_held: int
    confidential: int
    people: int | None


@dataclass(frozen=True)
class PeriodFigures:
    """What a period came to. People are counted once; attendances count each time that somebody came.

    `reached` is of the services and providers in the register on the last day; `not_told` events are confidential.
    """

    span: Span
    kinds: tuple[KindLine, ...]
    attendances: int
    people: int
    others: Mapping[OrganisationKind, tuple[int, int]]
    reached: Coverage
    by_kind: Mapping[str, Share]
    by_district: Mapping[str, Share]

    @property
    def met(self) -> int:
        """Events that took place."""
        return sum(line.met for line in self.kinds)

    @property
    def cancelled(self) -> int:
        """Events that were cancelled."""
        return sum(line.cancelled for line in self.kinds)

    @property
    def not_held(self) -> int:
        """Events of which nothing is recorded: still to come, or not closed and nobody checked in."""
        return sum(line.not_held for line in self.kinds)

    @property
    def confidential(self) -> int:
        """Meetings of which only the number is told."""
        return sum(line.confidential for line in self.kinds)


def period_figures(
    span: Span,
    events: Sequence[PeriodEvent],
    places: Sequence[Place],
    records: Sequence[ServiceRecord],
    *,
    everywhere: bool = True,
) -> PeriodFigures:
    """Everything that is told of one period. Unless `everywhere`, reach is of the people of the records' services."""
    came = [one for one in places if one.came]
    return PeriodFigures(
        span,
        _kinds(events, came),
        len(came),
        len({one.contact_id for one in came}),
        {what: _from(came, what) for what in OrganisationKind},
        coverages((span,), events, places, records, everywhere=everywhere)[0],
        _shares(span, came, records, lambda one, kind: kind.label, [kind.label for kind in ServiceKind]),
        _shares(span, came, records, lambda one, kind: one.district or NO_DISTRICT, ()),
    )


def coverages(
    spans: Sequence[Span],
    events: Iterable[PeriodEvent],
    places: Sequence[Place],
    records: Sequence[ServiceRecord],
    *,
    everywhere: bool = True,
) -> tuple[Coverage, ...]:
    """The coverage of each span. No-shows are of providers' people, as everywhere in the reach figures."""
    span_of = {
        one.id: at for one in events for at, span in enumerate(spans) if span.first <= one.day <= span.last
    }
    rows = [
        SpanRow(
            span_of[one.event_id],
            one.service_id,
            one.provider_id,
            one.came,
            int(one.had_place),
            int(one.no_show),
        )
        for one in places
        if one.event_id in span_of and one.organisation is OrganisationKind.CARE_PROVIDER
    ]
    return coverage_of(records, rows, spans, everywhere=everywhere)


def people_by_span(
    spans: Sequence[Span], events: Sequence[PeriodEvent], places: Iterable[Place]
) -> list[tuple[int, int]]:
    """For each span how many events met, and how many times somebody came to those that may be told of."""
    day = {one.id: one.day for one in events}
    came = [day[one.event_id] for one in places if one.came]
    return [
        (
            sum(one.met and span.first <= one.day <= span.last for one in events),
            sum(span.first <= on <= span.last for on in came),
        )
        for span in spans
    ]


def changed(before: Share, now: Share, *, higher_is_better: bool = True) -> Change:
    """What became of a share since the same period a year before."""
    return change(before, now, higher_is_better=higher_is_better)


def _from(came: Iterable[Place], what: OrganisationKind) -> tuple[int, int]:
    """How many people came from organisations that are this, and from how many of them."""
    those = [one for one in came if one.organisation is what]
    return len({one.contact_id for one in those}), len({one.provider_id for one in those})


def _kinds(events: Sequence[PeriodEvent], came: Sequence[Place]) -> tuple[KindLine, ...]:
    people: dict[str, int] = defaultdict(int)
    for one in came:
        people[one.event_id] += 1
    found = []
    for kind in EventKind:
        those = [one for one in events if one.kind is kind]
        if not those:
            continue
        met = [one for one in those if one.met]
        told = [one for one in met if one.is_open_to_figures]
        cancelled = sum(one.state is EventState.CANCELLED for one in those)
        found.append(
            KindLine(
                kind, len(met), cancelled, len(those) - len(met) - cancelled, len(met) - len(told),
                sum(people[one.id] for one in told) if told or not met else None,
            )
        )  # fmt: skip
    return tuple(found)


def _shares(
    span: Span,
    came: Iterable[Place],
    records: Sequence[ServiceRecord],
    label: Callable[[ServiceRecord, ServiceKind], str],
    order: Sequence[str],
) -> dict[str, Share]:
    """Of the services in the register on the last day, how many came, by label; in this order or the alphabet's."""
    services = {one.service_id for one in came}
    base: dict[str, int] = defaultdict(int)
    count: dict[str, int] = defaultdict(int)
    for record in records:
        kind, why = standing_on(record, span.last.isoformat())
        if why is None:
            name = label(record, kind)
            base[name] += 1
            count[name] += record.id in services
    names = [name for name in order if name in base] or sorted(base.keys() - {NO_DISTRICT})
    names += [NO_DISTRICT] if NO_DISTRICT in base else []
    return {name: share(count[name], base[name]) for name in names}
