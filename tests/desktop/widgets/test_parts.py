from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.shell.looks.look import TARGET
from desktop.widgets.parts import button, empty_layout, give_room, label, scrolled, side_by_side


def test_enter_and_space_press_a_button_and_enter_with_a_key_held_does_not(
    qtbot: QtBot, styled: object
) -> None:
    pressed: list[bool] = []
    made = button("&Save", "primary")
    qtbot.addWidget(made)
    made.clicked.connect(lambda: pressed.append(True))
    made.show()
    qtbot.keyClick(made, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert pressed == []
    qtbot.keyClick(made, Qt.Key.Key_Return)
    qtbot.keyClick(made, Qt.Key.Key_Space)
    assert (pressed, made.accessibleName()) == ([True, True], "Save")


def test_words_over_several_lines_keep_the_height_they_need(qtbot: QtBot, styled: object) -> None:
    made = label("Nothing matches these filters and these letters. " * 4, wrap=True)
    qtbot.addWidget(made)
    made.resize(200, 10)
    made.show()
    assert made.minimumHeight() == made.heightForWidth(made.width()) > 2 * made.fontMetrics().height()


def test_words_that_are_not_shown_yet_do_not_make_their_window_high(qtbot: QtBot, styled: object) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    made = label("", wrap=True)
    column.addWidget(made)
    made.setText("Who is Provider forum, north, December 2026 for? " * 3)
    window.resize(1200, 60)
    window.show()
    assert made.minimumHeight() == made.heightForWidth(made.width()) < window.height() == 60


def test_a_label_shows_markup_as_it_is_written(qtbot: QtBot) -> None:
    made = label("<b>Rosewood</b>")
    qtbot.addWidget(made)
    assert made.textFormat() == Qt.TextFormat.PlainText


def test_rows_of_a_list_are_high_enough_to_hit(qtbot: QtBot, styled: object) -> None:
    made = QListWidget()
    qtbot.addWidget(made)
    give_room(made)
    made.addItem("Ashfield")
    assert made.sizeHintForRow(0) >= TARGET


def test_an_emptied_layout_lets_go_of_what_is_in_it_and_in_layouts_within(qtbot: QtBot) -> None:
    room = QWidget()
    qtbot.addWidget(room)
    column, row = QVBoxLayout(room), QHBoxLayout()
    inside = QLabel("inside")
    row.addWidget(inside)
    column.addLayout(row)
    column.addWidget(QLabel("below"))
    room.show()
    empty_layout(column)
    assert (column.count(), row.count(), inside.isHidden()) == (0, 0, True)


def test_the_pane_at_the_left_takes_what_room_there_is(qtbot: QtBot) -> None:
    made = side_by_side(QWidget(), QWidget(), sizes=(600, 300))
    qtbot.addWidget(made)
    made.resize(901, 300)
    made.show()
    made.resize(1201, 300)
    assert made.sizes() == [900, 300]


def test_what_has_too_little_room_scrolls_and_does_not_take_the_keyboard(
    qtbot: QtBot, styled: object
) -> None:
    inside = QWidget()
    inside.setMinimumSize(600, 900)
    made = scrolled(inside, "Open actions", sideways=False)
    qtbot.addWidget(made)
    made.resize(300, 300)
    made.show()
    assert inside.height() == 900 and made.verticalScrollBar().maximum() > 0
    assert not made.horizontalScrollBar().isVisible()
    assert (made.accessibleName(), made.focusPolicy()) == ("Open actions", Qt.FocusPolicy.NoFocus)
