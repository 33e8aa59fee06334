from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.widgets.flow import FlowLayout


def laid_out(qtbot: QtBot, count: int, width: int) -> tuple[FlowLayout, list[QRect]]:
    room = QWidget()
    qtbot.addWidget(room)
    flow = FlowLayout(room, gap=10)
    parts = [QWidget() for _ in range(count)]
    for part in parts:
        part.setFixedSize(QSize(100, 20))
        flow.addWidget(part)
    room.resize(width, 200)
    flow.setGeometry(QRect(0, 0, width, 200))
    return flow, [part.geometry() for part in parts]


def test_what_has_no_room_goes_on_to_the_next_line(qtbot: QtBot) -> None:
    flow, places = laid_out(qtbot, 3, 215)
    assert places == [QRect(0, 0, 100, 20), QRect(110, 0, 100, 20), QRect(0, 30, 100, 20)]
    assert [flow.heightForWidth(width) for width in (320, 215, 100)] == [20, 50, 80]


def test_a_part_wider_than_the_room_stands_by_itself_and_needs_its_own_width(qtbot: QtBot) -> None:
    flow, places = laid_out(qtbot, 2, 60)
    assert places == [QRect(0, 0, 100, 20), QRect(0, 30, 100, 20)]
    assert flow.minimumSize() == QSize(100, 20)


def test_parts_are_counted_and_taken_out(qtbot: QtBot) -> None:
    flow, _ = laid_out(qtbot, 2, 300)
    assert (flow.count(), flow.itemAt(2), flow.takeAt(5)) == (2, None, None)
    assert flow.takeAt(0) is not None
    assert flow.count() == 1
