"""What CQC published since the report before: how many inspections, with which ratings, and what these changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property, partial

from engagement.market.as_at import newest_file
from engagement.market.committee.places import SOURCE, exempt_as_a_list, newest_words, where_words
from engagement.register.council import own_area
from engagement.register.day_names import DayNames, day_names
from engagement.register.vocabulary import BEST_FIRST, GRADES, NO_DISTRICT, Rating, ServiceKind
from resources.database import Database
from resources.report.blocks import Block, Heading, TableBlock
from resources.report.committee.section import Ask, Choice, NothingToTell, Section, SectionRecord
from resources.report.committee.telling import bullets, paragraph
from resources.report.shown import counted, numbered, share_shown
from resources.report.told import Rows, Told, joined, tell
from resources.spans import Span
from resources.statistics import share
from resources.tables import Column, ColumnKind, Table
from resources.wording import count_of, date_words
from resources.words import Word

TITLE = "Inspections since the last report"


class Move(Word):
    """What a new rating is beside the one before it."""

    HIGHER = "higher", "Higher than before"
    LOWER = "lower", "Lower than before"
    KEPT = "kept", "As before"
    FIRST = "first", "First rating"
    NO_RATING = "no_rating", "No rating given"


class Listed(Word):
    """Which of the inspected services are named."""

    CHANGED = "changed", "Those whose rating changed"
    HIGHER = "higher", "Those that were rated higher"
    ALL = "all", "All that were inspected"
    NONE = "none", "None"


@dataclass(frozen=True)
class Inspection:
    """An overall rating that was published; `before` is the grade that the service had until then."""

    service_id: str
    kind: ServiceKind
    district: str
    rating: Rating
    before: Rating | None
    published_on: date

    @property
    def move(self) -> Move:
        """How it stands to the grade before."""
        if not self.rating.is_rated:
            return Move.NO_RATING
        if self.before is None:
            return Move.FIRST
        step = GRADES.index(self.rating) - GRADES.index(self.before)
        return Move.HIGHER if step > 0 else Move.LOWER if step < 0 else Move.KEPT


def inspections_in(db: Database, span: Span) -> list[Inspection]:
    """Every overall rating of the council's services that was published in a span, the earliest first.

    Those inherited from an earlier registration are left out: that registration was inspected.
    """
    rows = db.rows(
        """select rating.service_id, coalesce(period.kind, service.kind),
            coalesce(nullif(period.authority, ''), service.authority), service.district, rating.rating,
            (select earlier.rating from rating as earlier where earlier.service_id = rating.service_id
                and earlier.key_question = 'overall' and earlier.published_on < rating.published_on
                and earlier.rating <> 'not_rated' order by earlier.published_on desc limit 1),
            rating.published_on
        from rating join service on service.id = rating.service_id
        left join service_period as period on period.service_id = service.id
            and period.from_on <= rating.published_on
            and (period.until_on is null or period.until_on > rating.published_on)
        where rating.key_question = 'overall' and rating.inherited = 0 and rating.published_on between ? and ?
            and (service.archived_on is null or service.archived_on > rating.published_on)
        order by rating.published_on, service.name, rating.id""",
        (span.first.isoformat(), span.last.isoformat()),
    )
    is_own = own_area(db)
    return [
        Inspection(
            key, ServiceKind(kind), district, Rating(rating), Rating(before) if before else None,
            date.fromisoformat(on),
        )
        for key, kind, authority, district, rating, before, on in rows
        if is_own(authority)
    ]  # fmt: skip


# --- the section ------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Found:
    """The inspections of the days since the report before."""

    ask: Ask
    span: Span
    all: tuple[Inspection, ...]

    def of(self, *moves: Move) -> list[Inspection]:
        """Those that moved so."""
        return [one for one in self.all if one.move in moves]

    @cached_property
    def names(self) -> DayNames:
        """What the services were called."""
        keys = [one.service_id for one in self.all]
        return day_names(self.ask.db, "service", keys, self.span.last, since=self.ask.since)


def make(ask: Ask) -> Section:
    """The section: inspections by rating, what moved, and the services whose rating changed."""
    last = min(ask.span.last, ask.today)
    if not ask.db.value("select exists (select 1 from rating where key_question = 'overall')"):
        raise NothingToTell(
            "The register holds no ratings. Import CQC’s latest ratings, or enter them by hand."
        )
    if last <= ask.since:
        raise NothingToTell(
            f"The report before was of {date_words(ask.since)}, and this one ends on {date_words(last)}: no inspection "
            "lies between. Give a later period, or an earlier report."
        )
    span = Span(ask.since + timedelta(days=1), last)
    found = _Found(ask, span, tuple(inspections_in(ask.db, span)))
    blocks: list[Block] = [Heading(TITLE, 2), *_completed(found), *_moved(found), *_listed(found)]
    return Section(blocks=tuple(blocks), as_at=f"ratings published {_days(span)}", rows=_rows(found))


def choices(_ask: Ask) -> tuple[Choice, ...]:
    """Which services are named."""
    return (Choice("list", "Services named", {one.value: one.label for one in Listed}),)


RECORD = SectionRecord(
    "inspections",
    TITLE,
    "How many services CQC inspected since the report before, with which ratings, and which of them rose or fell.",
    make,
    choices,
)


def _completed(found: _Found) -> list[Block]:
    where, days = where_words(found.ask.db), _days(found.span)
    held = _held(found)
    if not found.all:
        none = Told(
            "none", f"The Care Quality Commission (CQC) published no rating of a service{where} {days}."
        )
        return [paragraph(joined("completed", [none, *held]))]
    services = len({one.service_id for one in found.all})
    words = (
        "The Care Quality Commission (CQC) published the results of {inspections}{services}{where} {days}. The overall "
        "ratings were:"
    )
    shown = counted(len(found.all), "inspection", rows="all")
    of = f" of {count_of(services, 'service')}" if services < len(found.all) else " of services"
    told = tell("published", words, inspections=shown, services=of, where=where, days=days)
    by_rating = [(one, [x for x in found.all if x.rating is one]) for one in BEST_FIRST if one is not None]
    items = [
        tell(
            rating.value, "{number} {rating}", rating=_given(rating),
            number=numbered(len(some), rows=rating.value, base=len(found.all)),
        )
        for rating, some in by_rating
        if some or rating.is_rated
    ]  # fmt: skip
    return [
        paragraph(joined("completed", [*held, told]), leads=True),
        bullets("by_rating", items),
    ]


def _days(span: Span) -> str:
    """From 1 September to 30 November 2019, or on 1 September 2019."""
    return f"from {span.words}" if span.first < span.last else f"on {date_words(span.last)}"


def _given(rating: Rating) -> str:
    return rating.label if rating.is_rated else "without a rating"


def _held(found: _Found) -> list[Told]:
    """Until when CQC's files are held, where that is well before the last day."""
    newest = newest_file(found.ask.db, found.span.last)
    return [Told("held", newest_words(newest))] if newest else []


def _moved(found: _Found) -> list[Block]:
    """How the new ratings stand to those before, and how many of them are Good or Outstanding."""
    rated = [one for one in found.all if one.rating.is_rated]
    if not rated:
        return []
    shown = {
        move.value: numbered(len(found.of(move)), rows=move.value, base=len(rated))
        for move in (Move.HIGHER, Move.LOWER, Move.KEPT, Move.FIRST)
    }
    are = {f"{name}_are": "is" if one.value == 1 else "are" for name, one in shown.items()}
    words = (
        "Of {rated}, {higher} {higher_are} higher than the one before, {lower} {lower_are} lower and {kept} {kept_are} "
        "the same; {first} {first_are} the service’s first."
    )
    told = tell("moved", words, rated=counted(len(rated), "rating", rows="rated"), **shown, **are)
    good = share(sum(one.rating in (Rating.GOOD, Rating.OUTSTANDING) for one in rated), len(rated))
    verb = "is" if good.count == 1 else "are"
    also = tell("good", f"{{share}} {verb} Good or Outstanding.", share=share_shown(good, rows="rated"))
    return [paragraph(joined("moved", [told, also]))]


def _listed(found: _Found) -> list[Block]:
    """The services by name, in public where all of the list may stand there."""
    some = _on_the_list(found)
    if not some:
        return []
    table = _table(found, "Services by new rating", some, told=True)
    alt = "Each service with its kind, its district, its rating before and its new one."
    return [TableBlock(table, alt, exempt=exempt_as_a_list(found.ask.db, (row[0] for row in table.rows)))]


def _on_the_list(found: _Found) -> list[Inspection]:
    chosen = found.ask.options.get("list", Listed.CHANGED.value)
    if chosen == Listed.NONE.value:
        return []
    if chosen == Listed.ALL.value:
        return list(found.all)
    return found.of(Move.HIGHER) if chosen == Listed.HIGHER.value else found.of(Move.HIGHER, Move.LOWER)


def _table(found: _Found, title: str, some: Sequence[Inspection], *, told: bool = False) -> Table:
    called = found.names.told if told else found.names.name
    rows = [
        (
            called(one.service_id), one.kind.label, one.district or NO_DISTRICT,
            one.before.label if one.before else Rating.NOT_RATED.label, one.rating.label, one.published_on.isoformat(),
        )
        for one in sorted(some, key=lambda one: found.names.name(one.service_id).casefold())
    ]  # fmt: skip
    columns = (
        Column("service", "Service", width=200),
        Column("kind", "Kind of service", width=120),
        Column("district", "District", width=110),
        Column("before", "Before", ColumnKind.RATING, 140),
        Column("rating", "Now", ColumnKind.RATING, 140),
        Column("published_on", "Published", ColumnKind.DATE, 100),
    )
    return Table(title, columns, rows, source=SOURCE, as_at=found.span.last)


def _rows(found: _Found) -> dict[str, Rows]:
    by_rating = {one.value: [x for x in found.all if x.rating is one] for one in Rating}
    by_move = {one.value: found.of(one) for one in Move if one is not Move.NO_RATING}
    rated = [one for one in found.all if one.rating.is_rated]
    lists: dict[str, Sequence[Inspection]] = {"all": found.all, "rated": rated, **by_rating, **by_move}
    titles = {"all": "Inspections", "rated": "Ratings given"}
    titles |= {one.value: one.label for one in (*Rating, *Move)}
    return {name: partial(_table, found, titles[name], some) for name, some in lists.items()}
