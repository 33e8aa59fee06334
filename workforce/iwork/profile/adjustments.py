"""Adjustments: what an employer does differently so that somebody can do a job well."""

from dataclasses import dataclass
from datetime import date
from typing import Any, TypedDict, Unpack

from resources.database import Database, change
from resources.rows import columns_of, made
from resources.words import plain
from workforce.iwork.profile import shared_words


class NewAdjustment(TypedDict, total=False):
    """What can be said of one. `easy` is how the person would say it: “Show me, then let me try.”"""

    easy: str


class AdjustmentFacts(NewAdjustment, total=False):
    """What can be put right of one."""

    name: str


@dataclass(frozen=True)
class Adjustment:
    """One adjustment."""

    id: str
    name: str
    easy: str = ""
    archived_on: date | None = None

    @property
    def easy_words(self) -> str:
        """In easy words; its name where nobody wrote any."""
        return self.easy or self.name


_COLUMNS = columns_of(Adjustment)


def _adjustment(row: tuple[Any, ...]) -> Adjustment:
    return made(Adjustment, row, archived_on=date.fromisoformat)


def adjustment(vault: Database, key: str) -> Adjustment:
    """The adjustment with this key."""
    row = vault.row(f"select {_COLUMNS} from adjustment where id = ?", (key,))
    if row is None:
        raise LookupError(f"there is no adjustment {key}")
    return _adjustment(row)


def adjustments(vault: Database, *, archived: bool = False) -> list[Adjustment]:
    """All by name; with `archived`, those that were put away too."""
    rows = vault.rows(
        f"select {_COLUMNS} from adjustment where ? or archived_on is null order by name collate nocase, id",
        (archived,),
    )
    return [_adjustment(row) for row in rows]


def adjustment_by_name(vault: Database, name: str) -> Adjustment | None:
    """The one so called, whatever its capitals."""
    return next((one for one in adjustments(vault, archived=True) if plain(one.name) == plain(name)), None)


def add_adjustment(vault: Database, name: str, **given: Unpack[NewAdjustment]) -> Adjustment:
    """One more."""
    cells = shared_words.checked(vault, "adjustment", "adjustment", {**given, "name": name})
    key = shared_words.added(vault, "adjustment", cells, action=f"Added the adjustment {cells['name']}")
    return adjustment(vault, key)


def edit_adjustment(vault: Database, key: str, **given: Unpack[AdjustmentFacts]) -> Adjustment:
    """In other words; who needs it still does, so its meaning should stay."""
    before = adjustment(vault, key)
    cells = shared_words.checked(vault, "adjustment", "adjustment", given, but=key)
    if cells:
        with change(vault, f"Changed the adjustment {before.name}"):
            vault.update_row("adjustment", key, cells)
    return adjustment(vault, key)


def archive_adjustment(vault: Database, key: str, *, today: date) -> Adjustment:
    """It is offered no more; profiles and posts that have it keep it."""
    shared_words.put_away(vault, "adjustment", adjustment(vault, key), "adjustment", today=today)
    return adjustment(vault, key)


def restore_adjustment(vault: Database, key: str) -> Adjustment:
    """It is offered again."""
    shared_words.bring_back(vault, "adjustment", adjustment(vault, key), "adjustment")
    return adjustment(vault, key)
