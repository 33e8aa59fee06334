"""Everything held given out, and records deleted for good."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.dialogs.iwork.keeping import AskPurge, PurgeForGood
from desktop.dialogs.iwork.subject_access import Asked, WriteGiven, WriteRequest
from desktop.iwork_people_files import access_name, purged_list, save_everything, told_of_backups
from desktop.pages.saving import WORD_FILES, ask_path
from desktop.shell.page import Desk
from resources.files.names import name_of
from resources.problem import Problem
from resources.wording import in_london
from workforce.iwork.people import purge, subject_access
from workforce.iwork.people.mentions import mentions
from workforce.iwork.people.people import Person, person, refuse_in_purge
from workforce.iwork.people.subject_access import SubjectAccess


class LeavingActs(QObject):
    """Acts on the person that `key` gives. `office` knows where the register’s folder is."""

    def __init__(
        self, desk: Desk, office: Desk, view: QWidget, key: Callable[[], str], *,
        now: Callable[[], datetime],
    ) -> None:  # fmt: skip
        super().__init__(view)
        self._desk, self._office, self._view, self._key, self._now = desk, office, view, key, now

    def _today(self) -> date:
        return in_london(self._now()).date()

    def _current(self) -> Person:
        return person(self._desk.db, self._key())

    def _office_file(self) -> Path:
        return Path(self._office.opened.path)

    # Everything held

    def save_everything(self) -> None:
        """All of it as one Word document."""
        held = self._current()
        path = ask_path(self._view, "Save everything held", access_name(held), ".docx", WORD_FILES)
        if path is not None:
            saved = save_everything(self._desk.db, held.id, path, now=self._now())
            self._desk.messages.done(f"Saved “{name_of(saved)}”", undo=False)

    def ask_for_everything(self) -> None:
        """They asked for it."""
        held = self._current()
        refuse_in_purge(held)
        WriteRequest(held, self._today(), self._view).ask(partial(self._asked, held))

    def _asked(self, held: Person, said: Asked) -> None:
        subject_access.request_access(
            self._desk.db,
            held.id,
            said.asked_on,
            today=self._today(),
            asked_by=said.asked_by,
            words=said.words,
        )
        self._desk.messages.done(f"{held.reference} asked for everything that is held")

    def given(self) -> None:
        """They have it."""
        held = self._current()
        waiting = [
            one for one in subject_access.access_requests_of(self._desk.db, held.id) if one.given_on is None
        ]
        if not waiting:
            raise Problem(f"{held.reference} has not asked for anything that is still to be given.")
        request = waiting[-1]
        WriteGiven(held, request, self._today(), self._view).ask(partial(self._given, held, request))

    def _given(self, held: Person, request: SubjectAccess, on: date) -> None:
        subject_access.record_given(self._desk.db, request.id, on=on, today=self._today())
        self._desk.messages.done(f"{held.reference} was given everything that is held")

    # Deleted for good

    def ask_or_take_back(self) -> None:
        """The first step, or back to before it."""
        held = self._current()
        if held.purge_asked_at is not None:
            purge.take_back_purge(self._desk.db, held.id, purged_list=purged_list(self._office_file()))
            self._desk.messages.done(f"{held.reference} is kept after all")
            return
        AskPurge(held, self._view).ask(partial(self._purge_asked, held))

    def _purge_asked(self, held: Person, reason: str) -> None:
        purge.ask_purge(self._desk.db, held.id, reason, by=self._desk.db.who, now=self._now())
        self._desk.messages.done(f"Asked for {held.reference} to be deleted")

    def purge(self) -> None:
        """The second step."""
        held = self._current()
        reason = purge.why_not_yet(held, by=self._desk.db.who, today=self._today())
        if reason is not None:
            raise Problem(reason)
        told = told_of_backups(self._office_file())
        dialog = PurgeForGood(held, mentions(self._desk.db, held), told, self._view)
        dialog.ask(partial(self._purged, held))

    def _purged(self, held: Person, _reference: str) -> None:
        done = purge.purge(
            self._desk.db, held.id, by=self._desk.db.who, now=self._now(),
            purged_list=purged_list(self._office_file()),
        )  # fmt: skip
        self._desk.messages.done(done.words.rstrip("."), undo=False)
