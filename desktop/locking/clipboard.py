"""What was copied out of the open register does not stay on the clipboard when it locks."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication


class OurClipboard(QObject):
    """`is_seen` tells whether the register is what is shown: what this program copies then is the register's."""

    def __init__(self, is_seen: Callable[[], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_seen, self.is_ours, self._watches = is_seen, False, False

    def begin(self) -> None:
        """Watch from now on."""
        if not self._watches:
            self._watches = True
            QGuiApplication.clipboard().dataChanged.connect(self._changed)

    def end(self) -> None:
        """Watch no more, and take away what is ours; what another program put there since stays."""
        if self._watches:
            self._watches = False
            QGuiApplication.clipboard().dataChanged.disconnect(self._changed)
        if self.is_ours:
            QGuiApplication.clipboard().clear()
        self.is_ours = False

    @Slot()
    def _changed(self) -> None:
        self.is_ours = QGuiApplication.clipboard().ownsClipboard() and self._is_seen()
