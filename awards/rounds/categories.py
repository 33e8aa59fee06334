"""The categories of a round: what is honoured, in which order."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypedDict, Unpack

from awards.rounds.places import next_place, put_by
from awards.rounds.rounds import (
    MOST_FINALISTS,
    MOST_WORDS,
    AwardRound,
    award_round,
    refuse_archived,
    refuse_outside,
)
from awards.vocabulary import NomineeKind
from resources.database import Database, change, new_key
from resources.problem import FieldProblem, Problem
from resources.rows import cells_of, columns_of, made, refuse_empty
from resources.tables import Cell
from resources.wording import count_of


class CategoryFacts(TypedDict, total=False):
    """What can be said of a category beside its name and whom it honours; None where the round's rule holds."""

    description: str
    word_limit: int | None
    most_finalists: int | None


class CategoryEdits(CategoryFacts, total=False):
    """What can be put right of it."""

    name: str
    nominee_kind: NomineeKind


@dataclass(frozen=True)
class Category:
    """A category. `word_limit` and `most_finalists` are None where those of the round hold."""

    id: str
    round_id: str
    name: str
    nominee_kind: NomineeKind
    position: int
    description: str
    word_limit: int | None
    most_finalists: int | None

    def words_in(self, held: AwardRound) -> int:
        """How long a statement may be: its own limit, else the round's."""
        return self.word_limit or held.word_limit

    def finalists_in(self, held: AwardRound) -> int:
        """How many finalists it may have: its own number, else the round's."""
        return self.most_finalists or held.most_finalists


_COLUMNS = columns_of(Category)


def _category(row: tuple[Any, ...]) -> Category:
    return made(Category, row, nominee_kind=NomineeKind)


def category(db: Database, key: str) -> Category:
    """The category with this key."""
    row = db.row(f"select {_COLUMNS} from award_category where id = ?", (key,))
    if row is None:
        raise LookupError(f"there is no category {key}")
    return _category(row)


def is_category(db: Database, key: str) -> bool:
    """Whether the file holds it."""
    return bool(db.value("select exists (select 1 from award_category where id = ?)", (key,)))


def categories(db: Database, round_id: str) -> list[Category]:
    """Those of a round, in their order."""
    rows = db.rows(
        f"select {_COLUMNS} from award_category where round_id = ? order by position, id", (round_id,)
    )
    return [_category(row) for row in rows]


def add_category(
    db: Database, round_id: str, name: str, nominee_kind: NomineeKind, **given: Unpack[CategoryFacts]
) -> Category:
    """One more, behind the others."""
    held = open_round(db, round_id)
    facts = {**given, "name": name, "nominee_kind": nominee_kind}
    cells = {"id": new_key(), "round_id": round_id, **_checked(db, round_id, facts, key="")}
    with change(db, f"Added the category {cells['name']} to {held.name}"):
        place = next_place(db, "award_category", "round_id", round_id)
        db.insert_row("award_category", {**cells, "position": place})
    return category(db, str(cells["id"]))


def edit_category(db: Database, key: str, **given: Unpack[CategoryEdits]) -> Category:
    """Change what is given and leave the rest."""
    held = category(db, key)
    open_round(db, held.round_id)
    cells = _checked(db, held.round_id, given, key=key)
    with change(db, f"Changed the category {held.name}"):
        db.update_row("award_category", key, cells)
    return category(db, key)


def remove_category(db: Database, key: str) -> None:
    """Take it out with the criteria that are its own; nobody may be nominated in it."""
    held = category(db, key)
    rnd = open_round(db, held.round_id)
    _refuse_used(db, held)
    with change(db, f"Removed the category {held.name} from {rnd.name}"):
        for (criterion,) in db.rows("select id from award_criterion where category_id = ?", (key,)):
            for (value,) in db.rows("select id from award_value where criterion_id = ?", (criterion,)):
                db.delete_row("award_value", value)
            db.delete_row("award_criterion", criterion)
        db.delete_row("award_category", key)


def move_category(db: Database, key: str, *, by: int) -> Category:
    """Further down in the order by so many places, or up."""
    held = category(db, key)
    open_round(db, held.round_id)
    with change(db, f"Moved the category {held.name}"):
        put_by(db, "award_category", [one.id for one in categories(db, held.round_id)], key, by)
    return category(db, key)


def open_round(db: Database, round_id: str) -> AwardRound:
    """The round, whose categories, criteria and checklist may still change: neither put away nor announced."""
    held = award_round(db, round_id)
    refuse_archived(held)
    if held.announced_at is not None:
        raise Problem(
            f"The results of {held.name} are announced, so what was judged and by what stays. Start the next round "
            "and change it there."
        )
    return held


# --- what cannot be ---------------------------------------------------------------------------------------------


def _checked(db: Database, round_id: str, facts: Mapping[str, Any], *, key: str) -> dict[str, Cell]:
    if "name" in facts:
        refuse_empty("name", facts["name"], "Name: nothing is written. Give the category a name.")
        name = str(facts["name"]).strip()
        if db.value(
            "select 1 from award_category where round_id = ? and lower(name) = lower(?) and id <> ?",
            (round_id, name, key),
        ):
            raise FieldProblem(
                "name", f"Name: {name} is a category of this round already. Give another name."
            )
    for field, heading, most in (
        ("word_limit", "Most words", MOST_WORDS),
        ("most_finalists", "Most finalists", MOST_FINALISTS),
    ):
        if facts.get(field) is not None:
            refuse_outside(field, facts[field], heading, most)
    return cells_of(facts)


_USED = (
    ("select count(*) from award_entry where category_id = ?", "nominee"),
    ("select count(*) from award_decision where category_id = ?", "decision"),
    ("select count(*) from panel_category where category_id = ?", "judge"),
    ("select count(*) from ceremony_item where category_id = ?", "point of the running order"),
    ("select count(*) from entry_step where ? in (from_category_id, to_category_id)", "step of a nominee"),
)


def _refuse_used(db: Database, held: Category) -> None:
    for sql, what in _USED:
        number = int(str(db.value(sql, (held.id,))))
        if number:
            plural = "points of the running order" if what.startswith("point") else None
            plural = "steps of nominees" if what.startswith("step") else plural
            raise Problem(
                f"{held.name} cannot be removed: {count_of(number, what, plural)} of the round "
                f"{'belongs' if number == 1 else 'belong'} to it. Move or remove these first."
            )
