"""Taking a door file: a stripped copy for a laptop, the copy kept of it, and its row in the office's file."""

import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from engagement.forums import events
from engagement.forums.door_files import kept
from engagement.forums.door_files.mark import Mark, mark_of
from engagement.forums.door_files.stripping import strip
from engagement.forums.vocabulary import EventState
from resources.database import Database, change, new_key
from resources.database.copying import copy_in_memory, copy_without_free_pages, file_of
from resources.database.engine import connect
from resources.database.migrations import versions
from resources.files.replacing import safe_write
from resources.files.sha256 import sha256_of
from resources.problem import FieldProblem, Problem
from resources.wording import instant_text


@dataclass(frozen=True)
class Made:
    """A door file that stands at `path`; the office's file does not know of it yet."""

    mark: Mark
    path: Path
    sha256: str


def take(db: Database, event_id: str, *, label: str, target: Path, now: datetime) -> Made:
    """Make a door file and note it."""
    made = make(db, event_id, label=label, target=target, now=now, who=db.who)
    record(db, made)
    return made


def check(db: Database, event_id: str, *, label: str) -> None:
    """Refuse what would not be a door file of one event with a name of its own."""
    if mark_of(db) is not None:
        raise Problem("This is a door file itself. Take the other one from the office’s own file.")
    event = events.get(db, event_id)
    if event.state is EventState.CANCELLED:
        raise Problem(f"{event.title} is cancelled, so it has no door. Plan it again first.")
    if not label.strip():
        raise FieldProblem("label", "The door file has no name. Write which laptop and door it is for.")
    taken = db.rows("select label from door_file where event_id = ?", (event_id,))
    if label.strip().casefold() in {one.casefold() for (one,) in taken}:
        raise FieldProblem(
            "label",
            f"“{label.strip()}” is the name of another door file of this event, and the log tells doors apart by "
            "their names. Choose another one.",
        )


def make(db: Database, event_id: str, *, label: str, target: Path, now: datetime, who: str) -> Made:
    """Write the door file. Reads the office's file only, so that a job can do it on a connection of its own."""
    check(db, event_id, label=label)
    if target.exists():
        raise Problem(
            f"“{target.name}” is already there. Choose another name, so that nothing is overwritten."
        )
    mark = Mark(
        new_key(), label.strip(), event_id, instant_text(now), who, file_of(db).stem, versions(db)
    )  # fmt: skip
    with kept.private_folder(db) as folder:
        bare = folder / "bare"
        try:
            _strip_copy(db, bare, mark)
            copy = kept.keep(db, mark.id, bare)
        except OSError as error:
            raise Problem(
                f"The door file could not be made ({error.strerror}). Free some space, or check the disk."
            ) from error
    try:
        safe_write(target, lambda path: _copy_to(copy, path), lambda path: _verify(path, mark, copy))
    except BaseException:
        kept.drop(copy)
        raise
    return Made(mark, target, kept.sha256_in(copy))


def _copy_to(source: Path, path: Path) -> None:
    shutil.copyfile(source, path)


def _strip_copy(db: Database, bare: Path, mark: Mark) -> None:
    """What is not to travel is taken out in memory: no file beside the office's ever holds it."""
    copy = Database(copy_in_memory(db), who=mark.made_by, listings=db.listings)
    try:
        strip(copy, mark)
        copy_without_free_pages(copy, bare)
    finally:
        copy.close()


def _verify(written: Path, mark: Mark, copy: Path) -> None:
    """What stands on the stick is what was kept, and opens as this door file."""
    if sha256_of(written) != sha256_of(copy):
        raise Problem("The drive gave back another file than it was given. Choose another drive.")
    opened = Database(
        connect(f"{written.absolute().as_uri()}?mode=ro&immutable=1", uri=True), who="", read_only=True
    )
    try:
        if mark_of(opened) != mark:
            raise Problem("The door file could not be opened where it was written. Choose another drive.")
    finally:
        opened.close()


def record(db: Database, made: Made) -> None:
    """Note in the office's file that the door file is out."""
    mark = made.mark
    with change(db, f"Took a door file: {mark.label}"):
        insert(db, mark, made.sha256)


def insert(db: Database, mark: Mark, sha256: str) -> None:
    """The door file's row, inside a change."""
    db.insert_row(
        "door_file",
        {
            "id": mark.id,
            "event_id": mark.event_id,
            "label": mark.label,
            "made_at": mark.made_at,
            "made_by": mark.made_by,
            "base_sha256": sha256,
        },
    )
