"""Carving: a post made of some of a team’s tasks, and taking tasks back again."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from resources.database import Database, change
from resources.problem import FieldProblem, Problem
from resources.wording import and_list, count_of
from workforce.iwork.carving.day import Laid, Span, joined, spans_of
from workforce.iwork.carving.team_tasks import team_day
from workforce.iwork.carving.teams import Team, team
from workforce.iwork.posts.post_tasks import add_post_task, post_tasks_of, remove_post_task
from workforce.iwork.posts.posts import Post, add_post, edit_post, post, posts_of
from workforce.iwork.posts.shifts import set_shifts, shifts_of
from workforce.iwork.vocabulary import PostStatus
from workforce.iwork.weeks import WeekTime

CARVED_INTO = (PostStatus.INTEREST, PostStatus.VISIT_BOOKED, PostStatus.CARVING)
"""Where a post stands that tasks may still go into."""

DaySpan = tuple[int, int, int]


@dataclass(frozen=True)
class TakenBack:
    """What came of taking tasks back."""

    tasks: int
    sentences: tuple[str, ...]


def posts_to_carve_into(vault: Database, team_id: str) -> list[Post]:
    """The posts of the team’s employer that tasks may still go into."""
    return [one for one in posts_of(vault, team(vault, team_id).employer_id) if one.status in CARVED_INTO]


def carve(
    vault: Database, team_id: str, task_ids: Collection[str], *, today: date, title: str = "", post_id: str = "",
    weekdays: Collection[int] | None = None,
) -> Post:  # fmt: skip
    """Make a post of tasks of a team’s day, or put them into one that is being carved. It has its shifts from them.

    `weekdays` are those on which the post is worked; otherwise the team’s own day.
    """
    held = team(vault, team_id)
    days = sorted(set(weekdays)) if weekdays is not None else [] if held.weekday is None else [held.weekday]
    chosen = _chosen(vault, held, task_ids)
    if not post_id and not title.strip():
        raise FieldProblem(
            "title", "Post: nothing is written. Say what the post is, such as “Lunch service”."
        )
    with change(vault, f"Carved a post from {held.name}") as entry:
        made = _made_post(vault, held, post_id, title, today)
        entry.action = f"Carved {made.reference} from {held.name}"
        _put_in(vault, made, chosen, days, today)
        for one in chosen:
            vault.update_row("carving_task", one.key, {"post_id": made.id})
    return post(vault, made.id)


def _chosen(vault: Database, held: Team, task_ids: Collection[str]) -> list[Laid]:
    chosen = [one for one in team_day(vault, held.id) if one.key in task_ids]
    if not chosen:
        raise Problem("No task is chosen. Choose the tasks of the day that the post is made of.")
    gone = [one for one in chosen if one.post_id]
    if gone:
        raise Problem(
            f"“{gone[0].name}” at {gone[0].when} went into {gone[0].post} already. Take it back first, or leave it out."
        )
    return chosen


def _made_post(vault: Database, held: Team, post_id: str, title: str, today: date) -> Post:
    if not post_id:
        return add_post(vault, held.employer_id, title, today=today, status=PostStatus.CARVING)
    into = post(vault, post_id)
    if into.employer_id != held.employer_id:
        raise FieldProblem(
            "post_id", f"{into.reference} is at another employer. Choose a post of the team’s own."
        )
    if into.status not in CARVED_INTO:
        raise FieldProblem(
            "post_id",
            f"{into.reference} is “{into.status.label}”. Move it back to “Carving” first, or make a new post.",
        )
    return into


def _put_in(vault: Database, made: Post, chosen: Sequence[Laid], days: Sequence[int], today: date) -> None:
    before = _shifts(vault, made.id)
    on = days if {day for day, _, _ in before} - set(days) else [None]
    for one in chosen:
        for day in on or [None]:
            add_post_task(vault, made.id, one.task_id, weekday=day, from_minute=one.from_minute,
                          until_minute=one.until_minute)  # fmt: skip
    _set_shifts(vault, made, _with(before, chosen, days), before, today)


def _shifts(vault: Database, post_id: str) -> list[DaySpan]:
    return [(one.weekday, one.from_minute, one.until_minute) for one in shifts_of(vault, post_id)]


def _with(before: Iterable[DaySpan], chosen: Sequence[Laid], days: Iterable[int]) -> list[DaySpan]:
    """The shifts there were and those that the tasks make, joined where they meet."""
    of_day: dict[int, list[Span]] = {}
    for day, begins, ends in before:
        of_day.setdefault(day, []).append((begins, ends))
    for day in days:
        of_day.setdefault(day, []).extend(spans_of(chosen))
    return [(day, *span) for day, spans in sorted(of_day.items()) for span in joined(spans)]


def _set_shifts(
    vault: Database, made: Post, wanted: Sequence[DaySpan], before: Sequence[DaySpan], today: date
) -> None:
    """The hours of a week follow, unless somebody wrote others."""
    set_shifts(vault, made.id, [WeekTime(*one) for one in wanted])
    then, now = _minutes(before), _minutes(wanted)
    if {made.minutes_least, made.minutes_most} <= {None, then}:
        edit_post(vault, made.id, today=today, minutes_least=now or None, minutes_most=now or None)


def _minutes(shifts: Iterable[DaySpan]) -> int:
    return sum(ends - begins for _, begins, ends in shifts)


# --- taking back ------------------------------------------------------------------------------------------------


def take_back(vault: Database, team_id: str, task_ids: Collection[str], *, today: date) -> TakenBack:
    """Tasks go back to the team. The post loses them, and its shifts where they were the tasks’ own."""
    held = team(vault, team_id)
    back = [one for one in team_day(vault, team_id) if one.key in task_ids and one.post_id]
    if not back:
        raise Problem("None of the tasks chosen went into a post, so there is nothing to take back.")
    references = and_list(list(dict.fromkeys(one.post for one in back)))
    said: list[str] = []
    with change(vault, f"Took {count_of(len(back), 'task')} of {held.name} back from {references}"):
        for post_id in dict.fromkeys(one.post_id for one in back):
            said += _take_from(
                vault, post(vault, post_id), [one for one in back if one.post_id == post_id], today
            )
    return TakenBack(len(back), tuple(said))


def _take_from(vault: Database, made: Post, back: Sequence[Laid], today: date) -> list[str]:
    if made.status not in CARVED_INTO:
        raise Problem(
            f"{made.reference} is “{made.status.label}”. Move it back to “Carving” before its tasks are taken."
        )
    before, carved = _shifts(vault, made.id), _carved_into(vault, made.id)
    days = sorted({day for day, _, _ in before})
    stays = [one for one in carved if one not in back]
    for one in back:
        vault.update_row("carving_task", one.key, {"post_id": None})
        for held in post_tasks_of(vault, made.id):
            if (held.task_id, held.from_minute, held.until_minute) == (
                one.task_id,
                one.from_minute,
                one.until_minute,
            ):
                remove_post_task(vault, held.id)
    own = _with((), carved, days) == before
    if own:
        _set_shifts(vault, made, _with((), stays, days), before, today)
    return list(_said(made, own, empty=not post_tasks_of(vault, made.id)))


def _carved_into(vault: Database, post_id: str) -> list[Laid]:
    rows = vault.rows("select distinct team_id from carving_task where post_id = ?", (post_id,))
    return [one for (key,) in rows for one in team_day(vault, key) if one.post_id == post_id]


def _said(made: Post, own: bool, *, empty: bool) -> Iterable[str]:
    if not own:
        yield f"The shifts of {made.reference} are not those of its tasks alone, so they stay: look at them."
    if empty:
        yield f"{made.reference} has no tasks left: carve others into it, or withdraw it."
