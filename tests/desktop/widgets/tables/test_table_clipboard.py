from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desktop.widgets.tables.table_clipboard import copy_all
from tests.desktop.widgets.tables.shown_table import shown


def test_rows_are_copied_with_headings_for_excel(qtbot: QtBot, styled: object) -> None:
    table = shown(qtbot)
    table.setColumnHidden(4, True)
    table.go_to("k1")
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == (
        "Service\tKind of service\tDistrict\tRating\tBeds\tInspected\n"
        "Larkmeadow House 2\tHome care\tBroxtowe\tGood\t13\t28 Nov 2019\n"
    )
    copy_all(table, table.cells)
    assert len(QGuiApplication.clipboard().text().splitlines()) == 366
