from datetime import date

from engagement.sample.cqc_months import MONTHS_BACK, as_at_days


def test_the_days_held_are_firsts_of_months_the_oldest_first() -> None:
    days = as_at_days(date(2020, 1, 31))
    assert len(days) == len(MONTHS_BACK)
    assert days == sorted(days)
    assert {day.day for day in days} == {1}
    assert days[-1] <= date(2020, 1, 1)
