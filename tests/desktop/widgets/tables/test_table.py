from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from resources.database import Query
from tests.desktop.sample_window import make_listing
from tests.desktop.widgets.tables.shown_table import shown

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def test_rows_are_28_pixels_high_and_grow_with_the_text(qtbot: QtBot, styled: object) -> None:
    table = shown(qtbot)
    assert table.rowHeight(0) == 28
    styled.choose(styled.theme, text_scale=2.0)  # type: ignore[attr-defined]
    assert table.rowHeight(0) > 36


def test_enter_opens_the_row_the_cursor_is_on(qtbot: QtBot, styled: object) -> None:
    table = shown(qtbot)
    table.go_to("k3")
    with qtbot.waitSignal(table.opened) as opened:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == ["k3"]


def test_moving_tells_the_key_once_a_row(qtbot: QtBot, styled: object) -> None:
    table = shown(qtbot)
    heard: list[str] = []
    table.current_changed.connect(heard.append)
    table.go_to_first()
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Right)
    assert heard == ["k0", "k1"]


def test_a_reload_keeps_the_cursor_on_its_row(qtbot: QtBot, styled: object) -> None:
    listing = make_listing()
    table = shown(qtbot, listing)
    table.go_to("k200")
    heard: list[str] = []
    table.current_changed.connect(heard.append)
    del listing.rows[:50]
    listing.forget()
    table.model().reload()
    assert (table.current_key, table.currentIndex().row(), heard) == ("k200", 150, [])


def test_a_row_that_is_gone_leaves_no_row_chosen_and_says_so(qtbot: QtBot, styled: object) -> None:
    table = shown(qtbot)
    table.go_to("k1")
    heard: list[str] = []
    table.current_changed.connect(heard.append)
    table.model().set_query(Query("no such service"))
    assert (table.current_key, heard) == ("", [""])


def test_the_keyboard_sorts_by_the_column_the_cursor_is_in(qtbot: QtBot, styled: object) -> None:
    table = shown(qtbot)
    table.go_to("k0")
    qtbot.keyClick(table, Qt.Key.Key_Right)
    qtbot.keyClick(table, Qt.Key.Key_Down, CTRL_SHIFT)
    assert table.model().query == Query(order_by="kind", descending=True)
    qtbot.keyClick(table, Qt.Key.Key_Up, CTRL_SHIFT)
    assert table.model().query == Query(order_by="kind")
    assert table.current_key == "k0"


def test_several_rows_are_selected_by_key(qtbot: QtBot, styled: object) -> None:
    table = shown(qtbot)
    table.go_to("k1")
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert table.selected_keys() == ["k1", "k2"]


def test_a_screen_reader_hears_heading_and_value(qtbot: QtBot, styled: object) -> None:
    table = shown(qtbot)
    seen = QAccessible.queryAccessibleInterface(table)
    assert seen.text(QAccessible.Text.Name) == "Services"
    first_row = [seen.child(at).text(QAccessible.Text.Name) for at in range(20)]
    assert "Rating: Good" in first_row


def test_ctrl_home_and_end_select_the_row_they_go_to(qtbot: QtBot, styled: object) -> None:
    table = shown(qtbot)
    table.go_to("k3")
    qtbot.keyClick(table, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert (table.current_key, table.selected_keys()) == ("k0", ["k0"])
    qtbot.keyClick(table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert (table.current_key, table.selected_keys()) == ("k364", ["k364"])
