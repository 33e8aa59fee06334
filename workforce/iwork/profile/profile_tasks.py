"""What somebody says of tasks: likes, would try, to avoid. Both of one task may stand: it is asked about again."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from resources.database import Database, change, new_key
from resources.files.cells import typed_text
from resources.problem import Problem
from resources.rows import columns_of, made
from workforce.iwork.profile.tasks import task
from workforce.iwork.profile.whose import reference_to_write
from workforce.iwork.vocabulary import TaskWish


@dataclass(frozen=True)
class ProfileTask:
    """What somebody says of one task, and whether they have done it before."""

    id: str
    person_id: str
    task_id: str
    wish: TaskWish
    done_before: bool = False
    note: str = ""


_COLUMNS = columns_of(ProfileTask)


def _row(row: tuple[Any, ...]) -> ProfileTask:
    return made(ProfileTask, row, wish=TaskWish, done_before=bool)


def profile_task(vault: Database, key: str) -> ProfileTask:
    """One by its key."""
    row = vault.row(f"select {_COLUMNS} from profile_task where id = ?", (key,))
    if row is None:
        raise LookupError(f"there is no task of a profile {key}")
    return _row(row)


def profile_tasks_of(vault: Database, person_id: str) -> list[ProfileTask]:
    """All that somebody said, by the name of the task."""
    rows = vault.rows(
        f"""select {", ".join(f"profile_task.{one}" for one in _COLUMNS.split(", "))} from profile_task
        join task on task.id = task_id where person_id = ? order by task.name collate nocase, wish, task.id""",
        (person_id,),
    )
    return [_row(row) for row in rows]


def _held(vault: Database, person_id: str, task_id: str, wish: TaskWish) -> ProfileTask | None:
    row = vault.row(
        f"select {_COLUMNS} from profile_task where person_id = ? and task_id = ? and wish = ?",
        (person_id, task_id, wish.value),
    )
    return None if row is None else _row(row)


def set_task_wish(
    vault: Database,
    person_id: str,
    task_id: str,
    wish: TaskWish,
    *,
    done_before: bool | None = None,
    note: str | None = None,
) -> ProfileTask:
    """They said so of a task. What was said otherwise stays until it is taken away: a contradiction is shown."""
    whose, of = reference_to_write(vault, person_id), task(vault, task_id)
    held = _held(vault, person_id, task_id, wish)
    if held is None and of.archived_on is not None:
        raise Problem(f"The task “{of.name}” is archived. Restore it first, or choose another.")
    cells = {} if done_before is None else {"done_before": int(done_before)}
    words = {} if note is None else {"note": typed_text(note)}
    key = held.id if held else new_key()
    with change(vault, f"Set “{of.name}” in the profile of {whose}: {wish.label.lower()}"):
        if held is None:
            facts = {"person_id": person_id, "task_id": task_id, "wish": wish.value}
            vault.insert_row("profile_task", {"id": key, **facts, **cells, **words})
        elif cells or words:
            vault.update_row("profile_task", key, {**cells, **words})
    return profile_task(vault, key)


def remove_task_wish(vault: Database, person_id: str, task_id: str, wish: TaskWish) -> None:
    """They say so no more."""
    whose, of = reference_to_write(vault, person_id), task(vault, task_id)
    held = _held(vault, person_id, task_id, wish)
    if held is None:
        raise Problem(f"The profile of {whose} does not say “{wish.label.lower()}” of “{of.name}”.")
    with change(vault, f"Took “{of.name}” out of the profile of {whose}: {wish.label.lower()}"):
        vault.delete_row("profile_task", held.id)


def set_task_wishes(
    vault: Database,
    person_id: str,
    wishes: Mapping[TaskWish, Collection[str]],
    *,
    done_before: Collection[str] | None = None,
) -> list[ProfileTask]:
    """All that was said of tasks at once; a wish that is not given, and a note, stays as it was."""
    whose = reference_to_write(vault, person_id)
    held = profile_tasks_of(vault, person_id)
    with change(vault, f"Set the tasks in the profile of {whose}"):
        for one in held:
            if one.wish in wishes and one.task_id not in wishes[one.wish]:
                vault.delete_row("profile_task", one.id)
        for wish, task_ids in wishes.items():
            said = {one.task_id for one in held if one.wish is wish}
            for task_id in dict.fromkeys(task_ids):
                if task_id not in said:
                    set_task_wish(vault, person_id, task_id, wish)
        if done_before is not None:
            for one in profile_tasks_of(vault, person_id):
                if one.done_before is not (one.task_id in done_before):
                    vault.update_row("profile_task", one.id, {"done_before": int(not one.done_before)})
    return profile_tasks_of(vault, person_id)
