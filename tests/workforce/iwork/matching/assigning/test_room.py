"""How many more could be placed at most: never fewer than there really would be, and none where nobody can come."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from workforce.iwork.matching.assigning.assigning import assign
from workforce.iwork.matching.assigning.room import Room

_FLAGS = st.lists(st.lists(st.booleans(), min_size=4, max_size=4), min_size=5, max_size=5)
_PINS = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 3)), max_size=2)


@settings(deadline=None)  # the first loads scipy
@given(_FLAGS, _FLAGS, st.lists(st.integers(0, 2), min_size=4, max_size=4), _PINS,
       st.lists(st.integers(0, 3), min_size=1, max_size=4, unique=True))  # fmt: skip
def test_no_more_are_placed_than_is_said(
    now: list[list[bool]],
    then: list[list[bool]],
    places: list[int],
    pins: list[tuple[int, int]],
    asked: list[int],
) -> None:
    fits, there, columns = np.array(now), np.array(places), np.array(asked)
    scores = np.ones(fits.shape, dtype=np.int64)
    best = assign(scores, fits, there, pins)
    changed = fits.copy()
    changed[:, columns] = np.array(then)[:, columns]
    opened = (changed & ~fits)[:, columns]
    more = assign(scores, changed, there, pins).placed - best.placed
    said = Room(best, fits, there).more_at_most(opened, columns)
    assert more <= said
    wide = fits | changed
    assert (said > 0) == (assign(scores, wide, there, pins).placed > best.placed) or len(columns) > 1


def test_somebody_who_could_give_way_makes_room() -> None:
    fits = np.array(
        [[True, False], [True, False]]
    )  # the second is without a post, the first could move to the other
    best = assign(np.array([[5, 0], [1, 0]]), fits, np.array([1, 1]))
    room, both = Room(best, fits, np.array([1, 1])), np.array([1])
    assert best.post_of == (0, -1)
    assert room.more_at_most(np.array([[True], [False]]), both) == 1
    assert room.more_at_most(np.array([[False], [True]]), both) == 1
    assert room.more_at_most(np.array([[False], [False]]), both) == 0


def test_where_no_place_is_free_nobody_more_is_placed() -> None:
    fits = np.array([[True], [False]])
    best = assign(np.array([[5], [1]]), fits, np.array([1]))
    assert Room(best, fits, np.array([1])).more_at_most(np.array([[False], [True]]), np.array([0])) == 0
