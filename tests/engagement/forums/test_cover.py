"""Which providers are counted together: enough of them, the same ones each time, and never only the withheld."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engagement.forums.cover import COVER, NAMED_FROM, counted_together


def providers(number: int) -> list[str]:
    return [f"provider {at}" for at in range(number)]


@given(number=st.integers(0, 60), withheld=st.sets(st.integers(0, 59)), event=st.text(max_size=3))
def test_withheld_ones_are_always_covered(number: int, withheld: set[int], event: str) -> None:
    keys = providers(number)
    hidden = {f"provider {at}" for at in withheld if at < number}
    together = counted_together(keys, hidden)
    assert hidden <= together <= set(keys)
    if hidden and together != set(keys):
        assert len(together) >= COVER and len(together - hidden) >= len(hidden)
    assert together == counted_together(keys[::-1], hidden)


@pytest.mark.parametrize(
    ("number", "hidden", "together"),
    [
        (30, 0, 0),
        (NAMED_FROM - 1, 1, NAMED_FROM - 1),
        (NAMED_FROM, 1, COVER),
        (30, 4, 8),
        (30, 15, 30),
    ],
)
def test_how_many_are_counted_together(number: int, hidden: int, together: int) -> None:
    keys = providers(number)
    assert len(counted_together(keys, set(keys[:hidden]))) == together


def test_the_same_providers_stand_as_cover_at_every_event() -> None:
    keys = providers(30)
    drawn = {counted_together(keys[at:], {keys[-1]}) for at in range(3)}
    assert all(len(together) == 5 for together in drawn)
    assert len(frozenset.intersection(*drawn)) >= 3
