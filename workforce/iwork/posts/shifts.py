"""The shifts of a post in an ordinary week."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from resources.database import Database, change, new_key
from resources.problem import FieldProblem, Problem
from resources.rows import columns_of, made
from workforce.iwork.posts.posts import post
from workforce.iwork.times import day_said, span_said
from workforce.iwork.weeks import WeekTime, checked_time, read_week, week_said

Span = tuple[int, int, int]
"""Weekday, from and until, as in a WeekTime."""


@dataclass(frozen=True)
class Shift:
    """A shift of a post."""

    id: str
    post_id: str
    weekday: int
    from_minute: int
    until_minute: int

    @property
    def minutes(self) -> int:
        """How long it is."""
        return self.until_minute - self.from_minute

    @property
    def span(self) -> Span:
        """The same, plain."""
        return self.weekday, self.from_minute, self.until_minute

    @property
    def time(self) -> WeekTime:
        """When it is."""
        return WeekTime(self.weekday, self.from_minute, self.until_minute)


_COLUMNS = columns_of(Shift)


def _shift(row: tuple[Any, ...]) -> Shift:
    return made(Shift, row)


def shifts_of(vault: Database, post_id: str) -> list[Shift]:
    """The shifts of a post through the week."""
    rows = vault.rows(
        f"select {_COLUMNS} from post_shift where post_id = ? order by weekday, from_minute, id", (post_id,)
    )
    return [_shift(row) for row in rows]


def shifts_said(vault: Database, post_id: str) -> str:
    """“Mon, Wed 11:30am to 2pm; Fri midday to 2pm”."""
    return week_said(one.time for one in shifts_of(vault, post_id))


def set_shifts(vault: Database, post_id: str, times: Iterable[WeekTime | Span]) -> list[Shift]:
    """All shifts of a week at once; those that stay keep their rows."""
    wanted = checked_shifts(times)
    held = {one.time: one for one in shifts_of(vault, post_id)}
    if set(held) == set(wanted):
        return list(held.values())
    with change(vault, f"Set the shifts of {post(vault, post_id).reference}"):
        for time, one in held.items():
            if time not in wanted:
                vault.delete_row("post_shift", one.id)
        for time in wanted:
            if time not in held:
                vault.insert_row("post_shift", {"id": new_key(), "post_id": post_id, **vars(time)})
    return shifts_of(vault, post_id)


def read_shifts(text: str) -> tuple[WeekTime, ...]:
    """Shifts as somebody types them: “Mon, Wed 11:30 to 2pm; Fri 12 to 2”."""
    try:
        return checked_shifts(read_week(text))
    except FieldProblem:
        raise
    except Problem as problem:
        raise FieldProblem("shifts", f"Shifts: {problem.sentence}") from None


def checked_shifts(times: Iterable[WeekTime | Span]) -> tuple[WeekTime, ...]:
    """Shifts through the week, each once; one that ends before it begins, or lies over another, is refused."""
    try:
        told = sorted({checked_time(*_span(one)) for one in times})
    except Problem as problem:
        raise FieldProblem("shifts", f"Shifts: {problem.sentence}") from None
    for before, after in pairwise(told):
        if before.weekday == after.weekday and after.from_minute < before.until_minute:
            raise FieldProblem(
                "shifts",
                f"Shifts: on {day_said(before.weekday)}, {_said(before)} and {_said(after)} lie over each other. "
                "Make them one shift, or change one of the two.",
            )
    return tuple(told)


def _said(time: WeekTime) -> str:
    return span_said(time.from_minute, time.until_minute)


def _span(time: WeekTime | Span) -> Span:
    return (time.weekday, time.from_minute, time.until_minute) if isinstance(time, WeekTime) else time
