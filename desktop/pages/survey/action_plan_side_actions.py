"""The actions of the plan in a table, and beside it the one chosen with how it is getting on."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedLayout, QWidget

from desktop.pages.settling import Settling
from desktop.pages.survey.action_plan_shown import PlanShown
from desktop.pages.survey.action_plan_side_detail import action_detail
from desktop.pages.table_saving import shown_table
from desktop.shell.actions import Action
from desktop.shell.page import Desk
from desktop.widgets.detail import DetailPane
from desktop.widgets.empty import EmptyPage
from desktop.widgets.parts import side_by_side
from desktop.widgets.tables.rows_model import RowsModel
from desktop.widgets.tables.table_pane import TablePane
from resources.tables import Table
from workforce.survey.action_plan.actions import PlanAction
from workforce.survey.action_plan.progress import Progress, measure_words, wave_names
from workforce.survey.action_plan.tables import ACTION_COLUMNS, action_row

_NOTHING = (
    "Nothing is planned yet. An action says what is done about a finding, by whom and when, and by which figure the "
    "next wave shows whether it helped."
)


class ActionsPart(QWidget):
    """`moved` when another action is chosen."""

    moved = Signal()

    def __init__(
        self, desk: Desk, first: Action, pane_actions: Callable[[], Sequence[Action]], *, today: Callable[[], date]
    ) -> None:  # fmt: skip
        super().__init__()
        self._desk, self._pane_actions, self._today = desk, pane_actions, today
        self._plan: dict[str, PlanAction] = {}
        self._progress: Mapping[str, Progress] = {}
        self._may_write = False
        self._model = RowsModel(ACTION_COLUMNS)
        self.pane = TablePane(
            self._model, name="survey_plan", title="Actions of the plan", chips=("status", "owner"),
            settings=desk.settings,
        )  # fmt: skip
        self.empty = EmptyPage(_NOTHING, None if desk.opened.read_only else first)
        self.detail = DetailPane("Action", "Choose an action to see how it is getting on.")
        self._settling = Settling(self._draw, self)
        self._held = side_by_side(self.pane, self.detail, sizes=(760, 420))
        self._pile = QStackedLayout(self)
        self._pile.setContentsMargins(0, 0, 0, 0)
        self._pile.addWidget(self._held)
        self._pile.addWidget(self.empty)
        self.pane.table.current_changed.connect(self._follow)
        self.pane.counted.connect(self.moved)

    def show_plan(self, shown: PlanShown, *, may_write: bool) -> None:
        """The plan of a survey."""
        db, held, self._may_write = self._desk.db, shown.actions, may_write
        self._plan = {one.id: one for one in held}
        self._progress = shown.progress
        rows = [
            action_row(one, measure_words(db, one), self._progress[one.id], self._today()) for one in held
        ]
        self._model.set_rows(rows, keys=list(self._plan))
        self._pile.setCurrentWidget(self._held if held else self.empty)
        self._settling.now()

    def focus_first(self) -> None:
        """The table, or the way to begin."""
        if self._plan:
            self.pane.focus_table()
        else:
            self.empty.setFocus()

    def chosen(self) -> PlanAction | None:
        """The action that the cursor is on."""
        return self._plan.get(self.pane.table.current_key)

    def table(self) -> Table:
        """The rows shown."""
        return shown_table("Action plan", self._model, self.pane.bar)

    @Slot(str)
    def _follow(self, _key: str) -> None:
        self._settling.ask()
        self.moved.emit()

    def _draw(self) -> None:
        held = self.chosen()
        if held is None:
            self.detail.clear()
            return
        db = self._desk.db
        told = measure_words(db, held), wave_names(db, [held])
        actions = self._pane_actions() if self._may_write else ()
        self.detail.show_detail(
            action_detail(held, self._progress[held.id], *told, actions, today=self._today())
        )
