"""Whether the register of i-Work is open, for what tells of it outside its own page: a report to a committee."""

from PySide6.QtCore import QObject, Signal

from resources.database import Database, OpenFile


class OpenVault(QObject):
    """`closing` while it can still be read, for whoever reads it to stop; `changed` once it is open or locked."""

    closing = Signal()
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._opened: OpenFile | None = None

    @property
    def opened(self) -> OpenFile | None:
        """The register; None while it is locked."""
        return self._opened

    @property
    def db(self) -> Database | None:
        """The same, for the window's thread."""
        return self._opened.db if self._opened is not None else None

    def opens(self, opened: OpenFile) -> None:
        """It was unlocked."""
        self._opened = opened
        self.changed.emit()

    def locks(self) -> None:
        """It is about to be locked: nothing reads it any more when this returns."""
        if self._opened is not None:
            self.closing.emit()
            self._opened = None
            self.changed.emit()
