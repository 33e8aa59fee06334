"""Which report the page is about, kept from one session to the next."""

from PySide6.QtCore import QObject, Signal

from desktop.locking.open_vault import OpenVault
from desktop.shell.page import Desk
from engagement.committee.reports import CommitteeReport, report, reports

_REMEMBERED = "committee_report"


class ChosenReport(QObject):
    """`changed` when a person takes another. `vault` is the register of i-Work, while it is open."""

    changed = Signal()

    def __init__(self, desk: Desk, vault: OpenVault | None = None) -> None:
        super().__init__()
        self._desk = desk
        self.vault = vault if vault is not None else OpenVault()
        self._key = desk.settings.text(_REMEMBERED)

    def report(self) -> CommitteeReport | None:
        """The one chosen, else that of the latest meeting; None while there is none."""
        if self._key:
            try:
                return report(self._desk.db, self._key)
            except LookupError:
                self._key = ""
        return next(iter(reports(self._desk.db)), None)

    @property
    def key(self) -> str:
        """Its key; "" while there is none."""
        found = self.report()
        return found.id if found is not None else ""

    def choose(self, key: str) -> None:
        """Take another."""
        if key != self.key:
            self._key = key
            self._desk.settings.put(_REMEMBERED, key)
            self.changed.emit()
        else:
            self._key = key
