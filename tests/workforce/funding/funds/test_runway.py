"""When a fund will be empty."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from workforce.funding.funds.balance import Pot
from workforce.funding.funds.runway import Movement, Pace, Runway, pace, runway

TODAY = date(2019, 9, 30)
OPENED, CLOSES = date(2019, 4, 1), date(2020, 3, 31)
POT = Pot(2019)


def _moved(days_ago: int, pence: int) -> Movement:
    return Movement(TODAY - timedelta(days=days_ago), POT, pence)


def test_the_pace_is_of_the_last_13_weeks() -> None:
    going = pace([_moved(0, 1), _moved(90, 10), _moved(91, 100), _moved(-1, 1000)], today=TODAY, since=OPENED)
    assert going == Pace(11, date(2019, 7, 2), TODAY)
    assert (going.days, going.is_early) == (91, False)


def test_a_young_fund_is_measured_since_it_opened() -> None:
    assert pace([_moved(0, 70)], today=TODAY, since=date(2019, 9, 24)).per_week == 70
    assert pace([], today=TODAY, since=date(2019, 9, 3)).is_early
    assert not pace([], today=TODAY, since=date(2019, 9, 2)).is_early
    assert pace([], today=TODAY, since=date(2019, 12, 1)).days == 1


def test_the_day_on_which_it_is_empty() -> None:
    going = Pace(91_00, date(2019, 7, 2), TODAY)  # £1 a day
    assert runway(going, 100_00, closes=CLOSES) == Runway(
        date(2020, 1, 8), 7_00, 0,
        "It is empty on 8 January 2020, 83 days before it closes, at this pace. £91 was claimed or committed from "
        "2 July 2019 to 30 September 2019. That is £7 a week. £100 is free.",
    )  # fmt: skip
    assert runway(going, 99_01, closes=CLOSES).empty_on == date(2020, 1, 8)  # begun days count
    assert runway(going, 99_00, closes=CLOSES).empty_on == date(2020, 1, 7)


def test_what_is_left_when_it_closes() -> None:
    going = Pace(91_00, date(2019, 7, 2), TODAY)
    found = runway(going, 200_00, closes=CLOSES)
    assert (found.empty_on, found.left_at_close) == (date(2020, 4, 17), 17_00)
    assert found.basis.startswith("£17 is left when it closes on 31 March 2020, at this pace")
    assert runway(going, 183_00, closes=CLOSES).left_at_close == 0  # empty on the very day
    assert runway(going, 200_00, closes=None).left_at_close is None


def test_where_no_day_can_be_given_it_says_why() -> None:
    still, early = Pace(0, date(2019, 7, 2), TODAY), Pace(5, date(2019, 9, 20), TODAY)
    assert runway(still, 5_00, closes=None) == Runway(
        None, 0, None,
        "Nothing was claimed or committed from 2 July 2019 to 30 September 2019, so that no day can be given. "
        "£5 is free.",
    )  # fmt: skip
    assert runway(early, 5_00, closes=CLOSES).basis == (
        "It opened less than 4 weeks ago: too early to tell when it will be empty."
    )
    slow = runway(Pace(1, date(2019, 7, 2), TODAY), 10**9, closes=None)
    assert slow.empty_on is None and slow.basis.startswith("It is not empty within a hundred years")


def test_a_fund_that_is_empty_or_over() -> None:
    going = Pace(91_00, date(2019, 7, 2), TODAY)
    assert runway(going, 0, closes=CLOSES).empty_on == TODAY
    assert runway(going, -5_00, closes=CLOSES).basis == (
        "All of it is paid, committed or claimed, and £5 more than there is."
    )
    after = runway(Pace(0, CLOSES, date(2020, 4, 1)), 12_34, closes=CLOSES)
    assert after == Runway(None, 0, 12_34, "It closed on 31 March 2020; £12.34 of it was not used.")
    assert runway(Pace(0, CLOSES, CLOSES), 0, closes=CLOSES).empty_on == CLOSES


@given(st.integers(1, 10**9), st.integers(1, 10**9))
def test_a_day_earlier_it_is_not_empty_yet(used: int, free: int) -> None:
    going = Pace(used, date(2019, 7, 2), TODAY)
    empty_on = runway(going, free, closes=None).empty_on
    if empty_on is not None:
        days = (empty_on - TODAY).days
        assert going.per_day * days >= free > going.per_day * (days - 1)
