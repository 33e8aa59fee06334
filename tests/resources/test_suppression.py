import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import Bounds, LinearConstraint, milp

from resources.suppression import SuppressedList, suppress_list, suppress_table, suppression_note


@pytest.mark.parametrize(
    ("counts", "shown", "total"),
    [
        ([20, 30], (20, 30), 50),
        ([3, 5, 60], (None, None, 60), 68),
        ([3, 0, 60, 9], (None, 0, 60, None), 72),
        ([1, 1, 50], (None, None, None), 52),
        ([2, 2, 50], (None, None, 50), 54),
        ([2], (None,), None),
        ([0, 0], (0, 0), 0),
        ([3, 0], (None, 0), None),
        ([], (), 0),
    ],
)
def test_small_counts_are_hidden_with_what_would_give_them_away(counts, shown, total):
    assert suppress_list(counts) == SuppressedList(shown, total)


def test_the_threshold_is_a_setting():
    assert suppress_list([6, 20, 30], below=5).counts == (6, 20, 30)
    assert suppress_list([6, 20, 30], below=10).counts == (None, None, 30)
    assert "below 10" in suppression_note(below=10)


def test_a_table_hides_a_rectangle_and_keeps_its_totals():
    hidden = suppress_table([[2, 20, 30], [40, 10, 60], [70, 80, 90]])
    assert hidden.rows == ((None, None, 30), (None, None, 60), (70, 80, 90))
    assert hidden.row_totals == (52, 110, 240)
    assert hidden.column_totals == (112, 110, 180)
    assert hidden.total == 402


def test_an_empty_table_stays_empty():
    assert suppress_table([]).total == 0


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


COUNTS = st.one_of(st.integers(0, 6), st.integers(0, 60))


@settings(max_examples=60, deadline=None)
@given(st.lists(COUNTS, min_size=1, max_size=6))
def test_no_hidden_number_of_a_list_can_be_worked_out(counts):
    hidden = suppress_list(counts)
    shown = [*hidden.counts, hidden.total]
    assert all(value is None or not 1 <= value < 5 for value in shown)
    assert all(value in (None, count) for value, count in zip(shown, [*counts, sum(counts)], strict=True))
    assert all(low < high for low, high in _ranges([[1] * len(counts) + [-1]], shown))


@settings(max_examples=60, deadline=None)
@given(
    st.tuples(st.integers(1, 4), st.integers(1, 4)).flatmap(
        lambda size: st.lists(
            st.lists(COUNTS, min_size=size[1], max_size=size[1]), min_size=size[0], max_size=size[0]
        )
    )
)
def test_no_hidden_number_of_a_table_can_be_worked_out(rows):
    hidden = suppress_table(rows)
    height, width = len(rows), len(rows[0])
    grid = [[*row, total] for row, total in zip(hidden.rows, hidden.row_totals, strict=True)]
    grid.append([*hidden.column_totals, hidden.total])
    shown = [value for row in grid for value in row]
    assert all(value is None or not 1 <= value < 5 for value in shown)
    sums = []
    for i in range(height + 1):
        one = np.zeros((height + 1, width + 1))
        one[i] = [1] * width + [-1]
        sums.append(one.ravel())
    for j in range(width + 1):
        one = np.zeros((height + 1, width + 1))
        one[:, j] = [1] * height + [-1]
        sums.append(one.ravel())
    assert all(low < high for low, high in _ranges(sums, shown))
