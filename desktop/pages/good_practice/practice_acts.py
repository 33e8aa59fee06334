"""What is done to practices: noted, changed, asked about, put away; and the Word document of them."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.dialogs.good_practice.practice import Answered, AskConsent, NotePractice
from desktop.documents import save_public
from desktop.pages.saving import WORD_FILES, ask_path
from desktop.shell.page import Desk
from engagement.good_practice import practices
from engagement.good_practice.practices import Practice, PracticeDraft, practice
from engagement.good_practice.sections import (
    TITLE,
    practice_report,
    published_practices,
    report_terms,
    words_on_left_out,
)
from resources.files.names import name_of
from resources.wording import count_of


class PracticeActs(QObject):
    """Opens the dialogs over `page`. `key` gives the practice that is chosen, or ''; `added` carries a new one's."""

    added = Signal(str)

    def __init__(
        self, desk: Desk, page: QWidget, key: Callable[[], str], *, today: Callable[[], date]
    ) -> None:
        super().__init__(page)
        self._desk, self._page, self._key, self._today = desk, page, key, today

    def _current(self) -> Practice:
        return practice(self._desk.db, self._key())

    def note(self) -> None:
        """What a provider shared."""
        self.note_from(None)

    def note_from(self, draft: PracticeDraft | None) -> None:
        """The same, with what is known of it already."""
        NotePractice(self._desk.db, self._today(), self._page, draft=draft).ask(self._noted)

    def _noted(self, draft: PracticeDraft) -> None:
        added = practices.add_practice(self._desk.db, draft, today=self._today())
        self._desk.messages.done(f"Noted good practice of {added.place}")
        self.added.emit(added.id)

    def edit(self) -> None:
        """What is kept of the chosen practice."""
        held = self._current()
        dialog = NotePractice(self._desk.db, self._today(), self._page, held=held)
        dialog.ask(partial(self._edited, held))

    def _edited(self, held: Practice, draft: PracticeDraft) -> None:
        changed = practices.edit_practice(self._desk.db, held.id, draft, today=self._today())
        if changed == held:
            self._desk.messages.done("Nothing was changed", undo=False)
        else:
            self._desk.messages.done(f"Changed good practice of {changed.place}")

    def ask_consent(self) -> None:
        """What the provider said about publishing it."""
        held = self._current()
        AskConsent(held, self._today(), self._page).ask(partial(self._answered, held.id))

    def _answered(self, key: str, said: Answered) -> None:
        held = practices.record_consent(self._desk.db, key, said.consent, said.on, today=self._today())
        self._desk.messages.done(f"Consent to publish, {held.place}: {held.consent.label.lower()}")

    def archive_or_restore(self) -> None:
        """Put the chosen practice away, or bring it back."""
        held = self._current()
        if held.archived_on is None:
            practices.archive_practice(self._desk.db, held.id, today=self._today())
            self._desk.messages.done(f"Archived good practice of {held.place}")
        else:
            practices.restore_practice(self._desk.db, held.id)
            self._desk.messages.done(f"Restored good practice of {held.place}")

    # The document

    def ask_document(self) -> None:
        """Ask where the Word document goes, once there is something to publish."""
        practice_report(self._desk.db, today=self._today())
        path = ask_path(self._page, "Save the Word document", TITLE, ".docx", WORD_FILES)
        if path is not None:
            self.save_document(path)

    def save_document(self, path: Path) -> None:
        """What may be published, by theme."""
        db = self._desk.db
        saved = save_public(db, practice_report(db, today=self._today()), path, also=report_terms(db))
        number = count_of(len(published_practices(db)), "practice")
        left_out = words_on_left_out(db)
        said = f"; {left_out}" if left_out else ""
        self._desk.messages.done(f"Saved “{name_of(saved)}” with {number}{said}", undo=False)
