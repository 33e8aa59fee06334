from pytestqt.qtbot import QtBot

from desktop.shell.actions import Action
from desktop.shell.looks.style import Style
from desktop.shell.page import Desk
from desktop.shell.side import Side, SideTabs


class Tables(Side):
    tab = "Tables"

    def actions_here(self) -> list[Action]:
        return [Action("wipe", "Wipe", self.setFocus, icon="edit", enabled=self.may_write)]


class Chairs(Side):
    tab = "Chairs"


def test_one_side_is_shown_and_its_actions_stand_in_a_menu_of_its_own(
    styled: Style, desk: Desk, qtbot: QtBot
) -> None:
    tables, chairs = Tables(desk), Chairs(desk)
    tabs = SideTabs((tables, chairs), "Sides")
    qtbot.addWidget(tabs)
    tabs.show()
    (wipe,) = tabs.actions_here()
    assert (wipe.menu, wipe.toolbar, wipe.ready()) == ("Tables", False, True)
    assert tables.isVisible() and not chairs.isVisible()
    ways = tabs.ways(tabs.bar.setCurrentIndex, menu="Room")
    assert [(one.label, one.shortcut, one.menu) for one in ways] == [
        ("Tables", "Alt+1", "Room"), ("Chairs", "Alt+2", "Room"),
    ]  # fmt: skip
    with qtbot.waitSignal(tabs.turned):
        ways[1].run()
    assert (tabs.at, tables.is_current, chairs.is_current, wipe.ready()) == (1, False, True, False)
    assert chairs.isVisible() and not tables.isVisible()


def test_what_a_side_tells_is_told_on(styled: Style, desk: Desk, qtbot: QtBot) -> None:
    chairs = Chairs(desk)
    tabs = SideTabs((chairs,), "Sides")
    qtbot.addWidget(tabs)
    with qtbot.waitSignal(tabs.moved):
        chairs.moved.emit()


def test_a_side_that_is_shown_leaves_what_was_said_of_another_behind(
    styled: Style, desk: Desk, qtbot: QtBot
) -> None:
    tabs = SideTabs((Tables(desk), Chairs(desk)), "Sides")
    qtbot.addWidget(tabs)
    with qtbot.waitSignal(desk.messages.moved_on):
        tabs.bar.setCurrentIndex(1)
