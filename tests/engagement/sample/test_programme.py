from datetime import date, timedelta

import pytest

from engagement.sample.programme import events_of


@pytest.mark.parametrize("today", [date(2019, 12, 9), date(2020, 2, 29), date(2026, 1, 3)])
def test_the_calendar_is_in_order_around_today_and_without_weekends(today: date) -> None:
    days = [event.day for event in events_of(today)]
    assert days == sorted(days)
    assert days[0] < today - timedelta(days=2 * 365) < today <= days[-1]
    assert [day for day in days if day.weekday() > 4 and day != today] == []
