"""Series: what is the same from one event to the next, so that the next is planned with a day alone."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from datetime import time as clock_time
from typing import Any

from engagement.forums import events
from engagement.forums.events import EventDraft
from engagement.forums.people.audience_rule import AudienceRule, read_rule, to_text
from engagement.forums.vocabulary import EventKind
from resources.database import Database, change, new_key
from resources.problem import FieldProblem
from resources.wording import in_london, month_words


@dataclass(frozen=True)
class SeriesDraft:
    """What a person says of a series. The title may hold {month} and {year}; times are London clock times."""

    name: str
    kind: EventKind
    title: str
    start: clock_time
    end: clock_time
    place: str = ""
    online_link: str = ""
    capacity: int | None = None
    audience: AudienceRule = AudienceRule()  # noqa: RUF009 a frozen value


@dataclass(frozen=True, kw_only=True)
class Series(SeriesDraft):
    """A series, and the template of its next event."""

    id: str
    archived_on: date | None = None


_COLUMNS = "id, name, kind, title, start_time, end_time, place, online_link, capacity, audience, archived_on"


def get(db: Database, series_id: str) -> Series:
    """One series."""
    row = db.row(f"select {_COLUMNS} from series where id = ?", (series_id,))
    if row is None:
        raise LookupError(f"there is no series {series_id}")
    return _series(row)


def all_series(db: Database, *, archived: bool = False) -> list[Series]:
    """Every series by name."""
    rows = db.rows(
        f"select {_COLUMNS} from series where (? or archived_on is null) order by name, id", (archived,)
    )
    return [_series(row) for row in rows]


def _series(row: tuple[Any, ...]) -> Series:
    return Series(
        id=row[0], name=row[1], kind=EventKind(row[2]), title=row[3], start=clock_time.fromisoformat(row[4]),
        end=clock_time.fromisoformat(row[5]), place=row[6], online_link=row[7], capacity=row[8],
        audience=read_rule(row[9]), archived_on=date.fromisoformat(row[10]) if row[10] else None,
    )  # fmt: skip


def add_series(db: Database, draft: SeriesDraft) -> str:
    """Add a series, and return its key."""
    values = _values(draft)
    key = new_key()
    with change(db, f"Added the series {draft.name.strip()}"):
        db.insert_row("series", {"id": key, **values})
    return key


def edit_series(db: Database, series_id: str, draft: SeriesDraft) -> None:
    """Change what the next events of a series will be like; those planned stay as they are."""
    values = _values(draft)
    with change(db, f"Changed the series {draft.name.strip()}"):
        db.update_row("series", series_id, values)


def archive_series(db: Database, series_id: str, *, on: date) -> None:
    """Put a series away; its events stay."""
    with change(db, f"Archived the series {get(db, series_id).name}"):
        db.update_row("series", series_id, {"archived_on": on.isoformat()})


def restore_series(db: Database, series_id: str) -> None:
    """Take a series out of the archive."""
    with change(db, f"Restored the series {get(db, series_id).name}"):
        db.update_row("series", series_id, {"archived_on": None})


def next_draft(series: Series, day: date) -> EventDraft:
    """The event of the series on a day, to be looked at before it is planned."""
    starts, ends = events.instants(day, series.start, series.end)
    return EventDraft(
        kind=series.kind, title=title_on(series.title, day), starts=starts, ends=ends, place=series.place,
        online_link=series.online_link, capacity=series.capacity, audience=series.audience, series_id=series.id,
    )  # fmt: skip


def plan_next(db: Database, series_id: str, day: date) -> str:
    """Plan the series' event on a day, and return its key."""
    return events.plan_event(db, next_draft(get(db, series_id), day))


def series_from_event(db: Database, event_id: str, name: str) -> str:
    """Make a series of which the event is the first, and return its key."""
    event = events.get(db, event_id)
    starts, ends = in_london(event.starts), in_london(event.ends)
    draft = SeriesDraft(
        name=name, kind=event.kind, title=pattern_of(event.title, event.starts), start=starts.time(),
        end=ends.time(), place=event.place, online_link=event.online_link, capacity=event.capacity,
        audience=event.audience,
    )  # fmt: skip
    values = _values(draft)
    key = new_key()
    with change(db, f"Made a series of {event.title}"):
        db.insert_row("series", {"id": key, **values})
        db.update_row("event", event_id, {"series_id": key})
    return key


def title_on(pattern: str, day: date) -> str:
    """The title with the day's month and year in place of {month} and {year}."""
    month, year = month_words(day).split()
    return pattern.replace("{month}", month).replace("{year}", year)


def pattern_of(title: str, starts: datetime) -> str:
    """The title with {month} and {year} where it names those of its day."""
    month, year = month_words(in_london(starts)).split()
    return re.sub(rf"\b{year}\b", "{year}", re.sub(rf"\b{month}\b", "{month}", title))


def _values(draft: SeriesDraft) -> dict[str, str | int | None]:
    if not draft.name.strip():
        raise FieldProblem("name", "The series has no name. Write one, such as “Quarterly provider forum”.")
    if not draft.title.strip():
        raise FieldProblem(
            "title", "The series has no title. Write one, such as “Provider forum, {month} {year}”."
        )
    if draft.end <= draft.start:
        raise FieldProblem("end", "The events would end before they begin. Choose an end after the start.")
    if draft.capacity is not None and draft.capacity < 1:
        raise FieldProblem("capacity", "Places are 1 or more. Leave the field empty when there is no limit.")
    return {
        "name": draft.name.strip(),
        "kind": draft.kind.value,
        "title": draft.title.strip(),
        "start_time": draft.start.isoformat("minutes"),
        "end_time": draft.end.isoformat("minutes"),
        "place": draft.place.strip(),
        "online_link": draft.online_link.strip(),
        "capacity": draft.capacity,
        "audience": to_text(draft.audience),
    }
