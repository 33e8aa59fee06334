"""Looking for records kept twice, as a job, and doing what the person decides about each pair."""

from collections.abc import Callable, Collection, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.capabilities import MERGE_RULES
from desktop.clock import now
from desktop.dialogs.register.merge import Duplicates, Judging
from desktop.shell.jobs import Progress
from desktop.shell.page import Desk
from engagement.register.duplicates import (
    Duplicate,
    find_duplicates,
    mark_not_duplicates,
    merge_contacts,
    merge_providers,
    merge_services,
)
from engagement.register.duplicates.comparing import Compared, side_by_side
from resources.database import OpenFile
from resources.wording import and_list

_MERGE: dict[str, Callable[..., Any]] = {
    "provider": merge_providers,
    "service": merge_services,
    "contact": merge_contacts,
}


class DuplicateFinder:
    """Finds the pairs of some tables on a connection of its own and opens the dialog over `parent`."""

    def __init__(self, desk: Desk, parent: QWidget, tables: Sequence[str]) -> None:
        self._desk, self._parent, self._tables = desk, parent, tuple(tables)

    def find(self) -> None:
        """Look for pairs; the window stays usable meanwhile."""
        work = partial(_find, self._desk.opened, self._tables)
        self._desk.jobs.run("Looking for records kept twice", work, done=self._found, writes=False)

    def _found(self, pairs: Sequence[Duplicate]) -> None:
        if not pairs:
            things = and_list([f"{table}s" for table in self._tables], "or")
            self._desk.messages.done(f"No {things} that may be kept twice were found", undo=False)
            return
        Duplicates(pairs, Judging(self._compare, self._merge, self._different), self._parent).open()

    def _compare(self, pair: Duplicate) -> list[Compared]:
        return side_by_side(self._desk.db, pair.table, pair.one, pair.other)

    def _merge(self, pair: Duplicate, keep: str, remove: str, take: Collection[str]) -> None:
        kept = _MERGE[pair.table](self._desk.db, keep, remove, take, rules=MERGE_RULES, now=now())
        gone = pair.other_name if keep == pair.one else pair.one_name
        self._desk.messages.done(f"Merged {gone} into {kept.name}")

    def _different(self, pair: Duplicate) -> None:
        mark_not_duplicates(self._desk.db, pair.table, pair.one, pair.other)
        self._desk.messages.done("Marked as different: they are not offered again")


def _find(opened: OpenFile, tables: Sequence[str], progress: Progress) -> list[Duplicate]:
    progress.step(0, 0, "Comparing names, postcodes and numbers")
    db = opened.connection(read_only=True)
    try:
        return find_duplicates(db, tables)
    finally:
        db.close()
