"""Notes of the panel on a nominee: who wrote what when. The team's own; no paper has them but the exempt one."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from awards.nominations.entries import Entry, entry
from awards.rounds.rounds import award_round, refuse_archived
from resources.database import Database, change, new_key
from resources.problem import FieldProblem
from resources.rows import columns_of, made, refuse_empty
from resources.wording import instant_text

MOST_LETTERS = 5000


@dataclass(frozen=True)
class PanelNote:
    """One note."""

    id: str
    entry_id: str
    at: datetime
    by: str
    text: str


_COLUMNS = columns_of(PanelNote)


def _note(row: tuple[Any, ...]) -> PanelNote:
    return made(PanelNote, row, at=datetime.fromisoformat)


def note(db: Database, key: str) -> PanelNote:
    """The one with this key."""
    row = db.row(f"select {_COLUMNS} from panel_note where id = ?", (key,))
    if row is None:
        raise LookupError(f"there is no note {key}")
    return _note(row)


def notes_of(db: Database, entry_id: str) -> list[PanelNote]:
    """Those on a nominee, the first one first."""
    rows = db.rows(f"select {_COLUMNS} from panel_note where entry_id = ? order by at, id", (entry_id,))
    return [_note(row) for row in rows]


def add_note(db: Database, entry_id: str, text: str, *, now: datetime) -> PanelNote:
    """Write one."""
    who = _about(db, entry_id)
    _check(text)
    key = new_key()
    with change(db, f"Noted something on {who.nominee}"):
        db.insert_row(
            "panel_note",
            {"id": key, "entry_id": entry_id, "at": instant_text(now), "by": db.who, "text": text.strip()},
        )
    return note(db, key)


def edit_note(db: Database, key: str, text: str) -> PanelNote:
    """Put its words right; when and by whom it was written stays."""
    who = _about(db, note(db, key).entry_id)
    _check(text)
    with change(db, f"Changed a note on {who.nominee}"):
        db.update_row("panel_note", key, {"text": text.strip()})
    return note(db, key)


def remove_note(db: Database, key: str) -> None:
    """Take it out; its history stays."""
    who = _about(db, note(db, key).entry_id)
    with change(db, f"Removed a note on {who.nominee}"):
        db.delete_row("panel_note", key)


def _about(db: Database, entry_id: str) -> Entry:
    """Whom a note is on, in a round that was not put away."""
    who = entry(db, entry_id)
    refuse_archived(award_round(db, who.round_id))
    return who


def _check(text: str) -> None:
    refuse_empty("text", text, "Note: nothing is written. Write what the panel said.")
    if len(text) > MOST_LETTERS:
        raise FieldProblem(
            "text", f"Note: {len(text):,} letters, and {MOST_LETTERS:,} is the most. Say it shorter."
        )
