"""How far the judging has come: of each judge, and of each nominee."""

from collections.abc import Iterable
from dataclasses import dataclass

from awards.judging.assignments import Assignment, assignments
from awards.judging.panel import members
from awards.nominations.entries import entries
from awards.rounds.rounds import award_round
from awards.vocabulary import AssignmentStatus
from resources.database import Database


@dataclass(frozen=True)
class JudgeProgress:
    """Of what a judge was given. Those from whom they stood aside count as `left` alone."""

    member_id: str
    scored: int
    abstained: int
    in_progress: int
    not_started: int
    left: int

    @property
    def given(self) -> int:
        """How many they judge."""
        return self.scored + self.abstained + self.open

    @property
    def open(self) -> int:
        """How many are still awaited."""
        return self.in_progress + self.not_started

    @property
    def percent(self) -> int | None:
        """How many of 100 are answered; None where nothing was given."""
        return None if not self.given else 100 * (self.scored + self.abstained) // self.given


@dataclass(frozen=True)
class NomineeProgress:
    """Of a nominee with the judges: how many scores of those that the round asks for."""

    entry_id: str
    given: int
    scored: int
    abstained: int
    wanted: int

    @property
    def is_short(self) -> bool:
        """Whether too few judges have them to ever reach what the round asks for."""
        return self.given - self.abstained < self.wanted


def judge_progress(db: Database, round_id: str) -> list[JudgeProgress]:
    """Of each of the panel, by number."""
    given = _by(assignments(db, round_id), "member_id")
    return [_of_judge(one.id, given.get(one.id, ())) for one in members(db, round_id)]


def nominee_progress(db: Database, round_id: str) -> list[NomineeProgress]:
    """Of each nominee that judges score or have scored, by number."""
    wanted = award_round(db, round_id).least_scores
    given = _by(assignments(db, round_id), "entry_id")
    return [
        _of_nominee(one.id, given.get(one.id, ()), wanted)
        for one in entries(db, round_id)
        if one.status.is_judged
    ]


def _by(given: Iterable[Assignment], column: str) -> dict[str, list[Assignment]]:
    found: dict[str, list[Assignment]] = {}
    for one in given:
        found.setdefault(getattr(one, column), []).append(one)
    return found


def _of_judge(member_id: str, given: Iterable[Assignment]) -> JudgeProgress:
    held = [one.status for one in given]
    return JudgeProgress(
        member_id,
        scored=held.count(AssignmentStatus.SCORED),
        abstained=held.count(AssignmentStatus.ABSTAINED),
        in_progress=held.count(AssignmentStatus.SCORING),
        not_started=held.count(AssignmentStatus.ASSIGNED),
        left=held.count(AssignmentStatus.CONFLICT) + held.count(AssignmentStatus.RECUSED),
    )


def _of_nominee(entry_id: str, given: Iterable[Assignment], wanted: int) -> NomineeProgress:
    held = [one.status for one in given if not one.is_left]
    return NomineeProgress(
        entry_id,
        len(held),
        held.count(AssignmentStatus.SCORED),
        held.count(AssignmentStatus.ABSTAINED),
        wanted,
    )
