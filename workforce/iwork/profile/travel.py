"""How somebody gets to work, and how far or how long at most."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from resources.database import Database, change, new_key
from resources.problem import FieldProblem, Problem
from resources.rows import cells_of, columns_of, made
from resources.wording import count_of, number
from workforce.iwork.profile.whose import reference_to_write
from workforce.iwork.vocabulary import TravelMode

_LONGEST = 240
_FARTHEST = 1_000


@dataclass(frozen=True)
class Way:
    """A way to work: at most so many minutes, so many tenths of a mile, or as long as it takes."""

    mode: TravelMode
    most_minutes: int | None = None
    most_tenths: int | None = None
    note: str = ""

    @property
    def most_said(self) -> str:
        """“up to 40 minutes”, “up to 1.5 miles”; empty without a most."""
        return most_said(self.most_minutes, self.most_tenths)


@dataclass(frozen=True)
class Travel:
    """A way to work of one person, as it is kept."""

    id: str
    person_id: str
    mode: TravelMode
    most_minutes: int | None = None
    most_tenths: int | None = None
    note: str = ""

    @property
    def way(self) -> Way:
        """Without whose it is."""
        return Way(self.mode, self.most_minutes, self.most_tenths, self.note)


_COLUMNS = columns_of(Travel)


def _travel(row: tuple[Any, ...]) -> Travel:
    return made(Travel, row, mode=TravelMode)


def travel(vault: Database, key: str) -> Travel:
    """One by its key."""
    row = vault.row(f"select {_COLUMNS} from travel where id = ?", (key,))
    if row is None:
        raise LookupError(f"there is no way to work {key}")
    return _travel(row)


def travel_of(vault: Database, person_id: str) -> list[Travel]:
    """Every way somebody has, in the order of the modes."""
    rows = vault.rows(f"select {_COLUMNS} from travel where person_id = ?", (person_id,))
    order = list(TravelMode)
    return sorted(map(_travel, rows), key=lambda one: order.index(one.mode))


def set_way(vault: Database, person_id: str, way: Way) -> Travel:
    """One way; what was kept of the same mode is replaced."""
    held = [one.way for one in travel_of(vault, person_id) if one.mode is not way.mode]
    return next(one for one in set_ways(vault, person_id, [*held, way]) if one.mode is way.mode)


def remove_way(vault: Database, person_id: str, mode: TravelMode) -> None:
    """They do not come to work like that."""
    whose = reference_to_write(vault, person_id)
    held = [one for one in travel_of(vault, person_id) if one.mode is mode]
    if not held:
        raise Problem(f"The profile of {whose} has no “{mode.label.lower()}” as a way to work.")
    with change(vault, f"Took a way to work out of the profile of {whose}"):
        vault.delete_row("travel", held[0].id)


def set_ways(vault: Database, person_id: str, ways: Iterable[Way]) -> list[Travel]:
    """All ways at once; what stays as it was is not written again."""
    wanted = {one.mode: checked_way(one) for one in ways}
    whose = reference_to_write(vault, person_id)
    held = {one.mode: one for one in travel_of(vault, person_id)}
    with change(vault, f"Set how {whose} gets to work"):
        for mode, row in held.items():
            if mode not in wanted:
                vault.delete_row("travel", row.id)
        for mode, way in wanted.items():
            cells = cells_of(
                {"most_minutes": way.most_minutes, "most_tenths": way.most_tenths, "note": way.note}
            )
            if mode in held:
                vault.update_row("travel", held[mode].id, cells)
            else:
                vault.insert_row(
                    "travel", {"id": new_key(), "person_id": person_id, "mode": mode.value, **cells}
                )
    return travel_of(vault, person_id)


def checked_way(way: Way) -> Way:
    """The way, or a FieldProblem where its most cannot be."""
    if way.most_minutes is not None and not 0 < way.most_minutes <= _LONGEST:
        raise FieldProblem(
            way.mode.value,
            f"{way.mode.label}: {count_of(way.most_minutes, 'minute')} is no way to work. Type from 1 to {_LONGEST}.",
        )
    if way.most_tenths is not None and not 0 < way.most_tenths <= _FARTHEST:
        raise FieldProblem(
            way.mode.value,
            f"{way.mode.label}: {miles_said(way.most_tenths)} is no way to work. Type more than nothing and at most "
            f"{_FARTHEST // 10} miles.",
        )
    return way


# --- read and said ------------------------------------------------------------------------------------------------

_MOST = re.compile(
    r"(?:up to |at most |most )?(\d{1,3})(?:\.(\d))?\s*(minutes|minute|mins|min|m|miles|mile|mi|hours|hour|h)?"
)
_HELP = "Write “40 minutes” or “1.5 miles”."


def read_most(text: str) -> tuple[int | None, int | None]:
    """Minutes, or tenths of a mile, of “40 minutes”, “1.5 miles”; neither of nothing."""
    words = " ".join(text.casefold().split())
    if not words:
        return None, None
    parts = _MOST.fullmatch(words)
    if parts is None or parts[3] is None:
        raise Problem(f"“{text.strip()}” does not say how long or how far. {_HELP}")
    tenths = int(parts[1]) * 10 + int(parts[2] or 0)
    if tenths == 0:
        raise Problem(f"“{text.strip()}” is no way at all. {_HELP}")
    if parts[3].startswith("mi") and parts[3] not in ("min", "mins", "minute", "minutes"):
        return None, tenths
    if parts[3].startswith("h"):
        return tenths * 6, None
    if parts[2]:
        raise Problem(f"“{text.strip()}”: minutes are whole. {_HELP}")
    return int(parts[1]), None


def miles_said(tenths: int) -> str:
    """1.5 miles, 1 mile."""
    return count_of(tenths // 10, "mile") if tenths % 10 == 0 else f"{number(tenths / 10, 1)} miles"


def most_typed(way: Way) -> str:
    """As it can be typed again: “40 minutes”."""
    if way.most_minutes is not None:
        return count_of(way.most_minutes, "minute")
    return "" if way.most_tenths is None else miles_said(way.most_tenths)


def most_said(minutes: int | None, tenths: int | None) -> str:
    """“up to 40 minutes and 5 miles”; empty without a most."""
    parts = [count_of(minutes, "minute")] if minutes is not None else []
    parts += [miles_said(tenths)] if tenths is not None else []
    return f"up to {' and '.join(parts)}" if parts else ""
