"""A team’s day, from which a post is carved."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from desktop import clock
from desktop.pages.iwork.carving_acts import CarvingActs
from desktop.pages.iwork.carving_day import task_detail
from desktop.pages.iwork.carving_menu import IN_PANE, CarvingMenu
from desktop.pages.iwork.carving_part import TeamDayPart
from desktop.pages.iwork.iwork_side import IWorkSide
from desktop.shell.actions import Action
from desktop.shell.page import Desk
from desktop.widgets.action_row import ActionRow
from desktop.widgets.detail import Detail
from desktop.widgets.empty import EmptyPage
from desktop.widgets.forms.choice_row import add_choice, put_beside, row_of_choices
from desktop.widgets.parts import scrolled
from resources.tables import Table
from workforce.iwork.carving.day import Laid
from workforce.iwork.carving.tables import day_table, team_named
from workforce.iwork.carving.team_tasks import team_day
from workforce.iwork.carving.teams import Team, is_team, team, teams

_NO_TEAM = (
    "No team’s day is laid out yet. Sit down with a manager, write what a team does from hour to hour, and see which "
    "tasks make a post."
)
_NO_TASK = "This team has no tasks yet. Type its day as it is, one task on each line."


class CarvingSide(IWorkSide):
    """The day of the team that is chosen above."""

    tab = "Job carving"

    def __init__(self, desk: Desk, office: Desk, *, now: Callable[[], datetime] = clock.now) -> None:
        super().__init__(desk, office, now=now)
        self.part: TeamDayPart
        self.acts = CarvingActs(
            desk,
            self,
            self.team_key,
            lambda: self.part.task_key(),
            lambda: self.part.chosen,
            today=self._today,
        )
        self.menu = CarvingMenu(self.acts, self)
        self.part = TeamDayPart(
            desk,
            self._empty(_NO_TASK, Action("carving_type_first", "Type the day…", self.acts.type_day)),
            self._detail,
        )
        self._nothing = self._empty(_NO_TEAM, Action("carving_first", "Add a team…", self.acts.add_team))
        self._lay_out()
        self.which.changed.connect(self._turn)
        self.part.moved.connect(self._tell)
        self.part.opened.connect(self._open)
        self.part.shifted.connect(self._shift)
        self.acts.added.connect(self.show_row)
        self.acts.carved.connect(self.part.choose_none)

    def _empty(self, sentence: str, first: Action) -> EmptyPage:
        return EmptyPage(sentence, None if self._desk.opened.read_only else first)

    def _lay_out(self) -> None:
        head = row_of_choices()
        self.which = add_choice(head, "Team", least_letters=30)
        self.row = ActionRow([one for one in self.menu.listed() if one.toolbar and not one.primary])
        put_beside(head, (self.row,), share=3)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.part, 1)
        self._body = scrolled(body, sideways=False)
        self._pile = QStackedLayout(self)
        self._pile.addWidget(self._body)
        self._pile.addWidget(self._nothing)

    def actions_here(self) -> list[Action]:
        """Teams, tasks and the post."""
        return self.menu.listed()

    # What is chosen

    def team_key(self) -> str:
        """The team shown."""
        return str(self.which.answer() or "")

    @Slot(str, int)
    def _shift(self, key: str, minutes: int) -> None:
        if self.may_write():
            self.acts.move_task(key, minutes)

    @Slot(str)
    def _open(self, key: str) -> None:
        one = self.part.task_of(key)
        if one is not None and one.post:
            self.turn_to.emit("Posts", one.post_id)
        elif one is not None and self.may_write():
            self.part.tasks.show_row(key)
            self.acts.edit_task()

    # What is shown

    @Slot()
    def reload(self) -> None:
        """The teams and the day as they stand now."""
        before, held = self.team_key(), teams(self._desk.db)
        keys = [one.id for one in held]
        with QSignalBlocker(self.which):
            self.which.set_options([(one.id, team_named(self._desk.db, one)) for one in held])
            self.which.show_answer(before if before in keys else next(iter(keys), None))
        self._turn()

    @Slot()
    def _turn(self) -> None:
        held = self._held()
        self._pile.setCurrentWidget(self._body if held else self._nothing)
        self.part.show_day(held, team_day(self._desk.db, held.id) if held else ())

    def _held(self) -> Team | None:
        key = self.team_key()
        return team(self._desk.db, key) if key and is_team(self._desk.db, key) else None

    @Slot()
    def _tell(self) -> None:
        self.row.refresh()
        self.moved.emit()

    def _detail(self, one: Laid) -> Detail:
        actions = [
            replace(action, label=action.label_now() if action.label_now else action.label)
            for action in self.menu.listed()
            if action.name in IN_PANE and action.ready()
        ]
        chosen, made = self.part.chosen, self.part.made()
        return task_detail(one, chosen, made, actions, partial(self.turn_to.emit, "Posts"))

    # What the page asks

    def has(self, key: str) -> bool:
        """Whether it is a team."""
        return is_team(self._desk.db, key)

    @Slot(str)
    def show_row(self, key: str) -> None:
        """A team."""
        self.reload()
        self.which.show_answer(key)

    def table(self) -> Table | None:
        """The day of the team shown."""
        held = self._held()
        return day_table(self._desk.db, held) if held is not None else None

    def row_for_history(self) -> tuple[str, str]:
        """The task with the cursor, or the team."""
        key = self.part.task_key()
        return ("carving_task", key) if key else ("carving_team", self.team_key())

    def status_text(self) -> str:
        """How many rows."""
        return self.part.tasks.pane.rows_words if self.part.tasks.has_rows else ""

    def focus_first(self) -> None:
        """The tasks, or the way to begin."""
        (self.part.tasks.focus_first if self._held() else self._nothing.setFocus)()
