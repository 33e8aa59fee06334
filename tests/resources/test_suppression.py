"""Hidden numbers: what is hidden, and that nobody can work it out. The audit knows nothing of how it was chosen."""

from collections.abc import Iterator, Sequence
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import Bounds, LinearConstraint, milp

from resources.suppression import (
    HIDDEN,
    SMALLEST_SHOWN,
    SuppressedList,
    SuppressedTable,
    groups_to_hide,
    rounded_count,
    suppress_list,
    suppress_table,
    suppression_note,
)


@pytest.mark.parametrize(
    ("counts", "shown", "total"),
    [
        ([20, 30], (20, 30), 50),
        ([3, 5, 60], (None, None, 60), 68),
        ([3, 0, 60, 9], (None, 0, 60, None), 72),
        ([1, 1, 50], (None, None, None), 52),
        ([2, 2, 50], (None, None, None), 54),
        ([3, 4, 50], (None, None, 50), 57),
        ([2], (None,), None),
        ([0, 0], (0, 0), 0),
        ([3, 0], (None, 0), None),
        ([], (), 0),
    ],
)
def test_small_counts_are_hidden_with_what_would_give_them_away(counts, shown, total):
    assert suppress_list(counts) == SuppressedList(shown, total)


def test_the_threshold_is_a_setting():
    assert SMALLEST_SHOWN == (5, 7, 10)
    assert suppress_list([6, 20, 30], below=5).counts == (6, 20, 30)
    assert suppress_list([6, 20, 30], below=7).counts == (None, None, 30)
    assert suppress_list([9, 20, 30], below=7).counts == (9, 20, 30)
    assert suppress_list([9, 20, 30], below=10).counts == (None, None, 30)


def test_the_note_says_the_rule():
    assert suppression_note(below=10) == (
        f"{HIDDEN} is a number that is not shown: it is below 10, or it would let such a number be worked out."
    )
    assert suppression_note(rounded_to=5).endswith(
        "Numbers of people are rounded to the nearest 5, totals too, so they may not add up."
    )


def test_a_table_hides_a_rectangle_and_keeps_its_totals():
    assert suppress_table([[2, 20, 30], [40, 10, 60], [70, 80, 90]]) == SuppressedTable(
        ((None, None, 30), (None, None, 60), (70, 80, 90)), (52, 110, 240), (112, 110, 180), 402
    )


def test_hidden_numbers_that_come_to_a_small_count_together_are_not_left_to_be_subtracted():
    hidden = suppress_table([[2, 2, 30, 40], [20, 30, 40, 50], [60, 70, 80, 90]])
    assert sum(value is None for value in hidden.rows[0]) == 3
    assert hidden.row_totals == (74, 140, 300)


def test_an_empty_table_stays_empty():
    assert suppress_table([]).total == 0


def test_numbers_are_rounded_each_by_itself_and_what_is_hidden_stays_hidden():
    assert [rounded_count(count) for count in (0, 5, 7, 8, 12, 13, None)] == [0, 5, 5, 10, 10, 15, None]
    assert suppress_list([7, 7, 7]).rounded() == SuppressedList((5, 5, 5), 20)
    table = suppress_table([[2, 20, 31], [40, 12, 60], [70, 80, 93]]).rounded()
    assert table == SuppressedTable(
        ((None, None, 30), (None, None, 60), (70, 80, 95)), (55, 110, 245), (110, 110, 185), 410
    )


# --- groups with several counts -------------------------------------------------------------------------------


def test_a_group_with_a_small_count_is_hidden_with_the_smallest_other():
    groups = {
        "nursing": [90, 60, 40],
        "home care": [300, 200, 90],
        "day care": [9, 6, 2],
        "extra care": [30, 20, 9],
    }
    assert groups_to_hide(groups) == {"day care", "extra care"}
    assert groups_to_hide({"nursing": [90, 60], "home care": [30, 20]}) == frozenset()
    assert groups_to_hide({"nursing": [90, 60], "day care": [9, 2]}) == {"nursing", "day care"}
    assert groups_to_hide({"a": [9, 1], "b": [9, 1], "c": [80, 7], "d": [90, 80]}) == {"a", "b", "c"}
    assert groups_to_hide({}) == frozenset()
    assert groups_to_hide(groups, also=["nursing"]) == {"nursing", "day care"}
    assert groups_to_hide({"a": [9], "b": [8], "c": [7]}, also=["a", "of another table"]) == {"a", "c"}


@settings(max_examples=500)
@given(
    st.integers(1, 3).flatmap(
        lambda width: st.dictionaries(
            st.sampled_from("abcdef"),
            st.lists(st.integers(0, 40), min_size=width, max_size=width),
            min_size=1,
        )
    ),
    st.sampled_from(SMALLEST_SHOWN),
)
def test_whoever_subtracts_the_groups_shown_cannot_tell_the_hidden_ones_apart(groups, below):
    hidden = groups_to_hide(groups, below=below)
    shown = [counts for name, counts in groups.items() if name not in hidden]
    assert not any(1 <= count < below for counts in shown for count in counts)
    left = [sum(column) for column in zip(*(groups[name] for name in hidden), strict=True)]
    if hidden and hidden != set(groups):
        assert not any(1 <= count < below for count in left)
        assert sum(any(groups[name]) for name in hidden) >= 2
        # Everybody who is hidden may be of any one hidden group: each count may be all of them, or nobody.
        for name in hidden:
            other = {one: left if one == name else [0] * len(left) for one in hidden}
            assert [sum(column) for column in zip(*other.values(), strict=True)] == left


# --- the audit ------------------------------------------------------------------------------------------------


def _grid(table: SuppressedTable) -> list[list[int | None]]:
    """The numbers with their totals at the end of each row and column."""
    rows = [[*row, total] for row, total in zip(table.rows, table.row_totals, strict=True)]
    return [*rows, [*table.column_totals, table.total]]


def _full(rows: Sequence[Sequence[int]]) -> list[list[int]]:
    grid = [[*row, sum(row)] for row in rows]
    return [*grid, [sum(column) for column in zip(*grid, strict=True)]]


def _adds_up(grid: Sequence[Sequence[int]]) -> bool:
    return all(sum(row[:-1]) == row[-1] for row in grid) and all(
        sum(column[:-1]) == column[-1] for column in zip(*grid, strict=True)
    )


def _another_table(
    shown: list[list[int | None]], true: list[list[int]], at: tuple[int, int]
) -> list[list[int]] | None:
    """A table that a reader could as well believe in, with another number there: found by walking hidden numbers.

    From the number along its row to another hidden one, from there along the column, and so on until back; what is
    added at one is taken away at the next, a total being on the other side of the sum.
    """
    height, width = len(true), len(true[0])

    def side(i: int, j: int) -> int:
        return -1 if (i == height - 1) != (j == width - 1) else 1

    def may(i: int, j: int, step: int) -> bool:
        return shown[i][j] is None and true[i][j] + step * side(i, j) >= 1

    def walks(i: int, j: int, step: int, path: tuple[tuple[int, int, int], ...]) -> Iterator[tuple]:
        for next_j in range(width):
            if next_j == j or not may(i, next_j, -step):
                continue
            if any((i, next_j) == (a, b) for a, b, _ in path):
                continue
            along = (*path, (i, next_j, -step))
            if next_j == at[1]:
                yield along
                continue
            for next_i in range(height):
                if next_i == i or not may(next_i, next_j, step):
                    continue
                if any(next_i == a for a, _, _ in path):
                    continue
                yield from walks(next_i, next_j, step, (*along, (next_i, next_j, step)))

    for step in (1, -1):
        if may(*at, step):
            for path in walks(*at, step, ((*at, step),)):
                other = [list(row) for row in true]
                for i, j, change in path:
                    other[i][j] += change * side(i, j)
                if _adds_up(other):
                    return other
    return None


def _check(rows: Sequence[Sequence[int]], below: int) -> None:
    table = suppress_table(rows, below=below)
    shown, true = _grid(table), _full(rows)
    cells = [(i, j) for i in range(len(true)) for j in range(len(true[0]))]
    assert all(shown[i][j] in (None, true[i][j]) for i, j in cells)
    assert not any(shown[i][j] is not None and 1 <= true[i][j] < below for i, j in cells)
    for i, j in cells:
        if shown[i][j] is None:
            other = _another_table(shown, true, (i, j))
            assert other is not None, (rows, below, (i, j))
            assert other[i][j] != true[i][j]
            assert _adds_up(other)
            assert all(
                other[a][b] >= 1 if shown[a][b] is None else other[a][b] == shown[a][b] for a, b in cells
            )
    _check_sums(shown, below)


def _check_sums(shown: list[list[int | None]], below: int) -> None:
    """What is hidden in a row or column whose total is shown is no small count together."""
    for row in [*shown, *zip(*shown, strict=True)]:
        if row[-1] is not None:
            assert not 1 <= row[-1] - sum(value or 0 for value in row[:-1]) < below


COUNTS = st.one_of(st.integers(0, 6), st.integers(0, 60))


@settings(max_examples=1_000, deadline=None)
@given(
    st.tuples(st.integers(1, 4), st.integers(1, 4)).flatmap(
        lambda size: st.lists(
            st.lists(COUNTS, min_size=size[1], max_size=size[1]), min_size=size[0], max_size=size[0]
        )
    ),
    st.sampled_from(SMALLEST_SHOWN),
)
def test_no_table_gives_a_hidden_number_away(rows, below):
    """Each hidden number has another value in a whole other table that agrees with everything shown."""
    _check(rows, below)


def test_of_ten_thousand_tables_none_gives_a_hidden_number_away():
    """As above, by plain chance, which takes a sixth of the time for each table."""
    chance = Random(0)
    for _ in range(10_000):
        height, width, below = chance.randint(1, 4), chance.randint(1, 4), chance.choice(SMALLEST_SHOWN)
        _check(
            [[chance.randint(0, chance.choice((6, 60))) for _ in range(width)] for _ in range(height)], below
        )


def _ranges(sums, shown):
    """The least and the greatest value of each hidden number, by integer programming."""
    constraint = LinearConstraint(np.array(sums), 0, 0)
    low = [1 if value is None else value for value in shown]
    high = [1000 if value is None else value for value in shown]
    for cell in (number for number, value in enumerate(shown) if value is None):
        aim = np.zeros(len(shown))
        aim[cell] = 1
        ends = [
            milp(
                sign * aim, constraints=constraint, bounds=Bounds(low, high), integrality=np.ones(len(shown))
            )
            for sign in (1, -1)
        ]
        yield round(ends[0].x[cell]), round(ends[1].x[cell])


@settings(max_examples=60, deadline=None)
@given(st.lists(COUNTS, min_size=1, max_size=6), st.sampled_from(SMALLEST_SHOWN))
def test_no_hidden_number_of_a_list_can_be_worked_out(counts, below):
    hidden = suppress_list(counts, below=below)
    shown = [*hidden.counts, hidden.total]
    assert all(value is None or not 1 <= value < below for value in shown)
    assert all(value in (None, count) for value, count in zip(shown, [*counts, sum(counts)], strict=True))
    assert all(low < high for low, high in _ranges([[1] * len(counts) + [-1]], shown))


@settings(max_examples=60, deadline=None)
@given(
    st.tuples(st.integers(1, 5), st.integers(1, 5)).flatmap(
        lambda size: st.lists(
            st.lists(COUNTS, min_size=size[1], max_size=size[1]), min_size=size[0], max_size=size[0]
        )
    )
)
def test_integer_programming_finds_a_range_for_every_hidden_number_too(rows):
    grid = _grid(suppress_table(rows))
    height, width = len(grid), len(grid[0])
    sums = []
    for i in range(height):
        one = np.zeros((height, width))
        one[i] = [1] * (width - 1) + [-1]
        sums.append(one.ravel())
    for j in range(width):
        one = np.zeros((height, width))
        one[:, j] = [1] * (height - 1) + [-1]
        sums.append(one.ravel())
    assert all(low < high for low, high in _ranges(sums, [value for row in grid for value in row]))


def test_a_large_table_is_hidden_in_no_time():
    hidden = suppress_table([[(7 * i + 3 * j) % 40 for j in range(12)] for i in range(30)])
    assert sum(value is None for row in hidden.rows for value in row) > 30
