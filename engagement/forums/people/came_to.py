"""What a provider's people were asked to and came to, for the register's pages."""

from dataclasses import dataclass

from engagement.forums.people.participants import UNDONE_WALK_IN
from engagement.forums.vocabulary import ParticipantStatus
from resources.database import Database
from resources.tables import Column, ColumnKind, Table


@dataclass(frozen=True)
class CameTo:
    """One person at one event. `starts_at` is an instant as it is kept."""

    event_id: str
    title: str
    starts_at: str
    contact_id: str
    name: str
    status: ParticipantStatus


def came_to(db: Database, *, provider: str = "", contact: str = "", limit: int = 50) -> list[CameTo]:
    """The newest events that a provider's people, or one person, were asked to; with what became of it.

    What people came to for the provider counts, whomever they work for now.
    """
    asked = {"participant.provider_id": provider, "participant.contact_id": contact}
    where = " and ".join(f"{column} = ?" for column, key in asked.items() if key) or "1"
    rows = db.rows(
        "select event.id, event.title, event.starts_at, contact.id, contact.name, participant.status "
        "from participant join event on event.id = participant.event_id "
        "join contact on contact.id = participant.contact_id "
        f"where {where} and not {UNDONE_WALK_IN} order by event.starts_at desc, contact.name, participant.id limit ?",
        (*filter(None, asked.values()), limit),
    )
    return [CameTo(row[0], row[1], row[2], row[3], row[4], ParticipantStatus(row[5])) for row in rows]


def came_to_table(lines: list[CameTo], *, with_names: bool = True) -> Table:
    """The same as a table."""
    who = (Column("who", "Who", width=130),) if with_names else ()
    columns = (
        Column("event", "Event", width=186),
        Column("status", "Status", ColumnKind.STATUS, 112),
        *who,
        Column("at", "When", ColumnKind.TIME, 150),
    )
    return Table(
        "Forums",
        columns,
        [
            (line.title, line.status.label, *((line.name,) if with_names else ()), line.starts_at)
            for line in lines
        ],
    )
