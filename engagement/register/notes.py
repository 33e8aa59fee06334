"""Dated notes on a provider or on one of its services, with who wrote them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from engagement.register import facts
from resources.database import Database, change, new_key
from resources.wording import instant_text

_COLUMNS = ("id", "provider_id", "service_id", "written_at", "written_by", "text")


@dataclass(frozen=True)
class Note:
    """What somebody wrote. `service_id` is None where it concerns the provider as a whole."""

    id: str
    provider_id: str
    service_id: str | None
    written_at: datetime
    written_by: str
    text: str


def _note(row: tuple[Any, ...]) -> Note:
    return Note(row[0], row[1], row[2], datetime.fromisoformat(row[3]), row[4], row[5])


def note(db: Database, key: str) -> Note:
    """The note with this key."""
    row = db.row(f"select {', '.join(_COLUMNS)} from note where id = ?", (key,))
    if row is None:
        raise LookupError(f"there is no note {key}")
    return _note(row)


def write_note(db: Database, provider: str, text: str, *, now: datetime, service: str | None = None) -> Note:
    """Write a note in the name of the person at the desk."""
    cells = {
        "id": new_key(),
        "provider_id": provider,
        "service_id": service,
        "written_at": instant_text(now),
        "written_by": db.who,
        **facts.checked("note", {"text": text}),
    }
    with change(db, f"Wrote a note on {_subject(db, provider, service)}"):
        db.insert_row("note", cells)
    return note(db, str(cells["id"]))


def edit_note(db: Database, key: str, text: str) -> Note:
    """Put a note's text right; who wrote it and when stays, and the history keeps the old text."""
    before = note(db, key)
    cells = facts.checked("note", {"text": text})
    with change(db, f"Changed a note on {_subject(db, before.provider_id, before.service_id)}"):
        db.update_row("note", key, cells)
    return note(db, key)


def remove_note(db: Database, key: str) -> None:
    """Take a note away; undo brings it back."""
    before = note(db, key)
    with change(db, f"Removed a note on {_subject(db, before.provider_id, before.service_id)}"):
        db.delete_row("note", key)


def notes_on_provider(db: Database, provider: str) -> list[Note]:
    """Every note on a provider and its services, newest first."""
    rows = db.rows(
        f"select {', '.join(_COLUMNS)} from note where provider_id = ? order by written_at desc, id desc",
        (provider,),
    )
    return [_note(row) for row in rows]


def _subject(db: Database, provider: str, service: str | None) -> str:
    table, key = ("service", service) if service else ("provider", provider)
    return str(db.value(f"select name from {table} where id = ?", (key,)))
