"""Joins and meetings as values."""

from datetime import UTC, datetime, timedelta

from engagement.forums.online.clock import DatesRead
from engagement.forums.online.meeting import Join, Meeting
from resources.files.dates import Order

STARTS, ENDS = datetime(2019, 12, 10, 10, tzinfo=UTC), datetime(2019, 12, 10, 12, tzinfo=UTC)


def join(
    shown: str, starts: float, ends: float, email: str = "", *, line: int = 2, company: str = ""
) -> Join:
    """From a minute of the event to another."""
    lasted = round((ends - starts) * 60)
    begun, over = STARTS + timedelta(minutes=starts), STARTS + timedelta(minutes=ends)
    return Join(line, shown, email, begun, over, lasted, company=company)


def meeting_with(*joins: Join) -> Meeting:
    """These joins, at the event's time."""
    dates = DatesRead(Order.DAY_FIRST, "")
    return Meeting("", STARTS, ENDS, False, joins, dates, 0, 0, (), ())
