"""The days that figures are made of, and what they are compared with."""

from datetime import date

import pytest

from resources.problem import Problem
from workforce.iwork.figures.periods import (
    end_words,
    ends,
    eve,
    period_to,
    quarter_end,
    refuse_end,
    year_words,
)

TODAY = date(2026, 11, 23)


def test_a_period_begins_with_the_councils_year_and_is_compared_with_the_day_before() -> None:
    period = period_to(TODAY)
    assert (period.first, period.last, eve(period)) == (date(2026, 4, 1), TODAY, date(2026, 3, 31))
    assert period_to(date(2026, 3, 31)).first == date(2025, 4, 1)


def test_figures_are_of_today_or_of_the_end_of_a_quarter_of_the_last_two_years() -> None:
    found = ends(TODAY)
    assert found[:3] == (TODAY, date(2026, 9, 30), date(2026, 6, 30))
    assert found[-1] == date(2024, 12, 31) and len(found) == 9
    refuse_end(date(2026, 3, 31), TODAY)


@pytest.mark.parametrize("day", [date(2026, 11, 22), date(2026, 12, 31), date(2020, 3, 31)])
def test_near_days_days_to_come_and_days_long_past_are_refused_with_what_to_choose(day: date) -> None:
    with pytest.raises(Problem) as refused:
        refuse_end(day, TODAY)
    assert "is neither" in refused.value.sentence and "30 September 2026" in refused.value.sentence


def test_a_whole_year_is_called_by_its_name_and_a_part_of_one_by_its_last_day() -> None:
    assert end_words(date(2026, 3, 31)) == "2025/26"
    assert end_words(TODAY) == "2026/27 so far, to 23 November 2026"
    assert year_words(date(2099, 4, 1)) == "2099/00"


def test_the_last_quarters_end_that_is_not_after_a_day() -> None:
    assert quarter_end(TODAY) == quarter_end(date(2026, 9, 30)) == date(2026, 9, 30)
    assert quarter_end(date(2027, 1, 1)) == quarter_end(date(2026, 12, 31)) == date(2026, 12, 31)
