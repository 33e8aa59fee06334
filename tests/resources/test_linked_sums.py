"""Rows of several tables that count the same people."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from resources.linked_sums import Linked, Sum, _most, sums_to_hide, worked_out


def stages(*people: int) -> dict[str, int]:
    return dict(zip("abcdefg", people, strict=False))


def linked(parts: dict[str, int], *steps: str) -> Linked:
    """Steps such as "ab": of those at a, how many are at b."""
    printed = tuple(Sum((one,)) for step in steps for one in step)
    most = tuple((later, earlier) for earlier, later in zip(parts, list(parts)[1:], strict=False))
    return Linked(parts, printed, tuple(Sum((step[0],), (step[1],)) for step in steps), most)


def test_large_counts_all_stand() -> None:
    assert sums_to_hide(linked(stages(90, 60, 20), "ab", "bc")) == frozenset()


def test_a_rest_that_is_small_is_not_left_to_other_rows() -> None:
    """Three of 150 left: 150 stands in the step before, and 147 must not stand in the one from the beginning."""
    held = linked(stages(400, 150, 147), "ab", "bc", "ac")
    assert sums_to_hide(held) == {Sum(("c",))}
    assert worked_out(held, []) == [Sum(("b",), ("c",))]
    assert worked_out(held, [Sum(("c",))]) == []


def test_small_counts_are_hidden_and_so_is_what_tells_that_they_are_small() -> None:
    assert sums_to_hide(linked(stages(60, 30, 2), "ab", "bc")) == {Sum(("c",))}
    tight = linked(stages(60, 4, 2), "ab", "bc")
    assert sums_to_hide(tight) == {Sum(("b",)), Sum(("c",))}


def test_nobody_is_no_secret_and_what_is_hidden_anyway_is_told_too() -> None:
    held = linked(stages(60, 30, 0), "ab", "bc")
    assert sums_to_hide(held) == frozenset()
    assert sums_to_hide(held, also=[Sum(("b",)), Sum(("x",))]) == {Sum(("b",))}


def spanned(wanted: Sum, shown: list[Sum], parts: list[str]) -> bool:
    """Whether the sums shown give it by adding and taking away, by exact elimination."""
    lines = [[Fraction(one.plus.count(part) - one.minus.count(part)) for part in parts] for one in shown]
    aim = [Fraction(wanted.plus.count(part) - wanted.minus.count(part)) for part in parts]
    for place in range(len(parts)):
        pivot = next((one for one in lines if one[place]), None)
        if pivot is None:
            continue
        lines = [
            [cell - one[place] / pivot[place] * other for cell, other in zip(one, pivot, strict=True)]
            for one in lines
            if one is not pivot
        ]
        aim = [
            cell - aim[place] / pivot[place] * other if aim[place] else cell
            for cell, other in zip(aim, pivot, strict=True)
        ]
    return not any(aim)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(st.integers(0, 12), min_size=4, max_size=4), min_size=1, max_size=2))
def test_no_hidden_count_of_two_groups_of_stages_is_given_away(drops: list[list[int]]) -> None:
    """Each group falls from stage to stage; the rows add the groups up, and some leave one group out."""
    parts: dict[str, int] = {}
    most: list[tuple[str, str]] = []
    for group, fall in enumerate(drops):
        names = [f"{group}{stage}" for stage in range(4)]
        parts |= {name: sum(fall[place:]) for place, name in enumerate(names)}
        most += zip(names[1:], names, strict=False)
    printed, implied = [], []
    for earlier in range(4):
        for later in range(earlier + 1, 4):
            groups = range(len(drops)) if (earlier + later) % 2 else range(1)
            base, count = (tuple(f"{one}{stage}" for one in groups) for stage in (earlier, later))
            printed += [Sum(base), Sum(count)]
            implied.append(Sum(base, count))
    held = Linked(parts, tuple(printed), tuple(implied), tuple(most))
    hidden = sums_to_hide(held)
    shown = [one for one in held.printed if one not in hidden]
    assert not any(1 <= one.value(parts) < 5 for one in shown)
    assert worked_out(held, hidden) == []
    for one in (*hidden, *implied):
        secret = one.value(parts) if one in hidden else 1 <= one.value(parts) < 5
        assert not (secret and shown and spanned(one, shown, list(parts)))


@settings(max_examples=300, deadline=None)
@given(st.integers(1, 5), st.integers(2, 7), st.integers(0, 2**32 - 1))
def test_the_most_that_fits_is_what_scipy_finds(rows: int, width: int, seed: int) -> None:
    made = np.random.default_rng(seed)
    equal, truth = made.integers(-1, 2, (rows, width)).astype(float), made.integers(0, 20, width)
    known, aim = equal @ truth, made.integers(-1, 2, width).astype(float)
    equal[known < 0] *= -1
    found = linprog(-aim, A_eq=equal, b_eq=np.abs(known))
    most = _most(aim, equal, np.abs(known))
    assert most == pytest.approx(-found.fun) if found.fun is not None else most == float("inf")
