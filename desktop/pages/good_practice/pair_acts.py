"""What is done to pairs of buddies: meetings logged and put right, changed, ended, resumed."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.dialogs.good_practice.buddies import Agreed, AgreePair, Ended, EndPair, LogMeeting, Met
from desktop.shell.page import Desk
from engagement.good_practice.buddies import pairs
from engagement.good_practice.buddies.pairs import Pair


class PairActs(QObject):
    """Opens the dialogs over `page`; `key` gives the pair that is chosen."""

    def __init__(
        self, desk: Desk, page: QWidget, key: Callable[[], str], *, today: Callable[[], date]
    ) -> None:
        super().__init__(page)
        self._desk, self._page, self._key, self._today = desk, page, key, today

    def _current(self) -> Pair:
        return pairs.pair(self._desk.db, self._key(), today=self._today())

    def log_meeting(self) -> None:
        """The pair met."""
        held = self._current()
        LogMeeting(held, self._today(), self._page).ask(partial(self._met, held.id))

    def _met(self, key: str, met: Met) -> None:
        pairs.log_meeting(self._desk.db, key, met_on=met.on, how=met.how, note=met.note, today=self._today())
        self._desk.messages.done(f"Logged a meeting of {self._current().name}")

    def edit_meeting(self, key: str) -> None:
        """Put a meeting right, or take it away."""
        meeting = pairs.meeting(self._desk.db, key)
        LogMeeting(self._current(), self._today(), self._page, meeting=meeting).ask(
            partial(self._put_right, key)
        )

    def _put_right(self, key: str, met: Met) -> None:
        db, today = self._desk.db, self._today()
        if met.remove:
            pairs.remove_meeting(db, key, today=today)
            self._desk.messages.done("Removed the meeting")
        else:
            pairs.edit_meeting(db, key, met_on=met.on, how=met.how, note=met.note, today=today)
            self._desk.messages.done("Changed the meeting")

    def edit(self) -> None:
        """The day of the pair and its note."""
        held = self._current()
        dialog = AgreePair(held.service, held.buddy, self._today(), self._page, held=held)
        dialog.ask(partial(self._edited, held.id))

    def _edited(self, key: str, said: Agreed) -> None:
        pairs.edit_pair(self._desk.db, key, on=said.on, note=said.note, today=self._today())
        self._desk.messages.done("Changed the pair")

    def end_or_resume(self) -> None:
        """End the pair, or let it go on."""
        held = self._current()
        if held.ended_on is None:
            EndPair(held, self._today(), self._page).ask(partial(self._ended, held.id))
        else:
            pairs.resume_pair(self._desk.db, held.id, today=self._today())
            self._desk.messages.done(f"Resumed the pair {held.name}")

    def _ended(self, key: str, said: Ended) -> None:
        held = pairs.end_pair(self._desk.db, key, on=said.on, reason=said.reason, today=self._today())
        self._desk.messages.done(f"Ended the pair {held.name}")
