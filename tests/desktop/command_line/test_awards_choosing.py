"""Which round and category is meant."""

import argparse
from datetime import UTC, datetime

import pytest

from awards.rounds.rounds import archive_round
from desktop.command_line.awards_choosing import a_category, a_moment, a_round, some_category
from resources.database import Database
from resources.problem import Problem
from tests.awards.gala import TODAY, Gala


def test_the_latest_round_unless_another_is_named(db: Database) -> None:
    with pytest.raises(Problem, match="No round of the awards"):
        a_round(db)
    old = Gala(db, "Proud to Care 2025", year=2025).round
    new = Gala(db).round
    assert (a_round(db), a_round(db, "care 2025"), a_round(db, new.id)) == (new, old, new)
    archive_round(db, new.id, today=TODAY)
    assert a_round(db) == old and a_round(db, "2026").id == new.id


def test_a_category_by_words_of_its_name(db: Database) -> None:
    gala = Gala(db)
    assert a_category(db, gala.round_id, "team") == gala.category("Team")
    assert some_category(db, gala.round_id, "") is None
    with pytest.raises(Problem, match="may be more than one category"):
        a_category(db, gala.round_id, "proud")


def test_a_day_and_a_time() -> None:
    assert a_moment("9 December 2026 7pm") == datetime(2026, 12, 9, 19, tzinfo=UTC)
    assert a_moment("9/6/2026 14:30") == datetime(2026, 6, 9, 13, 30, tzinfo=UTC)
    with pytest.raises(argparse.ArgumentTypeError, match="not a day and a time"):
        a_moment("9 December")
