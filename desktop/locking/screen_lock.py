"""Hears that the computer's screen is locked, or that it goes to sleep."""

import sys
from collections.abc import Callable
from ctypes import wintypes
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    SLOT,
    QAbstractNativeEventFilter,
    QByteArray,
    QCoreApplication,
    QObject,
    Signal,
    Slot,
)

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection

_SAVERS = (
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
)
_LOGIN = "org.freedesktop.login1"
_SESSION_CHANGED, _SESSION_LOCKED = 0x02B1, 0x7  # WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK
_SESSION_LEFT = frozenset({0x2, 0x4, 0x6})  # the console or a remote desktop disconnected, or logged off
_POWER, _SUSPEND = 0x0218, 0x4  # WM_POWERBROADCAST, PBT_APMSUSPEND


class ScreenLock(QObject):
    """`locked` as it happens. `hears` is False where this computer does not tell: then only `Idle` locks."""

    locked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.hears = False
        self._filter: SessionFilter | None = None
        self._stop: Callable[[], object] = _nothing

    def begin(self, window_id: int) -> None:
        """Listen, for the window of this number."""
        if self.hears:
            return
        if sys.platform == "win32":
            self._begin_windows(window_id)
        elif sys.platform.startswith("linux"):
            self._begin_linux()

    def end(self) -> None:
        """Listen no more."""
        self._stop()
        self._stop, self.hears = _nothing, False

    @Slot()
    def tell(self) -> None:
        """The screen is locked."""
        self.locked.emit()

    @Slot(bool)
    def tell_if(self, so: bool) -> None:
        """The screen is locked, or unlocked again; the computer goes to sleep, or wakes."""
        if so:
            self.locked.emit()

    def _begin_windows(self, window_id: int) -> None:
        app = QCoreApplication.instance()
        if app is None or not _register(window_id):
            return
        made = self._filter = SessionFilter(self.tell)
        app.installNativeEventFilter(made)
        self.hears = True

        def stop() -> None:
            app.removeNativeEventFilter(made)
            _unregister(window_id)

        self._stop = stop

    def _begin_linux(self) -> None:
        from PySide6.QtDBus import QDBusConnection  # loaded when first used

        self.listen_to(QDBusConnection.sessionBus(), QDBusConnection.systemBus())

    def listen_to(self, session: "QDBusConnection", system: "QDBusConnection") -> None:
        """The savers of the desktops tell it on the session's bus, login1 on the system's."""
        told: list[tuple[QDBusConnection, str, str, str]] = []
        if session.isConnected():
            told += [(session, saver, "ActiveChanged", "tell_if(bool)") for saver in _SAVERS]
        if system.isConnected():
            told.append((system, f"{_LOGIN}.Session", "Lock", "tell()"))
            told.append((system, f"{_LOGIN}.Manager", "PrepareForSleep", "tell_if(bool)"))
        for bus, interface, name, slot in told:
            if bus.connect("", "", interface, name, self, _slot(slot)):
                self.hears = True

        def stop() -> None:
            for bus, interface, name, slot in told:
                bus.disconnect("", "", interface, name, self, _slot(slot))

        self._stop = stop


class SessionFilter(QAbstractNativeEventFilter):
    """Reads the messages that Windows sends to the program's windows."""

    def __init__(self, tell: Callable[[], object]) -> None:
        super().__init__()
        self._tell = tell

    def nativeEventFilter(self, kind: QByteArray | bytes | bytearray | memoryview, message: int) -> object:
        """Hear it; nothing is kept from anybody."""
        if bytes(kind) == b"windows_generic_MSG":  # type: ignore[arg-type]
            said = wintypes.MSG.from_address(int(message))
            if tells_of_lock(said.message, said.wParam):
                self._tell()
        return False, 0


def tells_of_lock(message: int, word: int) -> bool:
    """Whether a message of Windows says that the session is locked or left, or that the computer goes to sleep."""
    if message == _SESSION_CHANGED:
        return word == _SESSION_LOCKED or word in _SESSION_LEFT
    return message == _POWER and word == _SUSPEND


def _register(window_id: int) -> bool:
    if sys.platform != "win32":
        return False
    import ctypes

    try:
        return bool(ctypes.windll.wtsapi32.WTSRegisterSessionNotification(wintypes.HWND(window_id), 0))
    except (OSError, AttributeError):
        return False


def _unregister(window_id: int) -> None:
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.wtsapi32.WTSUnRegisterSessionNotification(wintypes.HWND(window_id))


def _nothing() -> None:
    """What stops where nothing was begun."""


def _slot(name: str) -> Any:
    """As a str: PySide 6.11 says that a slot is bytes, and refuses every one that is."""
    return SLOT(name)
