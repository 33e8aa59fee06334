"""Many things with a box under each of a few headings."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.widgets.forms.tick_grid import GridRow, TickGridField
from tests.desktop.accessibility import audit

ROWS = [
    GridRow("lay", "Laying tables", "Kitchen"),
    GridRow("wash", "Washing up", "Kitchen"),
    GridRow("mow", "Mowing", "Garden"),
]
HEADINGS = [("likes", "Likes"), ("avoid", "To avoid")]
MANY = [GridRow(str(at), f"Thing {at}", "First" if at < 8 else "Second") for at in range(16)]


def made(qtbot: QtBot, field: TickGridField) -> QWidget:
    window = QWidget()
    QVBoxLayout(window).addWidget(field.widget)
    qtbot.addWidget(window)
    field.target.setAccessibleName("Tasks")
    window.resize(600, 400)
    window.show()
    return window


def test_what_is_ticked_is_the_answer_in_the_order_of_the_rows(qtbot: QtBot, styled: object) -> None:
    field = TickGridField(ROWS, HEADINGS)
    made(qtbot, field)
    assert field.is_empty()
    field.show_answer({"likes": ["mow", "lay", "gone"], "avoid": ["lay"]})
    assert field.answer() == {"likes": ("lay", "mow"), "avoid": ("lay",)}
    field.show_answer({"likes": ["wash"]})
    assert field.answer() == {"likes": ("wash",), "avoid": ()}


def test_space_ticks_and_says_so(qtbot: QtBot, styled: object) -> None:
    field = TickGridField(ROWS, HEADINGS)
    window = made(qtbot, field)
    field.table.setCurrentCell(1, 1)
    with qtbot.waitSignal(field.changed):
        qtbot.keyClick(field.table, Qt.Key.Key_Space)
    assert field.answer()["likes"] == ("lay",)
    qtbot.keyClick(field.table, Qt.Key.Key_Space)
    assert field.is_empty() and audit(window) == []
    item = field.table.item(1, 2)
    assert item is not None and item.data(Qt.ItemDataRole.AccessibleTextRole) == "Laying tables: To avoid"


def test_of_headings_that_stand_alone_a_row_has_one(qtbot: QtBot, styled: object) -> None:
    field = TickGridField(ROWS, HEADINGS, alone=["likes", "avoid"])
    made(qtbot, field)
    for column in (1, 2):
        field.table.setCurrentCell(1, column)
        qtbot.keyClick(field.table, Qt.Key.Key_Space)
    assert field.answer() == {"likes": (), "avoid": ("lay",)}


def test_letters_leave_the_rows_that_have_them_and_their_headings(qtbot: QtBot, styled: object) -> None:
    field = TickGridField(MANY, HEADINGS)
    made(qtbot, field)
    assert field.find.isVisible()
    field.show_answer({"likes": ["3"]})
    field.find.setText("thing 15")
    shown = [field.table.item(at, 0).text() for at in range(18) if not field.table.isRowHidden(at)]
    assert shown == ["Second", "Thing 15"]
    assert field.answer()["likes"] == ("3",)  # what is hidden stays ticked
    field.find.clear()
    assert not any(field.table.isRowHidden(at) for at in range(18))
