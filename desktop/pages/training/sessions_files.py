"""What is taken away from a session: the sheet to sign, the register as a table, certificates."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.pages.saving import WORD_FILES, ask_path
from desktop.pages.table_saving import ask_and_save
from desktop.shell.page import Desk
from resources.files.names import name_of
from resources.wording import count_of
from workforce.training.sessions import session_name
from workforce.training.tables import bookings_table


class SessionFiles(QObject):
    """Of the session that `key` gives, over `view`."""

    def __init__(
        self, desk: Desk, view: QWidget, key: Callable[[], str], *, now: Callable[[], datetime]
    ) -> None:
        super().__init__(view)
        self._desk, self._view, self._key, self._now = desk, view, key, now

    def save_register(self) -> None:
        """Who is booked, waits and came, as a table."""
        table = bookings_table(self._desk.db, self._key())
        ask_and_save(table, self._desk.messages, self._view, db=self._desk.db)

    def save_sheet(self) -> None:
        """The paper to sign."""
        from resources.report.word.sign_in_sheet import sheet_words  # loaded when first used
        from workforce.training.sign_in import save_sign_in_sheet

        name = session_name(self._desk.db, self._key())
        path = ask_path(self._view, "Save the sheet to sign", f"Sign-in sheet {name}", ".docx", WORD_FILES)
        if path is not None:
            people = save_sign_in_sheet(self._desk.db, self._key(), path)
            self._desk.messages.done(f"Saved “{name_of(path)}” {sheet_words(people)}", undo=False)

    def save_certificates(self) -> None:
        """A page for each who came."""
        from workforce.training.certificates import (  # loaded when first used
            check_certificates,
            save_certificates,
        )

        key = self._key()
        check_certificates(self._desk.db, key)
        name = session_name(self._desk.db, key)
        path = ask_path(self._view, "Save the certificates", f"Certificates {name}", ".docx", WORD_FILES)
        if path is not None:
            number = save_certificates(self._desk.db, key, path, now=self._now())
            self._desk.messages.done(
                f"Saved “{name_of(path)}”: {count_of(number, 'certificate')}", undo=False
            )
