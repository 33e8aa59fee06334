"""Funds: what they hold, what is promised and what is left."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QSplitter, QStackedLayout, QVBoxLayout, QWidget

from desktop import clock
from desktop.pages.funding.funds_chart import money_bars
from desktop.pages.funding.funds_detail import Ways, fund_detail
from desktop.pages.funding.funds_menu import FundsMenu
from desktop.pages.settling import Settling
from desktop.pages.sides.sides_page import PageSide
from desktop.pages.table_saving import shown_table
from desktop.shell.actions import Action
from desktop.shell.looks.look import PANE
from desktop.shell.page import Desk
from desktop.widgets.action_row import ActionRow
from desktop.widgets.chart import BarChart, Bars
from desktop.widgets.detail import DetailPane
from desktop.widgets.empty import EmptyPage
from desktop.widgets.parts import scrolled, side_by_side
from desktop.widgets.tables.rows_model import RowsModel
from desktop.widgets.tables.table_pane import TablePane
from resources.tables import Table
from workforce.funding.funds.balance import balances, pots_of
from workforce.funding.funds.funds import Fund, funds, is_fund
from workforce.funding.funds.tables import FUND_COLUMNS, fund_rows, listed

_NOTHING = (
    "No fund is held yet. A fund is held and paid out by us, granted to us for a project, or claimed by providers "
    "themselves."
)


class FundsSide(PageSide):
    """The list, beneath it the money of the fund chosen as bars, and beside it all that is kept of it."""

    tab = "Funds"
    public_sections = ("funds",)
    covered_because = "what a single provider claimed is its own affair"

    def __init__(self, desk: Desk, *, now: Callable[[], datetime] = clock.now) -> None:
        super().__init__(desk, now=now)
        self._funds: dict[str, Fund] = {}
        self._model = RowsModel(FUND_COLUMNS)
        self.pane = TablePane(
            self._model,
            name="funds",
            title="Funds",
            chips=("kind", "status", "funder"),
            settings=desk.settings,
        )
        self.chart = BarChart(Bars("", ("",), []))
        self.detail = DetailPane("Fund", "Choose a fund to see its money.")
        self.menu = FundsMenu(desk, self, self, today=self._today)
        self.row = ActionRow(self.menu.in_row())
        self.empty = EmptyPage(_NOTHING, None if desk.opened.read_only else self.menu.first())
        self._settling = Settling(self._draw, self)
        self._lay_out()
        self.pane.table.current_changed.connect(self._follow)
        self.pane.table.opened.connect(self._open)
        self.pane.counted.connect(self._tell)
        self.menu.acts.added.connect(partial(self.turn_to.emit, self.tab))

    def _lay_out(self) -> None:
        above = QSplitter(Qt.Orientation.Vertical)
        above.setHandleWidth(1)
        above.setChildrenCollapsible(False)
        above.addWidget(self.pane)
        self._bars = scrolled(self._with_margins(self.chart), "Money of the fund as bars", sideways=False)
        self._bars.setMinimumHeight(24)  # with large letters the list goes before it
        above.addWidget(self._bars)
        above.setSizes([300, 230])
        self._held = side_by_side(above, self.detail, sizes=(800, 378))
        self._pile = QStackedLayout()
        self._pile.addWidget(self._held)
        self._pile.addWidget(self.empty)
        head = QVBoxLayout()
        head.setContentsMargins(PANE, 0, PANE, 0)
        head.addWidget(self.row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(self._pile, 1)

    @staticmethod
    def _with_margins(chart: BarChart) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(PANE, 8, PANE, 8)
        column.addWidget(chart)
        column.addStretch(1)
        return made

    def actions_here(self) -> list[Action]:
        """All that can be done with funds."""
        return self.menu.listed()

    # What is shown

    @Slot()
    def reload(self) -> None:
        """The funds as they stand now; the first one is chosen where none is."""
        db, today = self._desk.db, self._today()
        self._funds = {one.id: one for one in funds(db)}
        self._model.set_rows(fund_rows(db, list(self._funds.values()), today=today), keys=list(self._funds))
        self.row.setVisible(bool(self._funds))
        self._pile.setCurrentWidget(self._held if self._funds else self.empty)
        if self._funds and self.chosen() is None:
            self.pane.table.go_to_first()
        self._settling.now()
        self._tell()

    def chosen(self) -> Fund | None:
        """The fund that the cursor is on."""
        return self._funds.get(self.pane.table.current_key)

    @Slot(str)
    def _follow(self, _key: str) -> None:
        self._settling.ask()
        self._tell()

    @Slot()
    def _tell(self) -> None:
        self.row.refresh()
        self.moved.emit()

    def _draw(self) -> None:
        held = self.chosen()
        if held is None:
            self.detail.clear()
            self._bars.hide()
            return
        may = self.may_write()
        actions = [one for one in self.menu.listed() if one.name == "fund_edit"]
        self.detail.show_detail(
            fund_detail(
                self._desk.db,
                held,
                actions if may else (),
                self._ways() if may else None,
                today=self._today(),
            )
        )
        pots = pots_of(self._desk.db, held.id) if held.is_ours else {}
        self._bars.setVisible(bool(pots))
        if pots:
            self.chart.show_bars(money_bars(held, pots, self._today().isoformat()))

    def _ways(self) -> Ways:
        acts, lists = self.menu.acts, self.menu.lists
        return Ways(acts.edit_spending, lists.write_cut_off, lists.write_item, acts.move)

    @Slot(str)
    def _open(self, _key: str) -> None:
        if self.may_write() and self.chosen() is not None:
            self.menu.acts.edit()

    # What the page asks

    def has(self, key: str) -> bool:
        """Whether the key is a fund's."""
        return is_fund(self._desk.db, key)

    def show_row(self, key: str) -> None:
        """Put the cursor on a fund."""
        self.pane.show_row(key)

    def table(self) -> Table | None:
        """The funds shown, with the sum of what is ours."""
        if not self._funds:
            return None
        shown = shown_table("Funds", self._model, self.pane.bar)
        keys = [str(row[0]) for row in self._model.all_rows()]
        held = [self._funds[key] for key in keys]
        notes = listed(held, shown.rows, balances(self._desk.db), today=self._today()).notes
        return replace(shown, notes=notes, as_at=self._today())

    def row_for_history(self) -> tuple[str, str]:
        """The fund chosen."""
        return "fund", self.pane.table.current_key

    def status_text(self) -> str:
        """How many funds."""
        return self.pane.rows_words

    def focus_first(self) -> None:
        """The table, or the way to begin."""
        if self._funds:
            self.pane.focus_table()
        else:
            self.empty.setFocus()

    def focus_filter(self) -> None:
        """Its filter."""
        self.pane.bar.focus_field()
