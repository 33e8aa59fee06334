"""Rounds of the awards: one a year, with its rules."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypedDict, Unpack

from awards.rounds.plan_writing import write_round
from awards.rounds.shipped import SHIPPED, RoundPlan
from awards.vocabulary import RoundPhase, TieRule
from engagement.register import archiving
from resources.database import Database, change
from resources.problem import FieldProblem, Problem
from resources.rows import cells_of, columns_of, made, refuse_empty
from resources.tables import Cell

YEARS = range(2000, 2100)
MOST_WORDS, MOST_FINALISTS, MOST_JUDGES = 5000, 50, 20


class RoundRules(TypedDict, total=False):
    """What can be said of a round beside its name and year."""

    word_limit: int
    most_finalists: int
    least_scores: int
    tie_rule: TieRule
    may_not_award: bool
    embargo_until: datetime | None
    event_id: str
    note: str


class RoundFacts(RoundRules, total=False):
    """What can be put right of a round; its phase moves by `moving_on.move_phase` alone."""

    name: str
    year: int


@dataclass(frozen=True)
class AwardRound:
    """A round. `least_scores` is how many judges each nominee is given to; `event_id` the ceremony, '' while none."""

    id: str
    name: str
    year: int
    phase: RoundPhase
    word_limit: int
    most_finalists: int
    least_scores: int
    tie_rule: TieRule
    may_not_award: bool
    embargo_until: datetime | None
    announced_at: datetime | None
    event_id: str
    note: str
    archived_on: date | None


_COLUMNS = columns_of(AwardRound)


def _round(row: tuple[Any, ...]) -> AwardRound:
    moment = datetime.fromisoformat
    return made(
        AwardRound, row, phase=RoundPhase, tie_rule=TieRule, may_not_award=bool, embargo_until=moment,
        announced_at=moment, archived_on=date.fromisoformat,
    )  # fmt: skip


def award_round(db: Database, key: str) -> AwardRound:
    """The round with this key."""
    row = db.row(f"select {_COLUMNS} from award_round where id = ?", (key,))
    if row is None:
        raise LookupError(f"there is no round {key}")
    return _round(row)


def is_round(db: Database, key: str) -> bool:
    """Whether the file holds it."""
    return bool(db.value("select exists (select 1 from award_round where id = ?)", (key,)))


def rounds(db: Database, *, archived: bool = False) -> list[AwardRound]:
    """All rounds, the latest first; those that were put away only where that is asked."""
    only = "" if archived else " where archived_on is null"
    return [
        _round(row)
        for row in db.rows(f"select {_COLUMNS} from award_round{only} order by year desc, name, id")
    ]


def start_round(db: Database, name: str, *, year: int, today: date) -> AwardRound:
    """A new round with the seven categories, their criteria and the checklist, open for nominations."""
    return add_round(db, name, SHIPPED, year=year, today=today)


def add_round(
    db: Database, name: str, plan: RoundPlan, *, year: int, today: date, **rules: Unpack[RoundRules]
) -> AwardRound:
    """A new round after a plan; `rules` are those of another, where it is made like that one."""
    cells = _checked(db, {**rules, "name": name, "year": year}, key="")
    _refuse_far_year(year, today)
    with change(db, f"Started the round {cells['name']}"):
        key = write_round(db, cells, plan)
    return award_round(db, key)


def edit_round(db: Database, key: str, **given: Unpack[RoundFacts]) -> AwardRound:
    """Change what is given and leave the rest."""
    held = award_round(db, key)
    refuse_archived(held)
    cells = _checked(db, given, key=key)
    _refuse_late(db, held, cells)
    with change(db, f"Changed the round {held.name}"):
        db.update_row("award_round", key, cells)
    return award_round(db, key)


def archive_round(db: Database, key: str, *, today: date) -> AwardRound:
    """Put it away: nothing of it changes any more until it is brought back."""
    archiving.archive(db, "award_round", award_round(db, key), today=today, called="the round")
    return award_round(db, key)


def restore_round(db: Database, key: str) -> AwardRound:
    """Bring it back."""
    archiving.restore(db, "award_round", award_round(db, key), called="the round")
    return award_round(db, key)


def refuse_archived(held: AwardRound) -> None:
    """Raises Problem where the round was put away: it stays as it was."""
    if held.archived_on is not None:
        raise Problem(f"{held.name} is archived, so it stays as it is. Restore it first.")


# --- what cannot be ---------------------------------------------------------------------------------------------


def _checked(db: Database, facts: Mapping[str, Any], *, key: str) -> dict[str, Cell]:
    if "name" in facts:
        refuse_empty("name", facts["name"], "Name: nothing is written. Give the round a name.")
        _refuse_same_name(db, str(facts["name"]).strip(), key)
    if "year" in facts and facts["year"] not in YEARS:
        raise FieldProblem("year", f"Year: {facts['year']} is none. Give a year such as 2026.")
    for field, heading, most in (
        ("word_limit", "Most words", MOST_WORDS),
        ("most_finalists", "Most finalists", MOST_FINALISTS),
        ("least_scores", "Judges for each nominee", MOST_JUDGES),
    ):
        refuse_outside(field, facts.get(field, 1), heading, most)
    return cells_of(facts)


def refuse_outside(field: str, figure: int | None, heading: str, most: int) -> None:
    """A FieldProblem for a count that is not from 1 to the most that makes sense."""
    if figure is None or not 1 <= figure <= most:
        found = "nothing is written" if figure is None else f"{figure} is written"
        raise FieldProblem(field, f"{heading}: {found}. Give a whole number from 1 to {most:,}.")


def _refuse_far_year(year: int, today: date) -> None:
    if abs(year - today.year) > 5:
        raise FieldProblem("year", f"Year: {year} is far from {today.year}. Check its figures.")


def _refuse_same_name(db: Database, name: str, key: str) -> None:
    other = db.value("select name from award_round where lower(name) = lower(?) and id <> ?", (name, key))
    if other is not None:
        raise FieldProblem("name", f"Name: there is a round {other} already. Add its year, or open that one.")


def _refuse_late(db: Database, held: AwardRound, cells: Mapping[str, Cell]) -> None:
    """The rules by which people won stay as they were, and so does the year in the references that judges have."""
    kept = cells_of(vars(held))
    differing = [field for field in cells if cells[field] != kept[field]]
    for field in differing:
        if held.announced_at is not None and field in (
            *_DECIDED_BY,
            "word_limit",
            "most_finalists",
            "embargo_until",
        ):
            raise FieldProblem(
                field,
                f"The results of {held.name} are announced, so the rules by which they came about stay.",
            )
        if field in _DECIDED_BY and _is_decided(db, held.id):
            raise FieldProblem(
                field,
                f"Something is decided in {held.name} by the rules as they are, so they stay. Take the decisions back "
                "on the Results side first.",
            )
        if field == "year" and db.value("select 1 from award_entry where round_id = ?", (held.id,)):
            raise FieldProblem(
                "year", f"Year: nominees are known as {held.year}-001 and so on already, so the year stays."
            )


_DECIDED_BY = ("least_scores", "tie_rule", "may_not_award")


def _is_decided(db: Database, round_id: str) -> bool:
    found = db.value(
        "select 1 from award_decision join award_category on award_category.id = category_id "
        "where round_id = ? and ended_on is null",
        (round_id,),
    )
    return found is not None
