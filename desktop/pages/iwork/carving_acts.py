"""What is done with a team’s day: each act asks by a dialog where it must, and makes one change."""

from collections.abc import Callable, Collection
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.dialogs.iwork.carving import (
    CarvePost,
    SaidCarving,
    TypeDay,
    TypedDay,
    WriteTeam,
    WriteTeamTask,
    WrittenTeam,
)
from desktop.shell.page import Desk
from desktop.widgets.question import Question
from resources.wording import count_of
from workforce.iwork.carving.carving import carve, posts_to_carve_into, take_back
from workforce.iwork.carving.day import made_of
from workforce.iwork.carving.team_tasks import (
    TeamTaskFacts,
    add_team_task,
    edit_team_task,
    lay_day,
    move_team_task,
    remove_team_task,
    team_day,
    team_task,
)
from workforce.iwork.carving.teams import add_team, edit_team, remove_team, team


class CarvingActs(QObject):
    """Acts on the team, the task and the tasks chosen that they are given. `added` carries a new team’s key.

    `carved` tells that what was chosen is a post now.
    """

    added = Signal(str)
    carved = Signal(str)

    def __init__(
        self, desk: Desk, view: QWidget, team_key: Callable[[], str], task_key: Callable[[], str],
        chosen: Callable[[], Collection[str]], *, today: Callable[[], date],
    ) -> None:  # fmt: skip
        super().__init__(view)
        self._desk, self._view, self._today = desk, view, today
        self._team, self._task, self._chosen = team_key, task_key, chosen

    # Teams

    def add_team(self) -> None:
        """Another team."""
        WriteTeam(self._desk.db, self._view).ask(self._team_added)

    def _team_added(self, said: WrittenTeam) -> None:
        made = add_team(self._desk.db, said.employer_id, said.name, **said.facts)
        self._desk.messages.done(f"Added {made.name}")
        self.added.emit(made.id)

    def edit_team(self) -> None:
        """The team shown."""
        held = team(self._desk.db, self._team())
        WriteTeam(self._desk.db, self._view, held=held).ask(partial(self._team_edited, held.id))

    def _team_edited(self, key: str, said: WrittenTeam) -> None:
        made = edit_team(self._desk.db, key, **said.all_facts)
        self._desk.messages.done(f"Changed {made.name}")

    def remove_team(self) -> None:
        """The team shown, after a question."""
        held = team(self._desk.db, self._team())
        question = Question(
            f"Remove {held.name}?", "Its tasks go with it. Posts are not touched.", "Remove", self._view
        )
        question.ask(partial(self._team_removed, held.id, held.name))

    def _team_removed(self, key: str, name: str) -> None:
        remove_team(self._desk.db, key)
        self._desk.messages.done(f"Removed {name}")

    # Tasks

    def type_day(self) -> None:
        """Tasks, line by line."""
        held = team(self._desk.db, self._team())
        TypeDay(held, self._view).ask(partial(self._typed, held.id))

    def _typed(self, key: str, said: TypedDay) -> None:
        lay_day(self._desk.db, key, said.tasks, add_new=said.add_new)
        self._desk.messages.done(f"Added {count_of(len(said.tasks), 'task')}")

    def add_task(self) -> None:
        """One task."""
        held = team(self._desk.db, self._team())
        WriteTeamTask(self._desk.db, held, self._view).ask(partial(self._task_added, held.id))

    def _task_added(self, key: str, said: TeamTaskFacts) -> None:
        add_team_task(
            self._desk.db, key, said["task_id"], said["from_minute"], said["until_minute"], done_by=said["done_by"],
            may_move=said["may_move"],
        )  # fmt: skip
        self._desk.messages.done("Added a task")

    def edit_task(self) -> None:
        """The task with the cursor."""
        held = team_task(self._desk.db, self._task())
        of = team(self._desk.db, held.team_id)
        WriteTeamTask(self._desk.db, of, self._view, held=held).ask(partial(self._task_edited, held.id))

    def _task_edited(self, key: str, said: TeamTaskFacts) -> None:
        edit_team_task(self._desk.db, key, **said)
        self._desk.messages.done("Changed a task")

    def move_task(self, key: str, minutes: int) -> None:
        """So much later or earlier."""
        made = move_team_task(self._desk.db, key, minutes)
        day = {one.key: one for one in team_day(self._desk.db, made.team_id)}
        self._desk.messages.done(f"Moved {day[key].name} to {day[key].when}")

    def remove_task(self) -> None:
        """The team does not do it."""
        remove_team_task(self._desk.db, self._task())
        self._desk.messages.done("Removed a task")

    # Posts

    def carve(self) -> None:
        """A post of the tasks chosen."""
        held, keys = team(self._desk.db, self._team()), frozenset(self._chosen())
        made = made_of(one for one in team_day(self._desk.db, held.id) if one.key in keys)
        dialog = CarvePost(self._desk.db, held, made, posts_to_carve_into(self._desk.db, held.id), self._view)
        dialog.ask(partial(self._carved, held.id, keys))

    def _carved(self, key: str, keys: Collection[str], said: SaidCarving) -> None:
        made = carve(
            self._desk.db, key, keys, today=self._today(), title=said.title, post_id=said.post_id,
            weekdays=said.weekdays,
        )  # fmt: skip
        self._desk.messages.done(f"Carved {made.reference}")
        self.carved.emit(made.id)

    def take_back(self) -> None:
        """The task with the cursor leaves its post."""
        key = self._task()
        taken = take_back(self._desk.db, team_task(self._desk.db, key).team_id, [key], today=self._today())
        self._desk.messages.done(" ".join([f"Took {count_of(taken.tasks, 'task')} back.", *taken.sentences]))
