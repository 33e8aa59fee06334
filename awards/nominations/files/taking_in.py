"""Writing what a file of nominations brings, after it was looked at: whole, in one change that one undo takes back."""

from dataclasses import dataclass
from datetime import datetime

from awards.nominations.files.checked import Checked, FileNomination
from awards.nominations.files.mapping import remember
from awards.nominations.nominations import add_nomination, edit_nomination
from awards.vocabulary import HowReceived
from resources.database import Database, change, new_key
from resources.database.history import ChangedSince, history_position
from resources.problem import Problem
from resources.wording import and_list, count_of, instant_text


@dataclass(frozen=True)
class Taken:
    """How many nominations came in, of how many new nominees, and how many held ones have new words."""

    nominations: int
    nominees: int
    changed: int

    @property
    def words(self) -> str:
        """Took in 12 nominations of 10 new nominees."""
        parts = []
        if self.nominations:
            of = f" with {count_of(self.nominees, 'new nominee')}" if self.nominees else ""
            parts.append(f"{count_of(self.nominations, 'nomination')}{of}")
        if self.changed:
            parts.append(f"the new words of {count_of(self.changed, 'nomination')}")
        return f"Took in {and_list(parts)}"


def take_in(db: Database, found: Checked, *, now: datetime) -> Taken:
    """Add the nominations, put changed words right where that was chosen, and remember the headings."""
    if history_position(db) != found.position:
        raise ChangedSince(
            "Something changed after this preview was made, so nothing was taken in. Look at the preview again."
        )
    if not found.new and not found.edits:
        raise Problem(f"“{found.file.name}” holds no nomination that could be added. Nothing was changed.")
    taken = Taken(len(found.new), found.nominees, found.edited)
    with change(db, f"{taken.words} from {found.file.name}"):
        file_id = _keep_file(db, found, now)
        entries: dict[str, str] = {}
        for one in found.new:
            entries[one.row_key] = _add(db, found, one, entries, file_id, now)
        for edit in found.edits:
            edit_nomination(db, edit.nomination_id, **edit.facts)
        remember(db, found.uses)
    return taken


def _add(
    db: Database, found: Checked, one: FileNomination, entries: dict[str, str], file_id: str, now: datetime
) -> str:
    """Add a nomination; the key of whom it is for."""
    made = add_nomination(
        db, found.round.id, one.draft, now=now, how=HowReceived.FILE, as_draft=one.as_draft,
        entry_id=(entries.get(one.join, one.join) or None), file_id=file_id, row_key=one.row_key,
        received_on=one.received_on, late_reason=found.choices.late_reason if one.late else "",
    )  # fmt: skip
    return made.entry_id


def _keep_file(db: Database, found: Checked, now: datetime) -> str:
    held = db.value(
        "select id from nomination_file where round_id = ? and sha256 = ?",
        (found.round.id, found.file.sha256),
    )
    if held:
        return str(held)
    key = new_key()
    db.insert_row(
        "nomination_file",
        {"id": key, "round_id": found.round.id, "name": found.file.name, "sha256": found.file.sha256,
         "rows": len(found.file.responses), "taken_in_at": instant_text(now)},
    )  # fmt: skip
    return key
