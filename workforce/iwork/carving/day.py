"""A day of tasks: what a selection of them would make of a shift. It decides nothing; it is said to people.

Tasks that meet, or lie no more than a quarter of an hour apart, are one shift. A longer gap is told, and so is what
lies at the same time: one person cannot do both.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from resources.problem import Problem
from resources.wording import and_list, count_of
from workforce.iwork.times import clock_said, hours_said, read_clock, span_said

A_BREATH = 15
"""Minutes between two tasks that are still one shift."""
_CLOCK = r"(?:midday|noon|midnight|\d{1,2}(?:[:.]?\d{2})?\s*(?:[ap]\.?m?\.?)?)"
_LINE = re.compile(rf"\s*({_CLOCK})\s*(?:-|–|to|until)\s*({_CLOCK})(?![\w.:])[\s,:]*(.*)", re.IGNORECASE)
_HELP = "Write a task as “11:30 to 12:15 Laying tables; kitchen assistant; may move”."
_EARLIEST = 6 * 60

Span = tuple[int, int]
"""From when until when, in minutes from midnight."""


@dataclass(frozen=True)
class Laid:
    """A task as it lies on a day. `post` is the reference of the post it went into."""

    key: str
    task_id: str
    name: str
    from_minute: int
    until_minute: int
    done_by: str = ""
    may_move: bool = False
    post_id: str = ""
    post: str = ""

    @property
    def minutes(self) -> int:
        """How long it takes."""
        return self.until_minute - self.from_minute

    @property
    def when(self) -> str:
        """“11:30am to 12:15pm”."""
        return span_said(self.from_minute, self.until_minute)


@dataclass(frozen=True)
class Made:
    """What tasks come to together: the shifts of a day, gaps between them, and pairs at the same time."""

    spans: tuple[Span, ...]
    gaps: tuple[Span, ...]
    overlaps: tuple[tuple[Laid, Laid], ...]
    sentences: tuple[str, ...]

    @property
    def minutes(self) -> int:
        """How long the shifts are together."""
        return sum(ends - begins for begins, ends in self.spans)


@dataclass(frozen=True)
class TypedTask:
    """A line of a day as somebody typed it."""

    name: str
    from_minute: int
    until_minute: int
    done_by: str = ""
    may_move: bool = False


def made_of(tasks: Iterable[Laid], *, days: int = 1) -> Made:
    """What these tasks make, on so many days of the week."""
    laid = in_order(tasks)
    spans = spans_of(laid)
    gaps = tuple((one[1], other[0]) for one, other in pairwise(spans))
    overlaps = tuple(pair for pair in combinations(laid, 2) if pair[1].from_minute < pair[0].until_minute)
    return Made(spans, gaps, overlaps, tuple(_sentences(laid, spans, gaps, overlaps, days)))


def in_order(tasks: Iterable[Laid]) -> tuple[Laid, ...]:
    """The earliest first."""
    return tuple(sorted(tasks, key=lambda one: (one.from_minute, one.until_minute, one.name, one.key)))


def spans_of(tasks: Sequence[Laid]) -> tuple[Span, ...]:
    """The shifts that tasks make, a breath between two of them counted in."""
    return joined((one.from_minute, one.until_minute) for one in tasks)


def joined(times: Iterable[Span], apart: int = A_BREATH) -> tuple[Span, ...]:
    """In order; those that meet, overlap or lie at most so far apart made one."""
    made: list[Span] = []
    for begins, ends in sorted(times):
        if made and begins <= made[-1][1] + apart:
            made[-1] = (made[-1][0], max(made[-1][1], ends))
        else:
            made.append((begins, ends))
    return tuple(made)


def _sentences(
    laid: Sequence[Laid], spans: Sequence[Span], gaps: Sequence[Span],
    overlaps: Sequence[tuple[Laid, Laid]], days: int,
) -> Iterable[str]:  # fmt: skip
    if not laid:
        return
    minutes = sum(ends - begins for begins, ends in spans)
    a_week = f", {hours_said(minutes * days)} hours in a week of {days} days" if days > 1 else ""
    when = and_list([span_said(*one) for one in spans])
    yield f"{count_of(len(laid), 'task')}, {when}: {hours(minutes)} a day{a_week}."
    for begins, ends in gaps:
        idle = f"From {span_said(begins, ends)} there is nothing to do ({hours(ends - begins)})."
        yield f"{idle} {_closing(laid, begins, ends)}"
    for one, other in overlaps:
        yield f"“{one.name}” and “{other.name}” lie at the same time ({other.when}): one person cannot do both."


def _closing(laid: Sequence[Laid], begins: int, ends: int) -> str:
    movable = [
        one for one in laid if one.may_move and (one.from_minute >= ends or one.until_minute <= begins)
    ]
    if movable:
        return f"“{movable[0].name}” may be done at another time."
    return "Choose a task that fills it, or it makes two shifts."


def hours(minutes: int) -> str:
    """“1 hour 30 minutes”."""
    whole, rest = divmod(minutes, 60)
    parts = [count_of(whole, "hour")] if whole else []
    return " ".join(parts + ([count_of(rest, "minute")] if rest or not whole else []))


# --- a day as it is typed ---------------------------------------------------------------------------------------


def read_day(text: str) -> tuple[TypedTask, ...]:
    """A task on each line: its times, what it is, who does it now, whether it may be done at another time."""
    return tuple(read_line(line) for line in text.splitlines() if line.strip())


def read_line(line: str) -> TypedTask:
    """One of them."""
    found = _LINE.fullmatch(line)
    if found is None or not found[3].strip():
        raise Problem(f"“{line.strip()}”: no times and a task were found. {_HELP}")
    begins, ends = read_span(found[1].strip(), found[2].strip())
    if ends <= begins:
        raise Problem(
            f"“{line.strip()}”: {clock_said(ends)} is not after {clock_said(begins)}. Change one of the two."
        )
    name, *more = (part.strip() for part in found[3].split(";"))
    may_move = any(part.casefold() == "may move" for part in more)
    by = and_list([part for part in more if part and part.casefold() != "may move"])
    return TypedTask(name.rstrip(" ."), begins, ends, by, may_move)


def read_span(begins: str, ends: str) -> Span:
    """Minutes of both. Bare hours are taken as people mean them: “11 to 2” ends after midday, “1 to 3” begins there."""
    first, last = read_clock(begins), read_clock(ends)
    if begins.isdigit() and 60 <= first < _EARLIEST and "a" not in ends.casefold():
        first += 12 * 60
    if ends.replace(":", "").replace(".", "").isdigit() and last < first and last < 12 * 60:
        last += 12 * 60
    return first, last
