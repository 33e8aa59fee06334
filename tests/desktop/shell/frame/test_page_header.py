from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from desktop.shell.frame.window import MainWindow
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
