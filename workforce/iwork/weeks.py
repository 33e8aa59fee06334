"""Times of a week: when somebody can work, when shifts are. Read as they are typed, joined, and said again.

“Mon, Wed 9:30 to 14:00; Fri mornings” is three times of a week.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from resources.problem import Problem
from resources.wording import and_list
from workforce.iwork.times import DAY, clock_said, day_said, day_short, read_clock, span_said
from workforce.iwork.vocabulary import Weekday

MORNING = (9 * 60, 12 * 60)
AFTERNOON = (12 * 60, 17 * 60)
EVENING = (17 * 60, 21 * 60)
ALL_DAY = (9 * 60, 17 * 60)
_EARLIEST = 6 * 60
_PARTS = {
    "morning": MORNING, "mornings": MORNING, "am": MORNING, "afternoon": AFTERNOON, "afternoons": AFTERNOON,
    "pm": AFTERNOON, "evening": EVENING, "evenings": EVENING, "all day": ALL_DAY, "any time": ALL_DAY,
    "anytime": ALL_DAY,
}  # fmt: skip
_GROUPS = {
    "weekdays": range(5), "weekday": range(5), "weekends": range(5, 7), "weekend": range(5, 7),
    "every day": range(7), "daily": range(7), "all week": range(7), "any day": range(7),
}  # fmt: skip
_HELP = "Write times as “Mon, Wed 9:30 to 14:00; Fri mornings”."
_DAY = r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?"
_DAYS = re.compile(
    rf"\s*(?:({_DAY})\s*(?:-|–|to|until)\s*({_DAY})(?![a-z])|({_DAY})(?![a-z])|"
    rf"({'|'.join(sorted(_GROUPS, key=len, reverse=True))})(?![a-z]))\s*(?:,|&|/|and\b)?"
)
_CLOCK = r"(?:midday|noon|midnight|\d{1,2}(?:[:.]?\d{2})?\s*(?:[ap]\.?m\.?)?)"
_SPAN = re.compile(rf"(?:from\s+|between\s+)?({_CLOCK})\s*(?:-|–|to|until|till|and)\s*({_CLOCK})")


@dataclass(frozen=True, order=True)
class WeekTime:
    """A time on one day of the week; minutes from midnight."""

    weekday: int
    from_minute: int
    until_minute: int

    @property
    def minutes(self) -> int:
        """How long it is."""
        return self.until_minute - self.from_minute


def minutes_of(times: Iterable[WeekTime]) -> int:
    """How long they are together."""
    return sum(one.minutes for one in times)


def checked_time(weekday: int, from_minute: int, until_minute: int) -> WeekTime:
    """A time that ends after it begins, or a Problem that says so."""
    if not 0 <= weekday <= 6:
        raise Problem(f"{weekday} is no day of the week. Days run from 0, Monday, to 6, Sunday.")
    if until_minute == 0:
        until_minute = DAY  # “until midnight” is the end of the day
    day = day_said(weekday)
    if until_minute == from_minute:
        raise Problem(f"{day}: the time begins and ends at {clock_said(from_minute)}. Type when it ends.")
    if until_minute < from_minute:
        raise Problem(
            f"{day}: {span_said(from_minute, until_minute)} ends before it begins. Change one of the two; a time "
            "that runs past midnight is typed as two, one on each day."
        )
    if from_minute < 0 or until_minute > DAY:
        raise Problem(f"{day}: a day has 24 hours, and this time runs beyond it. Type it on each day.")
    return WeekTime(weekday, from_minute, until_minute)


def joined(times: Iterable[WeekTime]) -> tuple[WeekTime, ...]:
    """In order, those that meet or overlap made one."""
    found: list[WeekTime] = []
    for one in sorted(times):
        last = found[-1] if found else None
        if last is not None and last.weekday == one.weekday and one.from_minute <= last.until_minute:
            found[-1] = WeekTime(last.weekday, last.from_minute, max(last.until_minute, one.until_minute))
        else:
            found.append(one)
    return tuple(found)


def overlap(first: Iterable[WeekTime], second: Iterable[WeekTime]) -> tuple[WeekTime, ...]:
    """What lies in both."""
    theirs = joined(second)
    return tuple(
        WeekTime(
            one.weekday, max(one.from_minute, other.from_minute), min(one.until_minute, other.until_minute)
        )
        for one in joined(first)
        for other in theirs
        if one.weekday == other.weekday
        and max(one.from_minute, other.from_minute) < min(one.until_minute, other.until_minute)
    )


# --- reading ----------------------------------------------------------------------------------------------


def read_week(text: str) -> tuple[WeekTime, ...]:
    """The times that a text tells, joined; a part that cannot be read is refused with the words it stands in."""
    found: list[WeekTime] = []
    for part in re.split(r"[;\n]", text):
        if part.strip(" ,."):
            found += _read_part(part)
    return joined(found)


def _read_part(part: str) -> list[WeekTime]:
    said = part.strip(" ,.")
    rest, days = _read_days(said)
    if not days:
        raise Problem(f"“{said}” names no day of the week. {_HELP}")
    return [checked_time(day, begins, ends) for begins, ends in _read_clocks(said, rest) for day in days]


def _read_days(said: str) -> tuple[str, list[int]]:
    rest, days = said.casefold(), []
    while match := _DAYS.match(rest):
        first, last, single, group = match.groups()
        if group:
            days += list(_GROUPS[group])
        elif single:
            days.append(_day(single, said))
        else:
            days += _days_between(_day(first, said), _day(last, said))
        rest = rest[match.end() :]
    return rest.strip(" ,:"), list(dict.fromkeys(days))


def _days_between(first: int, last: int) -> list[int]:
    return [day % 7 for day in range(first, (last if last >= first else last + 7) + 1)]


def _day(word: str, said: str) -> int:
    bare = word.rstrip(".")
    for day in Weekday:
        full = day.label.casefold()
        if full.startswith(bare) or f"{full}s" == bare or bare in ("tues", "thur", "thurs", "weds"):
            if bare in ("tues", "thur", "thurs", "weds") and not full.startswith(bare[:3]):
                continue
            return int(day.value)
    raise Problem(f"“{said}”: “{word}” is no day of the week. {_HELP}")


def _read_clocks(said: str, rest: str) -> list[tuple[int, int]]:
    if not rest:
        return [ALL_DAY]
    found: list[tuple[int, int]] = []
    while rest:
        name = next((one for one in sorted(_PARTS, key=len, reverse=True) if re.match(rf"{one}\b", rest)), "")
        match = None if name else _SPAN.match(rest)
        if not name and match is None:
            raise Problem(f"“{said}”: “{rest}” is no time of day. {_HELP}")
        found.append(_PARTS[name] if match is None else _span(match[1].strip(), match[2].strip()))
        rest = re.sub(r"^\s*(,|&|and\b)?\s*", "", rest[len(name) if match is None else match.end() :])
    return found


def _span(begins: str, ends: str) -> tuple[int, int]:
    """Minutes of both. Bare hours are taken as people mean them: “9 to 2” ends after midday, “1 to 3” begins there."""
    first, last = read_clock(begins), read_clock(ends)
    in_the_morning = first < DAY // 2
    if begins.isdigit() and 60 <= first < _EARLIEST and "a" not in ends:
        first += DAY // 2
    if ends.isdigit() and in_the_morning and last < first and last <= DAY // 2:
        last += DAY // 2
    return first, last


# --- saying -----------------------------------------------------------------------------------------------


def week_said(times: Iterable[WeekTime]) -> str:
    """“Mon, Wed 9:30am to 2pm; Fri 9am to midday”: days alike together. It is read again as the same."""
    return "; ".join(
        f"{', '.join(_run_said(run, day_short) for run in _runs(days))} "
        + ", ".join(span_said(begins, ends) for begins, ends in spans)
        for days, spans in _days_alike(times)
    )


def week_easy(times: Iterable[WeekTime]) -> tuple[str, ...]:
    """“Monday and Wednesday, 9:30am to 2pm”, one line for days alike."""
    return tuple(
        f"{and_list([_run_said(run, day_said) for run in _runs(days)])}, "
        + and_list([span_said(begins, ends) for begins, ends in spans])
        for days, spans in _days_alike(times)
    )


def _days_alike(
    times: Iterable[WeekTime],
) -> Sequence[tuple[list[int], tuple[tuple[int, int], ...]]]:
    by_spans: dict[tuple[tuple[int, int], ...], list[int]] = {}
    for day, group in groupby(sorted(times), key=lambda one: one.weekday):
        by_spans.setdefault(tuple((one.from_minute, one.until_minute) for one in group), []).append(day)
    return [(days, spans) for spans, days in by_spans.items()]


def _runs(days: Sequence[int]) -> list[list[int]]:
    """Days that follow each other together where there are three or more: Monday to Friday."""
    found: list[list[int]] = []
    for day in days:
        if found and found[-1][-1] == day - 1:
            found[-1].append(day)
        else:
            found.append([day])
    return [part for run in found for part in ([run] if len(run) > 2 else [[day] for day in run])]


def _run_said(run: Sequence[int], say: Callable[[int], str]) -> str:
    return say(run[0]) if len(run) == 1 else f"{say(run[0])} to {say(run[-1])}"
