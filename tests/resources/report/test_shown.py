"""Counts and shares as sentences print them."""

from resources.report.shown import counted, numbered, share_shown
from resources.report.told import Shown
from resources.statistics import share


def test_a_count_stands_with_its_noun() -> None:
    assert counted(1, "event", rows="events") == Shown("1 event", 1, None, "events")
    assert counted(1200, "agency", "agencies") == Shown("1,200 agencies", 1200)
    assert numbered(1234, rows="all", base=2000) == Shown("1,234", 1234, 2000, "all")


def test_a_share_keeps_its_exact_value_and_its_base() -> None:
    assert share_shown(share(25, 40), rows="rated") == Shown("62% (25 of 40)", 62.5, 40, "rated")


def test_a_small_base_is_said_and_a_smaller_one_has_no_percentage() -> None:
    assert share_shown(share(9, 12)).words == "75% (9 of 12, a small base)"
    assert share_shown(share(3, 4)) == Shown("3 of 4", 75.0, 4)
    assert share_shown(share(0, 0)) == Shown("0 of 0", None, 0)
