from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from desktop.shell.actions import Action, ActionItem
from desktop.shell.frame.menus import fill_menu_bar, show_usable_menus
from desktop.shell.frame.window import MainWindow
from tests.desktop.shell.frame.window_parts import item

CTRL = Qt.KeyboardModifier.ControlModifier


def test_undo_is_named_in_the_menu(window: MainWindow) -> None:
    window.refresh_actions()
    assert item(window, "undo").text().replace("&", "") == "Undo: Added Rosewood House"
    assert not item(window, "redo").isEnabled()


def test_the_menu_of_a_part_that_is_not_shown_is_kept_away(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    shown: list[str] = []
    actions = [
        Action("quit", "Quit", window.close, menu="File", enabled=lambda: False),
        Action("plan", "Plan a forum", window.show, enabled=lambda: False),
        Action("reply", "Reply", window.show, menu="People", enabled=lambda: "people" in shown),
        Action("decide", "Decide", window.show, menu="Agenda", enabled=lambda: "agenda" in shown),
    ]
    items = [ActionItem(one, window) for one in actions]
    fill_menu_bar(window.menuBar(), items[:1], items[1:], "Forums")

    def titles() -> list[str]:
        for one in items:
            one.refresh()
        show_usable_menus(window.menuBar())
        return [one.text().replace("&", "") for one in window.menuBar().actions() if one.isVisible()]

    assert titles() == ["File", "Forums"]
    shown.append("agenda")
    assert titles() == ["File", "Forums", "Agenda"]
    shown[:] = ["people"]
    assert titles() == ["File", "Forums", "People"]


def test_letters_are_shared_out_among_the_menus_that_are_seen(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    shown = ["Answers"]
    actions = [
        Action(title.lower(), "Do it", window.show, menu=title, enabled=lambda title=title: title in shown)
        for title in ("Answers", "Words", "Aswr")
    ]
    items = [ActionItem(one, window) for one in actions]
    fill_menu_bar(window.menuBar(), [], items, "Survey")

    def seen() -> list[str]:
        for one in items:
            one.refresh()
        show_usable_menus(window.menuBar())
        return [one.text() for one in window.menuBar().actions() if one.isVisible()]

    assert seen() == ["&Answers"]
    shown[:] = ["Aswr"]
    assert seen() == ["&Aswr"]
