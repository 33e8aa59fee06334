"""Feedback: figures with a chart, the comments with their themes, and the ways in."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from desktop.pages.events.event_view import EventView
from desktop.pages.feedback.comment_list import CommentList
from desktop.pages.feedback.feedback_actions import FeedbackActions
from desktop.pages.feedback.feedback_figures import FeedbackFigures
from desktop.pages.feedback.feedback_files import FeedbackFiles
from desktop.shell.actions import Action
from desktop.shell.looks.look import PANE
from desktop.shell.page import Desk
from desktop.widgets.action_row import ActionRow
from desktop.widgets.empty import EmptyPage
from desktop.widgets.parts import scrolled, side_by_side
from engagement.forums.feedback.comments import comments_of
from engagement.forums.feedback.feedback_tables import figures_table
from engagement.forums.feedback.figures import EventFeedback, feedback
from resources.tables import Table
from resources.wording import count_of

_NOBODY = "Nobody’s feedback is here yet. Take in the file of a form, or type answers in from paper."
_ABOVE = ("feedback_type_in", "feedback_file", "feedback_questions", "feedback_summary")
_OF_COMMENTS = ("feedback_code", "feedback_publish", "feedback_responses", "feedback_themes")


class FeedbackView(EventView):
    """The figures above, the comments beneath; with no response yet, how to begin."""

    tab = "Feedback"

    def __init__(self, desk: Desk, *, now: Callable[[], datetime]) -> None:
        super().__init__(desk, now=now)
        self._found: EventFeedback | None = None
        self.figures = FeedbackFigures(desk.settings)
        self.list = CommentList(desk.settings)
        self.files = FeedbackFiles(desk, self, self._shown_event, self.list.all, now=now)
        self.menu = FeedbackActions(
            desk, self, chosen=self.list.chosen, has_some=self._has_some, files=self.files, now=now
        )
        listed = {one.name: one for one in self.menu.listed()}
        self.row = ActionRow([listed[name] for name in _ABOVE])
        self.list.row.offer([listed[name] for name in _OF_COMMENTS])
        self._lay_out()
        self.list.moved.connect(self._tell)
        self.list.pane.table.opened.connect(self.menu.code)

    def _lay_out(self) -> None:
        first = Action("feedback_first", "Take in a forms file…", self.menu.take_file)
        other = Action("feedback_other", "Type in answers…", self.menu.type_in)
        self._nothing = EmptyPage(_NOBODY, first, other)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.addWidget(self.figures.table)
        split.addWidget(side_by_side(self.list, self.figures.beside, sizes=(760, 410)))
        split.setSizes([150, 430])
        split.setStretchFactor(1, 1)
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._head())
        column.addWidget(split, 1)
        self._held = scrolled(held)
        self._pile = QStackedLayout(self)
        self._pile.setContentsMargins(0, 0, 0, 0)
        self._pile.addWidget(self._held)
        self._pile.addWidget(self._nothing)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(PANE, 0, PANE, 0)
        row.setSpacing(PANE)
        row.addLayout(self.figures.said, 2)
        row.addWidget(self.row, 3, Qt.AlignmentFlag.AlignTop)
        return row

    def actions_here(self) -> list[Action]:
        """Answers in, questions, comments, and what is taken away."""
        return self.menu.listed()

    def _shown_event(self) -> str:
        return self.event_id

    def _has_some(self) -> bool:
        return bool(self.event_id) and self._found is not None and self._found.responses > 0

    def reload(self) -> None:
        """Count again."""
        if not self.event_id:
            return
        db = self._desk.db
        found = self._found = feedback(db, self.event_id)
        written = comments_of(db, self.event_id)
        self._pile.setCurrentWidget(self._held if found.responses else self._nothing)
        self.figures.show_figures(found, written)
        self.list.show_comments(written, found.event)
        self._tell()

    @Slot()
    def _tell(self) -> None:
        self.row.refresh()
        self.list.row.refresh()
        self.moved.emit()

    def table(self) -> Table | None:
        """The figures of each question."""
        return figures_table(self._found) if self._found is not None and self.event_id else None

    def row_for_history(self) -> tuple[str, str]:
        """The comment chosen; otherwise the event."""
        chosen = self.list.chosen()
        return ("feedback_answer", chosen[0].id) if chosen else ("event", self.event_id)

    def status_text(self) -> str:
        """How many responses; the comments are counted beside their filter."""
        if self._found is None:
            return ""
        return count_of(self._found.responses, "response")

    def focus_first(self) -> None:
        """The comments, or the way to begin."""
        if self._has_some():
            self.list.pane.focus_table()
        else:
            self._nothing.setFocus()

    def focus_filter(self) -> None:
        """The comments' filter."""
        self.list.pane.bar.focus_field()
