"""Which files of attendance were taken in, for which event, when, and what came of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from engagement.forums.groups import event_confidentiality, marked
from engagement.forums.online.vocabulary import Decision, Layout
from resources.database import Database
from resources.tables import Column, ColumnKind, Table
from resources.wording import as_instant


@dataclass(frozen=True)
class FileHeld:
    """One file that was taken in for an event."""

    id: str
    event_id: str
    event: str
    name: str
    layout: Layout
    title: str
    starts: datetime | None
    ends: datetime | None
    least_minutes: int
    taken_in_at: datetime
    attended: int
    too_short: int
    left_out: int


_SELECT = """select file.id, file.event_id, event.title, file.name, file.layout, file.meeting_title, file.starts_at,
    file.ends_at, file.least_minutes, file.taken_in_at,
    (select count(*) from online_attendance where online_file_id = file.id and decision = ?),
    (select count(*) from online_attendance where online_file_id = file.id and decision = ?),
    (select count(*) from online_attendance where online_file_id = file.id and decision in (?, ?))
    from online_file as file join event on event.id = file.event_id"""
_COUNTED = tuple(
    one.value for one in (Decision.ATTENDED, Decision.TOO_SHORT, Decision.LEFT_OUT, Decision.BOOKED)
)


def files_of_event(db: Database, event_id: str) -> list[FileHeld]:
    """What was taken in for an event, the newest first."""
    rows = db.rows(
        f"{_SELECT} where file.event_id = ? order by file.taken_in_at desc, file.id desc",
        (*_COUNTED, event_id),
    )
    return [_held(row) for row in rows]


def same_file(db: Database, sha256: str) -> list[FileHeld]:
    """Where this very file was taken in before, whatever it was called then."""
    rows = db.rows(f"{_SELECT} where file.sha256 = ? order by file.taken_in_at, file.id", (*_COUNTED, sha256))
    return [_held(row) for row in rows]


def _held(row: tuple) -> FileHeld:  # type: ignore[type-arg]
    return FileHeld(
        row[0], row[1], row[2], row[3], Layout(row[4]), row[5], as_instant(row[6]) if row[6] else None,
        as_instant(row[7]) if row[7] else None, row[8], as_instant(row[9]), row[10], row[11], row[12],
    )  # fmt: skip


HELD_COLUMNS = (
    Column("name", "File", width=230),
    Column("attended", "Attended", ColumnKind.NUMBER, 92),
    Column("too_short", "Too short", ColumnKind.NUMBER, 92),
    Column("left_out", "Left out", ColumnKind.NUMBER, 86),
    Column("taken_in_at", "Taken in", ColumnKind.TIME, 160),
    Column("title", "Meeting", width=220),
    Column("starts_at", "Began", ColumnKind.TIME, 160),
    Column("least", "Least minutes", ColumnKind.NUMBER, 126),
    Column("layout", "Made by", width=260),
)


def held_table(files: Sequence[FileHeld], title: str = "Online attendance taken in") -> Table:
    """A row each."""
    return Table(
        title,
        HELD_COLUMNS,
        [
            (
                one.name, one.attended, one.too_short, one.left_out, one.taken_in_at.isoformat(), one.title,
                one.starts.isoformat() if one.starts else None, one.least_minutes, one.layout.label,
            )
            for one in files
        ],
    )  # fmt: skip


PEOPLE_COLUMNS = (
    Column("name", "Shown as", width=200),
    Column("decision", "Outcome", ColumnKind.STATUS, 112),
    Column("minutes", "Minutes", ColumnKind.NUMBER, 84),
    Column("contact", "Contact", width=180),
    Column("joins", "Joins", ColumnKind.NUMBER, 64),
)


def people_table(db: Database, file_id: str) -> Table:
    """Everybody whom one file named, in its order."""
    rows = db.rows(
        """select shown_name, decision, seconds / 60, coalesce(contact.name, ''), joins from online_attendance
        left join participant on participant.id = participant_id left join contact on contact.id = contact_id
        where online_file_id = ? order by online_attendance.id""",
        (file_id,),
    )
    lines = [(row[0], Decision(row[1]).label, *row[2:]) for row in rows]
    event_id = str(db.value("select event_id from online_file where id = ?", (file_id,)))
    return marked(Table("People of the file", PEOPLE_COLUMNS, lines), event_confidentiality(db, event_id))


def attended_seconds(db: Database, event_id: str) -> dict[str, int]:
    """How long each participant attended an event by its meetings' own files, several joins of one added up."""
    rows = db.rows(
        """select participant_id, sum(seconds) from online_attendance
        where event_id = ? and participant_id is not null and decision = ? group by participant_id""",
        (event_id, Decision.ATTENDED.value),
    )
    return {str(key): int(seconds) for key, seconds in rows}
