"""What tests of the lock begin with: the whole program on a file with a register, and clocks turned by hand."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop import iwork_register
from desktop.office import Office
from desktop.pages.iwork.iwork import IWorkPage
from desktop.pages.iwork.locked_face import LockedFace
from desktop.pages.iwork.open_register import OpenRegister
from desktop.shell.frame.window import MainWindow

PASSPHRASE = "lantern otter biscuit harbour"
START = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


class Clocks:
    """The clock on the wall and the computer's own, each turned by hand."""

    def __init__(self) -> None:
        self.wall, self.ticked = START, 1000.0

    def now(self) -> datetime:
        return self.wall

    def ticks(self) -> float:
        return self.ticked

    def go(self, **some: float) -> None:
        self.wall += timedelta(**some)
        self.ticked += timedelta(**some).total_seconds()


class Held:
    """The program while a test uses it."""

    def __init__(self, office: Office, qtbot: QtBot, clocks: Clocks) -> None:
        self.office, self.qtbot, self.clocks = office, qtbot, clocks

    @property
    def window(self) -> MainWindow:
        assert self.office.window is not None
        return self.office.window

    @property
    def page(self) -> IWorkPage:
        made = self.window.page("iwork")
        assert isinstance(made, IWorkPage)
        return made

    @property
    def register(self) -> OpenRegister:
        assert self.page.register is not None
        return self.page.register

    @property
    def face(self) -> LockedFace:
        return self.page.unlocking.locked

    def go_to_page(self) -> None:
        self.window.show_page("iwork")

    def unlock(self, secret: str = PASSPHRASE) -> None:
        self.go_to_page()
        self.face.field.line.setText(secret)
        self.face.unlock_button.click()
        self.qtbot.waitUntil(lambda: self.page.register is not None)

    def tried(self, secret: str) -> None:
        self.face.field.line.setText(secret)
        self.face.unlock_button.click()
        self.wait()

    def wait(self) -> None:
        self.qtbot.waitUntil(lambda: not self.page.unlocking.is_busy)

    def locked(self) -> None:
        self.qtbot.waitUntil(lambda: self.page.register is None)

    def be_active(self) -> None:
        """The window has the keyboard."""
        with self.qtbot.waitActive(self.window):
            self.window.activateWindow()

    def press(self, key: Qt.Key) -> None:
        """Ctrl and a key, as the window gets it."""
        self.be_active()
        QTest.keyClick(self.window.windowHandle(), key, Qt.KeyboardModifier.ControlModifier)

    def labels(self) -> str:
        """All that stands in the menus."""
        return "\n".join(one.text().replace("&", "") for one in self.window.findChildren(QAction))


def with_register(path: Path, passphrase: str = PASSPHRASE) -> str:
    """Begin a register beside a file; the code of its sheet."""
    opened, code = iwork_register.make_register(path, passphrase, who="Test Coach")
    opened.close()
    return code.in_groups()
