"""The library of practices in a table, and beside it the one chosen."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.pages.settling import Settling
from desktop.pages.survey.action_plan_shown import LibraryShown
from desktop.pages.survey.action_plan_side_detail import practice_detail
from desktop.shell.actions import Action
from desktop.shell.page import Desk
from desktop.widgets.detail import DetailPane
from desktop.widgets.empty import EmptyPage
from desktop.widgets.parts import side_by_side
from desktop.widgets.tables.rows_model import RowsModel
from desktop.widgets.tables.table_pane import TablePane
from resources.tables import Table
from workforce.survey.action_plan.practice_uses import practice_use
from workforce.survey.action_plan.standing import PracticeStanding
from workforce.survey.action_plan.tables import LATEST_COLUMNS, latest_row, practices_table
from workforce.survey.waves.waves import Wave

_NOTHING = "No practice is in the library. Add what providers do to recruit well and to keep staff."


class PracticesPart(QWidget):
    """`moved` when another practice is chosen. The table has the latest wave that asked, the pane each."""

    moved = Signal()

    def __init__(self, desk: Desk, pane_actions: Callable[[], Sequence[Action]]) -> None:
        super().__init__()
        self._desk, self._pane_actions = desk, pane_actions
        self._held: dict[str, PracticeStanding] = {}
        self._waves: list[Wave] = []
        self._may_write = False
        self.detail = DetailPane(
            "Practice", "Choose a practice to see where it was tried and what the survey says."
        )
        self._model = RowsModel(LATEST_COLUMNS)
        self.pane = TablePane(
            self._model, name="survey_practices", title="Practices", chips=("topic",), settings=desk.settings,
            empty=EmptyPage(_NOTHING),
        )  # fmt: skip
        self._settling = Settling(self._draw, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(side_by_side(self.pane, self.detail, sizes=(760, 420)))
        self.pane.table.current_changed.connect(self._follow)
        self.pane.table.selection_moved.connect(self.moved)
        self.pane.counted.connect(self.moved)

    def show_library(self, shown: LibraryShown, *, may_write: bool) -> None:
        """The practices, with what the waves of a survey say."""
        held, self._may_write = shown.practices, may_write
        self._waves = list(shown.waves)
        self._held = {one.practice.id: one for one in held}
        self._model.set_rows([latest_row(one, self._waves) for one in held], keys=list(self._held))
        self._settling.now()

    def focus_first(self) -> None:
        """The table."""
        self.pane.focus_table()

    def chosen(self) -> list[PracticeStanding]:
        """The practices selected, or the one with the cursor."""
        keys = self.pane.table.selected_keys() or [self.pane.table.current_key]
        return [self._held[key] for key in keys if key in self._held]

    @property
    def waves(self) -> list[Wave]:
        """Those that were answered, in order."""
        return self._waves

    def table(self) -> Table:
        """Every practice with every wave."""
        return practices_table(list(self._held.values()), self._waves)

    @Slot(str)
    def _follow(self, _key: str) -> None:
        self._settling.ask()
        self.moved.emit()

    def _draw(self) -> None:
        held = self._held.get(self.pane.table.current_key)
        if held is None:
            self.detail.clear()
            return
        actions = self._pane_actions() if self._may_write else ()
        self.detail.show_detail(practice_detail(held, self._waves, actions, self._open_use))

    def _open_use(self, key: str) -> None:
        """Whoever tried it, in the register."""
        held = practice_use(self._desk.db, key)
        self._desk.navigator.go("providers", held.service_id or held.provider_id)
