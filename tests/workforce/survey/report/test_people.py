import pytest

from resources.statistics import Bounds
from workforce.survey.analysis.length_of_service import LengthOfService, ServiceRow
from workforce.survey.analysis.rates import Rate, RateFigures, service_rate
from workforce.survey.report.people import is_small, safe_lengths
from workforce.survey.vocabulary import LENGTHS_OF_SERVICE


def lengths(*people: tuple[int, int]) -> LengthOfService:
    whole = sum(high for _, high in people)
    rows = tuple(
        ServiceRow(role, Bounds(*one), Bounds(one[0] / whole, one[1] / whole), Bounds(0, 0))
        for role, one in zip(LENGTHS_OF_SERVICE, people, strict=True)
    )
    return LengthOfService(rows, 20, Bounds(whole, whole), 0, ())


def exactly(*people: int) -> LengthOfService:
    return lengths(*((one, one) for one in people))


def told(found: LengthOfService) -> list[tuple[object, object]]:
    return [(one.people, one.pooled) for one in safe_lengths(found)]


def test_large_counts_stand_with_their_shares() -> None:
    assert told(exactly(50, 40, 30, 20, 60)) == [(50, 25), (40, 20), (30, 15), (20, 10), (60, 30)]


def test_a_small_count_is_hidden_with_another_and_their_shares_give_neither_away() -> None:
    found = told(exactly(3, 40, 30, 20, 60))
    assert [people for people, _ in found] == ["[c]", 40, 30, "[c]", 60]
    assert found[0][1] not in (2.0, 1.96)  # one decimal would tell of three people in 153
    assert told(exactly(3, 40, 30, 20, 60)) == found


@pytest.mark.parametrize(
    ("low", "expected"), [(12, [("12 to 14", "6 to 7"), (186, 93)]), (2, [("[c]", "[c]"), ("[c]", "[c]")])]
)
def test_ranges_stand_unless_one_may_be_small(low: int, expected: list[tuple[object, object]]) -> None:
    found = told(lengths((low, low + 2), (0, 0), (0, 0), (0, 0), (200 - low - 2, 200 - low - 2)))
    assert [found[0], found[-1]] == expected


def figures(*counted: int) -> RateFigures:
    rates = [service_rate(Rate.VACANCY, Bounds(one, one), Bounds(20, 20)) for one in counted]
    return RateFigures(Rate.VACANCY, tuple(one for one in rates if one), (), 0, None, None)


@pytest.mark.parametrize(("counted", "small"), [((0, 0), False), ((1, 2), True), ((3, 2), False)])
def test_a_rate_of_so_few_is_not_told(counted: tuple[int, ...], small: bool) -> None:
    assert is_small(figures(*counted)) is small
