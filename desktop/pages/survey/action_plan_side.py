"""The action plan of a survey, and the library of practices."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout

from desktop.pages.survey.action_plan_shown import LibraryShown, PlanShown, library_shown, plan_shown
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
from workforce.survey.action_plan.actions import PlanAction, actions, is_action
from workforce.survey.action_plan.progress import waves_measured
from workforce.survey.action_plan.standing import PracticeStanding, waves_answered

ACTIONS, PRACTICES = "Actions", "Practices"
_REMEMBERED = "survey_plan"


class ActionPlanSide(SurveySide):
    """Either of the two above, with what can be done; its table and pane beneath."""

    tab = "Action plan"

    def __init__(self, desk: Desk, *, now: Callable[[], datetime], kept: KeptWaves) -> None:
        super().__init__(desk, now=now, kept=kept)
        self.menu = PlanMenu(desk, self, self, today=self._today)
        self.library = LibraryMenu(desk, self, self, now=now)
        self.plan = ActionsPart(desk, self.menu.first(), self.menu.in_pane, today=self._today)
        self.practices = PracticesPart(desk, self.library.in_pane)
        self.row = ActionRow(self.menu.listed())
        self.library_row = ActionRow([one for one in self.library.listed() if one.toolbar])
        self._held: PlanShown | LibraryShown = PlanShown()
        self._lay_out()
        self.show_what.changed.connect(self._choose)
        self.plan.moved.connect(self._tell)
        self.practices.moved.connect(self._tell)
        self.plan.pane.table.opened.connect(self.menu.open_action)
        self.practices.pane.table.opened.connect(self.library.open_practice)
        self.reading.found.connect(self._take)
        self.menu.acts.added.connect(partial(self.turn_to.emit, self.tab))
        self.library.acts.added.connect(partial(self.turn_to.emit, self.tab))

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
        self._add_reading(self._parts, "What was answered to the questions of the plan")
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
        self._ask()

    @Slot()
    def reload(self) -> None:
        """The plan and the library as they stand now."""
        kept = self.show_what.answer() or self._desk.settings.mapping(_REMEMBERED).get("what")
        self._turn(str(kept) if kept in (ACTIONS, PRACTICES) else ACTIONS)
        self._ask()

    def _turn(self, what: str) -> None:
        with QSignalBlocker(self.show_what):
            self.show_what.show_answer(what)

    def _ask(self) -> None:
        """Read what is wanted of it: the waves in which the plan is measured, or all that practices are asked of."""
        db, survey = self._desk.db, self.survey_id
        self.row.setVisible(self.shows_plan)
        self.library_row.setVisible(not self.shows_plan)
        if not survey:
            self._take(PlanShown() if self.shows_plan else LibraryShown())
        elif self.shows_plan:
            self.reading.ask(
                waves_measured(db, actions(db, survey)), partial(plan_shown, survey), quick=False
            )
        else:
            self.reading.ask([one.id for one in waves_answered(db, survey)], partial(library_shown, survey))
        if self.reading.is_working and not _fits(self, self._held):
            self._parts.setCurrentWidget(self._reading)

    @Slot(object)
    def _take(self, shown: PlanShown | LibraryShown) -> None:
        if not _fits(self, shown):
            return
        self._held = shown
        if isinstance(shown, PlanShown):
            self.plan.show_plan(shown, may_write=self.may_write())
        else:
            self.practices.show_library(shown, may_write=self.may_write())
        self._parts.setCurrentWidget(self._part)
        wanted, self._wanted = self._wanted, ""
        if wanted:
            self._part.pane.show_row(wanted)
        self._tell()

    def chosen_action(self) -> PlanAction | None:
        """The action that the cursor is on."""
        return self.plan.chosen()

    def chosen_practices(self) -> list[PracticeStanding]:
        """The practices selected, or the one with the cursor."""
        return self.practices.chosen()

    @Slot()
    def _tell(self) -> None:
        self.row.refresh()
        self.library_row.refresh()
        self.moved.emit()

    # What the page asks

    @property
    def _part(self) -> ActionsPart | PracticesPart:
        return self.plan if self.shows_plan else self.practices

    def show_row(self, key: str) -> None:
        """Put the cursor on an action or a practice."""
        self._turn(ACTIONS if is_action(self._desk.db, key) else PRACTICES)
        self._wanted = key
        self._ask()

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


def _fits(side: ActionPlanSide, shown: PlanShown | LibraryShown) -> bool:
    """Whether it is what is looked at by now."""
    return shown.survey_id == side.survey_id and isinstance(shown, PlanShown) is side.shows_plan
