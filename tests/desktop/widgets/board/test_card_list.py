"""A column's list: its keys, its cursor and what it says."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from desktop.widgets.board.card_list import CARD, CardList, card_in, carried_card
from tests.desktop.widgets.board.board_cards import cards

pytestmark = pytest.mark.usefixtures("styled")


@pytest.fixture
def shown(qtbot: QtBot) -> CardList:
    made = CardList("board")
    qtbot.addWidget(made)
    made.cards.show_cards(cards("Ada", "Ben", "Cat"))
    made.resize(200, 400)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_keys_tell_where_to(shown: CardList, qtbot: QtBot) -> None:
    stepped, carried, opened = [], [], []
    shown.stepped.connect(stepped.append)
    shown.carried.connect(carried.append)
    shown.opened.connect(opened.append)
    shown.go_to(0)
    qtbot.keyClick(shown, Qt.Key.Key_Down)
    qtbot.keyClick(shown, Qt.Key.Key_Right)
    qtbot.keyClick(shown, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(shown, Qt.Key.Key_Return)
    assert (stepped, carried, opened, shown.key) == ([1], [-1], ["ben"], "ben")


def test_a_key_into_the_list_chooses_the_first_card_and_the_mouse_its_own(shown: CardList) -> None:
    shown.setFocus(Qt.FocusReason.TabFocusReason)
    assert shown.key == "ada" and shown.selectionModel().hasSelection()


def test_a_click_chooses_the_card_under_the_mouse(shown: CardList, qtbot: QtBot) -> None:
    at = shown.visualRect(shown.cards.index(2)).center()
    qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert shown.key == "cat"


def test_a_double_click_opens(shown: CardList, qtbot: QtBot) -> None:
    opened: list[str] = []
    shown.opened.connect(opened.append)
    at = shown.visualRect(shown.cards.index(1)).center()
    qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseDClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert opened == ["ben"]


def test_the_cursor_goes_to_the_last_card_where_there_are_fewer(shown: CardList) -> None:
    shown.go_to(9)
    assert shown.key == "cat" and shown.row_at(shown.height_of_cursor()) == 2
    assert shown.row_at(5000) == 2
    shown.leave()
    assert shown.key == "" and shown.height_of_cursor() == 0
    shown.cards.show_cards(())
    shown.go_to(0)
    assert shown.key == "" and shown.row_at(10) == -1


def test_where_a_card_may_go_is_asked_beside_it(shown: CardList, qtbot: QtBot) -> None:
    asked: list[QPoint] = []
    shown.asked.connect(asked.append)
    shown.go_to(1)
    qtbot.keyClick(shown, Qt.Key.Key_Menu)
    from PySide6.QtGui import QContextMenuEvent
    from PySide6.QtWidgets import QApplication

    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(1, 1))
    QApplication.sendEvent(shown.viewport(), event)
    assert asked and asked[-1] != QPoint(1, 1)


def test_a_card_on_its_way_is_known_by_its_own_board_alone() -> None:
    data = carried_card("board#1", "ada")
    assert (card_in(data, "board#1"), card_in(data, "board#2"), card_in(QMimeData(), "board#1")) == (
        "ada",
        "",
        "",
    )
    assert data.formats() == [CARD]


def test_a_screen_reader_hears_the_cards(shown: CardList) -> None:
    heard = QAccessible.queryAccessibleInterface(shown)
    assert heard is not None and heard.role() is QAccessible.Role.List
    names = [heard.child(at).text(QAccessible.Text.Name) for at in range(heard.childCount())]
    assert names == [f"{one}, Place of {one}, Submitted" for one in ("Ada", "Ben", "Cat")]
