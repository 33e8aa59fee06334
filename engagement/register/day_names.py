"""What places were called on a day, and before: a report tells of them by the name that they had then."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from engagement.register.facts import key_list
from engagement.register.names import NAMED, folded
from resources.database import Database
from resources.database.as_it_was import values_at
from resources.spans import end_of


@dataclass(frozen=True)
class DayNames:
    """The names of a day by key, and those of an earlier one. `told` says a new name once with the one before it."""

    on_the_day: Mapping[str, str]
    before: Mapping[str, str]
    _said: set[str] = field(default_factory=set)

    def name(self, key: str) -> str:
        """As it was called on the day."""
        return self.on_the_day.get(key, "")

    def told(self, key: str) -> str:
        """The same; the first time that somebody renamed since is told, with “(formerly …)”."""
        name, before = self.name(key), self.before.get(key, "")
        if key in self._said or not before or folded(before) == folded(name):
            return name
        self._said.add(key)
        return f"{name} (formerly {before})"


def day_names(db: Database, table: str, keys: Iterable[str], day: date, *, since: date) -> DayNames:
    """The names of some providers or services as the register had them at the end of a day, and of one before."""
    if table not in NAMED:
        raise LookupError(f"rows of {table} have no name")
    some = list(dict.fromkeys(keys))
    now = dict(
        db.rows(
            f"select id, name from {table} where id in (select value from json_each(?))", (key_list(some),)
        )
    )
    # What came into the register later is told by the name that it came with.
    on_the_day = now | {key: name for key, name in _at(db, table, some, day).items() if name}
    before = on_the_day | {key: name or "" for key, name in _at(db, table, some, since).items()}
    return DayNames(on_the_day, before)


def _at(db: Database, table: str, keys: Iterable[str], day: date) -> dict[str, str | None]:
    return values_at(db, table, "name", keys, end_of(day))
