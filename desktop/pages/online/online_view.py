"""Online attendance: the files that were taken in for an event, and the review of one about to be."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QStackedLayout

from desktop.pages.events.event_view import EventView
from desktop.pages.online.files_taken import FilesTaken
from desktop.pages.online.online_acts import LEAST, OnlineActs
from desktop.pages.online.review_choices import ReviewChoices
from desktop.pages.online.review_panel import ReviewPanel
from desktop.shell.actions import Action
from desktop.shell.page import Desk
from desktop.widgets.tables.table_pane import TablePane
from engagement.forums import events
from engagement.forums.online.review import Review
from engagement.forums.online.taking_in import review_of, take_in
from engagement.forums.vocabulary import EventState
from resources.database.history import history_position
from resources.database.opening import computer
from resources.tables import Table


class OnlineView(EventView):
    """What was taken in before, or the review of a file in its place."""

    tab = "Online attendance"

    def __init__(self, desk: Desk, *, now: Callable[[], datetime]) -> None:
        super().__init__(desk, now=now)
        self._read_at = 0
        self.files = FilesTaken(desk.settings)
        self.panel = ReviewPanel(desk, may_write=self.may_write)
        self.choices = ReviewChoices(desk.db, self.panel)
        self.acts = OnlineActs(desk, self, self.panel)
        self._pile = QStackedLayout(self)
        self._pile.setContentsMargins(0, 0, 0, 0)
        self._pile.addWidget(self.files)
        self._pile.addWidget(self.panel)
        self.setAcceptDrops(True)
        self.files.choose_asked.connect(self.choose)
        self.files.moved.connect(self.moved)
        self.panel.moved.connect(self.moved)
        self.panel.take_in_asked.connect(self.take_in)
        self.panel.left.connect(self.leave_review)
        self.acts.have_read.connect(self._have_read)

    # Actions

    def actions_here(self) -> list[Action]:
        """Files in, and what can be said in the review."""
        return [
            Action("online_file", "Take in a file…", self.choose, "Ctrl+Shift+J", enabled=self._may_take,
                   icon="import"),
            *self.choices.listed(),
            Action("online_take_in", "Take in the file reviewed", self.take_in, "Ctrl+Return",
                   enabled=self.panel.ready),
            Action("online_save_review", "Save the review as a workbook…", self.acts.save_review,
                   enabled=self._shows_review),
            Action("online_read_review", "Read a filled-in review…", self.acts.read_review, enabled=self.panel.ready),
            Action("online_leave", "Leave the review", self.leave_review, enabled=self._shows_review),
        ]  # fmt: skip

    def _may_take(self) -> bool:
        return self.may_write() and not self._desk.jobs.busy and not self._is_cancelled()

    def _is_cancelled(self) -> bool:
        db = self._desk.db
        return (
            events.is_event(db, self.event_id) and events.get(db, self.event_id).state is EventState.CANCELLED
        )

    def _shows_review(self) -> bool:
        return bool(self.event_id) and self.panel.review is not None

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
        self.files.show_files(self._desk.db, self.event_id, may_take=self._may_take())
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

    def table(self) -> Table | None:
        """The review, or the files taken in."""
        return self.panel.table() or self.files.table()

    @property
    def _pane(self) -> TablePane:
        return self.panel.pane if self.panel.review is not None else self.files.pane

    def status_text(self) -> str:
        """How many people or files are shown."""
        return self._pane.rows_words

    def focus_first(self) -> None:
        """The review, or the files."""
        self._pane.focus_table()

    def focus_filter(self) -> None:
        """The filter of what is shown."""
        self._pane.bar.focus_field()

    # Reading

    @Slot()
    def choose(self) -> None:
        """Ask which file, and read it."""
        path = self.acts.ask_file()
        if path is not None:
            self.begin(path)

    def begin(self, path: Path) -> None:
        """Read this file beside the window, and show the review."""
        self.acts.begin(self.event_id, path)
        self.moved.emit()

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

    @Slot(object)
    def _have_read(self, review: Review) -> None:
        if review.event.id != self.event_id:
            return  # another event is shown by now
        self._read_at = history_position(self._desk.db)
        self.panel.show_review(review)
        self._pile.setCurrentWidget(self.panel)
        self.panel.pane.focus_table()
        self.moved.emit()

    @Slot()
    def leave_review(self) -> None:
        """The files again; nothing of the review is kept."""
        self.panel.put_away()
        self._pile.setCurrentWidget(self.files)
        if self.event_id:
            self.files.pane.focus_table()
        self.moved.emit()

    # Taking in

    @Slot()
    def take_in(self) -> None:
        """Write what the review says, as one change."""
        review = self.panel.review
        if review is None:
            return
        done = take_in(self._desk.db, review, now=self._now(), device=computer())
        self._desk.settings.put(LEAST, review.least_minutes)
        self.leave_review()
        self.reload()
        self._desk.messages.done(done.sentence, undo=not done.before)
        self.files.pane.table.go_to_first()
