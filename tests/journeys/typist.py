"""A person at the keyboard: keys go to whichever window has it, as the system sends them. Nothing else is touched."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QListWidget,
    QMenu,
    QPushButton,
    QWidget,
)
from pytestqt.exceptions import TimeoutError
from pytestqt.qtbot import QtBot

from desktop.shell.actions import ActionItem
from desktop.shell.frame.window import MainWindow
from desktop.widgets.tables.table import TableView

MOST_TABS = 120
_PATIENCE_S = 10


class Typist:
    """Presses keys and reads what the window shows. Whatever it waits for must come within ten seconds."""

    def __init__(self, qtbot: QtBot, window: Callable[[], MainWindow | None]) -> None:
        self._qtbot, self._window = qtbot, window

    # Keys

    def press(self, *keys: str) -> None:
        """Keys by their names, one after the other: Tab, Ctrl+K, Shift+Return."""
        for name in keys:
            stroke = QKeySequence(name)[0]
            QTest.keyClick(keyboard_window(), stroke.key(), stroke.keyboardModifiers())

    def type(self, text: str) -> None:
        """Letters, one after the other."""
        for letter in text:
            QTest.keyClick(keyboard_window(), letter)

    def fill(self, name: str, text: str) -> None:
        """Tab to a field, and write in place of what stands there."""
        self.tab_to(name)
        self.press("Ctrl+A")
        self.type(text)

    def tab_to(self, name: str, *, key: str = "Tab") -> None:
        """Tab until the keyboard is on the control whose name begins so."""
        met = []
        for _ in range(MOST_TABS):
            self.until(lambda: bool(keyboard_window()) and QApplication.focusWidget() is not None)
            if name_of(focused()).startswith(name):
                return
            met.append(name_of(focused()))
            self.press(key)
        raise AssertionError(f"{key} never came to “{name}”, but to {list(dict.fromkeys(met))}")

    def choose(self, name: str, words: str) -> None:
        """Tab to a list of choices, and go through it until these words stand there."""
        self.tab_to(name)
        box = focused()
        assert isinstance(box, QComboBox), box
        self.press("Home")
        for _ in range(box.count()):
            if box.currentText().startswith(words):
                return
            self.press("Down")
        raise AssertionError(f"“{words}” is not offered under “{name}”")

    def look_up(self, name: str, words: str) -> None:
        """Tab to a long list of choices, and write until it offers nothing but these words."""
        self.tab_to(name)
        box = focused()
        assert isinstance(box, QComboBox) and box.isEditable(), box
        self.press("Ctrl+A")
        self.type(words)
        self.press("Down", "Return")
        self.until(lambda: box.itemText(box.currentIndex()) == words)

    def down_to(self, words: str) -> None:
        """Go down the list that has the keyboard until the cursor is on these words."""
        view = focused()
        assert isinstance(view, QAbstractItemView), view
        self.press("Ctrl+Home")
        for _ in range(view.model().rowCount()):
            if str(view.currentIndex().data() or "").startswith(words):
                return
            self.press("Down")
        raise AssertionError(f"“{words}” is not in the list")

    # What the window offers

    def do(self, label: str) -> None:
        """What stands in the window's menus under this label: by its own shortcut, or through the palette."""
        item = self._item(label)
        assert item.isEnabled(), f"“{label}” cannot be done now"
        if item.action.shortcut:
            self.press(item.action.shortcut)
        else:
            self.find(label)

    def _item(self, label: str) -> ActionItem:
        window = self._window()
        assert window is not None
        return next(
            item for item in window.items_now() if label in (item.action.label, shown_text(item.text()))
        )

    def find(self, words: str) -> None:
        """Open the palette, write, and go down to what is called so; take the first that was found where none is."""
        self.press("Ctrl+K")
        self.wait_for_window("Find anything")
        self.type(words.rstrip("…"))
        found = focused().window().findChild(QListWidget)
        assert found is not None
        titles = [found.item(row).text() for row in range(found.count())]
        self.press(*["Down"] * (titles.index(words) if words in titles else 0), "Return")

    def menu(self, menu: str, label: str) -> None:
        """The underlined letters: of the menu with Alt, then of what stands in it."""
        window = self._window()
        assert window is not None
        title = next(one for one in window.menuBar().actions() if shown_text(one.text()) == menu)
        self.press(f"Alt+{underlined(title.text())}")
        self.until(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
        opened = QApplication.activePopupWidget()
        assert isinstance(opened, QMenu)
        self.press(
            underlined(next(one.text() for one in opened.actions() if shown_text(one.text()) == label))
        )

    @contextmanager
    def choosing_file(self, written: str) -> Iterator[None]:
        """Within this a key opens the dialog for files, in which the name is written and Return pressed."""
        answered: list[str] = []
        timer = QTimer()
        timer.setInterval(5)
        began = monotonic()

        def answer() -> None:
            dialog = QApplication.activeModalWidget()
            if not isinstance(dialog, QFileDialog) or QGuiApplication.focusWindow() is None:
                return
            if answered:
                if monotonic() - began > _PATIENCE_S:
                    dialog.reject()
                return
            answered.append(dialog.windowTitle())
            self.press("Alt+N", "Ctrl+A")
            self.type(written)
            self.press("Return")

        timer.timeout.connect(answer)
        timer.start()
        yield
        self.until(lambda: bool(answered) and not isinstance(QApplication.activeModalWidget(), QFileDialog))
        timer.stop()

    # What is seen

    def until(self, condition: Callable[[], bool]) -> None:
        """Go on when this is so."""
        self._qtbot.waitUntil(condition, timeout=_PATIENCE_S * 1000)

    def wait_for_window(self, title: str) -> None:
        """Go on when the window with this title has the keyboard."""
        try:
            self.until(lambda: keyboard_window().title().startswith(title))
        except TimeoutError as never:
            raise AssertionError(
                f"“{title}” never came; the keyboard is in “{keyboard_window().title()}”"
            ) from never

    def wait_for_words(self, words: str) -> None:
        """Go on when a label of a window that is open says so."""
        try:
            self.until(lambda: any(words in text for text in seen()))
        except TimeoutError as never:
            raise AssertionError(f"“{words}” is not among what is said: {seen()}") from never

    def table(self, name: str) -> list[dict[str, str]]:
        """The rows of the table of this name, when it is seen: headings and cells."""
        try:
            self.until(lambda: table_named(name) is not None)
        except TimeoutError as never:
            raise AssertionError(
                f"“{name}” is not among the tables {[one.accessibleName() for one in tables_seen()]}"
            ) from never
        view = table_named(name)
        assert view is not None
        model = view.cells
        headings = [column.heading for column in model.columns]
        return [
            {heading: str(model.index(row, at).data() or "") for at, heading in enumerate(headings)}
            for row in range(model.rowCount())
        ]


def keyboard_window() -> QWindow:
    """The window with the keyboard. When one closes, it goes back to the one beneath, as a window manager does."""
    modal = QApplication.activeModalWidget()
    window = QGuiApplication.focusWindow()
    if QApplication.activePopupWidget() is None and modal is not None and modal.isVisible():
        if window is not modal.windowHandle():
            modal.activateWindow()
            window = modal.windowHandle()
    elif window is None or not window.isVisible():
        last = [one for one in QApplication.topLevelWidgets() if one.isVisible() and not one.parent()][-1]
        last.activateWindow()
        window = last.windowHandle()
    assert window is not None
    return window


def focused() -> QWidget:
    """The control with the keyboard."""
    keyboard_window()
    found = QApplication.focusWidget()
    assert found is not None
    return found


def name_of(widget: QWidget) -> str:
    """As a screen reader says it."""
    return widget.accessibleName() or (shown_text(widget.text()) if isinstance(widget, QPushButton) else "")


def shown_text(marked: str) -> str:
    """A label without the mark of its underlined letter."""
    return marked.replace("&&", "\0").replace("&", "").replace("\0", "&")


def underlined(marked: str) -> str:
    """The letter that is underlined."""
    return marked[marked.index("&") + 1].upper()


def seen() -> list[str]:
    """What the open windows say: their labels, and the names of what is drawn."""
    shown = [
        one for top in QApplication.topLevelWidgets() for one in top.findChildren(QWidget) if one.isVisible()
    ]
    return [
        text for one in shown if (text := one.text() if isinstance(one, QLabel) else one.accessibleName())
    ]


def tables_seen() -> list[TableView]:
    """The tables that are seen now."""
    found = (one for top in QApplication.topLevelWidgets() for one in top.findChildren(TableView))
    return [one for one in found if one.isVisible()]


def table_named(name: str) -> TableView | None:
    """The table of this name, when it is seen."""
    return next((one for one in tables_seen() if one.accessibleName().startswith(name)), None)
