"""Day or month first, on whose clock, and by how many hours it is off."""

from datetime import UTC, date, datetime, timedelta

import pytest

from engagement.forums.online.clock import (
    dates_of,
    offset_of,
    proposed_shift,
    read_instant,
    read_seconds,
    shift_words,
)
from resources.files.dates import Order

DAY = date(2019, 12, 10)


def at(hour: int, minute: int = 0, *, day: int = 10, month: int = 12) -> datetime:
    return datetime(2019, month, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("texts", "order", "why"),
    [
        (["14/11/22, 09:30:46", "05/11/22, 09:30:46"], Order.DAY_FIRST, "“14/11/22, 09:30:46” shows"),
        (["11/19/2021 9:54:15 AM"], Order.MONTH_FIRST, "“11/19/2021 9:54:15 AM” shows"),
        (["10/12/2019, 10:00:00"], Order.DAY_FIRST, "the event is on 10 December 2019"),
        (["12/10/2019, 10:00:00"], Order.MONTH_FIRST, "the event is on 10 December 2019"),
        (["12/09/2019, 23:50:00", "12/10/2019, 00:20:00"], Order.MONTH_FIRST, "the event is on"),
        (["02/03/2020, 23:50:00", "02/04/2020, 00:20:00"], Order.MONTH_FIRST, "all days of the file then lie together"),
        (["13/11/22 10:00", "11/14/22 10:00"], Order.MIXED, "mixture"),
    ],
)  # fmt: skip
def test_the_order_is_decided_with_a_reason(texts: list[str], order: Order, why: str) -> None:
    found = dates_of(texts, DAY)
    assert (found.order, found.ask) == (order, False)
    assert why in found.reason


def test_where_nothing_shows_the_order_it_is_asked() -> None:
    found = dates_of(["03/04/2020, 10:00:00"], DAY)
    assert found.ask
    assert found.reason == (
        "“03/04/2020, 10:00:00” may be 3 April 2020 or 4 March 2020, and nothing in the file shows which. Choose "
        "whether the day or the month stands first."
    )
    assert dates_of(["03/04/2020, 10:00:00"], DAY, Order.MONTH_FIRST).ask is False


def test_equal_numbers_and_no_dates_ask_nothing() -> None:
    assert not dates_of(["5/5/2026 10:00"], DAY).ask
    assert not dates_of([], DAY).ask
    assert not dates_of(["10/12/2019 25:00"], DAY).ask  # no clock shows it


@pytest.mark.parametrize(
    ("text", "zone", "moment"),
    [
        ("10/12/2019, 10:00:00", "", at(10)),
        ("10/07/2019 10:00", "", at(9, month=7)),  # summer time
        ("2019-12-10T10:00:00Z", "", at(10)),
        ("2019-07-10 10:00:00 +02:00", "", at(8, month=7)),
        ("10/12/2019 11:00 CET", "", at(10)),
        ("10/12/2019 5:00 AM EST", "", at(10)),
        ("10/12/2019 10:00 PM", "", at(22)),
        ("10-12-2019 10:00", "", at(10)),
        ("10/07/2019 10:00", "UTC", at(10, month=7)),
        ("10/07/2019 10:00", "UTC+01:00", at(9, month=7)),
        ("10/07/2019 10:00 BST", "UTC", at(9, month=7)),
    ],
)  # fmt: skip
def test_a_moment_is_on_the_clock_that_it_names(text: str, zone: str, moment: datetime) -> None:
    assert read_instant(text, Order.DAY_FIRST, zone).value == moment


def test_what_is_no_moment_has_a_reason() -> None:
    assert read_instant("soon", Order.DAY_FIRST).reason == "“soon” is not a date"
    assert read_instant("", Order.DAY_FIRST).reason == "there is no time"


def test_a_zone_s_name() -> None:
    assert offset_of("GMT") == timedelta(0)
    assert offset_of("UTC-05:00") == timedelta(hours=-5)
    assert offset_of("") is None
    assert offset_of("Mars") is None


@pytest.mark.parametrize(
    ("starts", "ends", "hours"),
    [
        (at(10), at(12), 0),
        (at(9, 50), at(12, 10), 0),
        (at(5), at(7), 5),
        (at(11), at(13), 0),  # an hour late, and still the same time for the most part
        (at(15, 2), at(17), -5),
        (at(23, day=9), at(1), 11),  # over midnight
        (at(1, day=11), at(3, day=11), -15 + 15),  # more than any clock is off
        (at(7, 20), at(8, 20), 3),
        (at(10, day=17), at(12, day=17), 0),
    ],
)  # fmt: skip
def test_whole_hours_are_proposed_only_where_they_bring_the_meeting_onto_the_event(
    starts: datetime, ends: datetime, hours: int
) -> None:
    assert proposed_shift(starts, ends, at(10), at(12)) == hours


def test_a_move_in_words() -> None:
    assert (shift_words(1), shift_words(-5)) == ("1 hour later", "5 hours earlier")


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("19m 26s", 1166), ("1h 5m 3s", 3903), ("2 hours 5 min", 7500), ("128", 7680), ("0:19:26", 1166), ("1:05", 3900),
     ("21m 7s", 1267), ("", None), ("long", None), ("99999999h", 604800)],
)  # fmt: skip
def test_how_long_something_lasted(text: str, seconds: int | None) -> None:
    assert read_seconds(text) == seconds
