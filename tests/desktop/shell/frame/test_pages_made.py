"""A page may come to do other things than before, keep a file of its own, and find what nobody else finds."""

import gc
import weakref

import pytest
import shiboken6
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QMenu
from pytestqt.qtbot import QtBot

from desktop.shell.actions import Action, ActionItem
from desktop.shell.frame.palette import Found
from desktop.shell.frame.window import MainWindow
from desktop.shell.page import Desk, Page, PageSpec
from resources.problem import Problem
from tests.desktop.sample_window import FakeUndo


class Door(Page):
    """Open or shut."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.changes)
        self.inside: list[str] = []
        self.own: FakeUndo | None = None
        self.left = 0

    def page_actions(self) -> list[Action]:
        if not self.inside:
            return [Action("open", "Open the door", self.move, primary=True)]
        inside = self.inside  # what is inside is held by the actions, as a side's own are
        return [
            Action("count", "Count them", lambda: len(inside), "Ctrl+J"),
            Action("shut", "Shut the door", self.move, menu="Inside"),
        ]

    def move(self) -> None:
        self.inside = [] if self.inside else Inside(["Ada Example"])
        self.own = FakeUndo() if self.inside else None
        self.actions_changed.emit()

    def undo_keeper(self) -> FakeUndo | None:
        return self.own

    def found_here(self, text: str) -> list[Found]:
        return [Found("Person", one, "", self.move) for one in self.inside if text in one]

    def leave(self) -> Problem | None:
        self.left += 1
        return Problem("The door would not shut.")


class Inside(list):  # type: ignore[type-arg]
    """A list that can be asked whether it is still there."""


@pytest.fixture
def undo() -> FakeUndo:
    return FakeUndo()


@pytest.fixture
def door(desk: Desk, undo: FakeUndo, qtbot: QtBot) -> tuple[MainWindow, Door]:
    made = Door(desk)
    specs = [
        PageSpec("door", "Door", "lock", lambda: made),
        PageSpec("other", "Other", "home", lambda: Door(desk)),
    ]
    window = MainWindow(specs, desk, undo=undo)
    qtbot.addWidget(window)
    window.show()
    return window, made


def labels(window: MainWindow) -> list[str]:
    return [
        one.text().replace("&", "") for menu in window.menuBar().findChildren(QMenu) for one in menu.actions()
    ]


def test_other_actions_take_the_place_of_those_before(door: tuple[MainWindow, Door], qtbot: QtBot) -> None:
    window, page = door
    before = next(one for one in window.items_now() if one.action.name == "open")
    before.trigger()
    assert [one.action.name for one in page.actions() if isinstance(one, ActionItem)] == ["count", "shut"]
    qtbot.waitUntil(lambda: not shiboken6.isValid(before))
    assert "Count them" in labels(window) and "Open the door" not in labels(window)
    assert [one.text() for one in window.menuBar().actions() if "nside" in one.text()]


def test_what_was_inside_is_let_go_with_the_actions(door: tuple[MainWindow, Door], qtbot: QtBot) -> None:
    window, page = door
    page.move()
    kept = weakref.ref(page.inside)
    items = [weakref.ref(one) for one in page.actions()]
    page.move()
    gc.collect()
    assert kept() is None
    qtbot.waitUntil(lambda: all(one() is None or not shiboken6.isValid(one()) for one in items))
    assert "Shut the door" not in labels(window)
    assert not [one for one in window.findChildren(QAction) if "Count" in one.text()]


def test_actions_of_a_page_that_is_not_shown_wait_until_it_is(door: tuple[MainWindow, Door]) -> None:
    window, page = door
    window.show_page("other")
    page.move()
    assert "Count them" not in labels(window)
    window.show_page("door")
    assert "Count them" in labels(window)


def test_undo_is_the_page_s_own_while_it_is_shown(door: tuple[MainWindow, Door], undo: FakeUndo) -> None:
    window, page = door
    page.move()
    taking_back = next(one for one in window.items_now() if one.action.name == "undo")
    taking_back.trigger()
    assert page.own is not None and (page.own.undone, undo.undone) == (["Added Rosewood House"], [])
    window.show_page("other")
    taking_back.trigger()
    assert len(page.own.undone) == len(undo.undone) == 1


def test_a_toast_takes_back_what_it_told_of_whatever_page_is_shown(
    door: tuple[MainWindow, Door], undo: FakeUndo, desk: Desk
) -> None:
    window, page = door
    desk.messages.done("Added Rosewood House")
    page.move()
    window.toast._take_back()
    assert page.own is not None and (page.own.undone, len(undo.undone)) == ([], 1)
    desk.messages.done("Added IW-014", of=page.own)
    window.show_page("other")
    window.toast._take_back()
    assert (len(page.own.undone), len(undo.undone)) == (1, 1)


def test_a_page_finds_what_nobody_else_finds_while_it_is_shown(door: tuple[MainWindow, Door]) -> None:
    window, page = door
    page.move()
    find = window._finder
    assert [one.title for one in find("Ada")] == ["Ada Example"]
    window.show_page("other")
    assert find("Ada") == []


def test_what_was_said_can_be_forgotten(door: tuple[MainWindow, Door], desk: Desk) -> None:
    window, _page = door
    desk.messages.problem(Problem("“Ada Example” is not in the list.", details=("Ada",)))
    desk.messages.done("Added IW-014")
    desk.messages.problem(Problem("“Ada Example” is not in the list.", details=("Ada",)))
    desk.messages.forget()
    assert not window.banner.isVisible() and not window.toast.isVisible()
    texts = [one.text() for part in (window.banner, window.toast) for one in part.findChildren(QLabel)]
    assert "".join(texts) == ""


def test_each_page_leaves_when_the_window_closes(door: tuple[MainWindow, Door]) -> None:
    window, page = door
    window.close()
    assert page.left == 1
    assert window.unsaid is not None and window.unsaid.sentence == "The door would not shut."
