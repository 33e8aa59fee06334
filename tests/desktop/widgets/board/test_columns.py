"""The cursor over all columns."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.widgets.board.columns import Columns
from tests.desktop.widgets.board.board_cards import cards, columns

pytestmark = pytest.mark.usefixtures("styled")


@pytest.fixture
def held(qtbot: QtBot) -> Columns:
    made = Columns("Things", one="thing")
    qtbot.addWidget(made)
    made.resize(420, 400)
    made.show_columns(columns(new=cards("Ada", "Ben", "Cat"), done=cards("Dot", "Eve")))
    made.show()
    qtbot.waitExposed(made)
    made.go_to("ada")
    return made


def press(held: Columns, qtbot: QtBot, key: Qt.Key) -> None:
    qtbot.keyClick(held.window().focusWidget(), key)


def test_the_cursor_is_on_one_card_of_all(held: Columns) -> None:
    told: list[str] = []
    held.current_changed.connect(told.append)
    held.go_to("dot")
    assert held.current_key == "dot" and told[-1] == "dot"
    assert [view.list.key for view in held.views] == ["", "", "dot"]


def test_arrows_go_through_an_empty_column_that_says_so(held: Columns, qtbot: QtBot) -> None:
    press(held, qtbot, Qt.Key.Key_Right)
    focus = held.window().focusWidget()
    assert focus is held.views[1].list and focus.accessibleName() == "Under way, no things"
    assert held.current_key == ""
    press(held, qtbot, Qt.Key.Key_Right)
    assert held.current_key == "dot"
    press(held, qtbot, Qt.Key.Key_Right)
    assert held.current_key == "dot"


def test_the_cursor_stays_on_its_card_wherever_that_goes(held: Columns) -> None:
    held.show_columns(columns(new=cards("Ben", "Cat"), doing=cards("Ada"), done=cards("Dot")))
    assert held.current_key == "ada" and held.views[1].list.key == "ada"
    assert held.window().focusWidget() is held.views[1].list


def test_a_card_that_is_gone_leaves_the_cursor_where_it_was(held: Columns) -> None:
    held.go_to("ben")
    held.show_columns(columns(new=cards("Ada", "Cat")))
    assert held.current_key == "cat"


def test_columns_come_and_go(held: Columns) -> None:
    held.show_columns(columns(new=cards("Ada"))[:1])
    assert len(held.views) == 1 and held.current_key == "ada"
    held.show_columns(columns(done=cards("Ada")))
    assert len(held.views) == 3 and held.column_of("ada") == held.columns[2]
    assert held.card("nobody") is None and held.column_of("nobody") is None


def test_the_column_of_the_cursor_is_scrolled_into_view(held: Columns) -> None:
    held.go_to("eve")
    assert held.area.horizontalScrollBar().value() > 0
    held.go_to("ada")
    assert held.area.horizontalScrollBar().value() == 0


def test_without_a_cursor_it_begins_with_the_first_card(held: Columns) -> None:
    held.views[0].list.leave()
    assert held.current_key == ""
    held.focus_first()
    assert held.current_key == "ada"
    assert held.cursor_at().x() > 0


def test_the_first_card_is_chosen_where_none_is_and_nobody_is_among_the_columns(qtbot: QtBot) -> None:
    made = Columns("Things", one="thing")
    qtbot.addWidget(made)
    made.show_columns(columns(doing=cards("Ada"), done=cards("Dot")))
    assert made.current_key == "ada"
    made.show_columns(columns())
    assert made.current_key == ""
