from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.shell.actions import Action, ActionItem, mnemonics


def test_each_label_gets_a_letter_of_its_own_the_first_of_a_word_if_it_can() -> None:
    assert mnemonics(["Undo", "Undo all", "Unite", "Un"]) == ["&Undo", "Undo &all", "U&nite", "Un"]


def test_an_ampersand_in_a_label_stays_an_ampersand() -> None:
    assert mnemonics(["Proud & ready"]) == ["&Proud && ready"]


def test_a_label_without_a_free_letter_goes_without() -> None:
    assert mnemonics(["aa", "aa"]) == ["&aa", "aa"]


def test_an_item_runs_its_action_and_follows_whether_it_can_be_run(qtbot: QtBot, styled: object) -> None:
    ran: list[str] = []
    ready = False

    def run() -> None:
        ran.append("ran")

    def is_ready() -> bool:
        return ready

    owner = QWidget()
    qtbot.addWidget(owner)
    item = ActionItem(Action("merge", "Merge", run, "Ctrl+M", enabled=is_ready, tip="Make one of two"), owner)
    item.trigger()
    assert (ran, item.isEnabled(), item.toolTip()) == ([], False, "Make one of two (Ctrl+M)")
    ready = True
    item.refresh()
    item.trigger()
    assert ran == ["ran"]


def test_a_label_that_changes_keeps_its_mnemonic(qtbot: QtBot, styled: object) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    name = ["Undo"]
    item = ActionItem(Action("undo", "Undo", owner.update, label_now=lambda: name[0]), owner)
    item.set_text("&Undo")
    name[0] = "Undo: Added Rosewood House"
    item.refresh()
    assert item.text() == "&Undo: Added Rosewood House"
