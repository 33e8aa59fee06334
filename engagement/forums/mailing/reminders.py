"""Who has not answered: since when, when they were last written to and how, and which offers run out."""

from datetime import datetime

from engagement.forums.events import Event
from engagement.forums.groups import marked
from engagement.forums.mailing.recipients import Correspondent, correspondents, days_since
from engagement.forums.mailing.vocabulary import UNANSWERED
from engagement.forums.vocabulary import Confidentiality, ParticipantStatus
from resources.database import Database
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import count_of, in_london, moment_short

COLUMNS = (
    Column("name", "Name", width=170),
    Column("home", "Organisation", width=200),
    Column("status", "Status", ColumnKind.STATUS, width=140),
    Column("event", "Event", width=220),
    Column("invited", "Invited", ColumnKind.DATE, width=110),
    Column("days", "Days since", ColumnKind.NUMBER, width=90),
    Column("written", "Last written to", ColumnKind.DATE, width=120),
    Column("written_days", "Days since then", ColumnKind.NUMBER, width=100),
    Column("how", "By what", width=170),
    Column("offer", "Offer stands until", width=150),
    Column("reach", "Can be reached by", width=130),
)


def unanswered(db: Database, event_id: str) -> list[Correspondent]:
    """Those who owe an answer: who was never written to first, then who has waited longest."""
    owing = [one for one in correspondents(db, event_id) if one.person.status in UNANSWERED]
    return sorted(owing, key=_urgency)


def _urgency(one: Correspondent) -> tuple[bool, str, str, str]:
    offered = one.person.status is ParticipantStatus.PLACE_OFFERED
    return not offered, one.written.at if one.written else "", one.person.name, one.person.id


def reminders_table(db: Database, some: list[Event], *, now: datetime) -> Table:
    """Everybody who owes an answer to some events."""
    rows = [_row(one, event, now) for event in some for one in unanswered(db, event.id)]
    said = count_of(len(rows), "person has not answered", "people have not answered")
    title = f"Not answered: {some[0].title}" if len(some) == 1 else "Not answered"
    table = Table(title, COLUMNS, rows, base=f"{said}.", as_at=in_london(now).date())
    closed = (event.openness for event in some if event.openness is not Confidentiality.OPEN)
    return marked(table, next(closed, Confidentiality.OPEN))


def _row(one: Correspondent, event: Event, now: datetime) -> tuple[Cell, ...]:
    person, written = one.person, one.written
    return (
        person.name,
        person.home,
        person.status.label,
        event.title,
        _day(person.invited_at),
        days_since(person.invited_at, now),
        _day(written.at if written else None),
        days_since(written.at if written else None, now),
        written.words if written else "Not written to yet",
        moment_short(person.offer_expires_at) if person.offer_expires_at else "",
        one.reachable if one.consent.allows_contact else "Not to be contacted",
    )


def _day(moment: str | None) -> str | None:
    return in_london(moment).date().isoformat() if moment else None
