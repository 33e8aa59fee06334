from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from desktop.widgets.forms.chooser import Chooser
from resources.database import Condition, Query
from tests.desktop.widgets.tables.shown_pane import buttons, shown

BASSETLAW = Condition("district", ("Bassetlaw",))


def test_a_chip_offers_values_and_each_tick_filters_at_once(qtbot: QtBot, styled: object) -> None:
    pane = shown(qtbot)
    buttons(pane)["Filter by District"].click()  # type: ignore[attr-defined]
    chooser = pane.bar.findChild(Chooser)
    qtbot.keyClick(chooser.list, Qt.Key.Key_Down)
    qtbot.keyClick(chooser.list, Qt.Key.Key_Space)
    assert pane.model.query == Query("", (BASSETLAW,))
    assert "Lift the filter Bassetlaw" in buttons(pane)
    qtbot.keyClick(chooser.list, Qt.Key.Key_Down)
    qtbot.keyClick(chooser.list, Qt.Key.Key_Space)
    assert pane.model.query.conditions == (Condition("district", ("Bassetlaw", "Broxtowe")),)
    chooser.close()


def test_a_click_anywhere_in_a_row_ticks_it_once(qtbot: QtBot, styled: object) -> None:
    pane = shown(qtbot)
    buttons(pane)["Filter by District"].click()  # type: ignore[attr-defined]
    chooser = pane.bar.findChild(Chooser)
    for at, offset in ((1, 12), (2, 90)):
        row = chooser.list.visualItemRect(chooser.list.item(at))
        place = QPoint(row.left() + offset, row.center().y())
        qtbot.mouseClick(chooser.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert pane.model.query.conditions == (Condition("district", ("Bassetlaw", "Broxtowe")),)
    chooser.close()
