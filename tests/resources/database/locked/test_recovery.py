"""Codes that are copied by hand: whatever is typed is read, or what is amiss is said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resources.database.data_key import SIGNS
from resources.database.locked.recovery import GROUPS, RecoveryCode, could_be_code, read_code
from resources.problem import FieldProblem

CODE = RecoveryCode("ABCDEFGHJKLMNPQRSTUVWXYZ23456789ABCDEFGT")


def test_a_code_is_ten_groups_of_four_that_nobody_drew_before():
    assert [len(group) for group in CODE.groups()] == [4] * GROUPS
    assert CODE.in_groups() == " ".join(CODE.groups())
    assert len({RecoveryCode.new().signs for _ in range(200)}) == 200
    assert CODE.signs not in repr(CODE)


@pytest.mark.parametrize("gap", ["", " ", "-", "  \n", " – ", ".", " / "])
def test_a_code_is_read_with_any_gaps_and_in_small_letters(gap):
    assert read_code(f"  {gap.join(CODE.groups()).lower()} ") == CODE


@given(st.integers(0, 39), st.sampled_from(SIGNS))
def test_one_wrong_sign_always_shows(place, sign):
    typed = CODE.signs[:place] + sign + CODE.signs[place + 1 :]
    assert could_be_code(typed) == (typed == CODE.signs)


@given(st.integers(0, 39), st.integers(0, 39))
def test_two_signs_that_changed_places_show(first, second):
    if abs(first - second) == 31:
        return  # the one distance at which the reckoning comes round to itself
    signs = list(CODE.signs)
    signs[first], signs[second] = signs[second], signs[first]
    assert could_be_code("".join(signs)) == ("".join(signs) == CODE.signs)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (CODE.signs[:-4], "The code has 10 groups of four signs, 40 in all; 36 were typed."),
        ("", "The code has 10 groups of four signs, 40 in all; 0 were typed."),
        ("0" + CODE.signs[1:], "“0” is in no code: there is no 0, O, 1 or I in it. Look at the sheet again."),
        ("é" + CODE.signs[1:], "“É” is in no code: there is no 0, O, 1 or I in it. Look at the sheet again."),
    ],
)
def test_what_is_amiss_is_said(typed, said):
    with pytest.raises(FieldProblem) as refused:
        read_code(typed)
    assert (refused.value.field, refused.value.sentence) == ("code", said)
