"""Which categories a member judges: those chosen, or all of them where none is."""

from collections.abc import Iterable

from awards.judging.panel import member
from awards.rounds.categories import open_round
from resources.database import Database, change, new_key
from resources.problem import FieldProblem


def categories_of(db: Database, member_id: str) -> tuple[str, ...]:
    """The keys of those chosen, in the round’s order; none stands for every category."""
    rows = db.rows(
        """select category_id from panel_category join award_category on award_category.id = category_id
        where member_id = ? order by position, name""",
        (member_id,),
    )
    return tuple(key for (key,) in rows)


def panel_categories(db: Database, round_id: str) -> dict[str, frozenset[str]]:
    """Those of each member who judges only some, by the member’s key."""
    found: dict[str, set[str]] = {}
    rows = db.rows(
        """select member_id, category_id from panel_category
        join panel_member on panel_member.id = member_id where round_id = ?""",
        (round_id,),
    )
    for key, category in rows:
        found.setdefault(key, set()).add(category)
    return {key: frozenset(chosen) for key, chosen in found.items()}


def set_categories(db: Database, member_id: str, category_ids: Iterable[str]) -> tuple[str, ...]:
    """Choose what a member judges; all categories of the round, or none of them, mean every category."""
    judge = member(db, member_id)
    open_round(db, judge.round_id)
    of_round = [
        key for (key,) in db.rows("select id from award_category where round_id = ?", (judge.round_id,))
    ]
    wanted = set(category_ids)
    if wanted - set(of_round):
        raise FieldProblem(
            "categories", "One of the categories is not of this round. Choose among the round’s own."
        )
    if wanted == set(of_round):
        wanted = set()
    held = set(categories_of(db, member_id))
    with change(db, f"Chose the categories of {judge.name}"):
        for key in sorted(held - wanted):
            row = db.value(
                "select id from panel_category where member_id = ? and category_id = ?", (member_id, key)
            )
            db.delete_row("panel_category", str(row))
        for key in sorted(wanted - held):
            db.insert_row("panel_category", {"id": new_key(), "member_id": member_id, "category_id": key})
    return categories_of(db, member_id)
