"""Who is honoured, decided by the panel and kept back until the announcement."""

from collections.abc import Sequence
from datetime import datetime

from awards.judging.panel import members
from awards.nominations.entries import entry
from awards.nominations.moving import move_entry
from awards.results.deciding.basis import basis_of
from awards.results.deciding.decisions import PENDING_AS, Decision, decision, decisions_of
from awards.results.harshness import NotJoined
from awards.results.reading import category_standing
from awards.results.standings import CategoryStanding, NomineeStanding
from awards.results.worth_knowing import clash_sentences, too_few_words
from awards.rounds.moving_on import refuse_phase
from awards.rounds.rounds import refuse_archived
from awards.vocabulary import Outcome, RoundPhase, TieBrokenBy
from resources.database import Database, change, new_key
from resources.database.opening import is_account
from resources.problem import FieldProblem, Problem
from resources.rows import refuse_empty
from resources.wording import and_list, in_london, lower_first

DECIDED_IN = (RoundPhase.DECIDE, RoundPhase.ANNOUNCE)
"""After the announcement too: an honour that was given up is decided anew."""


def decide(
    db: Database, category_id: str, entry_id: str | None, outcome: Outcome, reason: str, *, now: datetime,
    tie: TieBrokenBy = TieBrokenBy.NOT_TIED, adjusted: bool = False, on_too_few: bool = False,
) -> Decision:  # fmt: skip
    """Decide, with what stands behind it today. `tie` is how nominees with the same mean were parted, `adjusted` that
    the panel went by the mean adjusted for harshness, `on_too_few` that it decides on somebody who has fewer scores
    than the round asks for, or none. Nobody outside hears of it before the announcement.
    """
    held = category_standing(db, category_id)
    refuse_archived(held.round)
    refuse_phase(held.round, *DECIDED_IN, what="Honours are decided")
    refuse_empty(
        "reason", reason, "Reason: nothing is written. Say why the panel decided so; it answers for it."
    )
    if adjusted and isinstance(held.harshness, NotJoined):
        raise FieldProblem("adjusted", held.harshness.words(held.judge_names))
    _refuse_clashes(held, outcome)
    standing = decisions_of(db, category_id=category_id)
    if outcome is Outcome.NOT_AWARDED:
        _refuse_not_awarded(held, entry_id, standing)
        tie = TieBrokenBy.NOT_TIED
        action = f"Decided not to award “{held.category.name}”"
    else:
        one = _chosen(held, entry_id)
        _refuse_too_few(held, one, on_too_few=on_too_few)
        tie = _tie(held, one, outcome, tie, adjusted=adjusted)
        _refuse_second(db, one, outcome, tie, standing)
        action = f"Decided on {one.nominee.name}: {lower_first(outcome.label)}"
    key = new_key()
    with change(db, action):
        if entry_id is not None:
            _replace(db, entry_id, standing, outcome, now)
            move_entry(db, entry_id, PENDING_AS[outcome], now=now, reason=reason, decided=True)
        db.insert_row(
            "award_decision",
            {
                "id": key, "category_id": category_id, "entry_id": entry_id, "outcome": outcome.value,
                "reason": reason.strip(), "tie": tie.value, "decided_by": _decided_by(db, held.round.id),
                "decided_on": in_london(now).date().isoformat(),
                "basis": basis_of(held, entry_id, adjusted=adjusted, on_too_few=on_too_few),
            },
        )  # fmt: skip
    return decision(db, key)


def _decided_by(db: Database, round_id: str) -> str:
    """Who is at the desk; the panel's chair where no name was given, since the name of an account says nothing."""
    if not is_account(db.who):
        return db.who
    return next((one.name for one in members(db, round_id, stood_down=False) if one.is_chair), "")


def _chosen(held: CategoryStanding, entry_id: str | None) -> NomineeStanding:
    if entry_id is None:
        raise FieldProblem("entry_id", "Nominee: nobody is chosen. Choose who is honoured.")
    found = held.of(entry_id)
    if found is None:
        raise FieldProblem(
            "entry_id",
            f"The nominee is not with the judges in “{held.category.name}”, so that nothing is decided on them there. "
            "Choose another.",
        )
    return found


def _refuse_clashes(held: CategoryStanding, outcome: Outcome) -> None:
    """Nothing is decided on scores of a judge in conflict. Once the results are announced those scores stay, and that a
    category is not awarded can be decided all the same.
    """
    told = clash_sentences(held)
    if told and not (held.round.announced_at is not None and outcome is Outcome.NOT_AWARDED):
        raise Problem(told[0], details=tuple(told[1:]))


def _refuse_too_few(held: CategoryStanding, one: NomineeStanding, *, on_too_few: bool) -> None:
    told = too_few_words(held, one)
    if told and not on_too_few:
        raise FieldProblem(
            "on_too_few",
            f"{told} Have the nominee scored first, or say that the panel decides on so few scores, and why.",
        )


def _refuse_not_awarded(held: CategoryStanding, entry_id: str | None, standing: Sequence[Decision]) -> None:
    if entry_id is not None:
        raise FieldProblem("entry_id", "A category that is not awarded has no nominee. Choose none.")
    if not held.round.may_not_award:
        raise FieldProblem(
            "outcome",
            "The rules of the round say that every category is awarded. Choose a winner, or change that rule.",
        )
    if any(one.settles for one in standing):
        raise FieldProblem("outcome", _settled_words(held.category.name, standing))


def _settled_words(category: str, standing: Sequence[Decision]) -> str:
    none = any(one.outcome is Outcome.NOT_AWARDED for one in standing)
    said = "that it is not awarded" if none else "on a winner"
    return (
        f"“{category}”: the panel has decided {said} already. Take that decision back first, with a reason."
    )


def _tie(
    held: CategoryStanding, one: NomineeStanding, outcome: Outcome, given: TieBrokenBy, *, adjusted: bool
) -> TieBrokenBy:
    """How a tie was parted; refused where it was not and had to be, or where there is none."""
    place = one.place(adjusted=adjusted)
    level = place.level if place else ()
    voted = given in (TieBrokenBy.CHAIR, TieBrokenBy.JOINT)
    if voted and not level:
        raise FieldProblem(
            "tie",
            f"{one.nominee.name} shares the place with nobody, so that there is no tie for a vote or a joint honour. "
            "Choose “No tie”.",
        )
    if level and not voted and outcome is Outcome.WINNER:
        names = and_list([held.names[key] for key in (one.key, *level)])
        raise FieldProblem(
            "tie",
            f"{names} have the same mean, and the round’s rule does not part them. Say that the chair’s vote did, or "
            "that they win jointly.",
        )
    return given if voted else place.parted_by if place else TieBrokenBy.NOT_TIED


def _refuse_second(
    db: Database, one: NomineeStanding, outcome: Outcome, tie: TieBrokenBy, standing: Sequence[Decision]
) -> None:
    """A second winner only where all of them win jointly."""
    mine = [each for each in standing if each.entry_id == one.key and each.outcome is outcome]
    if mine:
        raise FieldProblem("outcome", f"{one.nominee.name}: this is decided already. Nothing was changed.")
    if outcome is not Outcome.WINNER:
        return
    others = [each for each in standing if each.settles]
    if any(each.outcome is Outcome.NOT_AWARDED for each in others):
        raise FieldProblem("outcome", _settled_words(_category_name(db, others[0]), others))
    if others and not (tie is TieBrokenBy.JOINT and all(each.tie is TieBrokenBy.JOINT for each in others)):
        names = and_list([entry(db, each.entry_id).nominee for each in others if each.entry_id])
        raise FieldProblem(
            "outcome",
            f"{names} {'is' if len(others) == 1 else 'are'} the winner already, and only nominees with the same mean "
            "win jointly. Take that decision back first, with a reason.",
        )


def _category_name(db: Database, of: Decision) -> str:
    """The name of its category."""
    return str(db.value("select name from award_category where id = ?", (of.category_id,)))


def _replace(
    db: Database, entry_id: str, standing: Sequence[Decision], outcome: Outcome, now: datetime
) -> None:
    """An honour that a nominee had before gives way to the new one."""
    for one in standing:
        if one.entry_id == entry_id:
            end(db, one, f"Decided anew: {lower_first(outcome.label)}", now=now)


def end(db: Database, held: Decision, reason: str, *, now: datetime) -> None:
    """It holds no more; it stays on file."""
    db.update_row(
        "award_decision",
        held.id,
        {"ended_on": in_london(now).date().isoformat(), "ended_reason": reason.strip()},
    )


def refuse_ended(held: Decision) -> None:
    """Raises Problem for what was taken back before."""
    if not held.stands:
        raise Problem(
            "The decision was taken back before. What holds now is shown on the Results side: look there."
        )
