"""What is taken away of an event's feedback: the Word summary, and its comments and themes as tables."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop.documents import save_public
from desktop.pages.saving import WORD_FILES, ask_path
from desktop.pages.table_saving import ask_and_save
from desktop.shell.page import Desk
from engagement.forums import events
from engagement.forums.events import Event
from engagement.forums.feedback.comments import Comment
from engagement.forums.feedback.feedback_tables import comments_table, themes_table
from engagement.forums.feedback.sections import feedback_report
from engagement.forums.sections import check_summary, people_terms
from resources.files.names import name_of
from resources.tables import Table


class FeedbackFiles:
    """Asks over `view`. `current` gives the key of the event, `comments` all that were written."""

    def __init__(
        self,
        desk: Desk,
        view: QWidget,
        current: Callable[[], str],
        comments: Callable[[], list[Comment]],
        *,
        now: Callable[[], datetime],
    ) -> None:
        self._desk, self._view, self._now = desk, view, now
        self._current, self._comments = current, comments

    def ask_summary(self) -> None:
        """Ask where the Word summary goes."""
        event = self._event()
        check_summary(event, now=self._now())
        title = "Save the Word summary of feedback"
        path = ask_path(self._view, title, f"{event.title}, feedback", ".docx", WORD_FILES)
        if path is not None:
            self._save_summary(event, path)

    def _save_summary(self, event: Event, path: Path) -> None:
        """Figures, themes and the comments chosen; the gate looks for everybody's name."""
        db = self._desk.db
        report, people = feedback_report(db, event.id), people_terms(db, event.id)
        saved = save_public(db, report, path, also=people)
        self._desk.messages.done(f"Saved “{name_of(saved)}”", undo=False)

    def save_comments(self) -> None:
        """The comments with their themes, for the team."""
        self._save(comments_table(self._comments(), self._event()))

    def save_themes(self) -> None:
        """The themes with their counts."""
        self._save(themes_table(self._comments(), self._event().title))

    def _event(self) -> Event:
        return events.get(self._desk.db, self._current())

    def _save(self, table: Table) -> None:
        ask_and_save(table, self._desk.messages, self._view, db=self._desk.db)
