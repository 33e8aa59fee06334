"""How training stands on a day, on each side of every boundary."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workforce.training.status import SOON_DAYS, best, expiry_after, status_on, worst
from workforce.training.vocabulary import TrainingStatus

DONE, ENDS = date(2019, 3, 31), date(2020, 3, 31)


@pytest.mark.parametrize("soon", SOON_DAYS)
def test_each_side_of_each_boundary(soon: int) -> None:
    at = [
        (DONE - timedelta(days=1), TrainingStatus.MISSING),
        (DONE, TrainingStatus.ACTIVE),
        (ENDS - timedelta(days=soon + 1), TrainingStatus.ACTIVE),
        (ENDS - timedelta(days=soon), TrainingStatus.EXPIRING_SOON),
        (ENDS, TrainingStatus.EXPIRING_SOON),
        (ENDS + timedelta(days=1), TrainingStatus.EXPIRED),
    ]
    for day, expected in at:
        assert status_on(DONE, ENDS, on=day, soon_days=soon) is expected, day


def test_never_completed_is_missing_and_without_an_end_it_holds_for_ever() -> None:
    assert status_on(None, None, on=ENDS) is TrainingStatus.MISSING
    assert status_on(DONE, None, on=date(2199, 1, 1)) is TrainingStatus.ACTIVE


@pytest.mark.parametrize(
    ("completed", "months", "ends"),
    [
        (date(2019, 3, 31), 12, date(2020, 3, 31)),
        (date(2019, 8, 31), 6, date(2020, 2, 29)),
        (date(2020, 2, 29), 36, date(2023, 2, 28)),
        (date(2019, 12, 1), 1, date(2020, 1, 1)),
    ],
)
def test_it_holds_to_the_same_day_so_many_months_on(completed: date, months: int, ends: date) -> None:
    assert expiry_after(completed, months) == ends


def test_without_months_or_with_more_than_a_calendar_has_it_has_no_end() -> None:
    assert expiry_after(DONE, None) is None
    assert expiry_after(DONE, 10**9) is None


def test_the_worst_and_the_best() -> None:
    some = [TrainingStatus.ACTIVE, TrainingStatus.EXPIRED, TrainingStatus.EXPIRING_SOON]
    assert worst(some) is TrainingStatus.EXPIRED
    assert best(some) is TrainingStatus.ACTIVE
    assert worst([]) is best([]) is TrainingStatus.MISSING


@given(st.integers(-800, 800))
def test_as_days_go_by_it_only_gets_worse(days: int) -> None:
    order = [TrainingStatus.ACTIVE, TrainingStatus.EXPIRING_SOON, TrainingStatus.EXPIRED]
    day = ENDS + timedelta(days=days)
    if day > DONE:
        now = status_on(DONE, ENDS, on=day)
        later = status_on(DONE, ENDS, on=day + timedelta(days=1))
        assert order.index(later) >= order.index(now)
