"""Nominations that come as files or e-mails, on the side Nominations."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from awards.rounds.rounds import AwardRound
from desktop.shell.actions import Action
from desktop.shell.page import Desk


class NominationFiles(QObject):
    """`taken` carries the key of a nominee that was taken in."""

    taken = Signal(str)

    def __init__(
        self,
        desk: Desk,
        view: QWidget,
        round_now: Callable[[], AwardRound | None],
        *,
        now: Callable[[], datetime],
    ) -> None:
        super().__init__(view)
        self._desk, self._view, self._round, self._now = desk, view, round_now, now

    def listed(self) -> list[Action]:
        """What can be taken in."""
        return []
