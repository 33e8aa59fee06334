"""Online attendance: the files that were taken in for an event, and the review of one about to be."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from desktop.pages.events.event_view import EventView
from desktop.pages.online.review_panel import ReviewPanel
from desktop.pages.saving import WORKBOOKS, ask_path
from desktop.shell.actions import Action
from desktop.shell.jobs import Progress
from desktop.shell.looks.look import PANE
from desktop.shell.page import Desk
from desktop.widgets.detail import Detail, DetailPane, Line, Section
from desktop.widgets.empty import EmptyPage
from desktop.widgets.parts import button, label, side_by_side
from desktop.widgets.tables.rows_model import RowsModel
from desktop.widgets.tables.table_pane import TablePane
from engagement.forums import events
from engagement.forums.online.files_held import (
    HELD_COLUMNS,
    FileHeld,
    files_of_event,
    held_table,
    people_table,
)
from engagement.forums.online.meeting import when_words
from engagement.forums.online.review import LEAST_MINUTES, Review
from engagement.forums.online.review_file import read_decisions, save_review
from engagement.forums.online.taking_in import review_of, start_review, take_in
from engagement.forums.vocabulary import EventState
from resources.database import OpenFile
from resources.database.history import history_position
from resources.database.opening import computer
from resources.files.names import name_of
from resources.folders import documents_folder
from resources.tables import Table
from resources.wording import moment_words

_FILES = "Attendance (*.csv *.txt *.tsv *.xlsx *.xls *.ods);;All files (*)"
_LEAST = "online_least_minutes"


def read_beside(opened: OpenFile, event_id: str, path: Path, least: int, progress: Progress) -> Review:
    """Read, match and review a file on a connection of its own; writes nothing."""

    def step(done: int, total: int | None = None) -> None:
        progress.step(done, total or 0, f"Reading {path.name}")

    step(0)
    db = opened.connection(read_only=True)
    try:
        review = start_review(db, event_id, path, least_minutes=least, progress=step)
        progress.step(0, 0, "Matching names to contacts")
        assert review.summary  # needs every match: made here, beside the window
        return review
    finally:
        db.close()


class OnlineView(EventView):
    """What was taken in before, or the review of a file in its place."""

    tab = "Online attendance"

    def __init__(self, desk: Desk, *, now: Callable[[], datetime]) -> None:
        super().__init__(desk, now=now)
        self._held: dict[str, FileHeld] = {}
        self._read_at = 0
        choose = Action("online_first", "Take in a file…", self.choose)
        self.pane = TablePane(
            RowsModel(HELD_COLUMNS), name="online_files", title="Files of online attendance", settings=desk.settings,
            empty=EmptyPage("Nothing was taken in from an online meeting yet.", choose),
        )  # fmt: skip
        self.detail = DetailPane("File", "Choose a file to see whom it named.")
        self.panel = ReviewPanel(desk, may_write=self._may_write)
        self._choose_button = button("Take in a file…", icon="import")
        self._lay_out()
        self.setAcceptDrops(True)
        self._choose_button.clicked.connect(self.choose)
        self.pane.table.current_changed.connect(self._show_file)
        self.pane.table.selection_moved.connect(self.moved)
        self.pane.counted.connect(self.moved)
        self.panel.moved.connect(self.moved)
        self.panel.take_in_asked.connect(self.take_in)
        self.panel.left.connect(self.leave_review)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(PANE, 0, PANE, 0)
        ways = (
            "The attendance file of Teams, Zoom or Eventbrite, as it was downloaded; it can be dropped here."
        )
        head.addWidget(label(ways, "quiet", wrap=True), 1)
        head.addWidget(self._choose_button)
        files = QWidget()
        column = QVBoxLayout(files)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(side_by_side(self.pane, self.detail, sizes=(780, 400)), 1)
        self._files = files
        self._pile = QStackedLayout(self)
        self._pile.setContentsMargins(0, 0, 0, 0)
        self._pile.addWidget(files)
        self._pile.addWidget(self.panel)

    # Actions

    def actions_here(self) -> list[Action]:
        """Files in, and what can be said in the review."""
        return [
            Action("online_file", "Take in a file…", self.choose, "Ctrl+Alt+I", enabled=self._may_take, icon="import"),
            *self.panel.actions_here(),
            Action("online_take_in", "Take in the file reviewed", self.take_in, "Ctrl+Return", enabled=self._reviewing),
            Action("online_save_review", "Save the review as a workbook…", self.save_review,
                   enabled=self._shows_review),
            Action("online_read_review", "Read a filled-in review…", self.read_review, enabled=self._reviewing),
            Action("online_leave", "Leave the review", self.leave_review, enabled=self._shows_review),
        ]  # fmt: skip

    def _may_write(self) -> bool:
        return bool(self.event_id) and not self._desk.opened.read_only

    def _may_take(self) -> bool:
        return self._may_write() and not self._desk.jobs.busy and not self._is_cancelled()

    def _is_cancelled(self) -> bool:
        db = self._desk.db
        return (
            events.is_event(db, self.event_id) and events.get(db, self.event_id).state is EventState.CANCELLED
        )

    def _shows_review(self) -> bool:
        return bool(self.event_id) and self.panel.review is not None

    def _reviewing(self) -> bool:
        review = self.panel.review
        return self._may_write() and review is not None and not review.found.taken_here

    # What is shown

    def show_event(self, event_id: str) -> None:
        """The files of an event. A review stays where it was left while its event is shown on another side."""
        review = self.panel.review
        if event_id and review is not None and review.event.id != event_id:
            self.leave_review()
        super().show_event(event_id)

    def reload(self) -> None:
        """The files as they are held now; a review is made anew when the register has changed meanwhile."""
        if not self.event_id:
            return
        files = files_of_event(self._desk.db, self.event_id)
        self._held = {one.id: one for one in files}
        model = self.pane.model
        assert isinstance(model, RowsModel)
        model.set_rows(held_table(files).rows, keys=[one.id for one in files])
        self._choose_button.setEnabled(self._may_take())
        self._choose_button.setVisible(bool(files))  # without files the empty page has it
        self._show_file(self.pane.table.current_key)
        self._catch_up()
        self.moved.emit()

    def _catch_up(self) -> None:
        review, db = self.panel.review, self._desk.db
        if review is None or history_position(db) == self._read_at:
            return
        if self._is_cancelled():
            self.leave_review()
            return
        self._read_at = history_position(db)
        found = review_of(db, events.get(db, self.event_id), review.found.file).found
        said = replace(found, order=review.found.order, shift=review.found.shift)
        self.panel.show_review(replace(review, found=said))

    @Slot(str)
    def _show_file(self, key: str) -> None:
        held = self._held.get(key)
        if held is None:
            self.detail.clear()
            return
        lines = (
            Line("Meeting", held.title),
            Line("When", when_words(held.starts, held.ends) if held.starts else ""),
            Line("Taken in", moment_words(held.taken_in_at)),
            Line("To count", f"{held.least_minutes} minutes or more"),
        )
        people = people_table(self._desk.db, key)
        sections = (Section("The file", lines), Section("Whom it named", table=people))
        self.detail.show_detail(Detail(held.name, held.layout.label, sections=sections))

    def table(self) -> Table | None:
        """The review, or the files taken in."""
        return self.panel.table() or held_table(list(self._held.values()))

    def status_text(self) -> str:
        """How many people or files are shown."""
        return (self.panel.pane if self.panel.review is not None else self.pane).rows_words

    def focus_first(self) -> None:
        """The review, or the files."""
        if self.panel.review is not None:
            self.panel.focus_first()
        else:
            self.pane.focus_table()

    def focus_filter(self) -> None:
        """The filter of what is shown."""
        (self.panel.pane if self.panel.review is not None else self.pane).bar.focus_field()

    # Reading

    @Slot()
    def choose(self) -> None:
        """Ask which file, and read it."""
        start = self._desk.settings.text("online_folder") or str(documents_folder())
        name, _ = QFileDialog.getOpenFileName(self, "Take in online attendance", start, _FILES)
        if name:
            self._desk.settings.put("online_folder", str(Path(name).parent))
            self.begin(Path(name))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file may be dropped here."""
        if self._may_take() and any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the file that was dropped, the first of several."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        if paths and self._may_take():
            self.begin(paths[0])

    def begin(self, path: Path) -> None:
        """Read this file beside the window, and show the review."""
        least = round(self._desk.settings.number(_LEAST, LEAST_MINUTES))
        work = partial(read_beside, self._desk.opened, self.event_id, path, least)
        self._desk.jobs.run(f"Reading {path.name}", work, done=self._have_read, writes=False)
        self.moved.emit()

    def _have_read(self, review: Review) -> None:
        if review.event.id != self.event_id:
            return  # another event is shown by now
        self._read_at = history_position(self._desk.db)
        self.panel.show_review(review)
        self._pile.setCurrentWidget(self.panel)
        self.panel.focus_first()
        self.moved.emit()

    @Slot()
    def leave_review(self) -> None:
        """The files again; nothing of the review is kept."""
        self.panel.put_away()
        self._pile.setCurrentWidget(self._files)
        if self.event_id:
            self.pane.focus_table()
        self.moved.emit()

    # Taking in

    @Slot()
    def take_in(self) -> None:
        """Write what the review says, as one change."""
        review = self.panel.review
        if review is None:
            return
        done = take_in(self._desk.db, review, now=self._now(), device=computer())
        self._desk.settings.put(_LEAST, review.least_minutes)
        self.leave_review()
        self.reload()
        self._desk.messages.done(done.sentence, undo=not done.before)
        self.pane.table.go_to_first()

    # The workbook

    def save_review(self) -> None:
        """The review as a workbook, to be filled in elsewhere."""
        review = self.panel.review
        if review is None:
            return
        stem = f"Review of {Path(review.found.file.name).stem}"
        path = ask_path(self, "Save the review", stem, ".xlsx", WORKBOOKS)
        if path is not None:
            save_review(review, path)
            self._desk.messages.done(f"Saved “{name_of(path)}”", undo=False)

    def read_review(self) -> None:
        """What was filled into such a workbook."""
        review = self.panel.review
        name, _ = QFileDialog.getOpenFileName(
            self, "Read a filled-in review", str(documents_folder()), WORKBOOKS
        )
        if name and review is not None:
            self.panel.show_review(read_decisions(review, Path(name)))
