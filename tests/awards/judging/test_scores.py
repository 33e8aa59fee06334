"""What judges give: kept, refused, abstained from, locked."""

import pytest

from awards.judging.assignments import recuse
from awards.judging.score_tables import scores_table
from awards.judging.scores import (
    abstain,
    give_scores,
    given,
    given_to,
    lock,
    scores_in,
    scores_of,
    unlock,
)
from awards.rounds.criteria import criteria_of
from awards.vocabulary import AssignmentStatus, EntryStatus, HowScored, RoundPhase
from resources.database import Database, history
from resources.problem import FieldProblem, Problem
from tests.awards.gala import NOW, Gala


class Judged:
    """A nominee with one judge, while the round is scoring."""

    def __init__(self, db: Database) -> None:
        self.gala = Gala(db)
        self.entry = self.gala.nominate()
        self.gala.judging(self.entry.id)
        self.judge = self.gala.judge()
        self.key = self.gala.give(self.judge.id, self.entry.id)
        self.gala.at(RoundPhase.SCORE)
        self.criteria = criteria_of(db, self.entry.category_id)


@pytest.fixture
def judged(db: Database) -> Judged:
    return Judged(db)


def test_some_scores_are_in_progress_and_all_are_scored(db: Database, judged: Judged) -> None:
    first, *rest = judged.criteria
    (score,) = give_scores(db, judged.key, {first.id: 400}, now=NOW)
    assert (score.points, score.how, score.scored_by) == (400, HowScored.TYPED, db.who)
    assert given(db, judged.key).status is AssignmentStatus.SCORING
    give_scores(db, judged.key, {one.id: 300 for one in rest}, now=NOW, comment=" Well told. ")
    held = given(db, judged.key)
    assert (held.status, held.comment) == (AssignmentStatus.SCORED, "Well told.")
    assert [one.points for one in scores_of(db, judged.key)] == [400, *[300] * len(rest)]
    assert len(scores_in(db, judged.gala.round_id)) == len(judged.criteria)


def test_none_takes_a_score_away_and_what_is_left_out_stays(db: Database, judged: Judged) -> None:
    give_scores(db, judged.key, {one.id: 300 for one in judged.criteria}, now=NOW)
    give_scores(db, judged.key, {judged.criteria[0].id: None}, now=NOW)
    assert len(scores_of(db, judged.key)) == len(judged.criteria) - 1
    assert given(db, judged.key).status is AssignmentStatus.SCORING


def test_the_same_score_again_leaves_no_entry(db: Database, judged: Judged) -> None:
    points = {one.id: 300 for one in judged.criteria}
    give_scores(db, judged.key, points, now=NOW)
    before = history.history_position(db)
    give_scores(db, judged.key, points, now=NOW)
    assert history.history_position(db) == before


@pytest.mark.parametrize(
    ("points", "says"), [(1100, "11 is outside the scale"), (350, "3.5 is between its steps")]
)
def test_points_off_the_scale_are_refused_by_field(
    db: Database, judged: Judged, points: int, says: str
) -> None:
    with pytest.raises(FieldProblem, match=says) as refused:
        give_scores(db, judged.key, {judged.criteria[0].id: points}, now=NOW)
    assert refused.value.field == judged.criteria[0].id
    assert scores_of(db, judged.key) == []


def test_a_criterion_of_another_category_is_refused(db: Database, judged: Judged) -> None:
    with pytest.raises(FieldProblem, match="not one of the nominee’s category"):
        give_scores(db, judged.key, {"elsewhere": 300}, now=NOW)


def test_an_abstention_is_no_score_and_ends_with_one(db: Database, judged: Judged) -> None:
    give_scores(db, judged.key, {judged.criteria[0].id: 300}, now=NOW)
    with pytest.raises(FieldProblem, match="needs a reason"):
        abstain(db, judged.key, " ", now=NOW)
    held = abstain(db, judged.key, "Taught them years ago", now=NOW)
    assert (held.status, held.reason) == (AssignmentStatus.ABSTAINED, "Taught them years ago")
    assert scores_of(db, judged.key) == []
    give_scores(db, judged.key, {judged.criteria[0].id: 300}, now=NOW)
    held = given(db, judged.key)
    assert (held.status, held.reason) == (AssignmentStatus.SCORING, "")


def test_what_is_locked_stays_until_somebody_says_why(db: Database, judged: Judged) -> None:
    with pytest.raises(Problem, match="is not scored in full"):
        lock(db, [judged.key], now=NOW)
    give_scores(db, judged.key, {one.id: 300 for one in judged.criteria}, now=NOW)
    (held,) = lock(db, [judged.key], now=NOW)
    assert held.is_locked
    with pytest.raises(Problem, match="are locked"):
        give_scores(db, judged.key, {judged.criteria[0].id: 400}, now=NOW)
    with pytest.raises(Problem, match="are locked"):
        abstain(db, judged.key, "Why", now=NOW)
    with pytest.raises(FieldProblem, match="needs a reason"):
        unlock(db, judged.key, "", now=NOW)
    assert not unlock(db, judged.key, "A slip of the pen", now=NOW).is_locked
    notes = db.rows("select text from panel_note where entry_id = ?", (judged.entry.id,))
    assert notes == [("The scores of judge 1 were unlocked: A slip of the pen",)]
    with pytest.raises(Problem, match="not locked"):
        unlock(db, judged.key, "Again", now=NOW)


@pytest.mark.parametrize("phase", [RoundPhase.NOMINATE, RoundPhase.DECIDE, RoundPhase.ANNOUNCE])
def test_scores_are_given_while_scoring_and_moderating(
    db: Database, judged: Judged, phase: RoundPhase
) -> None:
    judged.gala.at(phase)
    with pytest.raises(Problem, match="Move the round to scoring"):
        give_scores(db, judged.key, {judged.criteria[0].id: 400}, now=NOW)
    judged.gala.at(RoundPhase.MODERATE)
    assert give_scores(db, judged.key, {judged.criteria[0].id: 400}, now=NOW)


def test_nobody_scores_who_stood_aside_or_whom_nobody_judges(db: Database, judged: Judged) -> None:
    judged.gala.stands(judged.entry.id, EntryStatus.WITHDRAWN)
    with pytest.raises(Problem, match="not with the judges: withdrawn"):
        give_scores(db, judged.key, {judged.criteria[0].id: 400}, now=NOW)
    assert given_to(db, judged.judge.id) == []


def test_a_judge_is_given_what_they_did_not_stand_aside_from(db: Database, judged: Judged) -> None:
    assert [one.reference for one in given_to(db, judged.judge.id)] == ["2026-001"]
    with pytest.raises(LookupError):
        given(db, "gone")


def test_who_scored_what_stays_in_the_table_when_the_judge_stands_aside(db: Database, judged: Judged) -> None:
    give_scores(db, judged.key, {one.id: 300 for one in judged.criteria}, now=NOW)
    before = scores_table(db, judged.gala.round_id)
    recuse(db, judged.key, "A friend")
    after = scores_table(db, judged.gala.round_id, member_id=judged.judge.id)
    assert len(after.rows) == len(before.rows) == len(judged.criteria)
    assert {row[5] for row in after.rows} == {AssignmentStatus.RECUSED.label}
