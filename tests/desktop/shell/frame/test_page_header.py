from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from desktop.shell.actions import Action, ActionItem
from desktop.shell.frame.page_header import PageHeader
from desktop.shell.frame.window import MainWindow
from desktop.shell.looks.style import Style
from tests.desktop.shell.frame.window_parts import item, services_page

CTRL = Qt.KeyboardModifier.ControlModifier


def test_actions_follow_the_selection(window: MainWindow) -> None:
    page = services_page(window)
    assert item(window, "edit").isEnabled()
    page.pane.table.model().set_query(type(page.pane.model.query)("zzz"))
    assert not item(window, "edit").isEnabled()


def test_the_arrow_to_the_actions_without_room_has_a_name(window: MainWindow) -> None:
    arrows = [one for one in window.findChildren(QToolButton) if one.objectName() == "qt_toolbar_ext_button"]
    assert [one.accessibleName() for one in arrows] == ["More actions"]


def test_of_several_primary_actions_the_one_that_can_be_run_stands_there(qtbot: QtBot, styled: Style) -> None:
    able = {"add": False, "plan": False}
    header = PageHeader()
    qtbot.addWidget(header)
    items = [
        ActionItem(
            Action(name, name.capitalize(), print, primary=True, enabled=partial(able.get, name)), header
        )
        for name in able
    ]
    header.show_page("Survey", items)
    (shown,) = [one for one in header.findChildren(QPushButton) if one.property("kind") == "primary"]
    assert shown.isHidden()
    for name in able:
        able.update(dict.fromkeys(able, False), **{name: True})
        for one in items:
            one.refresh()
        header.refresh()
        assert (shown.text(), shown.isHidden(), shown.isEnabled()) == (name.capitalize(), False, True)


def test_a_primary_action_alone_stays_where_it_cannot_be_run(qtbot: QtBot, styled: Style) -> None:
    header = PageHeader()
    qtbot.addWidget(header)
    header.show_page(
        "Forums", [ActionItem(Action("plan", "Plan", print, primary=True, enabled=bool), header)]
    )
    (shown,) = [one for one in header.findChildren(QPushButton) if one.property("kind") == "primary"]
    assert (shown.isHidden(), shown.isEnabled()) == (False, False)
