"""Which actions a meeting finds open, and through how many meetings each has been carried. Pure.

An action stands in the agenda of every later meeting of its series until it is closed. Meetings follow each other by
their dates, however they were planned; one that was cancelled carries nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

Order = tuple[datetime, str]
"""By what meetings follow each other: when each begins, and its key where two begin at once."""


@dataclass(frozen=True)
class Meeting:
    """An event as far as carrying goes."""

    id: str
    starts: datetime
    day: date
    series_id: str | None
    cancelled: bool = False

    @property
    def order(self) -> Order:
        """Its place among the others."""
        return self.starts, self.id


@dataclass(frozen=True)
class Course:
    """An action as far as carrying goes: where it was raised, whose it is, and when and where it was closed."""

    raised_at: Meeting
    series_id: str | None
    closed_on: date | None = None
    closed_at: Meeting | None = None


def is_open_before(action: Course, meeting: Meeting) -> bool:
    """Whether a meeting finds the action open from before: not one that it raised itself."""
    if meeting.cancelled or action.series_id is None or action.series_id != meeting.series_id:
        return False
    return action.raised_at.order < meeting.order and not _closed_before(action, meeting)


def _closed_before(action: Course, meeting: Meeting) -> bool:
    if action.closed_at is not None:
        return action.closed_at.order < meeting.order
    return action.closed_on is not None and action.closed_on < meeting.day


def is_open_after(action: Course, meeting: Meeting) -> bool:
    """Whether the action was still open when the meeting was over."""
    if action.closed_at is not None:
        return meeting.order < action.closed_at.order
    return action.closed_on is None or action.closed_on > meeting.day


def carried(action: Course, meetings: Iterable[Meeting], *, until: Order) -> int:
    """Through how many meetings it has been carried, the one at `until` among them."""
    return sum(one.order <= until and is_open_before(action, one) for one in meetings)
