"""What was copied out of the open register does not stay on the clipboard when it locks."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Slot
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
        by_us = QGuiApplication.clipboard().ownsClipboard() or _is_active()
        self.is_ours = by_us and self._is_seen()


def _is_active() -> bool:
    """Whoever copies does so in the window that has the keyboard: some platforms do not tell whose the clipboard is."""
    return QGuiApplication.applicationState() is Qt.ApplicationState.ApplicationActive
