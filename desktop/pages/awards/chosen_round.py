"""Which round of the awards the page is about, kept from one session to the next."""

from PySide6.QtCore import QObject, Signal

from awards.rounds.rounds import AwardRound, award_round, is_round, rounds
from desktop.shell.page import Desk

_REMEMBERED = "awards_round"


class ChosenRound(QObject):
    """`changed` when a person takes another."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._key = desk.settings.text(_REMEMBERED)

    def round(self) -> AwardRound | None:
        """The one chosen, else the latest; None while there is none."""
        if is_round(self._desk.db, self._key):
            return award_round(self._desk.db, self._key)
        return next(iter(rounds(self._desk.db, archived=False)), None)

    @property
    def key(self) -> str:
        """Its key; '' while there is none."""
        found = self.round()
        return found.id if found is not None else ""

    def choose(self, key: str) -> None:
        """Take another."""
        if key != self.key:
            self._key = key
            self._desk.settings.put(_REMEMBERED, key)
            self.changed.emit()
