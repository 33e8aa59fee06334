"""What is scored in a round: criteria with weights, and what their values are called.

Weights decide who wins: they change only until scoring ends, and a scale on which scores were given only where these
scores are taken out.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypedDict, Unpack

from awards.points import POINT, points_words, weight_words
from awards.rounds.categories import categories, category, open_round
from awards.rounds.places import next_place, put_by
from awards.vocabulary import RoundPhase
from resources.database import Database, change, new_key
from resources.problem import FieldProblem, Problem
from resources.rows import cells_of, columns_of, made, refuse_empty
from resources.tables import Cell
from resources.wording import count_of

MOST_VALUES = 1000
"""So many points a scale can have at most."""


class CriterionFacts(TypedDict, total=False):
    """What can be said of a criterion beside its name. Points are hundredths, the weight tenths."""

    guidance: str
    weight: int
    least: int
    most: int
    step: int
    required: bool
    counts: bool


class CriterionEdits(CriterionFacts, total=False):
    """What can be put right of it."""

    name: str


@dataclass(frozen=True)
class Criterion:
    """A criterion; `category_id` is None where it is scored in every category. Points in hundredths, weight in tenths.

    What does not count is scored and shown, and enters no mean; what is not required may be left empty.
    """

    id: str
    round_id: str
    category_id: str | None
    name: str
    guidance: str
    weight: int
    least: int
    most: int
    step: int
    required: bool
    counts: bool
    position: int

    @property
    def allowed(self) -> range:
        """The points that can be given."""
        return range(self.least, self.most + 1, self.step)

    @property
    def scale_words(self) -> str:
        """“1 to 5” or “0 to 10 in steps of 0.5”."""
        ends = f"{points_words(self.least)} to {points_words(self.most)}"
        return ends if self.step == POINT else f"{ends} in steps of {points_words(self.step)}"

    @property
    def weight_words(self) -> str:
        """“1.5”, or that it does not count."""
        return weight_words(self.weight) if self.counts else "does not count"


@dataclass(frozen=True)
class CriterionValue:
    """What so many points mean."""

    id: str
    criterion_id: str
    points: int
    label: str


_COLUMNS = columns_of(Criterion)
_VALUES = columns_of(CriterionValue)
_SCALE = ("least", "most", "step")
_WEIGHING = ("weight", "counts", "required")


def _criterion(row: tuple[Any, ...]) -> Criterion:
    return made(Criterion, row, required=bool, counts=bool)


def criterion(db: Database, key: str) -> Criterion:
    """The criterion with this key."""
    row = db.row(f"select {_COLUMNS} from award_criterion where id = ?", (key,))
    if row is None:
        raise LookupError(f"there is no criterion {key}")
    return _criterion(row)


def criteria(db: Database, round_id: str) -> list[Criterion]:
    """All of a round: those of every category first, then those of one."""
    rows = db.rows(
        f"select {_COLUMNS} from award_criterion where round_id = ? "
        "order by category_id is not null, position, id",
        (round_id,),
    )
    return [_criterion(row) for row in rows]


def criteria_of(db: Database, category_id: str) -> list[Criterion]:
    """What is scored in a category: what is scored in all, then its own."""
    held = category(db, category_id)
    return [one for one in criteria(db, held.round_id) if one.category_id in (None, category_id)]


def criteria_by_category(db: Database, round_id: str) -> dict[str, list[Criterion]]:
    """The same for every category of a round."""
    held = criteria(db, round_id)
    return {
        one.id: [each for each in held if each.category_id in (None, one.id)]
        for one in categories(db, round_id)
    }


def values_of(db: Database, criterion_id: str) -> list[CriterionValue]:
    """What its points mean, the fewest first; points without a word are left out."""
    rows = db.rows(
        f"select {_VALUES} from award_value where criterion_id = ? order by points", (criterion_id,)
    )
    return [CriterionValue(*row) for row in rows]


def add_criterion(
    db: Database, round_id: str, name: str, *, category_id: str | None = None, **given: Unpack[CriterionFacts]
) -> Criterion:
    """One more, in every category or in one; from 1 to 5 unless something else is said."""
    held = open_round(db, round_id)
    facts = {"least": POINT, "most": 5 * POINT, **given, "name": name}
    cells = _checked(db, facts, round_id, category_id, key="")
    _refuse_after_scoring(held.phase, cells["name"])
    _refuse_scored_already(db, round_id, category_id, str(cells["name"]))
    key = new_key()
    with change(db, f"Added the criterion {cells['name']} to {held.name}"):
        place = next_place(db, "award_criterion", "round_id", round_id)
        place_in = {"id": key, "round_id": round_id, "category_id": category_id, "position": place}
        db.insert_row("award_criterion", {**place_in, **cells})
        _reopen(db, round_id)
    return criterion(db, key)


def edit_criterion(
    db: Database, key: str, *, take_out_scores: bool = False, **given: Unpack[CriterionEdits]
) -> Criterion:
    """Change what is given and leave the rest; with `take_out_scores` those of the old scale go with it."""
    held = criterion(db, key)
    rnd = open_round(db, held.round_id)
    facts = {name: getattr(held, name) for name in _SCALE} | dict(given)
    cells = _checked(db, facts, held.round_id, held.category_id, key=key)
    if _differs(held, cells, (*_SCALE, *_WEIGHING)):
        _refuse_after_scoring(rnd.phase, held.name)
    with change(db, f"Changed the criterion {held.name}"):
        if _differs(held, cells, _SCALE):
            _clear_scale(db, held, take_out=take_out_scores)
        db.update_row("award_criterion", key, cells)
        _reopen(db, held.round_id)
        _drop_values_off_scale(db, criterion(db, key))
    return criterion(db, key)


def set_values(db: Database, key: str, labels: Mapping[int, str]) -> Criterion:
    """What its points mean, instead of what they meant; points whose words are empty get none."""
    held = criterion(db, key)
    open_round(db, held.round_id)
    for points in labels:
        if points not in held.allowed:
            raise FieldProblem(
                "values",
                f"Values: {points_words(points)} is not on the scale of {held.name}, {held.scale_words}. "
                "Name only points that can be given.",
            )
    with change(db, f"Said what the values of {held.name} mean"):
        _write_values(db, held, labels)
    return held


def remove_criterion(db: Database, key: str, *, take_out_scores: bool = False) -> None:
    """Take it out, with the scores given by it only where that is said."""
    held = criterion(db, key)
    rnd = open_round(db, held.round_id)
    _refuse_after_scoring(rnd.phase, held.name)
    with change(db, f"Removed the criterion {held.name} from {rnd.name}"):
        _clear_scale(db, held, take_out=take_out_scores)
        for one in values_of(db, key):
            db.delete_row("award_value", one.id)
        db.delete_row("award_criterion", key)


def move_criterion(db: Database, key: str, *, by: int) -> Criterion:
    """Further down among those of the same category by so many places, or up."""
    held = criterion(db, key)
    open_round(db, held.round_id)
    with change(db, f"Moved the criterion {held.name}"):
        beside = [one.id for one in criteria(db, held.round_id) if one.category_id == held.category_id]
        put_by(db, "award_criterion", beside, key, by)
    return criterion(db, key)


def scores_given(db: Database, key: str) -> int:
    """How many scores were given by a criterion."""
    return int(str(db.value("select count(*) from judge_score where criterion_id = ?", (key,))))


# --- scores given by it -----------------------------------------------------------------------------------------


def _clear_scale(db: Database, held: Criterion, *, take_out: bool) -> None:
    number = scores_given(db, held.id)
    if not number:
        return
    if not take_out:
        raise Problem(
            f"{count_of(number, 'score')} {'is' if number == 1 else 'are'} given by {held.name} on the scale "
            f"{held.scale_words}. Have them taken out, so that the judges score it again, or leave the criterion."
        )
    _refuse_locked(db, held)
    for (score,) in db.rows("select id from judge_score where criterion_id = ?", (held.id,)):
        db.delete_row("judge_score", score)


def _refuse_locked(db: Database, held: Criterion) -> None:
    locked = int(
        str(
            db.value(
                "select count(distinct assignment_id) from judge_score join judge_assignment "
                "on judge_assignment.id = assignment_id where criterion_id = ? and locked_at is not null",
                (held.id,),
            )
        )
    )
    if locked:
        raise Problem(
            f"The scores of {count_of(locked, 'nominee')} by {held.name} are locked. Unlock them on the Scores side "
            "first, with a reason."
        )


def _reopen(db: Database, round_id: str) -> None:
    """Whoever had scored everything, and now has not, is asked again."""
    rows = db.rows(
        """select judge_assignment.id,
            exists (select 1 from judge_score where assignment_id = judge_assignment.id)
        from judge_assignment join award_entry on award_entry.id = entry_id
        where round_id = ? and judge_assignment.status = 'scored' and exists (
            select 1 from award_criterion where award_criterion.round_id = award_entry.round_id and required
            and (award_criterion.category_id is null or award_criterion.category_id = award_entry.category_id)
            and not exists (select 1 from judge_score where assignment_id = judge_assignment.id
                and criterion_id = award_criterion.id))""",
        (round_id,),
    )
    for key, begun in rows:
        db.update_row("judge_assignment", key, {"status": "scoring" if begun else "assigned"})


# --- what cannot be ---------------------------------------------------------------------------------------------


def _checked(
    db: Database, facts: Mapping[str, Any], round_id: str, category_id: str | None, *, key: str
) -> dict[str, Cell]:
    if "name" in facts:
        refuse_empty("name", facts["name"], "Name: nothing is written. Say what is scored.")
        _refuse_same_name(db, str(facts["name"]).strip(), round_id, category_id, key)
    if facts.get("weight", 10) < 0 or facts.get("weight", 10) > 1000:
        raise FieldProblem("weight", "Weight: give a figure from 0 to 100, such as 1 or 1.5.")
    _refuse_scale(facts["least"], facts["most"], facts.get("step", POINT))
    return cells_of(facts)


def _refuse_scale(least: int, most: int, step: int) -> None:
    if least < 0 or most <= least:
        raise FieldProblem(
            "most",
            f"Most points: {points_words(most)} is not above {points_words(least)}, the fewest. Give a larger figure.",
        )
    if step <= 0 or (most - least) % step or (most - least) // step >= MOST_VALUES:
        raise FieldProblem(
            "step",
            f"Steps: {points_words(step)} does not lead from {points_words(least)} to {points_words(most)}. "
            "Give a step such as 1 or 0.5 that does.",
        )


def _refuse_same_name(db: Database, name: str, round_id: str, category_id: str | None, key: str) -> None:
    beside = [
        one
        for one in criteria(db, round_id)
        if one.id != key and (None in (category_id, one.category_id) or one.category_id == category_id)
    ]
    if any(one.name.lower() == name.lower() for one in beside):
        raise FieldProblem("name", f"Name: {name} is scored here already. Give another name.")


def _refuse_after_scoring(phase: RoundPhase, name: Cell) -> None:
    order = list(RoundPhase)
    if order.index(phase) > order.index(RoundPhase.SCORE):
        raise Problem(
            f"{name}: scoring has ended, so what is scored and by what weight stays as the judges knew it. Move the "
            "round back to scoring first, with a reason."
        )


def _refuse_scored_already(db: Database, round_id: str, category_id: str | None, name: str) -> None:
    """A new criterion leaves whoever has scored everything with something open; locked scores would stay without it."""
    locked = db.value(
        "select count(*) from judge_assignment join award_entry on award_entry.id = entry_id "
        "where round_id = ? and locked_at is not null and (? is null or category_id = ?)",
        (round_id, category_id, category_id),
    )
    if locked:
        raise Problem(
            f"{name} cannot be added: the scores of {count_of(int(str(locked)), 'nominee')} are locked already. Unlock "
            "them on the Scores side first, with a reason."
        )


def _differs(held: Criterion, cells: Mapping[str, Cell], names: tuple[str, ...]) -> bool:
    kept = cells_of(vars(held))
    return any(name in cells and cells[name] != kept[name] for name in names)


def _drop_values_off_scale(db: Database, held: Criterion) -> None:
    for one in values_of(db, held.id):
        if one.points not in held.allowed:
            db.delete_row("award_value", one.id)


def _write_values(db: Database, held: Criterion, labels: Mapping[int, str]) -> None:
    known = {one.points: one for one in values_of(db, held.id)}
    wanted = {points: label.strip() for points, label in labels.items() if label.strip()}
    for points, one in known.items():
        if points not in wanted:
            db.delete_row("award_value", one.id)
        elif one.label != wanted[points]:
            db.update_row("award_value", one.id, {"label": wanted[points]})
    for points in wanted.keys() - known.keys():
        db.insert_row(
            "award_value",
            {"id": new_key(), "criterion_id": held.id, "points": points, "label": wanted[points]},
        )
