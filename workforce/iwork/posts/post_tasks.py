"""What is done in a post, in the order in which it is told. A task without a day is done on every shift."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypedDict, Unpack

from resources.database import Database, change, new_key
from resources.problem import FieldProblem
from resources.rows import cells_of, columns_of, made
from workforce.iwork.posts.posts import post
from workforce.iwork.times import DAY, clock_said


class PostTaskFacts(TypedDict, total=False):
    """What can be said of a task of a post. `core`: the post is not the post without it."""

    weekday: int | None
    from_minute: int | None
    until_minute: int | None
    core: bool


@dataclass(frozen=True)
class PostTask:
    """A task of a post; without times, at no set time."""

    id: str
    post_id: str
    task_id: str
    weekday: int | None
    from_minute: int | None
    until_minute: int | None
    core: bool
    position: int


_COLUMNS = columns_of(PostTask)


def _task(row: tuple[Any, ...]) -> PostTask:
    return made(PostTask, row, core=bool)


def post_task(vault: Database, key: str) -> PostTask:
    """The task of a post with this key."""
    row = vault.row(f"select {_COLUMNS} from post_task where id = ?", (key,))
    if row is None:
        raise LookupError(f"there is no task of a post {key}")
    return _task(row)


def post_tasks_of(vault: Database, post_id: str) -> list[PostTask]:
    """The tasks of a post in their order."""
    rows = vault.rows(f"select {_COLUMNS} from post_task where post_id = ? order by position, id", (post_id,))
    return [_task(row) for row in rows]


def add_post_task(vault: Database, post_id: str, task_id: str, **given: Unpack[PostTaskFacts]) -> PostTask:
    """A task that is done in the post, after the others."""
    held = post(vault, post_id)
    if not task_id:
        raise FieldProblem("task_id", "Task: nothing was chosen. Choose what is done.")
    _check_times(given.get("from_minute"), given.get("until_minute"))
    last = vault.value("select coalesce(max(position), 0) from post_task where post_id = ?", (post_id,))
    assert isinstance(last, int)
    key = new_key()
    with change(vault, f"Added a task to {held.reference}"):
        vault.insert_row(
            "post_task",
            {"id": key, "post_id": post_id, "task_id": task_id, "position": last + 1, **cells_of(given)},
        )
    return post_task(vault, key)


def edit_post_task(vault: Database, key: str, **given: Unpack[PostTaskFacts]) -> PostTask:
    """Change what is given and leave the rest."""
    held = post_task(vault, key)
    _check_times(given.get("from_minute", held.from_minute), given.get("until_minute", held.until_minute))
    if not given:
        return held
    with change(vault, f"Changed a task of {post(vault, held.post_id).reference}"):
        vault.update_row("post_task", key, cells_of(given))
    return post_task(vault, key)


def set_post_tasks(vault: Database, post_id: str, core: Mapping[str, bool]) -> list[PostTask]:
    """All tasks of a post at once, by their keys: whether the post is not the post without them. Times stay."""
    held = post_tasks_of(vault, post_id)
    known = {one.task_id for one in held}
    if known == set(core) and all(core[one.task_id] == one.core for one in held):
        return held
    with change(vault, f"Set the tasks of {post(vault, post_id).reference}"):
        for one in held:
            if one.task_id not in core:
                vault.delete_row("post_task", one.id)
            elif core[one.task_id] != one.core:
                vault.update_row("post_task", one.id, {"core": int(core[one.task_id])})
        for key, is_core in core.items():
            if key not in known:
                add_post_task(vault, post_id, key, core=is_core)
    return post_tasks_of(vault, post_id)


def remove_post_task(vault: Database, key: str) -> None:
    """It is not done in the post."""
    held = post_task(vault, key)
    with change(vault, f"Removed a task of {post(vault, held.post_id).reference}"):
        vault.delete_row("post_task", key)


def _check_times(start: int | None, end: int | None) -> None:
    if (start is None) != (end is None):
        field = "until_minute" if end is None else "from_minute"
        raise FieldProblem(
            field, "Times: only one of the two is written. Give both, or neither for no set time."
        )
    if start is None or end is None:
        return
    if not 0 <= start < end <= DAY:
        raise FieldProblem(
            "until_minute",
            f"Until: {clock_said(end)} is not after {clock_said(start)}, when it begins. Change one of the two.",
        )
