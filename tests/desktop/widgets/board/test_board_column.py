"""One column: what it says of itself, and cards above it."""

import pytest
from PySide6.QtCore import QMimeData
from pytestqt.qtbot import QtBot

from desktop.widgets.board.board_column import ColumnView
from desktop.widgets.board.card_list import carried_card
from desktop.widgets.board.cards import BoardColumn
from tests.desktop.widgets.board.board_cards import cards, go_away, hover, let_go

pytestmark = pytest.mark.usefixtures("styled")


@pytest.fixture
def column(qtbot: QtBot) -> ColumnView:
    made = ColumnView("board")
    qtbot.addWidget(made)
    made.show_column(BoardColumn("j", "Judging", cards("Ada", "Ben")), "nominee")
    made.resize(200, 300)
    made.show()
    return made


def test_its_heading_and_name_say_how_many(column: ColumnView) -> None:
    assert (
        column.heading.text().split() == ["Judging", "·", "2"]
        and column.list.accessibleName() == "Judging, 2 nominees"
    )


def test_an_empty_one_is_narrower_and_says_so(column: ColumnView) -> None:
    wide = column.minimumWidth()
    column.show_column(BoardColumn("j", "Judging", (), "Nobody yet"), "nominee")
    assert column.minimumWidth() < wide and column.list.accessibleName() == "Judging, no nominees"
    assert column.list.empty == "Nobody yet" and not column.list.grab().isNull()


def test_a_card_of_this_board_is_heard_above_it_and_let_go(column: ColumnView) -> None:
    hovered, dropped = [], []
    column.hovered.connect(hovered.append)
    column.dropped.connect(dropped.append)
    data = carried_card("board", "cat")
    assert hover(column, data).isAccepted()
    go_away(column)
    let_go(column, data)
    assert hovered == ["cat", "", "cat", ""] and dropped == ["cat"]


def test_what_is_no_card_of_this_board_is_not_taken(column: ColumnView) -> None:
    dropped: list[str] = []
    column.dropped.connect(dropped.append)
    assert not hover(column, QMimeData()).isAccepted()
    let_go(column, carried_card("another", "cat"))
    assert dropped == []


def test_it_is_marked_while_a_card_is_above_it(column: ColumnView) -> None:
    for how in ("yes", "no", ""):
        column.mark(how)
        assert column.property("drop") == how
