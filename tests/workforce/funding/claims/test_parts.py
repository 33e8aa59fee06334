"""Part payments add up to the whole."""

from hypothesis import given
from hypothesis import strategies as st

from workforce.funding.claims.parts import most_second, part_of, parts
from workforce.funding.vocabulary import ClaimPart


def test_sixty_and_forty_per_cent() -> None:
    assert parts(154_000, 60) == (92_400, 61_600)
    assert parts(1, 60) == (1, 0)
    assert parts(25, 50) == (12, 13)  # a half goes to the even penny


@given(st.integers(0, 10**9), st.integers(1, 99))
def test_no_penny_is_lost_or_made(pence: int, percent: int) -> None:
    first, second = parts(pence, percent)
    assert first + second == pence
    assert first >= 0 and second >= 0
    assert abs(first * 100 - pence * percent) <= 50


def test_a_part_of_what_is_paid_whole_is_none() -> None:
    assert part_of(100, None, ClaimPart.FIRST) is None
    assert part_of(100, None, ClaimPart.WHOLE) == 100
    assert part_of(100, 60, ClaimPart.SECOND) == 40


@given(st.integers(0, 10**9), st.integers(1, 99))
def test_the_second_part_is_what_the_first_leaves(pence: int, first_percent: int) -> None:
    first, second = parts(pence, first_percent)
    most = most_second(first, first_percent)
    assert second <= most and parts(first + most, first_percent)[0] == first
    assert parts(first + most + 1, first_percent)[0] > first
