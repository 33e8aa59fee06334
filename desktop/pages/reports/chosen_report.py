"""Which report the page is about, kept from one session to the next."""

from PySide6.QtCore import QObject, Signal

from desktop.shell.page import Desk

_REMEMBERED = "committee_report"


class ChosenReport(QObject):
    """`changed` when a person takes another; `key` is "" while there is none."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._key = desk.settings.text(_REMEMBERED)

    @property
    def key(self) -> str:
        """Of the report that the sides speak of."""
        return self._key

    def choose(self, key: str) -> None:
        """Take another."""
        if key != self._key:
            self._key = key
            self._desk.settings.put(_REMEMBERED, key)
            self.changed.emit()
