"""The tasks of a team’s day, each with its times. What went into a post stays as it is until it is taken back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypedDict, Unpack

from resources.database import Database, change, new_key
from resources.problem import FieldProblem, Problem
from resources.rows import cells_of, columns_of, made
from resources.wording import and_list, count_of
from resources.words import plain
from workforce.iwork.carving.day import Laid, TypedTask, in_order
from workforce.iwork.carving.teams import team
from workforce.iwork.profile.tasks import add_task, tasks
from workforce.iwork.references import post_reference
from workforce.iwork.times import DAY, clock_said


class TeamTaskFacts(TypedDict, total=False):
    """What can be said of a task of a team. `may_move`: it need not be done at just that time."""

    task_id: str
    from_minute: int
    until_minute: int
    done_by: str
    may_move: bool


@dataclass(frozen=True)
class TeamTask:
    """A task of a team’s day. `post_id` is the post it went into."""

    id: str
    team_id: str
    task_id: str
    from_minute: int
    until_minute: int
    done_by: str
    may_move: bool
    post_id: str | None


_COLUMNS = columns_of(TeamTask)


def team_task(vault: Database, key: str) -> TeamTask:
    """The task of a team with this key."""
    row = vault.row(f"select {_COLUMNS} from carving_task where id = ?", (key,))
    if row is None:
        raise LookupError(f"there is no task of a team {key}")
    return made(TeamTask, row, may_move=bool)


def team_day(vault: Database, team_id: str) -> tuple[Laid, ...]:
    """A team’s day in order, with what each task is called and the post it went into."""
    rows = vault.rows(
        """select carving_task.id, task_id, task.name, from_minute, until_minute, done_by, may_move,
            coalesce(post_id, ''), post.number
        from carving_task join task on task.id = task_id left join post on post.id = post_id
        where team_id = ?""",
        (team_id,),
    )
    return in_order(
        Laid(key, task, name, begins, ends, by, bool(moves), post, post_reference(number) if number else "")
        for key, task, name, begins, ends, by, moves, post, number in rows
    )


def add_team_task(
    vault: Database, team_id: str, task_id: str, from_minute: int, until_minute: int, *, done_by: str = "",
    may_move: bool = False,
) -> TeamTask:  # fmt: skip
    """Lay a task on the day."""
    held, key = team(vault, team_id), new_key()
    facts = {"task_id": task_id, "from_minute": from_minute, "until_minute": until_minute,
             "done_by": done_by, "may_move": may_move}  # fmt: skip
    cells = _checked(facts, 0, DAY)
    with change(vault, f"Added a task to {held.name}"):
        vault.insert_row("carving_task", {"id": key, "team_id": team_id, **cells})
    return team_task(vault, key)


def edit_team_task(vault: Database, key: str, **given: Unpack[TeamTaskFacts]) -> TeamTask:
    """Put right what is given and leave the rest; not once it went into a post."""
    held = team_task(vault, key)
    _refuse_carved(vault, held)
    cells = _checked(given, held.from_minute, held.until_minute)
    with change(vault, f"Changed a task of {team(vault, held.team_id).name}"):
        vault.update_row("carving_task", key, cells)
    return team_task(vault, key)


def move_team_task(vault: Database, key: str, by_minutes: int) -> TeamTask:
    """Do it so much later, or earlier, and as long."""
    held = team_task(vault, key)
    begins = max(0, min(held.from_minute + by_minutes, DAY - (held.until_minute - held.from_minute)))
    ends = begins + held.until_minute - held.from_minute
    return edit_team_task(vault, key, from_minute=begins, until_minute=ends)


def remove_team_task(vault: Database, key: str) -> None:
    """The team does not do it; not once it went into a post."""
    held = team_task(vault, key)
    _refuse_carved(vault, held)
    with change(vault, f"Removed a task of {team(vault, held.team_id).name}"):
        vault.delete_row("carving_task", key)


def lay_day(
    vault: Database, team_id: str, typed: Sequence[TypedTask], *, add_new: bool = False
) -> tuple[Laid, ...]:
    """Add tasks to a day as they were typed. With `add_new`, what is no task yet becomes one."""
    held = team(vault, team_id)
    if not typed:
        raise Problem("Nothing was typed. Write a task on each line, such as “11:30 to 12:15 Laying tables”.")
    known = {plain(one.name): one.id for one in tasks(vault)}
    new = list(dict.fromkeys(one.name for one in typed if plain(one.name) not in known))
    if new and not add_new:
        named = and_list([f"“{name}”" for name in new[:5]])
        raise Problem(
            f"{named} {'is' if len(new) == 1 else 'are'} not among the tasks that people and posts share. Use a word "
            "of that list, or say that what is new is added to it.",
            details=tuple(new),
        )
    with change(vault, f"Laid {count_of(len(typed), 'task')} on the day of {held.name}"):
        for name in new:
            known.setdefault(plain(name), add_task(vault, name).id)
        for one in typed:
            add_team_task(vault, team_id, known[plain(one.name)], one.from_minute, one.until_minute,
                          done_by=one.done_by, may_move=one.may_move)  # fmt: skip
    return team_day(vault, team_id)


def _refuse_carved(vault: Database, held: TeamTask) -> None:
    if held.post_id is not None:
        number = vault.value("select number from post where id = ?", (held.post_id,))
        assert isinstance(number, int)
        raise Problem(f"This task went into {post_reference(number)}. Take it back first.")


def _checked(given: Mapping[str, Any], from_minute: int, until_minute: int) -> dict[str, Any]:
    if "task_id" in given and not given["task_id"]:
        raise FieldProblem("task_id", "Task: nothing was chosen. Choose what is done.")
    begins, ends = given.get("from_minute", from_minute), given.get("until_minute", until_minute)
    if not 0 <= begins < ends <= DAY:
        raise FieldProblem(
            "until_minute",
            f"Until: {clock_said(ends)} is not after {clock_said(begins)}, when it begins. Change one of the two.",
        )
    return cells_of(given)
