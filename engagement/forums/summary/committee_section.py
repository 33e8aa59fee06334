"""Forums and events for a committee: how many were held, who came, who was reached, and what became of actions.

What is told names nobody; the lists behind the figures name who came, and are marked as exempt.
"""

from collections import Counter
from datetime import date, timedelta
from functools import cache, partial

from engagement.forums.events import get
from engagement.forums.meeting.actions import all_actions
from engagement.forums.reach.standing import standing_on
from engagement.forums.sections import NAMES_EXEMPT
from engagement.forums.summary import reading
from engagement.forums.summary.answering import PeriodSummary, period_summary
from engagement.forums.summary.reading import PeriodEvent, Place
from engagement.forums.summary.sections import (
    actions_in_words,
    held_told,
    period_words,
    quarter_blocks,
    reach_told,
)
from engagement.forums.summary.tables import events_table, reached_table
from engagement.forums.vocabulary import Confidentiality
from engagement.register.facts import key_list
from engagement.register.vocabulary import NO_DISTRICT
from resources.database import Database
from resources.report.blocks import Block, Heading, TableBlock
from resources.report.committee.section import Ask, Choice, NothingToTell, Section, SectionRecord
from resources.report.committee.telling import bullets, paragraph
from resources.report.exemption import Exemption
from resources.report.told import Rows, Told, joined
from resources.spans import Span
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import date_words
from resources.words import Word

TITLE = "Provider forums and events"
WHO_CAME = Exemption(
    3, "Which providers came to meetings, and which did not, tells of their business affairs by name."
)
_N = ColumnKind.NUMBER


class Reach(Word):
    """By what the services reached are shown in a table."""

    DISTRICT = "district", "By district"
    KIND = "kind", "By kind of service"
    BOTH = "both", "By both"
    NONE = "none", "In sentences alone"


_BY: dict[str, tuple[str, ...]] = {
    Reach.DISTRICT: ("District",),
    Reach.KIND: ("Kind of service",),
    Reach.BOTH: ("Kind of service", "District"),
    Reach.NONE: (),
}
_OF_EVENTS = ("held", "confidential", "cancelled")
IN_SENTENCES, IN_A_TABLE = "sentences", "table"


def make(ask: Ask) -> Section:
    """The section, public by construction. A period without any event is told as one."""
    if not ask.db.value("select exists (select 1 from event)"):
        raise NothingToTell(
            "No forum or event is kept. Plan one on the page Forums, and take its attendance."
        )
    found = period_summary(ask.db, ask.span.first, ask.span.last, today=ask.today)
    blocks: list[Block] = [Heading(TITLE, 2), *_held(found)]
    if found.now.kinds:
        blocks += [*_events(found), *_reached(ask, found)]
        if ask.options.get("quarters") == IN_A_TABLE:
            blocks += quarter_blocks(found)
    if found.actions.any:
        blocks.append(paragraph(joined("actions", [actions_in_words(found)])))
    return Section(blocks=tuple(blocks), as_at=f"events from {period_words(found)}", rows=_rows(ask, found))


def choices(_ask: Ask) -> tuple[Choice, ...]:
    """How reach and the quarters are shown."""
    return (
        Choice("reach", "Services reached", {one.value: one.label for one in Reach}),
        Choice("quarters", "Quarters", {IN_SENTENCES: "Left out", IN_A_TABLE: "As a chart and a table"}),
    )


RECORD = SectionRecord(
    "forums",
    TITLE,
    "Forums and events of the period: how many were held, who came and who was reached, and what became of actions.",
    make,
    choices,
)


def _held(found: PeriodSummary) -> list[Block]:
    """The events as one paragraph, the people and the year before as another."""
    told = held_told(found)
    first = [one for one in told if one.key in _OF_EVENTS]
    then = [one for one in told if one.key not in _OF_EVENTS]
    blocks: list[Block] = [paragraph(joined("held", first))]
    return [*blocks, paragraph(joined("people", then))] if then else blocks


def _events(found: PeriodSummary) -> list[Block]:
    table = events_table(found)
    alt = "For each kind of event how many were held and cancelled, and attendances."
    return [TableBlock(table, alt)] if table.rows else []


def _reached(ask: Ask, found: PeriodSummary) -> list[Block]:
    if not found.now.met:
        return []
    lead = Told("reach_lead", "Providers and services were reached as follows:")
    blocks: list[Block] = [paragraph(lead, leads=True), bullets("reach", reach_told(found))]
    for by in _BY.get(ask.options.get("reach", ""), _BY[Reach.DISTRICT]):
        table = reached_table(found, by)
        if table.rows:
            alt = f"Services that came, services in the register and the share of them, by {by.lower()}."
            blocks.append(TableBlock(table, alt))
    return blocks


# --- the rows behind the figures --------------------------------------------------------------------------


def _rows(ask: Ask, found: PeriodSummary) -> dict[str, Rows]:
    span = found.now.span

    @cache
    def read() -> tuple[list[PeriodEvent], list[Place]]:
        events = reading.events_in(ask.db, span)
        return events, reading.places_at(ask.db, events)

    rows: dict[str, Rows] = {
        "events": lambda: _events_table(ask.db, *read(), span),
        "people": lambda: _people_table(ask.db, read()[1], span),
        "services": lambda: _services_table(ask.db, read()[1], found),
        "actions": partial(_actions_table, ask.db, span),
    }
    if found.before is not None:
        rows["before"] = partial(_before_table, ask.db, found.before.span)
    return rows


def _before_table(db: Database, span: Span) -> Table:
    events = reading.events_in(db, span)
    return _events_table(db, events, reading.places_at(db, events), span)


def _events_table(db: Database, events: list[PeriodEvent], places: list[Place], span: Span) -> Table:
    """Every event of a period by what it may be called in public, with how many came."""
    came = Counter(one.event_id for one in places if one.came)
    had = Counter(one.event_id for one in places if one.had_place)
    missed = Counter(one.event_id for one in places if one.no_show)
    rows: list[tuple[Cell, ...]] = []
    for one in events:
        told = one.met and one.is_open_to_figures
        counts = (came[one.id], had[one.id], missed[one.id]) if told else (None, None, None)
        state = "Held" if one.met else one.state.label
        rows.append((one.day.isoformat(), one.kind.label, _title(db, one), state, *counts))
    columns = (
        Column("day", "Day", ColumnKind.DATE, 110),
        Column("kind", "Kind", width=170),
        Column("title", "Event", width=250),
        Column("state", "State", ColumnKind.STATUS, 100),
        Column("came", "Attendances", _N, 100),
        Column("had_place", "Had a place", _N, 100),
        Column("no_show", "Did not come", _N, 110),
    )
    return Table(f"Events from {span.words}", columns, rows, as_at=span.last)


def _title(db: Database, event: PeriodEvent) -> str:
    """Its own where nobody's name is withheld; otherwise its kind says enough."""
    is_open = event.openness is Confidentiality.OPEN
    return get(db, event.id).title if is_open else event.kind.label


def _people_table(db: Database, places: list[Place], span: Span) -> Table:
    """Everybody who came, with how often: exempt."""
    times = Counter((one.contact_id, one.provider_id) for one in places if one.came)
    names, providers = (
        dict(
            db.rows(
                f"select id, name from {table} where id in (select value from json_each(?))",
                (key_list(key[place] for key in times),),
            )
        )
        for place, table in enumerate(("contact", "provider"))
    )
    rows: list[tuple[Cell, ...]] = sorted(
        (names.get(person, ""), providers.get(provider, ""), number)
        for (person, provider), number in times.items()
    )
    columns = (
        Column("name", "Name", width=180),
        Column("organisation", "Organisation", width=230),
        Column("times", "Times", _N, 80),
    )
    return Table(f"People who came from {span.words}", columns, rows, as_at=span.last, exempt=NAMES_EXEMPT)


def _services_table(db: Database, places: list[Place], found: PeriodSummary) -> Table:
    """The services in the register on the last day, and how often somebody of each came: exempt."""
    span = found.now.span
    of_service = Counter(one.service_id for one in places if one.came)
    of_provider = Counter(one.provider_id for one in places if one.came)
    rows: list[tuple[Cell, ...]] = sorted(
        (one.name, one.provider, kind.label, one.district or NO_DISTRICT, of_service[one.id],
         of_provider[one.provider_id])
        for one in reading.records(db, span, found.authorities)
        for kind, why in [standing_on(one, span.last.isoformat())]
        if why is None
    )  # fmt: skip
    columns = (
        Column("service", "Service", width=200),
        Column("provider", "Provider", width=200),
        Column("kind", "Kind of service", width=130),
        Column("district", "District", width=130),
        Column("came", "Attendances of the service", _N, 120),
        Column("of_provider", "Attendances of the provider", _N, 120),
    )
    notes = ("Confidential meetings are left out.",)
    title = f"Services in the register on {date_words(span.last)}"
    return Table(title, columns, rows, as_at=span.last, notes=notes, exempt=WHO_CAME)


def _actions_table(db: Database, span: Span) -> Table:
    """The actions behind the figures: those raised by the last day and not closed before the first."""
    eve = span.first - timedelta(days=1)
    rows: list[tuple[Cell, ...]] = [
        (one.raised_on.isoformat(), one.text, one.status.label, _day(one.closed_on, span.last))
        for one in all_actions(db)
        if not one.exempt and one.raised_on <= span.last and (one.closed_on is None or one.closed_on > eve)
    ]
    columns = (
        Column("raised_on", "Raised", ColumnKind.DATE, 110),
        Column("what", "Action", width=320),
        Column("status", "State", ColumnKind.STATUS, 120),
        Column("closed_on", "Closed", ColumnKind.DATE, 110),
    )
    return Table("Actions of meetings", columns, rows, as_at=span.last, exempt=NAMES_EXEMPT)


def _day(closed: date | None, last: date) -> str | None:
    return closed.isoformat() if closed and closed <= last else None
