"""The reach page: who is reached by events and who is not, and the list behind every figure to be invited."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from desktop.pages.reach.change_views import ChangesView, QuartersView
from desktop.pages.reach.grid_view import GridView
from desktop.pages.reach.reach_acts import ReachActs
from desktop.pages.reach.reach_filters import ReachFilters
from desktop.pages.reach.reach_lists import LISTS, ReachList, hold_all
from desktop.shell.actions import Action
from desktop.shell.jobs import Progress
from desktop.shell.looks.look import PANE
from desktop.shell.looks.style import text_scale
from desktop.shell.page import Desk, Page
from desktop.widgets.empty import EmptyPage
from desktop.widgets.notes import Notes
from desktop.widgets.parts import label
from engagement.forums.reach.answering import Answer, answer, is_large
from engagement.forums.reach.figures import ServiceReach, band_words
from engagement.forums.reach.grid import ALL, Measure
from engagement.forums.reach.question import ReachQuestion
from engagement.forums.reach.tables import headlines, not_seen_title
from resources.database import Condition, OpenFile, Query
from resources.tables import Table
from resources.wording import date_words

GRID, QUARTERS, CHANGES, PROVIDERS, SERVICES = "grid", "quarters", "changes", "providers", "services"
_TABS = (GRID, "not_seen", "never", "new_faces", "lapsed", QUARTERS, CHANGES, SERVICES, PROVIDERS)
_FOLDED = "reach_sentences_folded"
_ROOM_FOR_ALL = 500
_WORDS = {GRID: "Grid", QUARTERS: "Quarters", CHANGES: "Ratings", PROVIDERS: "All providers"}


class ReachPage(Page):
    """Four choices, what is to be said first, and a view behind each tab."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.changes)
        self._desk = desk
        self.answer: Answer | None = None
        self._counting = self._again = False
        self.filters = ReachFilters(desk)
        self.headline = label("", "section", wrap=True, copyable=True)
        self.more = Notes()
        self.tabs = QTabBar()
        self.tabs.setAccessibleName("Views of who is reached")
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.grid = GridView(desk.settings)
        self.lists = {
            name: ReachList(name, title, empty, desk.settings) for name, (title, empty, _) in LISTS.items()
        }
        self.providers = ReachList(
            PROVIDERS,
            "All providers",
            "No providers are held for these choices.",
            desk.settings,
            of_providers=True,
        )
        self.quarters, self.changes = QuartersView(desk.settings), ChangesView(desk.settings)
        self._views: dict[str, QWidget] = {
            GRID: self.grid, **self.lists, QUARTERS: self.quarters, CHANGES: self.changes, PROVIDERS: self.providers,
        }  # fmt: skip
        self.acts = ReachActs(desk, self, lambda: self.table)
        self._empty = EmptyPage(
            "No services are held yet. Import CQC’s directory, then plan a forum, to see who is reached.",
            Action("go_imports", "Import CQC files", partial(desk.navigator.go, "imports")),
            Action("go_forums", "Go to Forums", partial(desk.navigator.go, "forums")),
        )
        self._body = self._lay_out()
        self._body.hide()
        self._listen()

    def _lay_out(self) -> QWidget:
        self._stack = QStackedWidget()
        for name in _TABS:
            self.tabs.addTab(_WORDS.get(name) or LISTS[name][0])
            self._stack.addWidget(self._views[name])
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.headline.setContentsMargins(PANE, 4, PANE, 0)
        for part in (self.filters, self.headline, self.more, self.tabs):
            column.addWidget(part)
        column.addWidget(self._stack, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._empty)
        whole.addWidget(body)
        return body

    def _listen(self) -> None:
        self.filters.changed.connect(self._count)
        self.tabs.currentChanged.connect(self._turn)
        self.grid.opened.connect(self.open_cell)
        self.grid.moved.connect(self.state_changed)
        for pane in self.lists.values():
            pane.table.opened.connect(partial(self._desk.navigator.go, "providers"))
        self.providers.table.opened.connect(partial(self._desk.navigator.go, "providers"))
        for pane in (*self.lists.values(), self.providers):
            pane.counted.connect(self.state_changed)
            pane.table.selection_moved.connect(self.state_changed)

    # Actions

    def page_actions(self) -> list[Action]:
        """What can be done with the view shown."""
        return [
            Action("invite_these", "Invite these…", self.invite, primary=True, icon="mail",
                   enabled=self._can_invite,
                   tip="Invite the services selected, or all that are shown, to an event"),
            Action("open_cell", "Open the list", self.open_cell, icon="people",
                   enabled=lambda: self.name == GRID and bool(self.grid.services)),
            Action("save_reach", "Save table…", self.acts.save, "Ctrl+S", icon="export", enabled=self._is_counted),
            Action("copy_reach", "Copy table", self.acts.copy, "Ctrl+Shift+C", icon="copy",
                   enabled=self._is_counted),
            Action("fold_sentences", "Hide the sentences", self._turn_sentences, toolbar=False,
                   label_now=lambda: "Show the sentences" if self.more.isHidden() else "Hide the sentences"),
            Action("copy_headlines", "Copy the sentences", self.copy_headlines, icon="copy", toolbar=False,
                   enabled=self._is_counted),
        ]  # fmt: skip

    def _may_write(self) -> bool:
        return not self._desk.opened.read_only

    def _can_invite(self) -> bool:
        """Asked at every move of the cursor, so without looking at each row."""
        view = self._views[self.name]
        if not self._may_write() or self.answer is None:
            return False
        return view.model.rowCount() > 0 if isinstance(view, ReachList) else bool(self.to_invite)

    def _is_counted(self) -> bool:
        return self.answer is not None

    @property
    def name(self) -> str:
        """The view shown."""
        return _TABS[self.tabs.currentIndex()]

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

    def invite(self) -> None:
        """Invite the services of the list shown."""
        self.acts.invite(self.to_invite, self._what())

    def _what(self) -> str:
        assert self.answer is not None
        question = self.answer.reach.question
        if self.name == GRID:
            measure = Measure.NOT_SEEN if self.grid.counts is Measure.SEEN else self.grid.counts
            return f"{self.grid.place_words}; {measure.words(question.months).lower()}"
        if self.name == "not_seen":
            return not_seen_title(question).lower()
        return self.tabs.tabText(self.tabs.currentIndex()).lower()

    @Slot()
    def open_cell(self) -> None:
        """The services behind the grid's cell, in the list of all services."""
        place, grid = self.grid.place, self.grid.grid
        if place is None or grid is None:
            return
        conditions = [
            Condition(dimension.value, (label_ if label_ != "District not recorded" else "",))
            for dimension, label_ in zip((grid.down, grid.across), place, strict=True)
            if label_ != ALL
        ]
        if self.grid.counts is not Measure.SEEN:
            months = grid.reach.question.months
            words = tuple(band_words(band, months) for band in self.grid.counts.bands)
            conditions.append(Condition("band", words))
        pane = self.lists[SERVICES]
        self.tabs.setCurrentIndex(_TABS.index(SERVICES))
        pane.fill()
        pane.show_query(Query(conditions=tuple(conditions)))
        pane.focus_table()

    def copy_headlines(self) -> None:
        """For a letter or a report."""
        if self.answer is not None:
            QGuiApplication.clipboard().setText("\n".join(headlines(self.answer.reach)))
            self._desk.messages.done("Copied the sentences", undo=False)

    # Room

    def _turn_sentences(self) -> None:
        self.more.setHidden(not self.more.isHidden())
        self._desk.settings.put(_FOLDED, int(self.more.isHidden()))
        self.state_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Until the person chooses, the sentences after the first make way where the table has too little room."""
        super().resizeEvent(event)
        self._fold_as_chosen()

    def _fold_as_chosen(self) -> None:
        too_low = self.height() < _ROOM_FOR_ALL * text_scale()
        self.more.setHidden(self._desk.settings.number(_FOLDED, too_low) > 0)

    # Counting

    def reload(self) -> None:
        """Count again."""
        held = bool(self.filters.reload())
        self._empty.setVisible(not held)
        self._body.setVisible(held)
        if held:
            self._count()
        else:
            self.answer = None

    @Slot()
    def _count(self) -> None:
        question = self.filters.question
        if not is_large(self._desk.db):
            self._show(answer(self._desk.db, question))
        elif self._counting:
            self._again = True
        else:
            self._counting = True
            self._desk.jobs.run(
                "Counting who is reached", partial(_read, self._desk.opened, question), done=self._arrived,
                stopped=self._stopped, writes=False,
            )  # fmt: skip

    def _arrived(self, found: Answer) -> None:
        self._counting = False
        if self._again:
            self._again = False
            self._count()
        else:
            self._show(found)

    def _stopped(self) -> None:
        self._counting = self._again = False
        if self.answer is None:
            self.headline.setText("Counting was stopped. Change one of the choices to count again.")

    def _show(self, found: Answer) -> None:
        self.answer = found
        first, *rest = headlines(found.reach)
        self.headline.setText(first)
        self.more.say(" ".join(rest))
        self.headline.setToolTip(" ".join(rest))
        self.headline.setAccessibleDescription(" ".join(rest))
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
        self.state_changed.emit()

    # What the window asks

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

    def focus_first(self) -> None:
        """The table shown, or what comes next when nothing is held."""
        view = self._views[self.name]
        if self._body.isHidden():
            self._empty.setFocus()
        elif isinstance(view, ReachList):
            view.focus_table()
        elif view is self.grid:
            self.grid.focus_first()
        else:
            self.filters.time.widget.setFocus()

    def focus_filter(self) -> None:
        """The filter of the list shown, else the first choice."""
        view = self._views[self.name]
        if isinstance(view, ReachList):
            view.bar.focus_field()
        else:
            self.filters.time.widget.setFocus()


def _read(opened: OpenFile, question: ReachQuestion, progress: Progress) -> Answer:
    db = opened.connection(read_only=True)
    try:
        return answer(db, question, progress.step)
    finally:
        db.close()
