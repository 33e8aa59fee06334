"""The shifts of a post in an ordinary week."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, NamedTuple

from resources.database import Database, change, new_key
from resources.problem import FieldProblem
from resources.rows import columns_of, made
from workforce.iwork.posts.posts import post
from workforce.iwork.times import DAY, clock_said, day_said, day_short, span_said


class DaySpan(NamedTuple):
    """From when until when on a weekday, Monday 0."""

    weekday: int
    from_minute: int
    until_minute: int


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
    def span(self) -> DaySpan:
        """When it is."""
        return DaySpan(self.weekday, self.from_minute, self.until_minute)


_COLUMNS = columns_of(Shift)


def _shift(row: tuple[Any, ...]) -> Shift:
    return made(Shift, row)


def shifts_of(vault: Database, post_id: str) -> list[Shift]:
    """The shifts of a post through the week."""
    rows = vault.rows(
        f"select {_COLUMNS} from post_shift where post_id = ? order by weekday, from_minute, id", (post_id,)
    )
    return [_shift(row) for row in rows]


def set_shifts(vault: Database, post_id: str, spans: Sequence[tuple[int, int, int]]) -> list[Shift]:
    """All shifts of a week at once; those that stay keep their rows."""
    wanted = checked_spans(spans)
    held = {one.span: one for one in shifts_of(vault, post_id)}
    with change(vault, f"Set the shifts of {post(vault, post_id).reference}"):
        for span, one in held.items():
            if span not in wanted:
                vault.delete_row("post_shift", one.id)
        for span in wanted:
            if span not in held:
                vault.insert_row("post_shift", {"id": new_key(), "post_id": post_id, **span._asdict()})
    return shifts_of(vault, post_id)


def checked_spans(spans: Sequence[tuple[int, int, int]]) -> tuple[DaySpan, ...]:
    """The spans through the week, each once; one that ends before it begins, or lies over another, is refused."""
    told = sorted({DaySpan(*one) for one in spans})
    for one in told:
        _refuse_backwards(one)
    for before, after in pairwise(told):
        if before.weekday == after.weekday and after.from_minute < before.until_minute:
            raise FieldProblem(
                "shifts",
                f"Shifts: {day_said(before.weekday)}, {_said(before)} and {_said(after)} lie over each other. "
                "Make them one shift, or change one of the two.",
            )
    return tuple(told)


def _refuse_backwards(one: DaySpan) -> None:
    if not 0 <= one.from_minute < one.until_minute <= DAY:
        raise FieldProblem(
            "shifts",
            f"Shifts: {day_said(one.weekday)}, {clock_said(one.until_minute)} is not after "
            f"{clock_said(one.from_minute)}, when it begins. Change one of the two.",
        )


def _said(span: DaySpan) -> str:
    return span_said(span.from_minute, span.until_minute)


def week_said(spans: Sequence[tuple[int, int, int]]) -> str:
    """“Mon, Wed and Fri 11:30am to 2pm; Sat 10am to midday”: days with the same times are told together."""
    by_time: dict[tuple[int, int], list[int]] = {}
    for weekday, start, end in sorted(spans):
        by_time.setdefault((start, end), []).append(weekday)
    return "; ".join(
        f"{_days(days)} {span_said(start, end)}"
        for (start, end), days in sorted(by_time.items(), key=lambda one: (one[1][0], one[0]))
    )


def _days(days: Sequence[int]) -> str:
    if len(days) > 2 and list(days) == list(range(days[0], days[-1] + 1)):
        return f"{day_short(days[0])} to {day_short(days[-1])}"
    return ", ".join(day_short(day) for day in days)
