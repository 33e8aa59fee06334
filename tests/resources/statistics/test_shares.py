from fractions import Fraction

import pytest

from resources.statistics import BaseRule, Share, rounding_note, rounding_note_of, share


def test_a_share_is_exact_until_it_is_printed():
    assert share(1, 3).value == Fraction(1, 3)
    assert [share(*pair).percent for pair in ((1, 8), (3, 40), (12, 13), (8, 13), (0, 5))] == [
        12,
        8,
        92,
        62,
        0,
    ]
    assert (share(0, 0).value, share(0, 0).percent, share(0, 0).shown) == (None, None, None)


def test_small_bases_are_marked_and_smaller_ones_hidden():
    shares = [share(1, base) for base in (9, 10, 29, 30)]
    assert [(one.small, one.hidden) for one in shares] == [
        (True, True), (True, False), (True, False), (False, False),
    ]  # fmt: skip
    assert [one.shown for one in shares] == [None, 10, 3, 3]
    assert share(1, 9, BaseRule(hide=0, flag=5)).shown == 11


def test_the_base_rule_states_itself():
    assert BaseRule().note() == (
        "Percentages of fewer than 30 are marked as a small base: one more or fewer changes them a good deal. "
        "No percentage is given of fewer than 10."
    )
    assert BaseRule(hide=0).note().endswith("a good deal.")


@pytest.mark.parametrize(("count", "base"), [(-1, 3), (4, 3)])
def test_a_share_is_never_more_than_its_base(count, base):
    with pytest.raises(ValueError, match="a share of"):
        Share(count, base)


def test_percentages_that_do_not_add_to_100_are_noted():
    assert rounding_note([10, 23, 60, 7]) == ""
    assert rounding_note([1, 14, 82, 2]) == "Percentages are rounded, so they add up to 99 and not to 100."
    assert rounding_note_of([[50, 50], [33, 33, 33], [67, 34]]) == (
        "Percentages are rounded, so 2 of the 3 rows add up to 99 or 101, not 100."
    )
    assert rounding_note_of([[50, 50]]) == ""
