"""The clock on the wall, read by pages alone: what decides is given the day and the moment."""

from datetime import UTC, date, datetime

from resources.wording import in_london


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)


def today() -> date:
    """The day it is in London."""
    return in_london(now()).date()
