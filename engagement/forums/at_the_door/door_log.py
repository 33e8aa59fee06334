"""The door's log read: the last act that stands, and every in, out and undo in the order in which they were written."""

from datetime import datetime

from engagement.forums import events
from engagement.forums.groups import marked
from engagement.forums.people.participants import LogLine
from engagement.forums.vocabulary import LogKind, LogList
from resources.database import Database
from resources.tables import Column, ColumnKind, Table
from resources.words import sql_text

COLUMNS = (
    Column("seq", "No.", ColumnKind.NUMBER, 50),
    Column("at", "When", ColumnKind.TIME, 150),
    Column("kind", "What", width=80),
    Column("name", "Who", width=180),
    Column("provider", "Provider", width=200),
    Column("undone", "Taken back", ColumnKind.FLAG, 90),
    Column("by", "Written by", width=140),
    Column("device", "Computer", width=120),
    Column("list", "List", width=70),
)


def log_table(db: Database, event_id: str) -> Table:
    """Every line of an event's log. The number is the order: a clock may have been wrong."""
    rows = db.rows(
        """select line.seq, line.at, line.kind, contact.name, provider.name,
            exists (select 1 from check_in where undoes_id = line.id), line.by, line.device, line.list
        from check_in as line join participant on participant.id = line.participant_id
        join contact on contact.id = participant.contact_id
        join provider on provider.id = participant.provider_id
        where line.event_id = ? order by line.seq, line.id""",
        (event_id,),
    )
    event = events.get(db, event_id)
    lines = [(*row[:2], LogKind(row[2]).label, *row[3:]) for row in rows]
    return marked(Table(f"The door of {event.title}", COLUMNS, lines), event.openness)


def last_act(db: Database, event_id: str) -> list[LogLine]:
    """The lines that the last act wrote and that still stand, newest first; a file taken in is no act at the door."""
    rows = db.rows(
        f"""select id, participant_id, kind, at, nonce from check_in as line where event_id = ? and kind <> 'undo'
        and list <> {sql_text(LogList.ONLINE)}
        and not exists (select 1 from check_in where undoes_id = line.id) order by seq desc, id desc limit 500""",
        (event_id,),
    )
    return [
        LogLine(row[0], row[1], LogKind(row[2]), datetime.fromisoformat(row[3]), row[4])
        for row in rows
        if row[4] == rows[0][4]
    ]


def is_written(db: Database, participant_id: str, kind: LogKind, *, nonce: str) -> bool:
    """Whether an act has written its line of somebody already."""
    return bool(
        db.value(
            "select exists (select 1 from check_in where nonce = ? and participant_id = ? and kind = ?)",
            (nonce, participant_id, kind.value),
        )
    )


def next_number(db: Database, event_id: str) -> int:
    """The number of the line to come."""
    return int(db.value("select coalesce(max(seq), 0) + 1 from check_in where event_id = ?", (event_id,)))
