"""The main window: sidebar, title, one page at a time, status line. It knows pages only as pages."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop import clock
from desktop.shell.actions import Action, ActionItem
from desktop.shell.frame.lens_view import LensView
from desktop.shell.frame.menus import fill_menu_bar, show_usable_menus
from desktop.shell.frame.message_views import Banner, Toast
from desktop.shell.frame.page_header import PageHeader
from desktop.shell.frame.pages_made import PagesMade
from desktop.shell.frame.palette import Finder, Palette
from desktop.shell.frame.progress_panel import ProgressPanel
from desktop.shell.frame.sidebar import Sidebar
from desktop.shell.frame.status import StatusLine
from desktop.shell.frame.window_actions import lens_action, take_back, undo_actions, view_actions
from desktop.shell.jobs import Job
from desktop.shell.looks.look import PANE, STEP
from desktop.shell.page import Desk, Page, PageSpec
from desktop.shell.public_view import PublicReading
from desktop.shell.undo import ShownKeeper, UndoKeeper
from resources.problem import Problem

PRODUCT = "Provider Desk"
COUNTED_AFTER_MS = 500
"""What waits in every capability takes a while to count: after the last of several quick changes, not at each."""


class MainWindow(QMainWindow):
    """Made from page specs; `actions` are the program's own, each naming its menu."""

    closed = Signal()

    def __init__(
        self,
        specs: Sequence[PageSpec],
        desk: Desk,
        *,
        actions: Sequence[Action] = (),
        undo: UndoKeeper | None = None,
        finder: Finder | None = None,
        public_reading: PublicReading | None = None,
        now: Callable[[], datetime] = clock.now,
    ) -> None:
        super().__init__()
        self.setWindowTitle(PRODUCT)
        self._specs = {spec.key: spec for spec in specs}
        self._desk, self._now = desk, now
        self._made = PagesMade(specs, desk.lens)
        self._finder = self._made.finder(finder)
        self.pages, self.shown = self._made.pages, ""
        self._undo = ShownKeeper(undo, self._made.keeper) if undo is not None else None
        self.unsaid: Problem | None = None
        self.sidebar = Sidebar(specs, PRODUCT)
        self._soon_counted = QTimer(self, singleShot=True, interval=COUNTED_AFTER_MS)
        self._soon_counted.timeout.connect(self._refresh_counts)
        self._header = PageHeader()
        self._stack = QStackedWidget()
        self._seen = LensView(desk, self._stack, public_reading, self)
        self.banner = Banner(desk.messages)
        self.status = StatusLine(now)
        self._lay_out()
        self.toast = Toast(
            desk.messages,
            partial(take_back, undo, desk.messages, self._stack.isEnabled) if undo is not None else None,
            over=self._stack,
            parent=self,
        )
        self._own_items = [ActionItem(action, self) for action in (*actions, *self._window_actions())]
        self.addActions(self._own_items)
        self._listen()
        self._restore_geometry()
        self.show_page(next(iter(self._specs)))
        self._refresh_counts()

    def _lay_out(self) -> None:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        around = QVBoxLayout()
        around.setContentsMargins(PANE, 0, PANE, STEP)
        around.addWidget(self._seen.notice)
        around.addWidget(self.banner)
        self._around = around
        column.addLayout(around)
        column.addWidget(self._stack, 1)
        column.addWidget(ProgressPanel(self._desk.jobs))
        whole = QWidget()
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addWidget(right, 1)
        rows = QVBoxLayout(whole)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(row, 1)
        rows.addWidget(self.status)
        self.setCentralWidget(whole)

    def _window_actions(self) -> list[Action]:
        go = [
            Action(f"go_{spec.key}", spec.title, partial(self.show_page, spec.key), _key_of(at), menu="Go")
            for at, spec in enumerate(self._specs.values(), start=1)
        ]
        find = [
            Action("find", "Find anything", self.find_anything, "Ctrl+K", menu="Edit", icon="search"),
            Action("filter", "Filter this page", self._focus_filter, "Ctrl+F", menu="Edit", icon="filter"),
        ]
        undo = (
            undo_actions(self._undo, self._desk.messages, self._desk.lens) if self._undo is not None else []
        )
        return [*undo, *find, *view_actions(self._desk.settings), lens_action(self._desk.lens), *go]

    def _listen(self) -> None:
        self.sidebar.chosen.connect(self.show_page)
        self._seen.turned.connect(self._show_actions)
        self._seen.turned.connect(self._refresh_counts)
        self._header.find_asked.connect(self.find_anything)
        self._desk.navigator.asked.connect(self.show_page)
        self._desk.changes.changed.connect(self._hear_change)
        self._desk.jobs.started.connect(self._begin_job)
        self._desk.jobs.ended.connect(self._end_job)

    def add_notice(self, notice: QWidget) -> None:
        """Put something over every page that stays."""
        self._around.insertWidget(0, notice)
        self._seen.cover(notice)

    def page(self, key: str) -> Page:
        """The page, made when it is first asked for."""
        if key not in self.pages:
            page = self._made.make(key, partial(self._ask_again, key))
            page.state_changed.connect(self.refresh_actions)
            page.own_file_changed.connect(self._hear_change)
            self._stack.addWidget(page)
        return self.pages[key]

    def _ask_again(self, key: str) -> None:
        before = self._made.ask_again(key)
        if key == self.shown:
            self._show_actions()
        for item in before:
            item.let_go()

    def _show_actions(self) -> None:
        title, items = self._specs[self.shown].title, self._made.items_shown()
        self._header.show_page(title, items)
        fill_menu_bar(self.menuBar(), self._own_items, items, title)
        self.refresh_actions()

    @Slot(str)
    @Slot(str, str)
    def show_page(self, key: str, row: str = "") -> None:
        """Show a page, at the row with this key when given."""
        page = self.page(key)
        if key != self.shown:
            self._desk.messages.move_on()
            self.shown = self._made.shown = key
            self.sidebar.choose(key)
            self._seen.show_page(page)
            self._show_actions()
        self._seen.go_to(page, row)

    def items_now(self) -> list[ActionItem]:
        """The actions that stand in the menus now: the page's, then the program's."""
        return [*self._made.items_shown(), *self._own_items]

    @Slot()
    def find_anything(self) -> None:
        """Open the palette over the window."""
        palette = Palette(
            [item.action for item in self.items_now() if item.action.name != "find"],
            self._finder,
            self,
            nothing=self._seen.nothing_found,
        )
        corner = self.mapToGlobal(self.rect().topLeft())
        palette.move(corner.x() + (self.width() - palette.width()) // 2, corner.y() + 72)
        palette.show()

    @Slot()
    def _focus_filter(self) -> None:
        if not self._seen.is_on:
            self.pages[self.shown].focus_filter()

    @Slot()
    def refresh_actions(self) -> None:
        """Ask the page and its actions again how they stand."""
        page = self.pages[self.shown]
        self.status.set_page("what the public may see" if self._seen.is_on else page.status_text())
        for item in self.items_now():
            item.refresh()
        show_usable_menus(self.menuBar())
        self._header.refresh()

    @Slot(object)
    def _hear_change(self, _change: object) -> None:
        self.status.set_saved(self._now())
        self._soon_counted.start()
        self.refresh_actions()

    @Slot()
    def _refresh_counts(self) -> None:
        for key, spec in self._specs.items():
            if spec.attention is not None:
                self.sidebar.buttons[key].set_count(0 if self._seen.is_on else spec.attention())

    @Slot(object)
    def _begin_job(self, job: Job) -> None:
        if job.writes:
            for part in (self._stack, self._header, self.sidebar, self.menuBar()):
                part.setEnabled(False)
            for item in self._own_items:
                item.setEnabled(False)

    @Slot(object)
    def _end_job(self, _job: Job) -> None:
        for part in (self._stack, self._header, self.sidebar, self.menuBar()):
            part.setEnabled(True)
        self.refresh_actions()

    def _restore_geometry(self) -> None:
        kept = self._desk.settings.text("window")
        if not kept or not self.restoreGeometry(QByteArray.fromBase64(kept.encode("ascii", "replace"))):
            self.resize(1366, 728)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard, as it does in a dialog."""
        holder = self.focusWidget()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and isinstance(
            holder, QPushButton | QToolButton
        ):
            holder.click()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember where the window stood; each page leaves what it has open; stop and wait for a job."""
        self._desk.settings.put("window", self.saveGeometry().toBase64().toStdString())
        self.unsaid = self._made.leave() or self.unsaid
        self._desk.jobs.finish()
        self._soon_counted.stop()
        super().closeEvent(event)
        self.closed.emit()


def _key_of(at: int) -> str:
    """Ctrl and the place of a page in the sidebar; there are nine such keys."""
    return f"Ctrl+{at}" if at <= 9 else ""
