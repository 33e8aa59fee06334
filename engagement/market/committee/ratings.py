"""Ratings by area and kind for a committee: what is held, how the council's area compares, and what changed."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from engagement.market.as_at import authorities_held, newest_file
from engagement.market.committee.places import newest_words, service_list
from engagement.market.market_sentences import (
    MarketSentence,
    compared_rows,
    market_sentences,
    number_sentence,
    services_rows,
)
from engagement.market.market_table import MarketTable, document_change_table, document_table, kind_table
from engagement.market.published import published_areas
from engagement.market.scope import (
    Scope,
    ScopeKind,
    areas_to_speak_of,
    days_held,
    market_in,
    scope_from,
    scopes_held,
)
from engagement.market.sections import chart_title
from engagement.register.council import council
from engagement.register.day_names import day_names
from engagement.register.ratings import ActiveService, active_services
from engagement.register.vocabulary import MarketKind, Rating, market_kind
from resources.charts import ratings_chart
from resources.geography import region_name, region_of, same_authority
from resources.problem import Problem
from resources.report.blocks import Block, Heading, TableBlock
from resources.report.committee.section import Ask, Choice, NothingToTell, Section, SectionRecord
from resources.report.committee.telling import bullets, paragraph
from resources.report.shown import counted, numbered, share_shown
from resources.report.told import Rows, Told, joined, tell
from resources.statistics import Share, Verdict, change, share
from resources.tables import Column, ColumnKind, Table
from resources.wording import date_words

TITLE = "Ratings of services"
EACH, NONE, TABLE = "each", "none", "table"


@dataclass(frozen=True)
class _Asked:
    """What is told of: the rows compared, the day, and the row that sentences are about."""

    ask: Ask
    scope: Scope
    day: date
    market: MarketTable
    area: str
    before: MarketTable | None

    @property
    def others(self) -> int:
        """How many areas it is compared with."""
        return len(self.market.areas) - (self.area in self.market.areas)


def make(ask: Ask) -> Section:
    """The section: a table for each kind of service, ranks with ties, and the change since the report before."""
    asked = _asked(ask)
    blocks: list[Block] = [Heading(TITLE, 2), paragraph(_held(asked))]
    for kind in MarketKind:
        blocks += _kind(asked, kind)
    blocks += [*_ranks(asked), *_changes(asked)]
    return Section(
        blocks=tuple(blocks),
        as_at=f"ratings published on or before {date_words(asked.day)}",
        rows=_rows(asked),
    )


def choices(ask: Ask) -> tuple[Choice, ...]:
    """What the area is compared with, which area that is, which charts are drawn, and how the change is told."""
    scopes = _scopes(ask)
    areas = sorted({*authorities_held(ask.db), *published_areas(ask.db)})
    charts = {EACH: "One for each kind", NONE: "None", **{kind.value: kind.label for kind in MarketKind}}
    return (
        Choice("scope", "Compared", {one.text: one.words for one in scopes} or {"": "Nothing is held"}),
        Choice("area", "Sentences are about", {"": "The council’s own area", **{one: one for one in areas}}),
        Choice("charts", "Charts", charts),
        Choice("change", "Change", {NONE: "In sentences", TABLE: "In sentences and a table"}),
    )


RECORD = SectionRecord(
    "market",
    TITLE,
    "CQC ratings by area and kind of service, the area’s place among others, and the change since the report before.",
    make,
    choices,
)


# --- what is asked ----------------------------------------------------------------------------------------


def _scopes(ask: Ask) -> list[Scope]:
    """Those that can be drawn, the council's region first, then what was published."""
    own = region_of(council(ask.db)) or ""
    order = {ScopeKind.REGION: 0, ScopeKind.PUBLISHED: 1, ScopeKind.ALL: 2, ScopeKind.DISTRICTS: 3}
    held = [one for one in scopes_held(ask.db) if _day(ask, one) is not None]

    def place(one: Scope) -> tuple[bool, int]:
        is_own = one.kind is ScopeKind.REGION and region_name(one.name) == region_name(own)
        return not is_own, order[one.kind]

    return sorted(held, key=place)


def _day(ask: Ask, scope: Scope, on: date | None = None) -> date | None:
    """The day of the table: that of the report where services are counted, else of what was published by then."""
    wanted = min(on or ask.span.last, ask.today)
    days = [one for one in days_held(ask.db, scope) if one <= wanted]
    if not days:
        return None
    return max(days) if scope.kind is ScopeKind.PUBLISHED else wanted


def _asked(ask: Ask) -> _Asked:
    scopes = _scopes(ask)
    wanted = ask.options.get("scope", "")
    scope = scope_from(wanted) if wanted else next(iter(scopes), None)
    day = _day(ask, scope) if scope else None
    if scope is None or day is None:
        of = f" for {scope.words}" if scope else ""
        raise NothingToTell(
            f"No ratings{of} are held as at {date_words(min(ask.span.last, ask.today))}. Import CQC’s directory and "
            "its ratings, or enter the table that was published."
        )
    market = market_in(ask.db, scope, day)
    if not any(market.profile(area, kind).grades for area in market.areas for kind in MarketKind):
        raise NothingToTell(f"No service is rated as at {date_words(day)}. Import CQC’s latest ratings.")
    return _Asked(ask, scope, day, market, _area(ask, scope, market), _earlier(ask, scope, day))


def _area(ask: Ask, scope: Scope, market: MarketTable) -> str:
    """The row asked for; else the council's own; of districts none, where none was asked for."""
    wanted = ask.options.get("area", "")
    if wanted in market.areas:
        return wanted
    own = [one for one in areas_to_speak_of(ask.db, scope, market) if same_authority(one, council(ask.db))]
    return next(iter(own), "")


def _earlier(ask: Ask, scope: Scope, day: date) -> MarketTable | None:
    before = _day(ask, scope, ask.since)
    if before is None or before >= day:
        return None
    try:
        return market_in(ask.db, scope, before)
    except Problem:  # nothing is held of so early a day
        return None


# --- sentences --------------------------------------------------------------------------------------------


def _held(asked: _Asked) -> Told:
    told = [Told("cqc", "The Care Quality Commission (CQC) inspects and rates regulated services.")]
    profiles = [asked.market.profile(asked.area, kind) for kind in MarketKind]
    if asked.area and all(one.counts is not None for one in profiles):
        told.append(
            tell(
                "held",
                "As at {day}, {active} of the three kinds below were active in {area}. Of these, {rated} had a rating.",
                day=date_words(asked.day), area=asked.area,
                active=counted(sum(one.all or 0 for one in profiles), "service", rows=services_rows(None)),
                rated=numbered(sum(one.rated or 0 for one in profiles), rows=services_rows(None)),
            )
        )  # fmt: skip
        told += _dormant(asked)
    if asked.others > 1 or not asked.area:
        told.append(_compared(asked))
    newest = newest_file(asked.ask.db, asked.day)
    if newest and asked.scope.kind is not ScopeKind.PUBLISHED:
        told.append(Told("newest", newest_words(newest)))
    return joined("held", told)


def _dormant(asked: _Asked) -> list[Told]:
    """How many of the active services give no care: CQC keeps them registered and rated."""
    if asked.scope.kind is ScopeKind.PUBLISHED:
        return []
    is_there = _is_there(asked)
    number = sum(
        one.dormant and market_kind(one.kind) is not None and is_there(one)
        for one in active_services(asked.ask.db, asked.day)
    )
    if not number:
        return []
    words = "The counts include {dormant}: registered, but giving no care at present."
    return [tell("dormant", words, dormant=counted(number, "dormant service", rows="dormant"))]


def _compared(asked: _Asked) -> Told:
    noun = (
        ("district", "districts") if asked.scope.kind is ScopeKind.DISTRICTS else ("authority", "authorities")
    )
    when = "" if asked.market.has_counts and asked.area else f", as at {date_words(asked.day)}"
    others = asked.others
    if not asked.area:
        words = "The tables show {others}{among}{when}."
        shown = counted(others, *noun, rows=compared_rows(None))
    else:
        words = "The tables compare {area} with {others}{among}{when}."
        shown = counted(others, f"other {noun[0]}", f"other {noun[1]}", rows=compared_rows(None))
    among = f" {asked.scope.among}" if asked.scope.name else ""
    return tell("compared", words, area=asked.area, others=shown, among=among, when=when)


def _kind(asked: _Asked, kind: MarketKind) -> list[Block]:
    """The table of a kind, with its chart where one is chosen."""
    market = asked.market
    if not any(one.all or one.grades for one in market.of_kind(kind)):
        return [paragraph(Told(f"none.{kind}", f"No {kind.plural} are held for {asked.scope.words}."))]
    table = document_table(market, kind)
    blocks: list[Block] = [TableBlock(table, f"{table.title}, as at {date_words(asked.day)}. {table.base}")]
    drawn = asked.ask.options.get("charts", EACH) in (EACH, kind.value)
    if drawn and any(one.grades for one in market.of_kind(kind)):
        chart = ratings_chart(
            table,
            title=chart_title(market, kind),
            subtitle=f"% of rated {kind.plural}, {date_words(asked.day)}",
            source=market.source,
        )
        blocks.append(chart.block(f"{kind.label}: shares of the four ratings"))
    return blocks


def _ranks(asked: _Asked) -> list[Block]:
    """Where the area stands among the others; nothing where there are none to stand among."""
    if not asked.area or len(asked.market.areas) < 2:
        return []
    among = asked.scope.among
    number = number_sentence(asked.market, asked.area, among=among)
    blocks: list[Block] = [paragraph(_named(number.told, "number"))] if number else []
    for rating, lead in (
        (Rating.OUTSTANDING, "Services rated Outstanding compare as follows:"),
        (Rating.INADEQUATE, "In terms of current challenges, services rated Inadequate compare as follows:"),
    ):
        said = market_sentences(asked.market, asked.area, among=among, ratings=(rating,))
        lead_told = Told(f"{rating}_lead", lead)
        blocks += [paragraph(lead_told, leads=True), bullets(str(rating), _once(said))]
    return blocks


def _once(said: list[MarketSentence]) -> list[Told]:
    """Each sentence once, for two kinds without a service may be told alike; a small base is said."""
    return list({one.text: _with_base(one) for one in reversed(said)}.values())[::-1]


def _with_base(one: MarketSentence) -> Told:
    small = one.small_base and one.place is not None
    return Told(one.told.key, f"{one.text} This is a small base." if small else one.text, one.figures)


def _named(told: Told, key: str) -> Told:
    return Told(key, told.text, told.figures)


# --- the change since the report before -------------------------------------------------------------------


def _changes(asked: _Asked) -> list[Block]:
    """Good or Outstanding then and now, by kind, with the verdict and its rule."""
    before = asked.before
    if before is None or before.as_at is None or asked.area not in before.areas:
        return []
    kinds = [
        (kind, then, now)
        for kind in MarketKind
        if (then := _good(before, asked.area, kind)) and (now := _good(asked.market, asked.area, kind))
    ]
    blocks: list[Block] = []
    if kinds:
        lead = Told(
            "change_lead",
            f"Shares rated Good or Outstanding, beside those of {date_words(before.as_at)}:",
        )
        blocks = [
            paragraph(lead, leads=True),
            bullets("change", [_changed(*one) for one in kinds]),
            paragraph(Told("change_rule", change(*kinds[0][1:], higher_is_better=True).rule)),
        ]
    if asked.ask.options.get("change") == TABLE:
        table = document_change_table(before, asked.market, asked.area)
        blocks.append(TableBlock(table, f"{table.title}. One row for each kind of service and rating."))
    return blocks


def _good(market: MarketTable, area: str, kind: MarketKind) -> Share | None:
    """Those Good or Outstanding, of those rated; None where they were not counted or there are none."""
    profile = market.profile(area, kind)
    good = profile.count(Rating.GOOD, Rating.OUTSTANDING)
    return share(good, profile.rated) if good is not None and profile.rated else None


def _changed(kind: MarketKind, then: Share, now: Share) -> Told:
    verdict = change(then, now, higher_is_better=True).verdict
    too_small = "a base is too small to speak of a change"
    return tell(
        kind.value, "{kind}: {now}, from {then}: {verdict}.",
        kind=kind.label, now=share_shown(now, rows=services_rows(kind)),
        then=share_shown(then, rows=services_rows(kind)),
        verdict=too_small if verdict is Verdict.BASE_TOO_SMALL else verdict.label.lower(),
    )  # fmt: skip


# --- the rows behind the figures --------------------------------------------------------------------------


def _rows(asked: _Asked) -> dict[str, Rows]:
    kinds: tuple[MarketKind | None, ...] = (None, *MarketKind)
    rows: dict[str, Rows] = {}
    for kind in kinds:
        if kind is None:
            rows[compared_rows(kind)] = partial(_totals, asked.market)
        else:
            rows[compared_rows(kind)] = partial(kind_table, asked.market, kind)
        if asked.area and asked.scope.kind is not ScopeKind.PUBLISHED:
            rows[services_rows(kind)] = partial(_services, asked, kind)
    if asked.area and asked.scope.kind is not ScopeKind.PUBLISHED:
        rows["dormant"] = partial(_services, asked, None, dormant=True)
    return rows


def _totals(market: MarketTable) -> Table:
    """How many services of each kind are rated, by area."""
    columns = (
        Column("area", market.area_heading, width=180),
        *(Column(kind, f"Rated {kind.plural}", ColumnKind.NUMBER, 130) for kind in MarketKind),
        Column("all", "All rated", ColumnKind.NUMBER, 90),
    )
    rows = []
    for area in market.areas:
        rated = [market.profile(area, kind).rated for kind in MarketKind]
        known = [one for one in rated if one is not None]
        rows.append((area, *rated, sum(known) if len(known) == len(rated) else None))
    title = f"Rated services by {market.area_heading.lower()}"
    return Table(title, columns, rows, source=market.source, as_at=market.as_at, notes=market.remarks)


def _services(asked: _Asked, kind: MarketKind | None, *, dormant: bool = False) -> Table:
    """The services of the area, of one kind or of all three, with their ratings on both days; the dormant alone."""
    db, since = asked.ask.db, asked.ask.since
    is_there = _is_there(asked)
    days = [asked.day] + ([asked.before.as_at] if asked.before and asked.before.as_at else [])
    found = {
        one.id: one
        for day in reversed(days)
        for one in active_services(db, day)
        if is_there(one) and market_kind(one.kind) in ((kind,) if kind else tuple(MarketKind))
    }
    if dormant:
        idle = {one.id for one in active_services(db, asked.day) if one.dormant}
        found = {key: one for key, one in found.items() if key in idle}
    names = day_names(db, "service", found, asked.day, since=since)
    before = days[-1] if len(days) > 1 else since
    title = f"{'Dormant services' if dormant else kind.label if kind else 'Services'} in {asked.area}"
    return service_list(db, title, found.values(), names, day=asked.day, since=before, told=True)


def _is_there(asked: _Asked) -> Callable[[ActiveService], bool]:
    if asked.scope.kind is ScopeKind.DISTRICTS:
        return lambda one: one.district == asked.area and same_authority(one.authority, asked.scope.name)
    return lambda one: same_authority(one.authority, asked.area)
