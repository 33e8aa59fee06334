from hypothesis import given
from hypothesis import strategies as st

from resources.statistics import Ranked, rank


def test_equal_figures_share_a_place_and_the_next_place_is_left_out():
    assert rank({"a": 6, "b": 8, "c": 6, "d": 5, "e": None}, highest_first=True) == [
        Ranked("b", 8, 1),
        Ranked("a", 6, 2, ("c",)),
        Ranked("c", 6, 2, ("a",)),
        Ranked("d", 5, 4),
    ]
    assert [(r.name, r.place) for r in rank({"a": 0, "b": 8, "c": 0}, highest_first=False)] == [
        ("a", 1), ("c", 1), ("b", 3),
    ]  # fmt: skip


@given(st.dictionaries(st.text(min_size=1), st.integers(0, 100)), st.booleans())
def test_a_place_is_one_more_than_those_ahead_and_joint_when_shared(values, highest_first):
    ranked = rank(values, highest_first=highest_first)
    assert sorted(r.name for r in ranked) == sorted(values)
    for one in ranked:
        ahead = [v for v in values.values() if (v > one.value if highest_first else v < one.value)]
        assert one.place == len(ahead) + 1
        assert one.joint == (list(values.values()).count(one.value) > 1)
