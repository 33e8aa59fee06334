"""The workplaces of ASC-WDS in a table as at a day, and the pane of the one chosen."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedLayout, QWidget

from desktop.pages.funding.ascwds_detail import workplace_detail
from desktop.pages.settling import Settling
from desktop.pages.table_saving import shown_table
from desktop.shell.actions import Action
from desktop.shell.page import Desk
from desktop.widgets.detail import DetailPane
from desktop.widgets.empty import EmptyPage
from desktop.widgets.parts import side_by_side
from desktop.widgets.tables.rows_model import RowsModel
from desktop.widgets.tables.table_pane import TablePane
from resources.tables import Table
from resources.wording import count_of, date_words
from workforce.ascwds.completeness import Standing
from workforce.ascwds.standings import standings
from workforce.ascwds.tables import NAMES_EXEMPT, WORKPLACE_COLUMNS, Placed, placed, workplace_row
from workforce.ascwds.workplaces import Workplace, workplaces
from workforce.years import year_of, year_words

_NOTHING = (
    "No ASC-WDS file was taken in yet. The workplace, worker and training files that a provider downloads there show "
    "whose records are complete, and what is missing where they are not."
)


class AscwdsList(QWidget):
    """`moved` when another row is chosen; `open_register` is the link of the pane."""

    moved = Signal()

    def __init__(self, desk: Desk, first: Action, open_register: Callable[[], object]) -> None:
        super().__init__()
        self._desk, self._open_register = desk, open_register
        self._day: date | None = None
        self._held: dict[str, Workplace] = {}
        self._stand: dict[str, Standing] = {}
        self._where: dict[str, Placed] = {}
        self._model = RowsModel(WORKPLACE_COLUMNS)
        self.pane = TablePane(
            self._model, name="ascwds_workplaces", title="Workplaces",
            chips=("state", "district", "main_service", "tied"), settings=desk.settings,
        )  # fmt: skip
        self.empty = EmptyPage(_NOTHING, None if desk.opened.read_only else first)
        self.detail = DetailPane("Workplace", "Choose a workplace to see what is missing.")
        self._settling = Settling(self._draw, self)
        self._beside = side_by_side(self.pane, self.detail, sizes=(800, 378))
        self._pile = QStackedLayout(self)
        self._pile.setContentsMargins(0, 0, 0, 0)
        self._pile.addWidget(self._beside)
        self._pile.addWidget(self.empty)
        self.pane.table.current_changed.connect(self._follow)
        self.pane.table.selection_moved.connect(self.moved)
        self.pane.counted.connect(self.moved)

    def show_day(self, day: date) -> None:
        """The workplaces as they stand on the day; the first row is chosen where none is."""
        db, self._day = self._desk.db, day
        held = workplaces(db)
        self._held = {one.id: one for one in held}
        self._stand, self._where = standings(db, on=day), placed(db, on=day)
        rows = [workplace_row(one, self._stand[one.id], self._where[one.id]) for one in held]
        self._model.set_rows(rows, keys=list(self._held))
        self._pile.setCurrentWidget(self._beside if held else self.empty)
        if held and self.one is None:
            self.pane.table.go_to_first()
        self._settling.now()

    @property
    def one(self) -> Workplace | None:
        """The workplace that the cursor is on."""
        return self._held.get(self.pane.table.current_key)

    @property
    def keys(self) -> list[str]:
        """Those selected, or the one with the cursor."""
        return self.pane.table.selected_keys() or ([self.one.id] if self.one is not None else [])

    @property
    def has_rows(self) -> bool:
        """Whether there is any workplace."""
        return bool(self._held)

    @property
    def words(self) -> str:
        """How many are complete, of what year and as at when; nothing where there is none."""
        if self._day is None or not self._held:
            return ""
        met = sum(one.eligible for one in self._stand.values())
        number, year = count_of(len(self._held), "workplace"), year_words(year_of(self._day))
        return f"{met:,} of {number} complete for {year}, as at {date_words(self._day)}."

    def table(self) -> Table | None:
        """The rows shown."""
        if not self._held:
            return None
        table = shown_table("ASC-WDS workplaces", self._model, self.pane.bar)
        return replace(table, as_at=self._day, exempt=NAMES_EXEMPT)

    def focus_first(self) -> None:
        """The table, or the way to begin."""
        if self._held:
            self.pane.focus_table()
        else:
            self.empty.setFocus()

    @Slot(str)
    def _follow(self, _key: str) -> None:
        self._settling.ask()
        self.moved.emit()

    def _draw(self) -> None:
        one, day = self.one, self._day
        if one is None or day is None:
            self.detail.clear()
            return
        stands, where = self._stand[one.id], self._where[one.id]
        self.detail.show_detail(
            workplace_detail(self._desk.db, one, stands, where, self._open_register, on=day)
        )
