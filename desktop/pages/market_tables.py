"""The market's tables, one behind each tab."""

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from desktop.shell.looks.look import PANE
from desktop.shell.settings import Settings
from desktop.widgets.notes import Notes
from desktop.widgets.parts import button
from desktop.widgets.tables.rows_model import RowsModel
from desktop.widgets.tables.table_pane import TablePane
from engagement.market.market_table import MarketTable, change_table, kind_table, wide_table
from engagement.register.vocabulary import MarketKind, Rating
from resources.tables import Column, Table

_ALL, _CHANGE = "all", "change"
_TABS = (*MarketKind, _ALL, _CHANGE)
_WORDS = {_ALL: "All kinds", _CHANGE: "Change"}
_ON_SCREEN = {
    "area": ("", 176),
    "kind": ("", 126),
    "rating": ("", 168),
    Rating.INADEQUATE: ("Inadequate", 92),
    Rating.REQUIRES_IMPROVEMENT: ("Requires improvement", 110),
    Rating.GOOD: ("Good", 58),
    Rating.OUTSTANDING: ("Outstanding", 98),
    "rated": ("Rated services", 76),
    "base_note": ("Base", 88),
    Rating.NOT_RATED: ("Not yet rated", 70),
    "all": ("All services", 76),
    "before": ("", 70),
    "after": ("", 60),
    "points": ("", 98),
    "verdict": ("", 120),
    "before_count": ("", 76),
    "after_count": ("", 76),
}
"""Heading and width of each column beside the chart, what matters most to the left; '' leaves the heading as it is."""

_WIDE = 44
"""A column of the table with all kinds."""


class MarketTables(QWidget):
    """A tab for each kind, one for all kinds as in the committee's report, one for the change since another day."""

    moved = Signal()
    fold_asked = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._made: dict[str, Table] = {}
        self._panes: dict[str, tuple[RowsModel, TablePane]] = {}
        self._tabs = QTabBar()
        self._tabs.setAccessibleName("Kind of service")
        self._tabs.setExpanding(False)
        self._tabs.setDrawBase(False)
        for tab in _TABS:
            self._tabs.addTab(tab.label if isinstance(tab, MarketKind) else _WORDS[tab])
        self._fold = button("", "link")
        self._fold.clicked.connect(self.fold_asked)
        self._stack = QStackedWidget()
        self._notes = Notes()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, PANE, 0)
        top.addWidget(self._tabs, 1)
        top.addWidget(self._fold)
        column.addLayout(top)
        column.addWidget(self._stack, 1)
        column.addWidget(self._notes)
        self._tabs.currentChanged.connect(self._turn)

    @property
    def kind(self) -> MarketKind:
        """The kind that the chart is to show: that of the tab, or the first one."""
        tab = _TABS[self._tabs.currentIndex()]
        return tab if isinstance(tab, MarketKind) else MarketKind.NURSING

    @property
    def table(self) -> Table:
        """The table on screen."""
        return self._made[_TABS[self._tabs.currentIndex()]]

    @property
    def last(self) -> QWidget:
        """What the keyboard comes to last among the tables: tables are made when there is something to show."""
        return [pane for _, pane in self._panes.values()][-1].table

    @property
    def fold_words(self) -> str:
        """What the button beside the tabs does now."""
        return self._fold.accessibleName()

    def say_fold(self, words: str) -> None:
        """The button hides, or shows, what stands beside the tables."""
        self._fold.setText(words)
        self._fold.setAccessibleName(words)

    def show_market(self, market: MarketTable, before: MarketTable | None) -> None:
        """Fill every tab; the last one only where there is something to compare with."""
        self._made = {kind: kind_table(market, kind) for kind in MarketKind}
        self._made[_ALL] = wide_table(market)
        change = len(_TABS) - 1
        if before is not None:
            self._made[_CHANGE] = change_table(before, market)
        elif self._tabs.currentIndex() == change:
            self._tabs.setCurrentIndex(0)
        self._tabs.setTabVisible(change, before is not None)
        for name, table in self._made.items():
            self._fill(name, table)
        self._show()

    def _fill(self, name: str, table: Table) -> None:
        held = self._panes.get(name)
        shown = _as_shown(table)
        if held is not None and held[0].columns == shown.columns:
            held[0].set_rows(shown.rows)
            held[1].reload()
            return
        model = RowsModel(shown.columns, shown.rows)
        chips = ("area", "kind", "rating", "verdict") if name == _CHANGE else ()
        pane = TablePane(
            model, name=f"market_{name}", title=table.title, chips=chips, settings=self._settings
        )
        if held is not None:
            self._stack.removeWidget(held[1])
            held[1].deleteLater()
        self._stack.addWidget(pane)
        self._panes[name] = model, pane

    @Slot(int)
    def _turn(self, _at: int) -> None:
        self._show()
        self.moved.emit()

    def _show(self) -> None:
        name = _TABS[self._tabs.currentIndex()]
        if name in self._panes:
            self._stack.setCurrentWidget(self._panes[name][1])
            table = self._made[name]
            self._notes.say(" ".join((table.base, *table.notes, f"Source: {table.source}.")))

    def focus_filter(self) -> None:
        """The filter of the table on screen."""
        self._panes[_TABS[self._tabs.currentIndex()]][1].bar.focus_field()


def _as_shown(table: Table) -> Table:
    """As it stands beside the chart: every cell says its % itself, and the marks stand where they are seen."""
    known = list(_ON_SCREEN)
    places = sorted(
        range(len(table.columns)),
        key=lambda at: known.index(table.columns[at].name) if table.columns[at].name in known else len(known),
    )
    columns = tuple(_narrow(table.columns[at]) for at in places)
    return replace(table, columns=columns, rows=[tuple(row[at] for at in places) for row in table.rows])


def _narrow(column: Column) -> Column:
    heading, width = _ON_SCREEN.get(column.name, ("", min(column.width, _WIDE)))
    return replace(column, heading=heading or column.heading, width=width)
