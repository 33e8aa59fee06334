"""When a location was registered, told from dated files that may come in any order. Pure.

A file lists the whole of the areas that it covers, so a location that is in it was there on its date, and one that is
not had gone by then. Between two files nothing is known: what the earlier one says holds until the later one's date.
"""

from collections.abc import Sequence
from typing import NamedTuple

from engagement.register.vocabulary import ServiceKind


class Said(NamedTuple):
    """What a file says of a location for as long as it holds."""

    kind: ServiceKind
    dormant: bool
    authority: str


class Period(NamedTuple):
    """From a day until the day before another (None: still). Days are ISO text."""

    from_on: str
    until_on: str | None
    said: Said

    def covers(self, day: str) -> bool:
        """Whether the day lies in the period."""
        return self.from_on <= day and (self.until_on is None or day < self.until_on)


def seen(
    periods: Sequence[Period], said: Said, day: str, *, since: str, next_file: str | None
) -> list[Period]:
    """The periods once a file of `day` has the location.

    `since` is the day from which the file says that it was registered (its own day when it does not say), and
    `next_file` the day of the next later file for the same area that was taken in before.
    """
    whole = [period for period in periods if not period.covers(day)]
    held = next((period for period in periods if period.covers(day)), None)
    if held is None:
        whole.extend(_unknown_until_now(periods, said, min(since, day), day, next_file))
        return _joined(whole)
    if held.said == said:
        return list(periods)
    if held.from_on < day:
        whole.append(Period(held.from_on, day, held.said))
    ends = next_file if next_file and held.covers(next_file) else held.until_on
    whole.append(Period(day, ends, said))
    if ends != held.until_on and ends is not None:
        whole.append(Period(ends, held.until_on, held.said))
    return _joined(whole)


def _unknown_until_now(
    periods: Sequence[Period], said: Said, since: str, day: str, next_file: str | None
) -> list[Period]:
    """A period for a day that none covers: up to the next file, or up to the period that follows."""
    ended = max((p.until_on for p in periods if p.until_on and p.until_on <= day), default="")
    since = max(since, ended)
    later = min((p.from_on for p in periods if p.from_on > day), default=None)
    ends = min((one for one in (later, next_file) if one is not None), default=None)
    return [Period(since, ends, said)]


def missing(periods: Sequence[Period], day: str, *, next_file: str | None) -> list[Period]:
    """The periods once a file of `day` that covers the area does not have the location.

    A later file that had it keeps its word: the location had gone and come back.
    """
    held = next((period for period in periods if period.covers(day)), None)
    if held is None or held.from_on == day:
        return list(periods)
    whole = [period for period in periods if period is not held]
    whole.append(Period(held.from_on, day, held.said))
    if next_file is not None and held.covers(next_file):
        whole.append(Period(next_file, held.until_on, held.said))
    return sorted(whole, key=_start)


def _start(period: Period) -> str:
    return period.from_on


def _joined(periods: list[Period]) -> list[Period]:
    """Periods that touch and say the same become one."""
    joined: list[Period] = []
    for period in sorted(periods, key=_start):
        if joined and joined[-1].until_on == period.from_on and joined[-1].said == period.said:
            joined[-1] = Period(joined[-1].from_on, period.until_on, period.said)
        else:
            joined.append(period)
    return joined
