"""What one judge sees of the others’ scores, under the rule of the phase that the round is at."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from awards.judging.panel import member
from awards.judging.seeing import sees_others, why_hidden
from awards.points import points_words
from awards.rounds.phase_plan import planned_phase
from awards.rounds.rounds import award_round
from awards.vocabulary import AssignmentStatus, ScoresSeen
from resources.database import Database


@dataclass(frozen=True)
class OneScore:
    """What another judge gave; without the judge’s name, who is “Judge 3” to the others."""

    judge: int
    criterion: str
    points: int

    @property
    def words(self) -> str:
        """Judge 3: Kindness 4."""
        return f"Judge {self.judge}: {self.criterion} {points_words(self.points)}"


@dataclass(frozen=True)
class OthersScores:
    """By nominee: how far the judge has come with them, and what the others gave."""

    rule: ScoresSeen
    own: Mapping[str, AssignmentStatus]
    given: Mapping[str, list[OneScore]]

    def seen(self, entry_id: str) -> list[OneScore]:
        """What the judge may see of one nominee now."""
        return self.given.get(entry_id, []) if sees_others(self.rule, self.own.get(entry_id)) else []

    def why_hidden(self, entry_id: str) -> str:
        """Why they are not shown; '' where they are."""
        return why_hidden(self.rule, self.own.get(entry_id))

    def words_for(self, entry_id: str) -> str:
        """All that may be seen, in a line; '' for nothing."""
        by_judge: dict[int, list[str]] = defaultdict(list)
        for one in self.seen(entry_id):
            by_judge[one.judge].append(f"{one.criterion} {points_words(one.points)}")
        if not by_judge:
            return ""
        told = "; ".join(f"judge {judge}: {', '.join(scores)}" for judge, scores in sorted(by_judge.items()))
        return f"Others’ scores, as the rules of this phase allow: {told}."


def others_scores(db: Database, member_id: str) -> OthersScores:
    """Those that stand beside one judge’s own."""
    round_id = member(db, member_id).round_id
    rule = planned_phase(db, round_id, award_round(db, round_id).phase).scores_seen
    own = {
        entry: AssignmentStatus(status)
        for entry, status in db.rows(
            "select entry_id, status from judge_assignment where member_id = ?", (member_id,)
        )
    }
    given: dict[str, list[OneScore]] = defaultdict(list)
    rows = db.rows(
        """select judge_assignment.entry_id, panel_member.number, award_criterion.name, points from judge_score
        join judge_assignment on judge_assignment.id = assignment_id
        join panel_member on panel_member.id = member_id
        join award_criterion on award_criterion.id = criterion_id
        where panel_member.round_id = ? and member_id <> ? and judge_assignment.status not in ('conflict', 'recused')
        order by panel_member.number, award_criterion.position""",
        (round_id, member_id),
    )
    for entry, judge, criterion, points in rows:
        given[entry].append(OneScore(judge, criterion, points))
    return OthersScores(rule, own, given)
