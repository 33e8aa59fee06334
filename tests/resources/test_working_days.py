from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resources.working_days import (
    HolidayChange,
    bank_holidays,
    clear_days_before,
    is_working_day,
    working_days_before,
    working_days_between,
)


@pytest.mark.parametrize(
    ("year", "days"),
    [
        (2019, "01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26"),
        (2020, "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28"),
        (2021, "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28"),
        (2022, "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27"),
        (2023, "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26"),
        (2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28"),
    ],
)
def test_the_bank_holidays_of_a_year_are_those_that_were_published(year: int, days: str) -> None:
    assert [day.strftime("%m-%d") for day in bank_holidays(year)] == days.split()


def test_five_clear_days_before_a_monday_in_december() -> None:
    # published on Friday 29 November 2019: Monday 2 to Friday 6 December are the five days between
    assert clear_days_before(date(2019, 12, 9), 5) == date(2019, 11, 29)


def test_bank_holidays_are_called_what_the_government_calls_them():
    assert list(bank_holidays(2027).values()) == [
        "New Year’s Day", "Good Friday", "Easter Monday", "Early May bank holiday", "Spring bank holiday",
        "Summer bank holiday", "Christmas Day (substitute day)", "Boxing Day (substitute day)",
    ]  # fmt: skip


def test_clear_days_step_over_bank_holidays() -> None:
    # meeting on Thursday 2 January 2020: 31, 30, 27, 24, 23 December are clear, so it goes out on the 20th
    assert clear_days_before(date(2020, 1, 2), 5) == date(2019, 12, 20)


def test_a_day_that_was_proclaimed_later_counts_once_somebody_adds_it() -> None:
    proclaimed = HolidayChange(date(2019, 12, 4), "Royal visit")
    assert clear_days_before(date(2019, 12, 9), 5, [proclaimed]) == date(2019, 11, 28)


def test_a_day_that_is_worked_after_all_counts_as_one() -> None:
    assert is_working_day(date(2019, 8, 26), [HolidayChange(date(2019, 8, 26), is_holiday=False)])


@pytest.mark.parametrize(
    ("number", "expected"), [(0, date(2019, 12, 9)), (1, date(2019, 12, 6)), (10, date(2019, 11, 25))]
)
def test_working_days_back_from_a_meeting(number: int, expected: date) -> None:
    assert working_days_before(date(2019, 12, 9), number) == expected


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(0, 30))
def test_there_are_as_many_clear_days_as_were_asked_for_and_no_later_day_has_them(
    day: date, number: int
) -> None:
    found = clear_days_before(day, number)
    assert is_working_day(found)
    assert working_days_between(found, day) >= number
    later = found + timedelta(days=1)
    while later < day and not is_working_day(later):
        later += timedelta(days=1)
    assert later >= day or working_days_between(later, day) < number
