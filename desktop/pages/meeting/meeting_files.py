"""The papers of a meeting, saved where the person says."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop.meeting_files import save_agenda, save_minutes
from desktop.pages.saving import WORD_FILES, ask_path
from desktop.shell.page import Desk
from engagement.forums import events
from engagement.forums.meeting.minutes import check_agenda, check_minutes
from engagement.forums.meeting.minutes_paper import Version
from resources.wording import in_london


class MeetingFiles:
    """Asks where to, saves, and says what was saved; nothing is asked where there is nothing to save."""

    def __init__(self, desk: Desk, page: QWidget, *, now: Callable[[], datetime]) -> None:
        self._desk, self._page, self._now = desk, page, now

    def ask_agenda(self, event_id: str) -> None:
        """The Word agenda."""
        check_agenda(self._desk.db, event_id)
        path = self._asked("Save the Word agenda", event_id, "agenda")
        if path is not None:
            today = in_london(self._now()).date()
            saved = save_agenda(self._desk.db, event_id, path, today=today)
            self._desk.messages.done(saved.words, undo=False)

    def ask_minutes(self, event_id: str, version: Version) -> None:
        """The Word minutes, for those who were there or for publication."""
        check_minutes(self._desk.db, event_id, now=self._now())
        what = "minutes" if version is Version.PARTICIPANTS else "minutes for publication"
        path = self._asked(f"Save the Word {what}", event_id, what)
        if path is not None:
            saved = save_minutes(self._desk.db, event_id, path, version, now=self._now())
            self._desk.messages.done(saved.words, undo=False)

    def _asked(self, title: str, event_id: str, what: str) -> Path | None:
        called = events.get(self._desk.db, event_id).title
        return ask_path(self._page, title, f"{called}, {what}", ".docx", WORD_FILES)
