"""Everybody at an event as one table: where they stand, what was written to them, how they can be reached."""

from collections.abc import Sequence
from datetime import datetime

from engagement.forums.events import Event
from engagement.forums.groups import marked
from engagement.forums.mailing.recipients import Correspondent, barred, days_since
from engagement.forums.mailing.vocabulary import UNANSWERED, Way
from engagement.forums.vocabulary import EventState
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import count_of, in_london, moment_short

COLUMNS = (
    Column("name", "Name", width=155),
    Column("status", "Status", ColumnKind.STATUS, width=140),
    Column("home", "Organisation", width=180),
    Column("written", "Last written to", ColumnKind.DATE, width=125),
    Column("days", "Days since", ColumnKind.NUMBER, width=75),
    Column("how", "By what", width=160),
    Column("reach", "Can be reached by", width=135),
    Column("left_out", "Why left out", width=230),
    Column("offer", "Offer stands until", width=150),
)
NOT_YET = "Not written to yet"


def overview_row(one: Correspondent, now: datetime) -> tuple[Cell, ...]:
    """One person's line."""
    person, written = one.person, one.written
    return (
        person.name,
        person.status.label,
        person.home,
        in_london(written.at).date().isoformat() if written else None,
        days_since(written.at if written else None, now),
        written.words if written else NOT_YET,
        one.reachable if one.consent.allows_contact and not one.archived else "",
        barred(one, Way.MAIL_MERGE),
        moment_short(person.offer_expires_at) if person.offer_expires_at else "",
    )


def overview_table(event: Event, rows: Sequence[tuple[Cell, ...]], what: str) -> Table:
    """Lines of people of one event; `what` says which."""
    return marked(Table(f"{what}: {event.title}", COLUMNS, rows, as_at=event.day), event.openness)


def overview_words(people: Sequence[Correspondent], event: Event) -> str:
    """How many owe an answer, were not written to, and cannot be; once it is over or cancelled nobody owes one."""
    out = [one for one in people if barred(one, Way.MAIL_MERGE)]
    cannot = f"{count_of(len(out), 'person', 'people')} cannot be written to"
    if event.state is not EventState.PLANNED:
        return f"{cannot}." if out else ""
    owing = [one for one in people if one.person.status in UNANSWERED]
    unwritten = [one for one in owing if one.written is None]
    parts = [count_of(len(owing), "person has not answered", "people have not answered")]
    if unwritten:
        parts.append(f"{count_of(len(unwritten), 'of them has', 'of them have')} not been written to yet")
    if out:
        parts.append(cannot)
    return "; ".join(parts) + "."
