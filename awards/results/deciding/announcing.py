"""The announcement: all that is decided and kept back becomes known at once, as one change, and not before its time."""

from dataclasses import dataclass
from datetime import datetime

from awards.nominations.entries import entry
from awards.nominations.moving import move_entry
from awards.nominations.returning import without_voices
from awards.results.deciding.decisions import ANNOUNCED_AS, Decision, decisions
from awards.results.deciding.withdrawing import fallen, fallen_words, moved_away, undecided_honours
from awards.results.reading import round_standings, scored_clashes
from awards.results.worth_knowing import clash_sentences
from awards.rounds.categories import categories
from awards.rounds.moving_on import move_phase
from awards.rounds.rounds import AwardRound, award_round, refuse_archived
from awards.vocabulary import Outcome, RoundPhase, TieBrokenBy
from resources.database import Database, change
from resources.problem import Problem
from resources.wording import and_list, count_of, instant_text, until_words


@dataclass(frozen=True)
class Announced:
    """What became known."""

    honours: int
    not_awarded: int

    @property
    def sentence(self) -> str:
        """For the window and the command line."""
        told = f"Announced {count_of(self.honours, 'honour')}"
        if not self.not_awarded:
            return told
        return f"{told}; {count_of(self.not_awarded, 'category', 'categories')} not awarded"


def announce(db: Database, round_id: str, *, now: datetime) -> Announced:
    """Announce every decision that waits. Refused before the embargo ends, and while anything is undecided or does not
    fit together; nothing is announced in part.
    """
    held = award_round(db, round_id)
    refuse_archived(held)
    against = in_the_way(db, held, now=now)
    if against:
        raise Problem(against[0], details=tuple(against[1:]))
    waiting = [one for one in decisions(db, round_id) if one.is_pending]
    with change(db, f"Announced the results of {held.name}"):
        for one in waiting:
            db.update_row("award_decision", one.id, {"announced_at": instant_text(now)})
            if one.entry_id is not None:
                move_entry(db, one.entry_id, ANNOUNCED_AS[one.outcome], now=now, decided=True)
        if held.announced_at is None:
            db.update_row("award_round", round_id, {"announced_at": instant_text(now)})
        if held.phase is RoundPhase.DECIDE:
            move_phase(db, round_id, RoundPhase.ANNOUNCE, now=now)
    honours = sum(one.entry_id is not None for one in waiting)
    return Announced(honours, len(waiting) - honours)


def in_the_way(db: Database, held: AwardRound, *, now: datetime) -> list[str]:
    """All that stands in the way of announcing, a sentence each; nothing where it can be done."""
    if held.phase not in (RoundPhase.DECIDE, RoundPhase.ANNOUNCE):
        return [
            f"Results are announced after “{RoundPhase.DECIDE.label}”, and {held.name} is at “{held.phase.label}”. "
            "Move the round there first."
        ]
    standing = decisions(db, held.id)
    told = [
        *_embargo(held, now),
        *_undecided(db, held, standing),
        *(fallen_words(db, one) for one in fallen(db, held.id)),
        *_unfounded(db, held),
        *_moved_away(db, held),
        *_joint_alone(db, standing),
        *_voiceless(db, held, standing),
        *_clashes(db, held, standing),
    ]
    if not told and not any(one.is_pending for one in standing):
        told = ["Nothing waits for the announcement: all that is decided is announced. Decide first."]
    return told


def _embargo(held: AwardRound, now: datetime) -> list[str]:
    if held.embargo_until is None or now >= held.embargo_until:
        return []
    return [
        f"The results are under embargo until {until_words(held.embargo_until)}. Announce them then, or change the "
        "embargo on the Round side."
    ]


def _undecided(db: Database, held: AwardRound, standing: list[Decision]) -> list[str]:
    settled = {one.category_id for one in standing if one.settles}
    open_ones = [one.name for one in categories(db, held.id) if one.id not in settled]
    if not open_ones:
        return []
    names = and_list([f"“{name}”" for name in open_ones])
    return [f"Nothing is decided yet in {names}. Decide on a winner there, or that it is not awarded."]


def _unfounded(db: Database, held: AwardRound) -> list[str]:
    return [
        f"{one.nominee} stands as “{one.status.label}” without a decision of the panel. Decide it on the Results side, "
        "or move the nominee back."
        for one in undecided_honours(db, held.id)
    ]


def _moved_away(db: Database, held: AwardRound) -> list[str]:
    told = []
    for one in moved_away(db, held.id):
        who = entry(db, str(one.entry_id))
        told.append(
            f"{who.nominee} was decided on as “{one.outcome.label}” and has been moved to “{who.status.label}” "
            "since. Take the decision back, or decide anew."
        )
    return told


def _voiceless(db: Database, held: AwardRound, standing: list[Decision]) -> list[str]:
    """Honours that wait, of nominees for whom nobody speaks any more."""
    left = {one.id: one for one in without_voices(db, held.id)}
    return [
        f"{left[one.entry_id].nominee} is decided on as “{one.outcome.label}”, and every nomination of them was "
        "withdrawn. Take the decision back, or count a nomination again on the Nominations side."
        for one in standing
        if one.is_pending and one.entry_id in left
    ]


def _clashes(db: Database, held: AwardRound, standing: list[Decision]) -> list[str]:
    """Scores behind decisions that wait, given by judges in conflict."""
    decided = {one.category_id for one in standing if one.is_pending}
    if not decided or not scored_clashes(db, held.id):
        return []
    honoured = {one.category_id for one in standing if one.is_pending and one.entry_id is not None}
    asked = honoured if held.announced_at is not None else decided
    return [
        sentence
        for one in round_standings(db, held.id)
        if one.category.id in asked
        for sentence in clash_sentences(one)
    ]


def _joint_alone(db: Database, standing: list[Decision]) -> list[str]:
    """Winners who win jointly, and nobody with them."""
    joint: dict[str, list[Decision]] = {}
    for one in standing:
        if one.outcome is Outcome.WINNER and one.tie is TieBrokenBy.JOINT:
            joint.setdefault(one.category_id, []).append(one)
    return [
        f"{entry(db, str(held[0].entry_id)).nominee} is to win jointly, and nobody is decided on to win with them. "
        "Decide on the other, or take the decision back."
        for held in joint.values()
        if len(held) == 1
    ]
