"""The door files of an event: which are out, and when each came back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from resources.attention import Attention, Urgency
from resources.database import Database
from resources.tables import Column, ColumnKind, Table
from resources.wording import as_instant, count_of, day_words, in_london


@dataclass(frozen=True)
class DoorFile:
    """One door file. `came_back` is None while it is out; `returns` counts how often it came back."""

    id: str
    event_id: str
    event: str
    label: str
    made_at: datetime
    made_by: str
    came_back: datetime | None
    returns: int
    lines: int

    @property
    def state(self) -> str:
        """Out, or back."""
        return "Out" if self.came_back is None else "Back"


COLUMNS = (
    Column("label", "Door file", width=200),
    Column("state", "State", width=64),
    Column("made_at", "Taken", ColumnKind.TIME, 150),
    Column("made_by", "By", width=140),
    Column("came_back", "Came back", ColumnKind.TIME, 150),
    Column("lines", "Lines brought back", ColumnKind.NUMBER, 96),
)


def door_files(db: Database, event_id: str = "") -> list[DoorFile]:
    """The door files of one event, or of all, in the order in which they were taken."""
    rows = db.rows(
        """select door_file.id, event_id, event.title, label, made_at, made_by,
            (select max(taken_in_at) from door_return where door_file_id = door_file.id),
            (select count(*) from door_return where door_file_id = door_file.id),
            (select coalesce(sum(lines), 0) from door_return where door_file_id = door_file.id)
        from door_file join event on event.id = event_id where :event in ('', event_id)
        order by event.starts_at, made_at, door_file.id""",
        {"event": event_id},
    )
    return [
        DoorFile(
            key, event, title, label, as_instant(made_at), by, as_instant(back) if back else None, *counts
        )
        for key, event, title, label, made_at, by, back, *counts in rows
    ]


def door_files_table(db: Database, event_id: str = "") -> Table:
    """The door files of one event, or of all with the event first."""
    found = door_files(db, event_id)
    rows = [
        (one.label, one.state, one.made_at.isoformat(), one.made_by,
         one.came_back.isoformat() if one.came_back else None, one.lines)
        for one in found
    ]  # fmt: skip
    if event_id:
        return Table("Door files", COLUMNS, rows)
    named = [(one.event, *row) for one, row in zip(found, rows, strict=True)]
    return Table("Door files", (Column("event", "Event", width=240), *COLUMNS), named)


_BRIEF = (
    Column("label", "Door file", width=170),
    Column("state", "State", width=64),
    Column("lines", "Lines back", ColumnKind.NUMBER, 84),
)


def brief_table(found: Sequence[DoorFile]) -> Table:
    """Which are out, in few words."""
    return Table("Door files", _BRIEF, [(one.label, one.state, one.lines) for one in found])


_FOR = timedelta(days=60)
"""So long after the event a door file that did not come back is asked for."""


def door_file_attention(db: Database, now: datetime) -> list[Attention]:
    """Door files that are still out once the event's day is over."""
    rows = db.rows(
        """select event.id, event.title, event.ends_at, label from door_file join event on event.id = event_id
        where event.archived_on is null and event.state <> 'cancelled'
            and not exists (select 1 from door_return where door_file_id = door_file.id)
        order by event.ends_at, label"""
    )
    today = in_london(now).date()
    lines = []
    for event_id, title, ends, label in rows:
        day = in_london(as_instant(ends)).date()
        if day < today and now - as_instant(ends) < _FOR:
            late = count_of((today - day).days, "day")
            what = f"{label} has not come back for {late}"
            detail = f"{title} was on {day_words(day)}. Its check-ins are in the file that was taken along."
            lines.append(Attention(Urgency.DUE, what, detail, "forums", event_id, "Open the event", day))
    return lines
