"""A day as lanes: where blocks stand, and how they are moved by mouse and keys."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPixmap
from pytestqt.qtbot import QtBot

from desktop.widgets.day_lanes import DayLanes
from desktop.widgets.day_lanes_layout import Block, Lane, LanesLayout, hours_around, lines_of

LANES = (
    Lane("team", "Kitchen", takes=True),
    Lane("post", "New post", "Drag tasks here", takes=True),
    Lane("p7", "P-007"),
)
LAYING = Block("a", "Laying tables", 690, 720, "team", "11:30am to midday")
SERVING = Block("b", "Serving", 720, 780, "team", "midday to 1pm")
DONE = Block("c", "Clearing", 780, 840, "p7", "1pm to 2pm", fixed=True)


def shown(qtbot: QtBot) -> DayLanes:
    lanes = DayLanes("The day of the kitchen")
    qtbot.addWidget(lanes)
    lanes.resize(800, 200)
    lanes.show_day(LANES, (SERVING, LAYING, DONE), 480, 1080)
    lanes.show()
    lanes.setFocus()
    return lanes


def middle(lanes: DayLanes, key: str) -> QPoint:
    box = lanes.layout_now().boxes[key]
    return QPoint(box.left + box.width // 2, box.top + box.height // 2)


def drag(qtbot: QtBot, lanes: DayLanes, begin: QPoint, end: QPoint) -> None:
    qtbot.mousePress(lanes, Qt.MouseButton.LeftButton, pos=begin)
    qtbot.mouseMove(lanes, pos=(begin + end) / 2)
    qtbot.mouseMove(lanes, pos=end)
    assert not lanes.grab().isNull()
    qtbot.mouseRelease(lanes, Qt.MouseButton.LeftButton, pos=end)


def test_blocks_at_the_same_time_stand_on_lines_of_their_own() -> None:
    other = Block("d", "Dusting", 700, 760, "team")
    assert [[one.key for one in line] for line in lines_of([SERVING, LAYING, other])] == [["a", "b"], ["d"]]
    stands = LanesLayout(LANES, (LAYING, SERVING, other), (480, 1080), width=692, line=24, left=92)
    assert stands.boxes["d"].top == stands.boxes["a"].top + 24
    assert (stands.block_at(stands.x(695), stands.boxes["a"].top + 2), stands.block_at(0, 0)) == ("a", "")
    assert stands.lane_at(stands.tops["post"].top + 1) == "post"
    assert stands.minutes(stands.x(600) - stands.x(585)) == 15


def test_the_hours_are_whole_and_have_room_for_every_block() -> None:
    assert hours_around(490, 1000, (LAYING,)) == (480, 1020)
    assert hours_around(720, 780, (Block("x", "Baking", 305, 1430, "team"),)) == (300, 1440)


def test_arrows_go_from_block_to_block_and_the_cursor_is_told_in_words(qtbot: QtBot) -> None:
    lanes = shown(qtbot)
    assert (lanes.current, lanes.accessibleDescription()) == (
        "a",
        "Laying tables, 11:30am to midday, Kitchen",
    )
    with qtbot.waitSignal(lanes.current_changed) as told:
        qtbot.keyClick(lanes, Qt.Key.Key_Right)
    assert told.args == ["b"]
    qtbot.keyClick(lanes, Qt.Key.Key_Left)
    qtbot.keyClick(lanes, Qt.Key.Key_Left)
    assert lanes.current == "a"


def test_keys_move_take_and_open_a_block(qtbot: QtBot) -> None:
    lanes = shown(qtbot)
    with qtbot.waitSignal(lanes.moved) as moved:
        qtbot.keyClick(lanes, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(lanes.taken) as taken:
        qtbot.keyClick(lanes, Qt.Key.Key_Space)
    with qtbot.waitSignal(lanes.opened) as opened:
        qtbot.keyClick(lanes, Qt.Key.Key_Return)
    assert (moved.args, taken.args, opened.args) == (["a", 15], ["a", "post"], ["a"])


def test_a_block_is_dragged_to_another_lane_or_another_time(qtbot: QtBot) -> None:
    lanes = shown(qtbot)
    begin, stands = middle(lanes, "a"), lanes.layout_now()
    with qtbot.waitSignal(lanes.taken) as taken:
        drag(qtbot, lanes, begin, QPoint(begin.x(), stands.tops["post"].top + 5))
    assert taken.args == ["a", "post"]
    with qtbot.waitSignal(lanes.moved) as moved:
        drag(qtbot, lanes, begin, begin + QPoint(stands.x(600) - stands.x(540), 0))
    assert moved.args == ["a", 60]


def test_what_is_fixed_stays_where_it_is(qtbot: QtBot) -> None:
    lanes = shown(qtbot)
    lanes.go_to("c")
    with qtbot.assertNotEmitted(lanes.moved), qtbot.assertNotEmitted(lanes.taken):
        qtbot.keyClick(lanes, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
        qtbot.keyClick(lanes, Qt.Key.Key_Space)
        begin = middle(lanes, "c")
        drag(qtbot, lanes, begin, QPoint(begin.x(), lanes.layout_now().tops["team"].top + 5))
    assert lanes.block("c") == DONE


def test_it_is_painted_with_and_without_blocks(qtbot: QtBot) -> None:
    lanes = shown(qtbot)
    full = lanes.grab().toImage()
    lanes.show_day(LANES, (), 480, 1080)
    assert (lanes.current, lanes.accessibleDescription()) == ("", "No tasks")
    assert full != lanes.grab().toImage()
    assert not QPixmap(lanes.grab()).isNull()
    with qtbot.assertNotEmitted(lanes.moved):
        qtbot.keyClick(lanes, Qt.Key.Key_Space)
