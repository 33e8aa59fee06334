"""What is taken away from an event: the Word summary, the sheet to sign, and tables."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop.documents import save_exempt, save_public, save_tables
from desktop.pages.saving import WORD_FILES, ask_path, ask_table
from desktop.shell.page import Desk
from engagement.forums import events
from engagement.forums.own_words import public_title
from engagement.forums.sections import check_summary, forum_report, people_terms
from resources.files.names import name_of
from resources.tables import Table

_SUMMARY = "summary"


class EventFiles:
    """Asks where to, saves, and says what was saved."""

    def __init__(self, desk: Desk, page: QWidget, *, now: Callable[[], datetime]) -> None:
        self._desk, self._page, self._now = desk, page, now

    def ask_summary(self, event_id: str, *, names: bool) -> None:
        """Ask where the Word summary goes, once there is something to report."""
        check_summary(events.get(self._desk.db, event_id), now=self._now())
        path = self._asked("Save the Word summary", event_id, _SUMMARY)
        if path is not None:
            self.save_summary(event_id, path, names=names)

    def save_summary(self, event_id: str, path: Path, *, names: bool) -> None:
        """The public summary; with `names` the exempt appendix beside it too."""
        db = self._desk.db
        report = forum_report(db, event_id, now=self._now())
        saved = save_public(db, report, path, also=people_terms(db, event_id))
        appendix = save_exempt(report, saved) if names else None
        also = f", and the exempt appendix “{name_of(appendix)}”" if appendix else ""
        self._desk.messages.done(f"Saved “{name_of(saved)}”{also}", undo=False)

    def ask_sheet(self, event_id: str) -> None:
        """Ask where the sheet to sign goes."""
        path = self._asked("Save the sign-in sheet", event_id, "sign-in sheet")
        if path is not None:
            self.save_sheet(event_id, path)

    def save_sheet(self, event_id: str, path: Path) -> None:
        """The sheet to sign, as a Word document to print."""
        from engagement.forums.at_the_door.sign_in_sheet import save_sign_in_sheet  # loaded when first used
        from resources.report.word.sign_in_sheet import sheet_words  # loaded when first used

        people = save_sign_in_sheet(self._desk.db, event_id, path)
        self._desk.messages.done(f"Saved “{name_of(path)}” {sheet_words(people)}", undo=False)

    def ask_table(self, table: Table) -> None:
        """Ask where a table goes."""
        path = ask_table(self._page, table)
        if path is not None:
            self.save_table(table, path)

    def save_table(self, table: Table, path: Path) -> None:
        """A table, as the ending of the name asks."""
        saved = save_tables([table], path, db=self._desk.db)
        self._desk.messages.done(saved.words, undo=False)

    def copy_table(self, table: Table) -> None:
        """A table to the clipboard, for Excel."""
        from resources.files.writing import table_as_text  # loaded when first used

        QGuiApplication.clipboard().setText(table_as_text(table))
        self._desk.messages.done("Copied the table", undo=False)

    def _asked(self, title: str, event_id: str, what: str) -> Path | None:
        event = events.get(self._desk.db, event_id)
        called = public_title(self._desk.db, event) if what == _SUMMARY else event.title
        return ask_path(self._page, title, f"{called}, {what}", ".docx", WORD_FILES)
