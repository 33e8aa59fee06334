"""When each item of an agenda comes on, and whether the agenda runs past the end. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from resources.wording import count_of, time_words


@dataclass(frozen=True)
class Times:
    """When each item begins, when the last is over, and by how many minutes that is after the event's end."""

    begins: tuple[datetime, ...]
    over: datetime
    beyond: int
    without_minutes: int

    @property
    def words(self) -> str:
        """“Ends at 12:40pm, 10 minutes past the end of the event”; empty where nothing is to be said."""
        if not self.begins or self.without_minutes == len(self.begins):
            return ""
        said = f"Ends at {time_words(self.over)}"
        if self.beyond:
            said += f", {count_of(self.beyond, 'minute')} past the end of the event"
        if self.without_minutes:
            said += f"; {count_of(self.without_minutes, 'item has', 'items have')} no minutes"
        return said


def clock_times(starts: datetime, ends: datetime, minutes: Sequence[int | None]) -> Times:
    """Each item begins when those before it have had their minutes; one without minutes takes none."""
    begins, now = [], starts
    for length in minutes:
        begins.append(now)
        now += timedelta(minutes=length or 0)
    beyond = max(0, -int((ends - now).total_seconds() // 60))
    return Times(tuple(begins), now, beyond, sum(length is None for length in minutes))


def moved(order: Sequence[str], key: str, to: int) -> list[str]:
    """The keys with one of them at another place, counted from 1; beyond the ends it stays at the end."""
    rest = [one for one in order if one != key]
    at = min(max(to, 1), len(order)) - 1
    return [*rest[:at], key, *rest[at:]]
