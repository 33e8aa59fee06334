"""Giving the nominees of a round to its judges at once: the plan from what the file knows, and applying it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from awards.judging.assigning import Judge, Nominee, Pair, Plan, assign
from awards.judging.assignments import Assignment, assignments
from awards.judging.conflict_reading import conflicts_in
from awards.judging.conflicts import Conflict
from awards.judging.outside import outside
from awards.judging.panel import member_names, members
from awards.judging.panel_categories import panel_categories
from awards.nominations.entries import entries, reference_of
from awards.rounds.categories import categories, open_round
from awards.rounds.rounds import award_round
from awards.vocabulary import AssignmentStatus, EntryStatus
from resources.database import Database, change, new_key
from resources.database.history import ChangedSince
from resources.problem import Problem
from resources.wording import and_list, count_of, lower_first


@dataclass(frozen=True)
class Assigned:
    """What came of giving the nominees to the judges."""

    given: int
    taken_back: int
    plan: Plan

    @property
    def sentence(self) -> str:
        """In words."""
        nominees = len({entry for _judge, entry in self.plan.give})
        judges = len({judge for judge, _entry in self.plan.give})
        who = f"{count_of(nominees, 'nominee')} to {count_of(judges, 'judge')}"
        said = f"Gave {who}, to be judged {self.given} times in all"
        if self.taken_back:
            said += f"; took back {self.taken_back}"
        short = len(self.plan.shortfalls)
        return f"{said}; too few judges for {count_of(short, 'nominee')}." if short else f"{said}."


def panel_plan(db: Database, round_id: str, *, afresh: bool = False) -> Plan:
    """Who would judge whom. `afresh` may pass on what nobody has begun; else only what is in conflict comes back, or of
    a category that the judge does not judge.
    """
    conflicts = conflicts_in(db, round_id)
    given = assignments(db, round_id)
    wrong = {*conflicts, *(_pair(one.assignment) for one in outside(db, round_id))}
    movable = {_pair(one) for one in given if _may_move(one, wrong, afresh)}
    judged = {one.id for one in entries(db, round_id) if one.status.is_judged}
    held = {_pair(one) for one in given if _stays(one, judged) and _pair(one) not in movable}
    return assign(
        judges_of(db, round_id),
        nominees_of(db, round_id),
        {pair: _why(found) for pair, found in conflicts.items()},
        least_scores=award_round(db, round_id).least_scores,
        held=held,
        movable=movable,
        never={_pair(one) for one in given if one.is_left},
        abstained={_pair(one) for one in given if one.status is AssignmentStatus.ABSTAINED},
    )


def assign_panel(
    db: Database, round_id: str, *, today: date, afresh: bool = False, expected: Plan | None = None
) -> Assigned:
    """Give and take back as planned, as one change. `expected` is the plan that was shown: another one is refused."""
    held = open_round(db, round_id)
    _refuse_unready(db, round_id)
    plan = panel_plan(db, round_id, afresh=afresh)
    if expected is not None and plan != expected:
        raise ChangedSince(
            "The panel, its interests or the nominees changed since the plan was made. Look at the plan once more."
        )
    keys = {_pair(one): one.id for one in assignments(db, round_id)}
    with change(db, f"Gave the nominees of {held.name} to the judges"):
        for pair in plan.take_back:
            db.delete_row("judge_assignment", keys[pair])
        for judge, entry in plan.give:
            db.insert_row(
                "judge_assignment",
                {"id": new_key(), "entry_id": entry, "member_id": judge, "assigned_on": today.isoformat()},
            )
    return Assigned(len(plan.give), len(plan.take_back), plan)


# --- what the plan is made from -------------------------------------------------------------------------------


def judges_of(db: Database, round_id: str) -> list[Judge]:
    """Those of the panel to whom nominees may be given."""
    names, chosen = member_names(db, round_id), panel_categories(db, round_id)
    return [
        Judge(one.id, names[one.id], one.most_entries, chosen.get(one.id))
        for one in members(db, round_id, stood_down=False)
        if one.judges
    ]


def nominees_of(db: Database, round_id: str) -> list[Nominee]:
    """Those that are with the judges."""
    year = award_round(db, round_id).year
    named = {one.id: one.name for one in categories(db, round_id)}
    return [
        Nominee(one.id, reference_of(year, one.number), one.category_id, named[one.category_id])
        for one in entries(db, round_id, statuses=(EntryStatus.JUDGING,))
    ]


def _pair(one: Assignment) -> Pair:
    return one.member_id, one.entry_id


def _stays(one: Assignment, judged: set[str]) -> bool:
    """Whether it counts as given: neither left nor abstained, nor open of a nominee who is out."""
    counts = not one.is_left and one.status is not AssignmentStatus.ABSTAINED
    return counts and (one.entry_id in judged or not one.status.is_open)


def _may_move(one: Assignment, wrong: Collection[Pair], afresh: bool) -> bool:
    untouched = one.status is AssignmentStatus.ASSIGNED and not one.is_locked
    return untouched and (afresh or _pair(one) in wrong)


def _why(found: tuple[Conflict, ...]) -> str:
    return and_list(list(dict.fromkeys(lower_first(one.kind.label) for one in found)))


def _refuse_unready(db: Database, round_id: str) -> None:
    if not judges_of(db, round_id):
        raise Problem("The panel has nobody who judges. Add judges first.")
    if not nominees_of(db, round_id):
        raise Problem("No nominee is with the judges yet. Send those that qualify to the judges first.")
    silent = silent_words(db, round_id)
    if silent:
        raise Problem(silent)


def silent_words(db: Database, round_id: str) -> str:
    """Which judges have not declared their interests, so that nothing is given out yet; '' where all have."""
    names = member_names(db, round_id)
    silent = [
        names[one.id]
        for one in members(db, round_id, stood_down=False)
        if one.judges and one.declared_on is None
    ]
    if not silent:
        return ""
    return (
        f"{and_list(silent)} {'has' if len(silent) == 1 else 'have'} not said what interests they have, so that a "
        "conflict may not be known. Ask first, and enter what they declare, or that there is none."
    )
