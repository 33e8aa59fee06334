from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from resources import wording


@pytest.mark.parametrize(
    ("value", "places", "said"),
    [
        (Fraction(15, 2), 0, "8"),
        (Fraction(13, 2), 0, "6"),
        (0.5, 0, "0"),
        (2.675, 2, "2.68"),
        (Decimal("-2.5"), 0, "-2"),
        (0, 0, "0"),
        (Fraction(1, 3), 1, "0.3"),
        (1234567, 0, "1,234,567"),
        (-0.4, 0, "0"),
    ],
)
def test_numbers_are_rounded_from_their_exact_value_a_half_to_the_even_neighbour(value, places, said):
    assert wording.number(value, places) == said


@given(st.fractions(min_value=-1000, max_value=1000), st.integers(min_value=0, max_value=3))
@example(Fraction(1, 2), 0)
@example(Fraction(-3, 2), 0)
def test_rounding_is_never_further_than_half_a_unit_and_a_half_goes_to_the_even_neighbour(value, places):
    unit = Fraction(1, 10**places)
    near = Fraction(wording.rounded(value, places))
    assert abs(near - value) <= unit / 2
    if abs(near - value) == unit / 2:
        assert (near / unit) % 2 == 0


def test_percent_and_money():
    said = [wording.percent(7), wording.percent(7.5), wording.percent(Fraction(125, 2), 1)]
    assert said == ["7%", "8%", "62.5%"]
    assert [wording.money(p) for p in (11_200_000, 7550, 0, 5, -7550)] == [
        "£112,000", "£75.50", "£0", "£0.05", "-£75.50",
    ]  # fmt: skip


@given(st.integers(min_value=-(10**12), max_value=10**12))
def test_money_reads_back_to_the_same_pence(pence):
    said = wording.money(pence).replace("£", "").replace(",", "")
    assert Decimal(said) * 100 == pence


def test_counts_and_ordinals():
    counts = (wording.count_of(1, "provider"), wording.count_of(0, "provider"))
    assert counts == ("1 provider", "0 providers")
    assert wording.count_of(1200, "person", "people") == "1,200 people"
    said = [wording.ordinal(n) for n in (1, 2, 10, 11, 12, 13, 21, 22, 23, 111)]
    assert said == ["first", "second", "tenth", "11th", "12th", "13th", "21st", "22nd", "23rd", "111th"]


def test_lists_capitals_and_possessives():
    assert [wording.and_list(x) for x in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "", "a", "a and b", "a, b and c",
    ]  # fmt: skip
    assert wording.and_list(["a", "b"], "or") == "a or b"
    assert wording.capital_first("joint second in CQC") == "Joint second in CQC"
    assert wording.capital_first("") == ""
    assert wording.lower_first("Nursing homes of CQC") == "nursing homes of CQC"
    assert wording.lower_first("") == ""
    assert wording.possessive("Derby") == "Derby's"
    assert wording.possessive("Rosewood Homes") == "Rosewood Homes'"


def test_a_long_text_is_shortened_on_one_line():
    assert wording.shortened("One\n two") == "One two"
    assert wording.shortened("word " * 30) == f"{('word ' * 12)[:59].rstrip()}…"


def test_dates():
    day = date(2019, 12, 9)
    assert wording.date_words(day) == wording.date_words("2019-12-09") == "9 December 2019"
    assert wording.date_short(day) == "9 Dec 2019"
    assert wording.day_words(day) == "Monday 9 December 2019"
    assert wording.month_words(day) == "December 2019"
    assert wording.date_words("2019-06-30T23:30:00+00:00") == "1 July 2019"


def test_times_are_said_on_londons_clock():
    assert wording.time_words("2019-12-10T10:00:00+00:00") == "10am"
    assert wording.time_words("2019-07-10T11:00:00+00:00") == "midday"
    clocks = (time(0), time(0, 30), time(9, 30), time(12), time(12, 5), time(23, 59))
    said = [wording.clock_words(clock) for clock in clocks]
    assert said == ["midnight", "12:30am", "9:30am", "midday", "12:05pm", "11:59pm"]


def test_an_event_is_said_with_its_day_and_its_hours():
    start = datetime(2019, 12, 10, 10, tzinfo=UTC)
    assert wording.event_when(start) == "Tuesday 10 December 2019, 10am"
    assert wording.event_when(start, start + timedelta(minutes=150)) == (
        "Tuesday 10 December 2019, 10am to 12:30pm"
    )
    assert wording.event_when(start, start + timedelta(days=1, hours=6)) == (
        "Tuesday 10 December 2019, 10am to Wednesday 11 December 2019, 4pm"
    )


def test_until_midnight_says_which_end_of_the_day() -> None:
    assert wording.until_words("2027-02-01T00:00:00+00:00") == "the beginning of 1 February 2027"
    assert wording.until_words("2027-06-30T23:00:00+00:00") == "the beginning of 1 July 2027"
    assert wording.until_words("2027-02-01T12:00:00+00:00") == "1 February 2027 at midday"


def test_an_instant_without_an_offset_is_refused():
    with pytest.raises(ValueError, match="offset"):
        wording.time_words("2019-12-10T10:00:00")


def test_what_a_person_enters_is_kept_in_utc():
    kept = wording.from_london(date(2019, 7, 10), time(10, 0))
    assert wording.instant_text(kept) == "2019-07-10T09:00:00+00:00"
    assert wording.moment_words(kept) == "10 July 2019 at 10am"
    assert wording.moment_short(kept) == "10 Jul 2019, 10am"


@pytest.mark.parametrize(
    ("back", "said"),
    [
        (timedelta(seconds=-30), "just now"),
        (timedelta(seconds=59), "just now"),
        (timedelta(minutes=1), "1 minute ago"),
        (timedelta(minutes=20), "20 minutes ago"),
        (timedelta(hours=3, minutes=59), "3 hours ago"),
        (timedelta(hours=30), "yesterday"),
        (timedelta(days=5), "5 days ago"),
        (timedelta(days=60), "on 11 October 2019"),
        (timedelta(hours=-2), "on 10 December 2019 at 2pm"),
    ],
)
def test_ago(back, said):
    now = datetime(2019, 12, 10, 12, tzinfo=UTC)
    assert wording.ago(now - back, now) == said


def test_a_difference_has_its_sign() -> None:
    assert [wording.signed(one) for one in (7, -3, 0, Decimal("-0.4"), 1234.6)] == [
        "+7",
        "−3",
        "0",
        "0",
        "+1,235",
    ]
    assert wording.signed(Decimal("-2.5"), 1) == "−2.5"


def test_what_texts_begin_with_alike_is_left_out() -> None:
    leads = ("Proud to be ", "Proud to ")
    assert wording.without_lead("Proud to be kind", leads) == "Kind"
    assert wording.without_lead("Proud to care", leads) == "Care"
    assert [wording.without_lead(one, leads) for one in ("Care", "Proud to ", "")] == [
        "Care",
        "Proud to ",
        "",
    ]
