"""What a post lacks before people can be matched to it, or what in it cannot all be true. Pure; nothing is blocked."""

from collections.abc import Sequence
from dataclasses import dataclass

from workforce.iwork.posts.posts import Post
from workforce.iwork.times import hours_said
from workforce.iwork.vocabulary import TAKING, BuddyOffer, PostStatus, ShiftPattern
from workforce.iwork.weeks import WeekTime, minutes_of


@dataclass(frozen=True)
class PostAsHeld:
    """A post with what belongs to it, as `readiness` asks it. `is_placed`: its place is known."""

    post: Post
    shifts: Sequence[WeekTime]
    tasks: int
    core_tasks: int
    is_placed: bool
    postcode: str = ""
    task_times: Sequence[WeekTime] = ()


def lacks(held: PostAsHeld) -> tuple[str, ...]:
    """What is missing for matching, each a sentence."""
    told = held.post
    found: list[str] = []
    if not held.tasks:
        found.append("It has no tasks, so nobody can be matched by what they like. Add what is done there.")
    if not held.shifts:
        found.append("It has no shifts, so nobody can be matched by their days. Add the days and times.")
    if told.minutes_least is None and told.minutes_most is None:
        found.append("Its hours a week are not known. Add them, or the shifts count for them.")
    if not held.postcode:
        found.append("It has no postcode, so nobody’s way there is known. Add one here or to the employer.")
    elif not held.is_placed:
        found.append(
            f"Its postcode, {held.postcode}, is not in the national list, so nobody’s way there is known. "
            "Look it up and put it right."
        )
    if told.buddy is BuddyOffer.NOT_ASKED:
        found.append("Whether there can be a buddy was not asked.")
    return tuple(found)


def doubts(held: PostAsHeld) -> tuple[str, ...]:
    """What in a post does not go together, each a sentence."""
    return tuple(one for one in (_hours(held), _no_core(held), _times_outside(held)) if one)


def stands_in_the_way(held: PostAsHeld) -> str:
    """Why people are not matched to a post as it stands; empty where they are."""
    status = held.post.status
    if status in TAKING:
        return ""
    if status is PostStatus.FILLED:
        return "Every place is filled."
    if status in (PostStatus.CLOSED, PostStatus.WITHDRAWN):
        return f"The post is {status.label.lower()}."
    return f"The post stands at “{status.label}”. Move it to “Open” when people can be matched to it."


def _hours(held: PostAsHeld) -> str:
    told, together = held.post, minutes_of(held.shifts)
    least, most = told.minutes_least or told.minutes_most, told.minutes_most or told.minutes_least
    if not held.shifts or least is None or most is None:
        return ""
    if told.pattern is ShiftPattern.ALL and not least <= together <= most:
        return (
            f"All shifts together are {hours_said(together)} hours a week, and the post says {told.hours_said}. "
            "Put one of the two right, or let people choose some of the shifts."
        )
    if together < least:
        return (
            f"The shifts together are {hours_said(together)} hours a week, fewer than the {hours_said(least)} that the "
            "post says at least."
        )
    return ""


def _no_core(held: PostAsHeld) -> str:
    if held.tasks and not held.core_tasks:
        return "No task is needed in the post, so any could be swapped. Say which the post is not the post without."
    return ""


def _times_outside(held: PostAsHeld) -> str:
    """A task on a day and at a time at which there is no shift."""
    if not held.shifts:
        return ""
    outside = sum(not any(_within(task, shift) for shift in held.shifts) for task in held.task_times)
    if not outside:
        return ""
    begin = "A task is" if outside == 1 else f"{outside} tasks are"
    return f"{begin} at a time at which the post has no shift."


def _within(task: WeekTime, shift: WeekTime) -> bool:
    return (
        task.weekday == shift.weekday
        and shift.from_minute <= task.from_minute
        and task.until_minute <= shift.until_minute
    )
