"""Writing what files bring, after they were looked at: whole, in one change that one undo takes back."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from resources.database import Database, change, new_key
from resources.database.history import ChangedSince, history_position
from resources.files.reading import Progress
from resources.problem import Problem
from resources.tables import Cell
from resources.wording import and_list, count_of, date_words, instant_text
from workforce.ascwds.checking import Checked, CheckedFile, Found, as_at_days
from workforce.ascwds.kept_rows import TABLES, called, kept_rows
from workforce.ascwds.tying import Tie
from workforce.ascwds.vocabulary import FileKind

T = TypeVar("T")
_TELL_EVERY = 2_000


@dataclass(frozen=True)
class Taken:
    """What was taken in, and how the history calls it."""

    workplaces: int
    workers: int
    training: int
    new: int
    tied: int
    refused: int
    action: str

    @property
    def sentence(self) -> str:
        """For a person who asked for it."""
        more = [f"{count_of(self.new, 'workplace is', 'workplaces are')} new"] if self.new else []
        more += [f"{self.tied:,} tied to the register"] if self.tied else []
        more += [f"{count_of(self.refused, 'row was', 'rows were')} refused"] if self.refused else []
        return f"{self.action}: {and_list(more)}" if more else self.action


def take_in(db: Database, checked: Checked, *, now: datetime, progress: Progress | None = None) -> Taken:
    """Write what was previewed. What a file said of the same workplaces on the same day before is replaced.

    Raising in `progress` leaves nothing.
    """
    if not checked.brings_something:
        raise Problem(_nothing(checked))
    action = name_of(checked)
    with change(db, action) as entry:
        if history_position(db, before=entry.id) != checked.position:
            raise ChangedSince(
                "Something changed after this preview was made, so nothing was taken in. Look at the preview again."
            )
        tied = 0
        steps = _Steps(progress, sum(len(one.rows) for one in checked.fresh))
        for one in checked.fresh:
            tied += _write(db, one, now, steps)
        steps.tell()
    counts = {kind: sum(len(one.rows) for one in checked.fresh if one.file.kind is kind) for kind in FileKind}
    new = sum(found.is_new for one in checked.fresh for found in one.workplaces)
    return Taken(
        counts[FileKind.WORKPLACE], counts[FileKind.WORKER], counts[FileKind.TRAINING], new, tied,
        len(checked.refused), action,
    )  # fmt: skip


def name_of(checked: Checked) -> str:
    """What the history calls it: Took in 6 workplaces and 11 worker records of ASC-WDS, 30 September 2019."""
    days = [date_words(day) for day in as_at_days(checked)]
    return f"Took in {what_words(checked)} of ASC-WDS, {and_list(days)}"


def what_words(checked: Checked) -> str:
    """What is taken in: 6 workplaces and 11 worker records; empty where there is nothing."""
    what = []
    for kind in FileKind:
        number = sum(len(one.rows) for one in checked.fresh if one.file.kind is kind)
        what += [count_of(number, kind.singular)] if number else []
    return and_list(what) if what else ""


def _nothing(checked: Checked) -> str:
    names = and_list([f"“{one.file.name}”" for one in checked.files])
    if any(one.taken_before for one in checked.files):
        return f"{names} brought all this before, as of the same day. Nothing was changed."
    return f"No row of {names} can be taken in. Save the refused rows, mend them, and take them in again."


# --- writing ----------------------------------------------------------------------------------------------------------


class _Steps:
    """Counts rows, and says how far it is at every so many."""

    def __init__(self, progress: Progress | None, total: int) -> None:
        self._progress, self._done, self._total = progress, 0, total

    def counted(self, rows: Iterable[T]) -> Iterator[T]:
        """The rows as they are taken."""
        for row in rows:
            if self._done % _TELL_EVERY == 0:
                self.tell()
            self._done += 1
            yield row

    def tell(self) -> None:
        """How far it is."""
        if self._progress is not None:
            self._progress(self._done, self._total)


def _write(db: Database, one: CheckedFile, now: datetime, steps: _Steps) -> int:
    """A file; how many workplaces it tied to the register."""
    file, key = one.file, new_key()
    tied = sum(_put_workplace(db, found) for found in one.workplaces)
    db.insert_row(
        "ascwds_file",
        {
            "id": key, "kind": file.kind.value, "name": file.name, "sha256": file.sha256, "layout": file.layout,
            "as_at": file.as_at.isoformat(), "rows": len(one.rows), "taken_in_at": instant_text(now),
        },
    )  # fmt: skip
    as_at = file.as_at.isoformat()
    table, columns = TABLES[file.kind]
    _clear(db, table, {workplace for workplace, _ in one.rows}, as_at)
    first = ("id", "workplace_id", "file_id", "as_at")
    rows = (
        (new_key(), workplace, key, as_at, *said) for workplace, said in steps.counted(kept_rows(one.rows))
    )
    db.insert_rows(table, (*first, *columns), rows)
    return tied


def _put_workplace(db: Database, found: Found) -> bool:
    """The workplace with what the file calls it, unless a later file is held; whether it was tied by this."""
    if found.outdated:
        return False
    cells = {**called(found.row), **_tie_cells(found.tie)}
    if found.held is None:
        db.insert_row("workplace", {"id": found.key, **cells})
    else:
        db.update_row("workplace", found.key, cells)
    return found.tie is not None


def _tie_cells(tie: Tie | None) -> dict[str, Cell]:
    if tie is None:
        return {}
    return {"service_id": tie.service_id, "provider_id": tie.provider_id, "tied_by": tie.tied_by.value}


def _clear(db: Database, table: str, workplaces: Iterable[str], as_at: str) -> None:
    for key in workplaces:
        if db.value(
            f"select exists (select 1 from {table} where workplace_id = ? and as_at = ?)", (key, as_at)
        ):
            db.execute(f"delete from {table} where workplace_id = ? and as_at = ?", [key, as_at])
