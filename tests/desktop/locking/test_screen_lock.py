"""What the computer says when its screen is locked: on Linux by its buses, on Windows by a message to the window."""

import ctypes
import shutil
import subprocess
import sys
from collections.abc import Iterator
from ctypes import wintypes

import pytest
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.locking.screen_lock import ScreenLock, SessionFilter, tells_of_lock


@pytest.mark.parametrize(
    ("message", "word", "locks"),
    [
        (0x02B1, 0x7, True),  # locked
        (0x02B1, 0x8, False),  # unlocked again
        (0x02B1, 0x4, True),  # the remote desktop was left
        (0x02B1, 0x3, False),
        (0x0218, 0x4, True),  # goes to sleep
        (0x0218, 0x7, False),
        (0x0100, 0x7, False),  # a key
    ],
)
def test_which_messages_of_windows_lock(message: int, word: int, locks: bool) -> None:
    assert tells_of_lock(message, word) is locks
    heard: list[str] = []
    hears = SessionFilter(lambda: heard.append("locked"))
    said = wintypes.MSG(message=message, wParam=word)
    assert hears.nativeEventFilter(b"windows_generic_MSG", ctypes.addressof(said)) == (False, 0)
    assert bool(heard) is locks


def test_messages_of_other_systems_are_let_by(qapp: QApplication) -> None:
    hears = SessionFilter(pytest.fail)
    assert hears.nativeEventFilter(b"xcb_generic_event_t", 0) == (False, 0)


@pytest.fixture(scope="module")
def bus() -> Iterator[str]:
    """The address of a bus of our own."""
    if not sys.platform.startswith("linux") or shutil.which("dbus-daemon") is None:
        pytest.skip("the buses of Linux are not here: install the package dbus-daemon")
    command = ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as running:
        assert running.stdout is not None
        yield running.stdout.readline().strip()
        running.terminate()


@pytest.mark.parametrize(
    ("path", "interface", "name", "arguments"),
    [
        ("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", [True]),
        ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", [True]),
        ("/org/freedesktop/login1/session/_31", "org.freedesktop.login1.Session", "Lock", []),
        ("/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep", [True]),
    ],
)
def test_what_the_desktop_says_on_its_bus_locks(
    bus: str, qtbot: QtBot, path: str, interface: str, name: str, arguments: list[bool]
) -> None:
    ours, theirs = (QDBusConnection.connectToBus(bus, who) for who in ("ours", "theirs"))
    lock = ScreenLock()
    lock.listen_to(ours, ours)
    assert lock.hears
    _wait_until_heard(ours)
    heard: list[bool] = []
    lock.locked.connect(lambda: heard.append(True))

    def say(some: list[bool]) -> None:
        message = QDBusMessage.createSignal(path, interface, name)
        message.setArguments(some)
        assert theirs.send(message)

    if arguments:
        say([False])  # awake again, or unlocked
    with qtbot.waitSignal(lock.locked):
        say(arguments)
    assert heard == [True]
    lock.end()
    assert not lock.hears


def _wait_until_heard(bus: QDBusConnection) -> None:
    """What to listen for is sent without waiting for an answer; once a later call is answered, the bus knows it."""
    name = "org.freedesktop.DBus"
    asked = QDBusMessage.createMethodCall(name, "/org/freedesktop/DBus", name, "GetId")
    assert bus.call(asked).type() is QDBusMessage.MessageType.ReplyMessage


def test_without_a_bus_it_says_that_it_hears_nothing(qapp: QApplication) -> None:
    nowhere = QDBusConnection("nobody")
    lock = ScreenLock()
    lock.listen_to(nowhere, nowhere)
    assert not lock.hears
    lock.end()
