from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from tests.desktop.widgets.tables.shown_table import shown


def test_the_menu_copies_sorts_and_hides(qtbot: QtBot, styled: object) -> None:
    table = shown(qtbot)
    menu = table.make_menu()
    columns = menu.findChildren(QMenu)[1]
    columns.actions()[2].trigger()
    assert table.isColumnHidden(2)
    menu.findChildren(QMenu)[0].actions()[5].trigger()
    assert table.model().query.order_by == "beds"
    menu.close()
