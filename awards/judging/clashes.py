"""What judges were given that they may not judge, for instance since they declared an interest later."""

from dataclasses import dataclass

from awards.judging.assignments import Assignment, assignments
from awards.judging.conflict_reading import conflicts_in
from awards.judging.conflicts import Conflict
from resources.database import Database


@dataclass(frozen=True)
class Clash:
    """A judge who was given a nominee and may not judge them, as is known today."""

    assignment: Assignment
    conflicts: tuple[Conflict, ...]


def clashes(db: Database, round_id: str) -> list[Clash]:
    """All of a round. A person settles each: the judge stands aside, or the chair rules that there is no conflict."""
    given = [one for one in assignments(db, round_id) if not one.is_left]
    if not given:
        return []
    found = conflicts_in(db, round_id, entry_ids={one.entry_id for one in given})
    return [
        Clash(one, found[one.member_id, one.entry_id])
        for one in given
        if (one.member_id, one.entry_id) in found
    ]
