from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from desktop.shell.settings import Settings
from desktop.widgets.tables.listing_model import ListingModel
from desktop.widgets.tables.table import TableView
from resources.database import Query
from tests.desktop.fake_listing import FakeListing
from tests.desktop.sample_window import make_listing

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def shown(qtbot: QtBot, listing: FakeListing | None = None, settings: Settings | None = None) -> TableView:
    model = ListingModel(listing or make_listing(), None)
    table = TableView(model, name="services", title="Services", settings=settings)
    qtbot.addWidget(table)
    table.resize(1000, 500)
    table.show()
    return table


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


def test_rows_are_copied_with_headings_for_excel(qtbot: QtBot, styled: object) -> None:
    table = shown(qtbot)
    table.setColumnHidden(4, True)
    table.go_to("k1")
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == (
        "Service\tKind of service\tDistrict\tRating\tBeds\tInspected\n"
        "Larkmeadow House 2\tHome care\tBroxtowe\tGood\t13\t28 Nov 2019\n"
    )
    table.copy_all()
    assert len(QGuiApplication.clipboard().text().splitlines()) == 366


def test_several_rows_are_selected_by_key(qtbot: QtBot, styled: object) -> None:
    table = shown(qtbot)
    table.go_to("k1")
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert table.selected_keys() == ["k1", "k2"]


def test_widths_and_hidden_columns_are_remembered(qtbot: QtBot, styled: object, settings: Settings) -> None:
    table = shown(qtbot, settings=settings)
    table.setColumnWidth(0, 300)
    table.setColumnHidden(3, True)
    qtbot.waitUntil(lambda: bool(settings.mapping("table:services")))
    again = shown(qtbot, settings=Settings(settings.path.parent))
    assert (again.columnWidth(0), again.isColumnHidden(3), again.isColumnHidden(2)) == (300, True, False)


def test_kept_widths_that_make_no_sense_are_passed_over(
    qtbot: QtBot, styled: object, settings: Settings
) -> None:
    settings.put("table:services", {"widths": {"name": -5, "kind": "wide"}, "hidden": "name"})
    table = shown(qtbot, settings=settings)
    assert (table.columnWidth(0), table.columnWidth(1)) == (220, 130)


def test_the_menu_copies_sorts_and_hides(qtbot: QtBot, styled: object) -> None:
    table = shown(qtbot)
    menu = table.make_menu()
    columns = menu.findChildren(QMenu)[1]
    columns.actions()[2].trigger()
    assert table.isColumnHidden(2)
    menu.findChildren(QMenu)[0].actions()[5].trigger()
    assert table.model().query.order_by == "beds"
    menu.close()


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
