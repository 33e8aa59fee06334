"""What acts on results have in common: the category shown, and the nominee chosen in it."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from awards.results.standings import CategoryStanding, NomineeStanding
from awards.rounds.rounds import AwardRound
from desktop.shell.page import Desk
from resources.problem import Problem
from resources.wording import in_london


class ResultsBase(QObject):
    """Acts on what the side shows: `shown` is the category as it stands, `key` the nominee chosen there."""

    def __init__(
        self, desk: Desk, view: QWidget, shown: Callable[[], CategoryStanding | None], key: Callable[[], str],
        adjusted: Callable[[], bool], *, now: Callable[[], datetime],
    ) -> None:  # fmt: skip
        super().__init__(view)
        self._desk, self._view, self._now = desk, view, now
        self._shown, self._key, self._adjusted = shown, key, adjusted

    def _today(self) -> date:
        return in_london(self._now()).date()

    def _held(self) -> CategoryStanding:
        held = self._shown()
        if held is None:
            raise Problem("No category is shown. Choose a round and a category first.")
        return held

    def _one(self) -> NomineeStanding:
        one = self._held().of(self._key())
        if one is None:
            raise Problem("Nobody is chosen. Choose a nominee in the table first.")
        return one

    def _round(self) -> AwardRound:
        return self._held().round
