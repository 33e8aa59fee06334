"""Phases are planned in their order."""

from datetime import date

import pytest

from awards.rounds.phase_plan import phases_of, planned_phase, set_phase
from awards.rounds.rounds import archive_round
from awards.vocabulary import RoundPhase, ScoresSeen
from resources.database import Database
from resources.problem import FieldProblem, Problem
from tests.awards.gala import TODAY, Gala

SEPTEMBER, OCTOBER = date(2026, 9, 1), date(2026, 10, 1)


def test_a_phase_is_planned_from_a_day_until_another(db: Database) -> None:
    gala = Gala(db)
    assert [one.phase for one in phases_of(db, gala.round_id)] == list(RoundPhase)
    made = set_phase(db, gala.round_id, RoundPhase.NOMINATE, from_on=SEPTEMBER, until_on=date(2026, 9, 30))
    assert made.period == "1 September 2026 to 30 September 2026"
    assert made.has(SEPTEMBER) and made.has(date(2026, 9, 30)) and not made.has(OCTOBER)
    assert made.is_over(OCTOBER) and not made.is_over(date(2026, 9, 30))
    assert set_phase(db, gala.round_id, RoundPhase.NOMINATE, until_on=None).period == "from 1 September 2026"
    until = set_phase(db, gala.round_id, RoundPhase.NOMINATE, from_on=None, until_on=OCTOBER)
    assert until.period == "until 1 October 2026" and until.has(SEPTEMBER)
    empty = set_phase(db, gala.round_id, RoundPhase.NOMINATE, until_on=None, scores_seen=ScoresSeen.ALWAYS)
    assert empty.period == "" and empty.scores_seen is ScoresSeen.ALWAYS
    assert planned_phase(db, gala.round_id, RoundPhase.NOMINATE) == empty


def test_days_that_run_against_one_another_are_refused(db: Database) -> None:
    gala = Gala(db)
    with pytest.raises(FieldProblem, match="before 1 October 2026, when it begins") as refused:
        set_phase(db, gala.round_id, RoundPhase.SCORE, from_on=OCTOBER, until_on=SEPTEMBER)
    assert refused.value.field == "until_on"
    set_phase(db, gala.round_id, RoundPhase.SCORE, from_on=OCTOBER)
    with pytest.raises(FieldProblem, match="“Scoring” comes after it and begins on 1 October 2026"):
        set_phase(db, gala.round_id, RoundPhase.QUALIFY, from_on=date(2026, 10, 2))
    with pytest.raises(FieldProblem, match="“Scoring” comes before it"):
        set_phase(db, gala.round_id, RoundPhase.DECIDE, from_on=SEPTEMBER)
    assert set_phase(db, gala.round_id, RoundPhase.MODERATE, from_on=OCTOBER).from_on == OCTOBER


def test_a_round_that_is_put_away_is_not_planned(db: Database) -> None:
    gala = Gala(db)
    archive_round(db, gala.round_id, today=TODAY)
    with pytest.raises(Problem, match="archived"):
        set_phase(db, gala.round_id, RoundPhase.SCORE, from_on=OCTOBER)
