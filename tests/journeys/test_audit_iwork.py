"""The register of i-Work over the sample county: locked, and every side, list and dialog of it while it is open."""

import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.pages.iwork.iwork import IWorkPage
from desktop.pages.iwork.matching_head import BEST, PEOPLE, POSTS, RULES, WHAT_IF
from desktop.pages.iwork.matching_side import MatchingSide
from desktop.pages.iwork.open_register import OpenRegister
from desktop.pages.iwork.placements_side import BOARD, LIST, TASTERS, PlacementsSide
from desktop.pages.iwork.todo_lists import LISTS
from desktop.pages.iwork.todo_side import ToDoSide
from desktop.shell.frame.window import MainWindow
from resources.database.locked.places import places_of
from tests.journeys.test_audit import _try_actions, faults, in_words, not_reached, settled, window
from workforce.iwork.sample.making import PASSPHRASE

__all__ = ["window"]


@pytest.fixture
def register(window: MainWindow, county_file: Path, register_made: Path, qtbot: QtBot) -> OpenRegister:
    """The sample register, unlocked in the window."""
    shutil.copytree(register_made, places_of(county_file).folder)
    page = page_of(window)
    page.unlocking.locked.field.line.setText(PASSPHRASE)
    page.unlocking.locked.unlock_button.click()
    qtbot.waitUntil(lambda: page.register is not None)
    assert page.register is not None
    return page.register


def page_of(window: MainWindow) -> IWorkPage:
    window.show_page("iwork")
    page = window.page("iwork")
    assert isinstance(page, IWorkPage)
    page.reload()
    return page


def test_the_locked_register_has_no_fault(
    window: MainWindow, county_file: Path, register_made: Path, qtbot: QtBot
) -> None:
    page = page_of(window)
    found = {"not made yet": settled(qtbot, lambda: faults(window)) + not_reached(window)}
    shutil.copytree(register_made, places_of(county_file).folder)
    page.reload()
    found["locked"] = settled(qtbot, lambda: faults(window)) + not_reached(window)
    page.unlocking.locked.other.click()
    found["by the sheet"] = settled(qtbot, lambda: faults(window)) + not_reached(window)
    assert not in_words(found), "\n".join(in_words(found))


def test_no_side_of_the_register_has_a_fault(
    window: MainWindow, register: OpenRegister, qtbot: QtBot
) -> None:
    """Each with its lists, and every dialog that its menu opens."""
    found: dict[str, list[str]] = {}
    for side in register.sides:
        register.tabs.turn_to(side)
        side.focus_first()
        if isinstance(side, PlacementsSide | ToDoSide):
            for what in (LIST, BOARD, TASTERS) if isinstance(side, PlacementsSide) else LISTS:
                side.show_what.show_answer(what)
                side.focus_first()
                found[f"{side.tab}, {what}"] = settled(qtbot, lambda: faults(window)) + not_reached(window)
        elif isinstance(side, MatchingSide):
            for what in (POSTS, BEST, WHAT_IF, RULES, PEOPLE):
                side.head.view.show_answer(what)
                side.focus_first()
                found[f"{side.tab}, {what}"] = settled(qtbot, lambda: faults(window)) + not_reached(window)
        else:
            found[side.tab] = settled(qtbot, lambda: faults(window)) + not_reached(window)
        _try_actions(window, qtbot, found)
    asked = {words.split("“")[-1].rstrip("”") for words in found}
    assert {"Add a person", "Add an employer", "Add a post", "Weights of matching"} <= asked, asked
    assert not in_words(found), "\n".join(in_words(found))
