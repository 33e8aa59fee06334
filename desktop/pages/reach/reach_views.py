"""The views of the reach page, one behind each tab: the grid, lists of services or providers, quarters, ratings."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from desktop.pages.reach.change_views import ChangesView, QuartersView
from desktop.pages.reach.grid_view import GridView
from desktop.pages.reach.reach_lists import LISTS, ReachList, hold_all
from desktop.shell.settings import Settings
from engagement.forums.reach.answering import Answer
from engagement.forums.reach.figures import ServiceReach, band_words
from engagement.forums.reach.grid import ALL, Measure
from engagement.forums.reach.tables import not_seen_title
from resources.database import Condition, Query
from resources.tables import Table
from resources.wording import date_words

GRID, QUARTERS, CHANGES, PROVIDERS, SERVICES = "grid", "quarters", "changes", "providers", "services"
TABS = (GRID, "not_seen", "never", "new_faces", "lapsed", QUARTERS, CHANGES, SERVICES, PROVIDERS)
_WORDS = {GRID: "Grid", QUARTERS: "Quarters", CHANGES: "Ratings", PROVIDERS: "All providers"}


class ReachViews(QWidget):
    """Shows the `answer`. `opened` carries the key of a row; `moved` tells that something else may be done."""

    opened = Signal(str)
    moved = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.answer: Answer | None = None
        self.grid = GridView(settings)
        self.lists = {
            name: ReachList(name, title, empty, settings) for name, (title, empty, _) in LISTS.items()
        }
        self.providers = ReachList(
            PROVIDERS,
            _WORDS[PROVIDERS],
            "No providers are held for these choices.",
            settings,
            of_providers=True,
        )
        self.quarters, self.changes = QuartersView(settings), ChangesView(settings)
        self._views: dict[str, QWidget] = {
            GRID: self.grid, **self.lists, QUARTERS: self.quarters, CHANGES: self.changes, PROVIDERS: self.providers,
        }  # fmt: skip
        self._lay_out()
        self.tabs.currentChanged.connect(self._turn)
        self.grid.opened.connect(self.open_cell)
        self.grid.moved.connect(self.moved)
        for pane in (*self.lists.values(), self.providers):
            pane.table.opened.connect(self.opened)
            pane.counted.connect(self.moved)
            pane.table.selection_moved.connect(self.moved)

    def _lay_out(self) -> None:
        self.tabs = QTabBar()
        self.tabs.setAccessibleName("Views of who is reached")
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self._stack = QStackedWidget()
        for name in TABS:
            self.tabs.addTab(_WORDS.get(name) or LISTS[name][0])
            self._stack.addWidget(self._views[name])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)

    # What is shown

    @property
    def name(self) -> str:
        """The view shown."""
        return TABS[self.tabs.currentIndex()]

    def show_answer(self, found: Answer) -> None:
        """Other figures behind every tab."""
        self.answer = found
        self.grid.show_reach(found.reach)
        hold_all(self.lists, self.providers, found)
        self.quarters.show_quarters(found.quarters)
        self.changes.show_changes(found.changes)
        self._turn()

    @Slot()
    def _turn(self) -> None:
        view = self._views[self.name]
        if isinstance(view, ReachList):
            view.fill()
        self._stack.setCurrentWidget(view)
        self.moved.emit()

    @property
    def table(self) -> Table:
        """The table shown, to copy or save."""
        view = self._views[self.name]
        if isinstance(view, ReachList):
            return view.table_shown()
        if view is self.grid:
            return self.grid.shown
        return self.quarters.left.shown if view is self.quarters else self.changes.left.shown

    def status_text(self) -> str:
        """How many rows a list has; of what else is shown, as at which day."""
        if self.answer is None:
            return ""
        view = self._views[self.name]
        day = self.answer.reach.question.day
        return view.rows_words if isinstance(view, ReachList) else f"as at {date_words(day)}"

    def focus_first(self) -> bool:
        """The table shown; whether the keyboard can go there."""
        view = self._views[self.name]
        if isinstance(view, ReachList):
            view.focus_table()
        elif view is self.grid:
            self.grid.focus_first()
        else:
            return False
        return True

    def focus_filter(self) -> bool:
        """The filter of the list shown; whether there is one."""
        view = self._views[self.name]
        if isinstance(view, ReachList):
            view.bar.focus_field()
        return isinstance(view, ReachList)

    # What can be done with it

    def may_invite(self) -> bool:
        """Asked at every move of the cursor, so without looking at each row."""
        view = self._views[self.name]
        if self.answer is None:
            return False
        return view.model.rowCount() > 0 if isinstance(view, ReachList) else bool(self.to_invite)

    @property
    def to_invite(self) -> tuple[ServiceReach, ...]:
        """The services of the cell that are not reached, or those of the list."""
        if self.answer is None:
            return ()
        if self.name == GRID:
            return self.grid.to_invite
        if self.name in self.lists:
            keys = set(self.lists[self.name].chosen_keys())
            return tuple(one for one in self.answer.reach.services if one.id in keys)
        if self.name == PROVIDERS:
            keys = set(self.providers.chosen_keys())
            return tuple(one for one in self.answer.reach.services if one.record.provider_id in keys)
        return ()

    @property
    def what(self) -> str:
        """Of what the services to invite are, in words."""
        assert self.answer is not None
        question = self.answer.reach.question
        if self.name == GRID:
            measure = Measure.NOT_SEEN if self.grid.counts is Measure.SEEN else self.grid.counts
            return f"{self.grid.place_words}; {measure.words(question.months).lower()}"
        if self.name == "not_seen":
            return not_seen_title(question).lower()
        return self.tabs.tabText(self.tabs.currentIndex()).lower()

    def may_open_cell(self) -> bool:
        """Whether there is a list behind the cell."""
        return self.name == GRID and bool(self.grid.services)

    @Slot()
    def open_cell(self) -> None:
        """The services that the grid's cell counts, in the list of all services."""
        place, grid = self.grid.place, self.grid.grid
        if place is None or grid is None:
            return
        conditions = [
            Condition(dimension.value, (label_ if label_ != "District not recorded" else "",))
            for dimension, label_ in zip((grid.down, grid.across), place, strict=True)
            if label_ != ALL
        ]
        months = grid.reach.question.months
        conditions.append(
            Condition("band", tuple(band_words(band, months) for band in self.grid.counts.bands))
        )
        pane = self.lists[SERVICES]
        self.tabs.setCurrentIndex(TABS.index(SERVICES))
        pane.fill()
        pane.show_query(Query(conditions=tuple(conditions)))
        pane.focus_table()
