"""Rows in an order that somebody chose."""

import pytest

from engagement.committee.order import moved, number_rows
from engagement.committee.recommendations import add_recommendation, recommendations_of
from engagement.committee.reports import CommitteeReport
from resources.database import Database, change


@pytest.mark.parametrize(
    ("by", "order"), [(0, "abc"), (1, "acb"), (-1, "bac"), (9, "acb"), (-9, "bac")]
)  # fmt: skip
def test_one_is_moved_and_never_over_an_end(by: int, order: str) -> None:
    assert "".join(moved("abc", "b", by)) == order


def test_places_are_counted_from_1(db: Database, held: CommitteeReport) -> None:
    keys = [add_recommendation(db, held.id, text).id for text in ("A", "B", "C")]
    with change(db, "Another order"):
        number_rows(db, "recommendation", keys[::-1])
    assert [(one.place, one.text) for one in recommendations_of(db, held.id)] == [
        (1, "C"),
        (2, "B"),
        (3, "A"),
    ]
