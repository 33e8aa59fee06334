"""The running order of the ceremony: its points in order, how long each takes, and at what time it begins."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, TypedDict, Unpack

from awards.results.deciding.decisions import not_awarded
from awards.rounds.categories import Category, categories, category
from awards.rounds.places import next_place, put_by
from awards.rounds.rounds import award_round, refuse_archived
from awards.vocabulary import CeremonyItemKind
from resources.database import Database, change, new_key
from resources.problem import FieldProblem, Problem
from resources.rows import cells_of, columns_of, made
from resources.tables import Cell

MOST_MINUTES = 600
CATEGORY_MINUTES, NOT_AWARDED_MINUTES = 8, 2
"""How long a category takes in a first order; where nobody wins it, it is only said."""
_K = CeremonyItemKind


class NewItemFacts(TypedDict, total=False):
    """What can be said of a point beside its kind and length. A category's point is called as the category is."""

    category_id: str | None
    words: str
    presenter: str


class ItemFacts(NewItemFacts, total=False):
    """What can be put right of one."""

    kind: CeremonyItemKind
    minutes: int


@dataclass(frozen=True)
class CeremonyItem:
    """A point of the running order."""

    id: str
    round_id: str
    position: int
    kind: CeremonyItemKind
    category_id: str | None
    words: str
    minutes: int
    presenter: str


@dataclass(frozen=True)
class Timed:
    """A point with when it begins: how many minutes in, and the clock's time where the start is known."""

    item: CeremonyItem
    after: int
    at: datetime | None


_SELECT = f"select {columns_of(CeremonyItem)} from ceremony_item"


def _item(row: tuple[Any, ...]) -> CeremonyItem:
    return made(CeremonyItem, row, kind=CeremonyItemKind)


def item(db: Database, key: str) -> CeremonyItem:
    """The point with this key."""
    row = db.row(f"{_SELECT} where id = ?", (key,))
    if row is None:
        raise LookupError(f"there is no point of a running order {key}")
    return _item(row)


def is_item(db: Database, key: str) -> bool:
    """Whether the file holds it."""
    return bool(db.value("select exists (select 1 from ceremony_item where id = ?)", (key,)))


def items(db: Database, round_id: str) -> list[CeremonyItem]:
    """The points in their order."""
    return [_item(row) for row in db.rows(f"{_SELECT} where round_id = ? order by position, id", (round_id,))]


def title_of(one: CeremonyItem, category_names: Mapping[str, str]) -> str:
    """What stands in the running order: the category, the words, or the kind."""
    name = category_names.get(one.category_id or "", "")
    return name or one.words or one.kind.label


def timed(some: Sequence[CeremonyItem], starts: datetime | None) -> list[Timed]:
    """Each point with when it begins, if everything before it takes as long as planned."""
    found, after = [], 0
    for one in some:
        found.append(Timed(one, after, starts + timedelta(minutes=after) if starts else None))
        after += one.minutes
    return found


def minutes_of(some: Sequence[CeremonyItem]) -> int:
    """How long all of it takes."""
    return sum(one.minutes for one in some)


# --- the verbs --------------------------------------------------------------------------------------------------


def make_running_order(db: Database, round_id: str) -> list[CeremonyItem]:
    """A first order: welcome, half of the categories, a break, the others, photographs. It is changed from there."""
    held = award_round(db, round_id)
    refuse_archived(held)
    if items(db, round_id):
        raise Problem(f"{held.name} has a running order already. Change its points, or remove them first.")
    found = categories(db, round_id)
    if not found:
        raise Problem(
            f"{held.name} has no category, so there is nothing to put in order. Add one, under “Round”."
        )
    half, refused = -(-len(found) // 2), not_awarded(db, round_id)

    def called(one: Category) -> tuple[CeremonyItemKind, str | None, str, int]:
        return _K.CATEGORY, one.id, "", NOT_AWARDED_MINUTES if one.id in refused else CATEGORY_MINUTES

    order: list[tuple[CeremonyItemKind, str | None, str, int]] = [
        (_K.WELCOME, None, "", 10),
        (_K.SPEECH, None, "Why we are here", 5),
        *(called(one) for one in found[:half]),
        *([(_K.BREAK, None, "", 20)] if len(found) > half else []),
        *(called(one) for one in found[half:]),
        (_K.OTHER, None, "Thanks and close", 5),
        (_K.PHOTOGRAPHS, None, "", 30),
    ]
    with change(db, f"Made the running order of {held.name}"):
        for position, (kind, category_id, words, minutes) in enumerate(order, 1):
            cells: dict[str, Cell] = {
                "kind": kind.value,
                "category_id": category_id,
                "words": words,
                "minutes": minutes,
            }
            db.insert_row(
                "ceremony_item", {"id": new_key(), "round_id": round_id, "position": position, **cells}
            )
    return items(db, round_id)


def add_item(
    db: Database, round_id: str, kind: CeremonyItemKind, *, minutes: int, **given: Unpack[NewItemFacts]
) -> CeremonyItem:
    """One more point, at the end."""
    refuse_archived(award_round(db, round_id))
    cells = _checked(db, {**given, "kind": kind, "minutes": minutes}, round_id, key="")
    key = new_key()
    with change(db, "Added a point of the running order"):
        place = next_place(db, "ceremony_item", "round_id", round_id)
        db.insert_row("ceremony_item", {"id": key, "round_id": round_id, "position": place, **cells})
    return item(db, key)


def edit_item(db: Database, key: str, **given: Unpack[ItemFacts]) -> CeremonyItem:
    """Change what is given and leave the rest."""
    held = item(db, key)
    refuse_archived(award_round(db, held.round_id))
    kept = {name: getattr(held, name) for name in ("kind", "category_id", "words", "minutes", "presenter")}
    cells = _checked(db, {**kept, **given}, held.round_id, key=key)
    with change(db, "Changed a point of the running order"):
        db.update_row("ceremony_item", key, cells)
    return item(db, key)


def move_item(db: Database, key: str, by: int) -> CeremonyItem:
    """Further down by so many places, or up where `by` is below 0."""
    held = item(db, key)
    refuse_archived(award_round(db, held.round_id))
    with change(db, "Moved a point of the running order"):
        put_by(db, "ceremony_item", [one.id for one in items(db, held.round_id)], key, by)
    return item(db, key)


def remove_item(db: Database, key: str) -> None:
    """Take it out."""
    held = item(db, key)
    refuse_archived(award_round(db, held.round_id))
    with change(db, "Removed a point of the running order"):
        db.delete_row("ceremony_item", key)


def _checked(db: Database, facts: Mapping[str, Any], round_id: str, *, key: str) -> dict[str, Cell]:
    minutes = facts["minutes"]
    if minutes is None or not 1 <= minutes <= MOST_MINUTES:
        found = "nothing is written" if minutes is None else f"{minutes} is written"
        raise FieldProblem("minutes", f"Minutes: {found}. Give a whole number from 1 to {MOST_MINUTES}.")
    category_id = facts.get("category_id") or None
    if (facts["kind"] is _K.CATEGORY) != (category_id is not None):
        raise FieldProblem(
            "category_id",
            "Choose which category is announced then."
            if category_id is None
            else "A category is named, but the point is none. Choose “Category” as its kind.",
        )
    if category_id is not None:
        _refuse_twice(db, category_id, round_id, key)
    return cells_of({**facts, "category_id": category_id})


def _refuse_twice(db: Database, category_id: str, round_id: str, key: str) -> None:
    held = category(db, category_id)
    if held.round_id != round_id:
        raise FieldProblem(
            "category_id", f"{held.name} is a category of another round. Choose one of this round."
        )
    if any(one.category_id == category_id and one.id != key for one in items(db, round_id)):
        raise FieldProblem(
            "category_id", f"{held.name} is in the running order already. Choose another category."
        )
