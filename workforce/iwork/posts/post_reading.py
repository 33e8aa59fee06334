"""A post with all that belongs to it, read for `readiness`."""

from resources.database import Database
from workforce.iwork.posts.post_tasks import PostTask, post_tasks_of
from workforce.iwork.posts.posts import place_of, post
from workforce.iwork.posts.readiness import PostAsHeld
from workforce.iwork.posts.shifts import Shift, shifts_of
from workforce.iwork.weeks import WeekTime


def post_as_held(vault: Database, key: str) -> PostAsHeld:
    """The post with this key, as `readiness` asks it."""
    held, tasks, shifts = post(vault, key), post_tasks_of(vault, key), shifts_of(vault, key)
    where = place_of(vault, held)
    return PostAsHeld(
        held,
        tuple(one.time for one in shifts),
        len(tasks),
        sum(one.core for one in tasks),
        where.easting is not None,
        where.postcode,
        tuple(time for task in tasks for time in _times(task, shifts)),
    )


def _times(task: PostTask, shifts: list[Shift]) -> list[WeekTime]:
    """When a task is done; on every shift where it has no day, so that it lies on each day that has one."""
    if task.from_minute is None or task.until_minute is None:
        return []
    days = {one.weekday for one in shifts} if task.weekday is None else {task.weekday}
    return [WeekTime(day, task.from_minute, task.until_minute) for day in sorted(days)]
