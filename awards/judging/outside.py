"""Nominees of a category that their judge is not to judge: either’s categories were chosen since they were given."""

from dataclasses import dataclass

from awards.judging.assignments import Assignment, assignments
from awards.judging.panel import member_names
from awards.judging.panel_categories import panel_categories
from awards.nominations.entries import entries, reference_of
from awards.rounds.categories import categories
from awards.rounds.rounds import award_round
from resources.database import Database


@dataclass(frozen=True)
class Outside:
    """A judge who has a nominee of another category than those chosen for them."""

    assignment: Assignment
    judge: str
    reference: str
    category: str

    @property
    def sentence(self) -> str:
        """What it is, and how a person settles it."""
        return (
            f"{self.judge} has {self.reference} of “{self.category}”, which they are not to judge. Take the nominee "
            "back, or let them judge that category."
        )


def outside(db: Database, round_id: str) -> list[Outside]:
    """All of a round, by the nominee’s number; who stands aside or was left out of judging is none."""
    chosen = panel_categories(db, round_id)
    if not chosen:
        return []
    names, year = member_names(db, round_id), award_round(db, round_id).year
    named = {one.id: one.name for one in categories(db, round_id)}
    nominees = {one.id: one for one in entries(db, round_id) if one.status.is_judged}
    return [
        Outside(one, names[one.member_id], reference_of(year, held.number), named[held.category_id])
        for one in assignments(db, round_id)
        if not one.is_left
        and one.member_id in chosen
        and (held := nominees.get(one.entry_id)) is not None
        and held.category_id not in chosen[one.member_id]
    ]
