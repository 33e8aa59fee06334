"""The scores of the sample county."""

from awards.judging.scores import given_to, scores_in
from awards.sample.scores import add_scores
from awards.vocabulary import AssignmentStatus, RoundPhase
from resources.database import Database
from tests.awards.gala import TODAY, Gala


def given_in(gala: Gala) -> list[AssignmentStatus]:
    """Ten nominees with three judges, scored."""
    some = [gala.nominate(f"Nominee {letter}") for letter in "abcdefghij"]
    gala.judging(*(one.id for one in some))
    judges = [gala.judge(name) for name in ("Jo Judge", "Kit Judge", "Lou Judge")]
    for judge in judges:
        for one in some:
            gala.give(judge.id, one.id)
    gala.at(RoundPhase.SCORE)
    add_scores(gala.db, today=TODAY)
    return [one.status for judge in judges for one in given_to(gala.db, judge.id)]


def test_most_of_this_years_is_scored_and_some_is_open(db: Database) -> None:
    found = given_in(Gala(db))
    assert found.count(AssignmentStatus.SCORED) > 15
    assert AssignmentStatus.ASSIGNED in found and AssignmentStatus.SCORING in found


def test_last_years_is_scored_whole_and_locked(db: Database) -> None:
    gala = Gala(db)
    Gala(db, "Proud to Care 2027", year=2027)
    assert not any(status.is_open for status in given_in(gala))
    assert db.value("select count(*) from judge_assignment where locked_at is null") == 0


def test_a_round_that_is_not_scoring_is_left(db: Database) -> None:
    gala = Gala(db)
    add_scores(db, today=TODAY)
    assert scores_in(db, gala.round_id) == []
