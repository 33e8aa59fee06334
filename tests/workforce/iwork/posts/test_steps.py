"""Which status of a post may follow which: every pair."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from workforce.iwork.posts.steps import BY_HAND, FOLLOWS, may_follow, refusal, settled
from workforce.iwork.vocabulary import PostStatus

S = PostStatus


@pytest.mark.parametrize("now", list(S))
@pytest.mark.parametrize("to", list(S))
def test_a_move_is_possible_or_refused_in_a_sentence(now: PostStatus, to: PostStatus) -> None:
    said = refusal(now, to)
    assert bool(said) is not may_follow(now, to)
    assert not said or said.endswith(".")


def test_part_filled_and_filled_are_never_set_by_hand() -> None:
    assert not any(to in (S.PART_FILLED, S.FILLED) for possible in BY_HAND.values() for to in possible)
    assert "follows from the placements" in refusal(S.OPEN, S.FILLED)
    assert refusal(S.OPEN, S.OPEN) == "The post is “Open” already."
    assert "comes “Closed”" in refusal(S.FILLED, S.OPEN)


def test_everywhere_is_reached_and_nowhere_is_an_end() -> None:
    assert {to for possible in BY_HAND.values() for to in possible} == set(S) - {S.PART_FILLED, S.FILLED}
    assert all(BY_HAND[one] for one in S)


@given(some.sampled_from(list(S)), some.integers(0, 5), some.integers(1, 5))
def test_places_decide_among_open_part_filled_and_filled(now: PostStatus, filled: int, most: int) -> None:
    found = settled(now, filled, most)
    if now not in FOLLOWS:
        assert found is now
    elif filled >= most:
        assert found is S.FILLED
    else:
        assert found is (S.PART_FILLED if filled else S.OPEN)
