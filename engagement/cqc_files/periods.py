"""When a location was registered, told from dated files that may come in any order. Pure.

A file lists the whole of the areas that it covers, so a location that is in it was there on its day, and one that is
not had gone by then. Between two files nothing is known: what the earlier one says holds until the later one's day.
Whatever the order in which files come, the periods are those of the files in the order of their days.
"""

from collections.abc import Collection, Iterable, Sequence
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


def said_on(periods: Iterable[Period], day: str) -> Said | None:
    """What held on a day; None when the location was not there."""
    for period in periods:
        if period.covers(day):
            return period.said
    return None


def seen(
    periods: Sequence[Period], said: Said, day: str, *, since: str | None, files: Collection[str]
) -> list[Period]:
    """The periods once a file of `day` has the location.

    `since` is the day on which it was registered, where that is known; `files` are the days of the whole files for
    its area that were taken in before.
    """
    if not periods and not files:
        return [Period(min(since or day, day), None, said)]
    held = next((period for period in periods if period.covers(day)), None)
    if held is not None and held.said == said and (since is None or since >= held.from_on):
        return list(periods)
    return _made_of(_observed(periods, since, files) | {day: said}, since)


def missing(
    periods: Sequence[Period], day: str, *, since: str | None, files: Collection[str]
) -> list[Period]:
    """The periods once a whole file of `day` does not have the location. A later file that had it keeps its word."""
    if not any(period.covers(day) for period in periods):
        return list(periods)
    return _made_of(_observed(periods, since, files) | {day: None}, since)


def _observed(periods: Sequence[Period], since: str | None, files: Collection[str]) -> dict[str, Said | None]:
    """What is known of single days, from which the periods were made.

    The day of registration is not such a day where a file tells of the same period: no file was read for it.
    """
    observed = {day: said_on(periods, day) for day in files}
    for period in periods:
        if period.from_on != since or not any(period.covers(day) for day in files):
            observed[period.from_on] = period.said
        if period.until_on is not None:
            observed.setdefault(period.until_on, said_on(periods, period.until_on))
    return observed


def _made_of(observed: dict[str, Said | None], since: str | None) -> list[Period]:
    """Periods from single days: each holds until a day that says otherwise, the first from registration on."""
    periods: list[Period] = []
    absent, start, now = "", "", None
    for day, said in sorted(observed.items(), key=lambda item: item[0]):
        if said == now:
            absent = day if said is None else absent
            continue
        if now is not None:
            periods.append(Period(start, day, now))
            start = day
        else:
            start = since if since is not None and absent < since < day else day
        absent = day if said is None else absent
        now = said
    if now is not None:
        periods.append(Period(start, None, now))
    return periods
