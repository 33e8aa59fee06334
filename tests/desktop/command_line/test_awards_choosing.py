"""Which round and category is meant."""

import argparse
from datetime import UTC, datetime

import pytest

from awards.rounds.rounds import archive_round
from desktop.command_line.awards_choosing import (
    a_category,
    a_member,
    a_moment,
    a_nominee,
    a_round,
    some_category,
)
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


def test_a_member_is_found_by_number_or_name(db: Database) -> None:
    gala = Gala(db)
    ada, one, two = gala.judge("Ada Example"), gala.judge("J. Smith"), gala.judge("J. Smith")
    assert a_member(db, gala.round_id, "judge 2") == one
    assert a_member(db, gala.round_id, "3") == two
    assert a_member(db, gala.round_id, "example") == a_member(db, gala.round_id, ada.id) == ada
    with pytest.raises(Problem, match=r"Judge 2 – J\. Smith; Judge 3 – J\. Smith"):
        a_member(db, gala.round_id, "smith")


def test_a_nominee_is_found_by_reference_number_or_name(db: Database) -> None:
    gala = Gala(db)
    ada, ben = gala.nominate("Ada Example"), gala.nominate("Ben Example")
    for text in ("2026-002", "002", "2", "ben", ben.id):
        assert a_nominee(db, gala.round_id, text) == ben
    assert a_nominee(db, gala.round_id, "2026-001 Ada") == ada
    with pytest.raises(Problem, match="may be more than one nominee"):
        a_nominee(db, gala.round_id, "example")
    with pytest.raises(Problem, match="There is no nominee"):
        a_nominee(db, gala.round_id, "9")
