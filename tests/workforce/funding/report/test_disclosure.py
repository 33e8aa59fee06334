"""Which amounts may be told beside their total."""

from hypothesis import given
from hypothesis import strategies as st

from workforce.funding.report.disclosure import LEAST_PROVIDERS, groups_to_hide, is_safe, together


def of(*pence: int, start: int = 0) -> dict[str, int]:
    return {f"provider {number}": each for number, each in enumerate(pence, start)}


def test_four_providers_are_too_few_and_five_are_enough() -> None:
    assert not is_safe(of(100, 100, 100, 100))
    assert is_safe(of(100, 100, 100, 100, 100))
    assert is_safe({}) and is_safe(of(0, 0))


def test_two_providers_may_not_have_nearly_all() -> None:
    assert is_safe(of(450, 450, 50, 25, 25))  # 90%
    assert not is_safe(of(451, 450, 49, 25, 25))


def test_a_small_group_takes_the_smallest_other_with_it() -> None:
    groups = {
        "Nursing home": of(*[100] * 6),
        "Residential home": of(*[100] * 8, start=10),
        "Home care": of(500, start=30),
        "Day care": of(start=40),
    }
    assert groups_to_hide(groups) == {"Home care", "Nursing home"}


def test_nothing_is_hidden_where_every_group_is_safe() -> None:
    assert groups_to_hide({"A": of(*[1] * 5), "B": of(*[1] * 5, start=9)}) == frozenset()
    assert groups_to_hide({}) == frozenset()


def test_a_provider_in_two_hidden_groups_counts_once() -> None:
    groups = {"A": of(10, 10, 10, 10), "B": of(10, 10, 10, 10), "C": of(*[10] * 6, start=9)}
    assert groups_to_hide(groups) == {"A", "B", "C"}
    assert together([of(10), of(5)]) == of(15)


amounts = st.dictionaries(
    st.sampled_from([f"provider {number}" for number in range(12)]), st.integers(0, 500), max_size=12
)


@given(st.dictionaries(st.sampled_from("ABCDEFG"), amounts, max_size=7))
def test_what_is_shown_and_what_is_left_are_safe_whatever_was_claimed(
    groups: dict[str, dict[str, int]],
) -> None:
    hidden = groups_to_hide(groups)
    filled = {name for name, each in groups.items() if any(each.values())}
    assert all(is_safe(groups[name]) for name in groups if name not in hidden)
    assert hidden <= filled
    if hidden and hidden != filled:
        left = together(groups[name] for name in hidden)
        assert is_safe(left) and len(hidden) > 1
        assert sum(1 for pence in left.values() if pence) >= LEAST_PROVIDERS
