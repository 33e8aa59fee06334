"""The whole answer for a period: its figures, those of the same period a year before, and those of each quarter."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from engagement.forums.reach.coverage import Coverage
from engagement.forums.summary import reading
from engagement.forums.summary.figures import PeriodFigures, coverages, people_by_span, period_figures
from engagement.forums.summary.period import quarters_of, so_far, span_of, year_before
from engagement.forums.summary.said import ActionsTold, Said, actions_told, said
from engagement.register.council import council_names
from resources.database import Database
from resources.spans import Span
from resources.wording import and_list


@dataclass(frozen=True)
class Quarter:
    """A quarter, or the part of it that the period has: events that met, attendances, and coverage."""

    span: Span
    met: int
    attendances: int
    coverage: Coverage


@dataclass(frozen=True)
class PeriodSummary:
    """Everything that is told of a period. `before` is None where the year before would overlap.

    Of a period that is not over the figures end today, and those of the year before on the same day.
    """

    asked: Span
    now: PeriodFigures
    before: PeriodFigures | None
    quarters: tuple[Quarter, ...]
    actions: ActionsTold
    said: Said
    said_before: Said | None
    authorities: tuple[str, ...]

    @property
    def is_so_far(self) -> bool:
        """Whether the period goes on after the day with which the figures end."""
        return self.now.span.last < self.asked.last

    @property
    def where(self) -> str:
        """' in Nottinghamshire' where the services are those of some authorities alone."""
        return f" in {and_list(self.authorities)}" if self.authorities else ""


def period_summary(
    db: Database, first: date, last: date, *, today: date, authorities: Sequence[str] | None = None
) -> PeriodSummary:
    """The answer for the days from `first` to `last`, or to `today` where that is earlier.

    Reach is of the services of these authorities: of the council's own unless others are named, of the whole register
    with none, or where it is not known whose register it is.
    """
    asked = span_of(first, last, today=today)
    span = so_far(asked, today)
    authorities = council_names(db) if authorities is None else authorities
    records, everywhere = reading.records(db, span, authorities), not authorities
    events = reading.events_in(db, span)
    places = reading.places_at(db, events)
    earlier = year_before(span)
    events_before = reading.events_in(db, earlier) if earlier else []
    before = (
        period_figures(
            earlier, events_before, reading.places_at(db, events_before), records, everywhere=everywhere
        )
        if earlier
        else None
    )
    spans = quarters_of(span)
    coverage = coverages(spans, events, places, records, everywhere=everywhere)
    counts = people_by_span(spans, events, places)
    return PeriodSummary(
        asked=asked,
        now=period_figures(span, events, places, records, everywhere=everywhere),
        before=before,
        quarters=tuple(
            Quarter(one, met, came, covered)
            for one, (met, came), covered in zip(spans, counts, coverage, strict=True)
        ),
        actions=actions_told(db, span),
        said=said(db, events),
        said_before=said(db, events_before) if earlier else None,
        authorities=tuple(authorities),
    )
