"""Tasks: what there is to do at work, in words that people's profiles and posts share."""

from dataclasses import dataclass
from datetime import date
from typing import Any, TypedDict, Unpack

from resources.database import Database, change
from resources.rows import columns_of, made
from resources.words import plain
from workforce.iwork.profile import shared_words


class NewTask(TypedDict, total=False):
    """What can be said of a task. `easy` is how it is said in an easy-read profile: “wiping tables”."""

    easy: str
    area: str


class TaskFacts(NewTask, total=False):
    """What can be put right of one."""

    name: str


@dataclass(frozen=True)
class Task:
    """One task."""

    id: str
    name: str
    easy: str = ""
    area: str = ""
    archived_on: date | None = None

    @property
    def easy_words(self) -> str:
        """In easy words; its name where nobody wrote any."""
        return self.easy or self.name


_COLUMNS = columns_of(Task)


def _task(row: tuple[Any, ...]) -> Task:
    return made(Task, row, archived_on=date.fromisoformat)


def task(vault: Database, key: str) -> Task:
    """The task with this key."""
    row = vault.row(f"select {_COLUMNS} from task where id = ?", (key,))
    if row is None:
        raise LookupError(f"there is no task {key}")
    return _task(row)


def tasks(vault: Database, *, archived: bool = False) -> list[Task]:
    """All by area and name; with `archived`, those that were put away too."""
    rows = vault.rows(
        f"select {_COLUMNS} from task where ? or archived_on is null order by area = '', area collate nocase, "
        "name collate nocase, id",
        (archived,),
    )
    return [_task(row) for row in rows]


def task_by_name(vault: Database, name: str) -> Task | None:
    """The one so called, whatever its capitals."""
    return next((one for one in tasks(vault, archived=True) if plain(one.name) == plain(name)), None)


def areas(vault: Database) -> list[str]:
    """The areas that tasks are in."""
    return list(dict.fromkeys(one.area for one in tasks(vault) if one.area))


def add_task(vault: Database, name: str, **given: Unpack[NewTask]) -> Task:
    """One more."""
    cells = shared_words.checked(vault, "task", "task", {**given, "name": name})
    key = shared_words.added(vault, "task", cells, action=f"Added the task {cells['name']}")
    return task(vault, key)


def edit_task(vault: Database, key: str, **given: Unpack[TaskFacts]) -> Task:
    """In other words; who likes or avoids it still does, so its meaning should stay."""
    before = task(vault, key)
    cells = shared_words.checked(vault, "task", "task", given, but=key)
    if cells:
        with change(vault, f"Changed the task {before.name}"):
            vault.update_row("task", key, cells)
    return task(vault, key)


def archive_task(vault: Database, key: str, *, today: date) -> Task:
    """It is offered no more; profiles and posts that have it keep it."""
    shared_words.put_away(vault, "task", task(vault, key), "task", today=today)
    return task(vault, key)


def restore_task(vault: Database, key: str) -> Task:
    """It is offered again."""
    shared_words.bring_back(vault, "task", task(vault, key), "task")
    return task(vault, key)
