"""Actions as a table, on screen and to take away."""

from collections.abc import Sequence
from datetime import date, datetime

from engagement.forums.groups import event_confidentiality, exemption_of
from engagement.forums.meeting.actions import STANDINGS_OPEN, ForumAction, carried
from engagement.forums.meeting.papers import ITEM_EXEMPT
from resources.database import Database
from resources.report.exemption import Exemption
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import count_of, in_london

ACTION_COLUMNS = (
    Column("status", "Status", ColumnKind.STATUS, width=126),
    Column("text", "Action", width=300),
    Column("owner", "Owner", width=140),
    Column("due_on", "Due", ColumnKind.DATE, width=100),
    Column("carried", "Carried", ColumnKind.NUMBER, width=76),
    Column("series", "Series", width=200),
    Column("event", "Raised at", width=220),
    Column("raised_on", "Raised", ColumnKind.DATE, width=100),
    Column("closed_on", "Closed", ColumnKind.DATE, width=100),
)


def in_order(found: Sequence[ForumAction], today: date) -> list[ForumAction]:
    """Overdue first, then as they fall due, then those without a day, then what is closed."""
    closed = len(STANDINGS_OPEN)

    def place(one: ForumAction) -> tuple[int, date, date]:
        said = one.standing(today)
        rank = STANDINGS_OPEN.index(said) if said in STANDINGS_OPEN else closed
        return rank, one.due_on or date.max, one.raised_on

    return sorted(found, key=place)


def action_rows(db: Database, found: Sequence[ForumAction], *, now: datetime) -> list[tuple[Cell, ...]]:
    """A row each, in the order given."""
    today, times = in_london(now).date(), carried(db, found, until=now)
    return [
        (
            one.standing(today),
            one.text,
            one.owner,
            _day(one.due_on),
            times[one.id],
            one.series,
            one.event,
            _day(one.raised_on),
            _day(one.closed_on),
        )
        for one in found
    ]


def actions_table(db: Database, found: Sequence[ForumAction], *, now: datetime) -> Table:
    """Overdue first."""
    today = in_london(now).date()
    rows = action_rows(db, in_order(found, today), now=now)
    note = "“Carried” is the number of meetings since the one that raised the action."
    base = f"{count_of(len(rows), 'action')}."
    exempt = exemption_of_actions(db, found)
    return Table("Actions", ACTION_COLUMNS, rows, base=base, as_at=today, notes=(note,), exempt=exempt)


def exemption_of_actions(db: Database, found: Sequence[ForumAction]) -> Exemption | None:
    """Why a list of these actions is not for publication: what they are about, or who is named as their owner."""
    if any(one.exempt for one in found):
        return ITEM_EXEMPT
    owned_at = {one.event_id for one in found if one.owner}
    closed = (exemption_of(event_confidentiality(db, key)) for key in sorted(owned_at))
    return next(filter(None, closed), None)


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
