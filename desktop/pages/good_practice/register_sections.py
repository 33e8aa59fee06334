"""What the register's panes say of good practice: the buddies of a service, and what a provider shared."""

from collections.abc import Callable
from datetime import date
from functools import partial

from desktop.shell.actions import Action
from desktop.widgets.detail import Section
from engagement.good_practice.buddies.finder import POORLY_RATED
from engagement.good_practice.buddies.pairs import Pair, pairs
from engagement.good_practice.practices import practices
from engagement.register.ratings import overall_as_at
from resources.database import Database
from resources.tables import Cell, Column, ColumnKind, Table

Go = Callable[[str, str], object]
"""Shows another page at a row."""

_BUDDIES = (
    Column("other", "Service", width=150),
    Column("part", "Is", width=96),
    Column("state", "State", ColumnKind.STATUS, 170),
    Column("last_met", "Last met", ColumnKind.DATE, 106),
)
_SHARED = (
    Column("what", "What works", width=200),
    Column("theme", "Theme", width=140),
    Column("shared_on", "Shared", ColumnKind.DATE, 106),
)


def buddy_sections(db: Database, service_id: str, today: date, go: Go) -> tuple[Section, ...]:
    """Its pairs, and the way to the finder; nothing where it has none and could do without."""
    held = pairs(db, today=today, service=service_id)
    rating = overall_as_at(db, today, services=[service_id]).get(service_id)
    needs = rating is not None and rating.rating in POORLY_RATED
    if not held and not needs:
        return ()
    rows = [_row(one, service_id, today) for one in held]
    find = Action("pane_find_buddy", "Find a buddy", partial(go, "good_practice", service_id))
    return (
        Section(
            "Buddies", table=Table("Buddies", _BUDDIES, rows), folded=not held, keys=[one.id for one in held],
            opened=partial(go, "good_practice"), actions=(find,) if needs else (),
        ),
    )  # fmt: skip


def _row(one: Pair, service_id: str, today: date) -> tuple[Cell, ...]:
    helped = one.service_id == service_id
    other, part = (one.buddy, "Its buddy") if helped else (one.service, "Helped by it")
    return other, part, one.state(today), one.last_met.isoformat() if one.last_met else None


def shared_sections(db: Database, provider_id: str, go: Go) -> tuple[Section, ...]:
    """What the provider told of; nothing where it told of nothing."""
    held = practices(db, provider=provider_id)
    if not held:
        return ()
    rows: list[tuple[Cell, ...]] = [(one.name, one.theme, one.shared_on.isoformat()) for one in held]
    return (
        Section(
            "Good practice shared", table=Table("Good practice shared", _SHARED, rows), folded=True,
            keys=[one.id for one in held], opened=partial(go, "good_practice"),
        ),
    )  # fmt: skip
