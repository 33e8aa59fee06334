"""Who nominates, who is nominated, and who never is."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from awards.figures.never_nominated import USUAL_ROUNDS, last_rounds
from awards.rounds.rounds import AwardRound
from desktop import clock
from desktop.pages.awards.awards_side import AwardsSide
from desktop.pages.awards.chosen_round import ChosenRound
from desktop.pages.awards.figures_acts import FiguresActs
from desktop.pages.awards.figures_views import VIEWS, Shown, chips_of, columns_of, page_of, shown
from desktop.shell.actions import Action
from desktop.shell.looks.look import PANE
from desktop.shell.page import Desk
from desktop.widgets.action_row import ActionRow
from desktop.widgets.chart import BarChart, Bars
from desktop.widgets.empty import EmptyPage
from desktop.widgets.forms.choice_row import add_choice
from desktop.widgets.parts import label, scrolled
from desktop.widgets.tables.rows_model import RowsModel
from desktop.widgets.tables.table_pane import TablePane
from resources.tables import Table

ALL = 1000
_OF = [(1, "This round"), (USUAL_ROUNDS, f"The last {USUAL_ROUNDS} rounds"), (ALL, "All rounds")]
_NOTHING = "No round of the awards is held yet, so that there are no figures."


class FiguresSide(AwardsSide):
    """A choice of figures above, their table beneath, and beside it the same as bars."""

    tab = "Figures"

    def __init__(self, desk: Desk, chosen: ChosenRound, *, now: Callable[[], datetime] = clock.now) -> None:
        super().__init__(desk, chosen, now=now)
        self.acts = FiguresActs(desk, self, chosen, now=self._now)
        self.row = ActionRow([one for one in self.actions_here() if not one.primary])
        self._panes: dict[str, tuple[RowsModel, TablePane]] = {}
        self._shown: Shown | None = None
        self.told = label("", "quiet", wrap=True)
        self.chart = BarChart(Bars("", ("",), []))
        self.empty = EmptyPage(_NOTHING, Action("figures_round", "Go to the round", self._go_to_round))
        self._lay_out()
        self.which.changed.connect(self._turn)
        self.of.changed.connect(self._turn)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(PANE, 0, PANE, 0)
        head.setSpacing(PANE)
        self.which = add_choice(head, "Figures", list(VIEWS.items()), least_letters=28)
        self.which.show_answer(next(iter(VIEWS)))
        self.of = add_choice(head, "Of", _OF, least_letters=16)
        self.of.show_answer(1)
        beside = QVBoxLayout()
        beside.addStretch(1)
        beside.addWidget(self.row)
        head.addLayout(beside, 2)
        self._tables = QStackedLayout()
        tables = QWidget()
        tables.setLayout(self._tables)
        self._bars = scrolled(self._with_margins(), "The figures as bars", sideways=False)
        self._held = QSplitter(Qt.Orientation.Horizontal)
        self._held.setHandleWidth(1)
        self._held.setChildrenCollapsible(False)
        self._held.addWidget(tables)
        self._held.addWidget(self._bars)
        self._held.setSizes([690, 490])
        self._inside = QWidget()
        inner = QVBoxLayout(self._inside)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(6)
        inner.addLayout(head)
        said = QHBoxLayout()
        said.setContentsMargins(PANE, 0, PANE, 0)
        said.addWidget(self.told)
        inner.addLayout(said)
        inner.addWidget(self._held, 1)
        self._pile = QStackedLayout(self)
        self._pile.setContentsMargins(0, 0, 0, 0)
        self._pile.addWidget(self._inside)
        self._pile.addWidget(self.empty)

    def _with_margins(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(PANE, 8, PANE, 8)
        column.addWidget(self.chart)
        column.addStretch(1)
        return made

    def actions_here(self) -> list[Action]:
        """Documents of the round, and the way to a row."""
        return [
            *self.acts.listed(is_shown=self._has_round),
            Action(
                "figures_open", "Show in Providers", self._open_row, icon="providers", enabled=self._leads_on
            ),
        ]

    def _has_round(self) -> bool:
        return self.is_current and self.round() is not None

    def _leads_on(self) -> bool:
        return self._has_round() and bool(page_of(self.view)) and bool(self.pane.table.current_key)

    def _open_row(self) -> None:
        self._desk.navigator.go(page_of(self.view), self.pane.table.current_key)

    def _go_to_round(self) -> None:
        self.turn_to.emit("Round", "")

    # What is shown

    @property
    def view(self) -> str:
        """Which figures are shown."""
        return str(self.which.answer() or next(iter(VIEWS)))

    @property
    def pane(self) -> TablePane:
        """Their table."""
        return self._made(self.view)[1]

    def _made(self, view: str) -> tuple[RowsModel, TablePane]:
        if view not in self._panes:
            model = RowsModel(columns_of(view))
            pane = TablePane(
                model,
                name=f"figures_{view}",
                title=VIEWS[view],
                chips=chips_of(view),
                settings=self._desk.settings,
            )
            pane.table.current_changed.connect(self._tell)
            pane.table.opened.connect(self._opened)
            pane.counted.connect(self._tell)
            self._tables.addWidget(pane)
            self._panes[view] = model, pane
        return self._panes[view]

    def rounds(self) -> Sequence[AwardRound]:
        """Those that are counted: the one shown, and as many before it as is chosen."""
        held, number = self.round(), int(self.of.answer() or 1)
        if held is None:
            return []
        return [held] if number == 1 else last_rounds(self._desk.db, number, upto=held)

    @Slot()
    def _turn(self) -> None:
        self.reload()

    @Slot()
    def reload(self) -> None:
        """The figures as they stand now."""
        held = self.rounds()
        self._pile.setCurrentWidget(self._inside if held else self.empty)
        if held:
            self._show(shown(self._desk.db, self.view, held, today=self._today()))
        else:
            self._shown = None
        self._tell()

    def _show(self, found: Shown) -> None:
        self._shown = found
        model, pane = self._made(self.view)
        model.set_rows(found.rows, keys=found.keys)  # type: ignore[arg-type]  # cells of a table
        self._tables.setCurrentWidget(pane)
        self.told.setText(found.told)
        self._bars.setVisible(found.bars is not None)
        if found.bars is not None:
            self.chart.show_bars(found.bars)
        if found.rows and not pane.table.current_key:
            pane.table.go_to_first()

    @Slot(str)
    def _opened(self, _key: str) -> None:
        if self._leads_on():
            self._open_row()

    @Slot()
    def _tell(self) -> None:
        self.row.refresh()
        self.moved.emit()

    # What the page asks

    def table(self) -> Table | None:
        """The figures shown, with a line for all."""
        return self._shown.table if self._shown is not None else None

    def status_text(self) -> str:
        """How many lines."""
        return self.pane.rows_words if self._shown is not None else ""

    def focus_first(self) -> None:
        """The table, or the way to a round."""
        (self.pane.focus_table if self._shown is not None else self.empty.setFocus)()

    def focus_filter(self) -> None:
        """The filter of the table."""
        self.pane.bar.focus_field()
