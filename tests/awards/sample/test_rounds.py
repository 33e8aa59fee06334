"""Last year’s round and this year’s, with their days."""

from datetime import date

from awards.rounds.phase_plan import phases_of
from awards.rounds.rounds import rounds
from awards.sample.rounds import add_rounds
from awards.vocabulary import RoundPhase
from resources.database import Database


def test_two_rounds_a_year_apart_and_this_one_is_being_scored(db: Database) -> None:
    today = date(2026, 11, 22)
    made = add_rounds(db, today=today)
    assert [one.name for one in rounds(db)] == ["Proud to Care 2026", "Proud to Care 2025"]
    assert made.this.year == made.last.year + 1
    now = [one.phase for one in phases_of(db, made.this.id) if one.has(today)]
    assert now == [RoundPhase.SCORE]
    assert all(one.is_over(today) for one in phases_of(db, made.last.id))
