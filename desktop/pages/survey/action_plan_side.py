"""The action plan of a survey, and the library of practices."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout

from desktop.pages.survey.action_plan_side_actions import ActionsPart
from desktop.pages.survey.action_plan_side_library import LibraryMenu
from desktop.pages.survey.action_plan_side_menu import PlanMenu
from desktop.pages.survey.action_plan_side_practices import PracticesPart
from desktop.pages.survey.survey_side import SurveySide
from desktop.pages.survey.wave_reading import KeptWaves
from desktop.shell.actions import Action
from desktop.shell.looks.look import PANE
from desktop.shell.page import Desk
from desktop.widgets.action_row import ActionRow
from desktop.widgets.forms.choice_row import add_choice
from resources.tables import Table
from workforce.survey.action_plan.actions import is_action
from workforce.survey.action_plan.practices import is_practice

ACTIONS, PRACTICES = "Actions", "Practices"
_REMEMBERED = "survey_plan"


class ActionPlanSide(SurveySide):
    """Either of the two above, with what can be done; its table and pane beneath."""

    tab = "Action plan"

    def __init__(self, desk: Desk, *, now: Callable[[], datetime], kept: KeptWaves) -> None:
        super().__init__(desk, now=now, kept=kept)
        self.menu = PlanMenu(desk, self, today=self._today)
        self.library = LibraryMenu(desk, self, now=now)
        self.plan = ActionsPart(desk, self.menu.first(), self.menu.in_pane, today=self._today)
        self.practices = PracticesPart(desk, self.library.in_pane)
        self.row = ActionRow(self.menu.listed())
        self.library_row = ActionRow([one for one in self.library.listed() if one.toolbar])
        self._lay_out()
        self.show_what.changed.connect(self._choose)
        self.plan.moved.connect(self._tell)
        self.practices.moved.connect(self._tell)
        self.plan.pane.table.opened.connect(self.menu.open_action)
        self.practices.pane.table.opened.connect(self.library.open_practice)
        self.menu.acts.added.connect(self._show_added)
        self.library.acts.added.connect(self._show_added)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(PANE, 0, PANE, 0)
        head.setSpacing(PANE)
        self.show_what = add_choice(head, "Show", [(one, one) for one in (ACTIONS, PRACTICES)])
        rows = QVBoxLayout()
        rows.addStretch(1)
        rows.addWidget(self.row)
        rows.addWidget(self.library_row)
        head.addLayout(rows, 6)
        self._parts = QStackedLayout()
        self._parts.addWidget(self.plan)
        self._parts.addWidget(self.practices)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(self._parts, 1)

    def actions_here(self) -> list[Action]:
        """Of the plan, then of the library."""
        return [*self.menu.listed(), *self.library.listed()]

    # What is shown

    @property
    def what(self) -> str:
        """Actions or practices."""
        return str(self.show_what.answer() or ACTIONS)

    @property
    def shows_plan(self) -> bool:
        """Whether the actions are looked at."""
        return self.what == ACTIONS

    @Slot()
    def _choose(self) -> None:
        self._desk.settings.put(_REMEMBERED, {"what": self.what})
        self._draw()

    def reload(self) -> None:
        """The plan and the library as they stand now."""
        kept = self.show_what.answer() or self._desk.settings.mapping(_REMEMBERED).get("what")
        self._turn(str(kept) if kept in (ACTIONS, PRACTICES) else ACTIONS)
        self._draw()

    def _turn(self, what: str) -> None:
        with QSignalBlocker(self.show_what):
            self.show_what.show_answer(what)

    def _draw(self) -> None:
        plan = self.shows_plan
        if plan:
            self.plan.show_plan(self.survey_id, may_write=self.may_write())
        else:
            self.practices.show_library(self.survey_id, may_write=self.may_write())
        self._parts.setCurrentWidget(self.plan if plan else self.practices)
        self.row.setVisible(plan)
        self.library_row.setVisible(not plan)
        self._tell()

    @Slot()
    def _tell(self) -> None:
        self.row.refresh()
        self.library_row.refresh()
        self.moved.emit()

    @Slot(str)
    def _show_added(self, key: str) -> None:
        self.turn_to.emit(self.tab, key)

    # What the page asks

    @property
    def _part(self) -> ActionsPart | PracticesPart:
        return self.plan if self.shows_plan else self.practices

    def has(self, key: str) -> bool:
        """Whether it is an action of the plan or a practice."""
        return is_action(self._desk.db, key) or is_practice(self._desk.db, key)

    def show_row(self, key: str) -> None:
        """Put the cursor on an action or a practice."""
        self._turn(ACTIONS if is_action(self._desk.db, key) else PRACTICES)
        self._draw()
        self._part.pane.show_row(key)

    def table(self) -> Table | None:
        """The plan, or the library."""
        return self._part.table() if self.survey_id else None

    def row_for_history(self) -> tuple[str, str]:
        """The action or practice chosen."""
        kept = "survey_action" if self.shows_plan else "survey_practice"
        return kept, self._part.pane.table.current_key

    def status_text(self) -> str:
        """How many rows."""
        return self._part.pane.rows_words

    def focus_first(self) -> None:
        """The table."""
        self._part.focus_first()

    def focus_filter(self) -> None:
        """Its filter."""
        self._part.pane.bar.focus_field()
