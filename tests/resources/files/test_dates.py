from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resources.files.values import (
    DateOrder,
    Order,
    clean_text,
    date_in_text,
    date_order,
    read_date,
    read_datetime,
)

MAY = date(2019, 5, 1)


@pytest.mark.parametrize(
    "text",
    [
        "2019-05-01",
        "2019-05-01T10:30:00",
        "2019-05-01 10:30:00+00:00",
        "01/05/2019",
        "1/5/19",
        "01.05.2019",
        "01-05-2019",
        "01/05/2019 - 00:00",
        "01/05/2019 14:05",
        "01/05/19, 09:29:07",
        "1 May 2019",
        "1st May 2019",
        "Wednesday, 1 May 2019",
        "01-May-19",
        "May 1, 2019",
        "43586",
        "43586.4375",
        " 01/05/2019\u00a0",
    ],
)
def test_the_same_day_in_every_usual_form(text: str) -> None:
    assert read_date(text, Order.DAY_FIRST) == (MAY, "")


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("2020/10/01 9:00:00 am GMT+1", 9),
        ("2020/10/01 9:00:00 pm GMT", 21),
        ("2020/10/01 12:00:00 AM GMT-11", 0),
        ("2020/10/01 9:00:00 a.m. GMT+5:30", 9),
        ("01/10/2020 21:00 UTC+01:00", 21),
    ],
)
def test_a_time_may_say_how_far_it_is_from_greenwich(text: str, hour: int) -> None:
    assert read_datetime(text, Order.DAY_FIRST).value == datetime(2020, 10, 1, hour)


def test_a_column_with_the_month_first() -> None:
    assert read_date("05/01/2019", Order.MONTH_FIRST) == (MAY, "")
    assert read_datetime("11/19/2021 9:54:15 AM", Order.MONTH_FIRST) == (
        datetime(2021, 11, 19, 9, 54, 15),
        "",
    )
    assert read_datetime("5/15/2026 12:05 pm", Order.MONTH_FIRST) == (datetime(2026, 5, 15, 12, 5), "")


@pytest.mark.parametrize(
    ("text", "order", "reason"),
    [
        (
            "05/13/2019",
            Order.DAY_FIRST,
            "“05/13/2019” does not have the day first as the rest of its column does",
        ),
        (
            "13/05/2019",
            Order.MONTH_FIRST,
            "“13/05/2019” does not have the month first as the rest of its column does",
        ),
        ("31/02/2019", Order.DAY_FIRST, "“31/02/2019” is not a day in the calendar"),
        ("31/31/2019", Order.DAY_FIRST, "“31/31/2019” is not a day in the calendar"),
        ("1 Movember 2019", Order.DAY_FIRST, "“1 Movember 2019” is not a day in the calendar"),
        ("2919-05-01", Order.DAY_FIRST, "“2919-05-01” lies outside 1900 to 2100"),
        ("01/05/2019 25:00", Order.DAY_FIRST, "“01/05/2019 25:00” has a time that no clock shows"),
        ("soon", Order.DAY_FIRST, "“soon” is not a date"),
        ("12", Order.DAY_FIRST, "“12” is not a date"),
        (
            "05/06/2019",
            Order.UNDECIDED,
            "“05/06/2019” may have the day or the month first, and its column does not say which",
        ),
    ],
)
def test_other_dates_are_refused_with_the_reason(text: str, order: Order, reason: str) -> None:
    assert read_date(text, order) == (None, reason)


def test_blank_is_no_date_and_no_fault() -> None:
    assert read_date("  ", Order.DAY_FIRST) == (None, "")


def test_where_the_order_is_open_only_plain_dates_are_read() -> None:
    for order in (Order.MIXED, Order.UNDECIDED):
        assert (
            read_date("25/12/2019", order).value == read_date("12/25/2019", order).value == date(2019, 12, 25)
        )
        assert read_date("05/05/2019", order).value == date(2019, 5, 5)
        assert read_date("05/06/2019", order).value is None


def test_the_order_is_that_of_the_whole_column() -> None:
    assert date_order(["05/06/2019", "", "25/12/2019", "not known"]) == DateOrder(
        Order.DAY_FIRST, 1, 0, 1, "25/12/2019", "", "05/06/2019"
    )
    assert date_order(["05/06/2019", "12/25/2019 10:00"]).order is Order.MONTH_FIRST
    assert date_order(["2019-05-01", "1 May 2019", "05/05/2019"]) == DateOrder(Order.UNDECIDED)


def test_a_mixture_and_an_open_order_are_said_with_examples() -> None:
    mixed = date_order(["25/12/2019", "13/01/2019", "12/25/2019"])
    assert mixed.sentence("Publication Date") == (
        "Dates in “Publication Date” are a mixture: 2 with the day first (“25/12/2019”) and 1 with the month first "
        "(“12/25/2019”)."
    )
    assert date_order(["05/06/2019"]).sentence("Due") == (
        "Nothing in “Due” shows whether the day or the month stands first: all 1 dates fit both, such as “05/06/2019”."
    )
    assert date_order(["25/12/2019"]).sentence("Due") == ""


def test_a_date_is_found_in_a_sentence() -> None:
    assert date_in_text(["CQC Locations data", "This data was produced on 01 May 2019"]) == MAY
    assert date_in_text(["as at 01/05/2019"]) == MAY
    assert date_in_text(["Version 2, 360 locations in 2019"]) is None


days = st.dates(date(1971, 1, 1), date(2068, 12, 31))


@given(days)
def test_dates_as_they_are_printed_read_back(day: date) -> None:
    for form, order in (
        ("%Y-%m-%d", Order.UNDECIDED),
        ("%d/%m/%Y", Order.DAY_FIRST),
        ("%d/%m/%y", Order.DAY_FIRST),
        ("%d/%m/%Y - 00:00", Order.DAY_FIRST),
        ("%m/%d/%Y", Order.MONTH_FIRST),
        ("%d %B %Y", Order.UNDECIDED),
        ("%d-%b-%y", Order.UNDECIDED),
    ):
        assert read_date(day.strftime(form), order) == (day, "")


@given(st.lists(days, min_size=1))
def test_a_column_printed_one_way_is_never_called_the_other(column: list[date]) -> None:
    assert date_order(day.strftime("%d/%m/%Y") for day in column).order in (Order.DAY_FIRST, Order.UNDECIDED)


@given(st.text(max_size=30) | st.from_regex(r"\d{1,2}/\d{1,2}/\d{2,4}( \d\d:\d\d)?", fullmatch=True))
def test_any_text_is_read_or_refused_with_a_reason(text: str) -> None:
    for order in Order:
        value, reason = read_datetime(text, order)
        assert (value is not None) + bool(reason) == bool(clean_text(text))
