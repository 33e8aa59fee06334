"""Rows are put further up or down, and no further than to an end."""

import pytest

from awards.rounds.checklist import checklist
from awards.rounds.places import next_place, put_by
from resources.database import Database, change
from tests.awards.gala import Gala


@pytest.mark.parametrize(
    ("of", "by", "order"),
    [(0, 1, "bacdef"), (0, 99, "bcdefa"), (5, -2, "abcfde"), (2, -99, "cabdef"), (3, 0, "abcdef")],
)
def test_a_row_is_moved(db: Database, of: int, by: int, order: str) -> None:
    gala = Gala(db)
    before = [one.id for one in checklist(db, gala.round_id)]
    letters = dict(zip(before, "abcdef", strict=True))
    with change(db, "Moved"):
        put_by(db, "award_check", before, before[of], by)
    assert "".join(letters[one.id] for one in checklist(db, gala.round_id)) == order


def test_the_next_place_is_behind_the_last(db: Database) -> None:
    gala = Gala(db)
    assert next_place(db, "award_check", "round_id", gala.round_id) == 7
    assert next_place(db, "award_check", "round_id", "none") == 1
