"""Saving somebody's one-page profile: what did not go on it is said before the file is made."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop import clock
from desktop.dialogs.iwork.easy_read import AskEasyRead, EasyReadChoice
from desktop.pages.saving import WORD_FILES, ask_path
from desktop.shell.page import Desk
from resources.wording import in_london
from workforce.iwork.papers.easy_read import easy_read, page_name, save_easy_read
from workforce.iwork.people.people import Person, person
from workforce.iwork.people.views import note_view


class EasyReadFiles:
    """The one-page profile of the person that `key` gives."""

    def __init__(
        self, desk: Desk, office: Desk, view: QWidget, key: Callable[[], str], *,
        now: Callable[[], datetime] = clock.now,
    ) -> None:  # fmt: skip
        self._desk, self._view, self._key, self._now = desk, view, key, now

    def save(self) -> None:
        """Show what the page will and will not say, then save it."""
        held = person(self._desk.db, self._key())
        today = in_london(self._now()).date()
        page = easy_read(self._desk.db, held.id, today=today)
        if not self._desk.opened.read_only:
            note_view(self._desk.db, held.id, "One-page profile", now=self._now())
        AskEasyRead(held, page, self._view).ask(partial(self._save, held))

    def _save(self, held: Person, choice: EasyReadChoice) -> None:
        path = ask_path(self._view, "Save the one-page profile", page_name(held), ".docx", WORD_FILES)
        if path is not None:
            self._write(held, path, choice)

    def _write(self, held: Person, path: Path, choice: EasyReadChoice) -> None:
        saved = save_easy_read(
            self._desk.db,
            held.id,
            path,
            today=in_london(self._now()).date(),
            without_name=choice.without_name,
        )
        self._desk.messages.done(saved.words, undo=False)
