"""Moving cards: by the mouse, by keys and by a menu, and what is refused."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.widgets.board.board import Board
from desktop.widgets.board.card_list import card_in, carried_card
from resources.problem import Problem
from tests.desktop.accessibility import audit
from tests.desktop.widgets.board.board_cards import (
    CLOSED,
    Refuses,
    a_board,
    cards,
    columns,
    go_away,
    hover,
    let_go,
    view,
)

pytestmark = pytest.mark.usefixtures("styled")
_CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def rule() -> Refuses:
    return Refuses()


@pytest.fixture
def board(qtbot: QtBot, rule: Refuses) -> Board:
    made = a_board(qtbot, rule)
    made.columns.go_to("ada")
    return made


@pytest.fixture
def wanted(board: Board) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    board.wanted.connect(lambda key, column: found.append((key, column)))
    return found


def data(board: Board, key: str):  # type: ignore[no-untyped-def]
    return carried_card(board.columns.name, key)


def test_ctrl_and_an_arrow_ask_for_the_next_column(
    board: Board, wanted: list[tuple[str, str]], qtbot: QtBot
) -> None:
    qtbot.keyClick(view(board, "new").list, Qt.Key.Key_Right, _CTRL)
    assert wanted == [("ada", "doing")]


def test_one_key_is_one_column_and_one_that_refuses_says_why(
    board: Board, wanted: list[tuple[str, str]], rule: Refuses, qtbot: QtBot
) -> None:
    rule.also = "doing"
    with qtbot.captureExceptions() as raised:
        qtbot.keyClick(view(board, "new").list, Qt.Key.Key_Right, _CTRL)
    assert [str(error) for _, error, _ in raised] == ["It is full. Finish one first."]
    qtbot.keyClick(view(board, "new").list, Qt.Key.Key_Left, _CTRL)
    assert wanted == [] and board.current_key == "ada"
    board.columns.go_to("dot")
    with qtbot.captureExceptions() as raised:
        qtbot.keyClick(view(board, "done").list, Qt.Key.Key_Left, _CTRL)
    assert [str(error) for _, error, _ in raised] == [CLOSED]
    with pytest.raises(Problem, match="What is done stays done"):
        board.move_card("dot", "new")


def test_a_card_is_dragged_with_the_mouse_from_its_list_to_another_column(
    board: Board, wanted: list[tuple[str, str]], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Press, move and let go as Qt gets them; what the window system does in between is done here."""
    target, carried = view(board, "doing"), []

    def let_it_go(drag: QDrag, _actions: Qt.DropAction) -> Qt.DropAction:
        carried.append(card_in(drag.mimeData(), board.columns.name))
        dropped = let_go(target, drag.mimeData())
        assert dropped.isAccepted()
        return Qt.DropAction.MoveAction

    monkeypatch.setattr(QDrag, "exec", let_it_go)
    held = view(board, "new").list
    at = held.visualRect(held.cards.index(1)).center()
    qtbot.mousePress(held.viewport(), Qt.MouseButton.LeftButton, pos=at)
    away = QPoint(at.x() + 4 * QApplication.startDragDistance(), at.y() + 4)
    for place in (away, away + QPoint(8, 0)):
        moved = QMouseEvent(
            QEvent.Type.MouseMove, QPointF(place), QPointF(held.viewport().mapToGlobal(place)),
            Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        QApplication.sendEvent(held.viewport(), moved)
    qtbot.mouseRelease(held.viewport(), Qt.MouseButton.LeftButton, pos=away)
    assert carried == ["ben"]
    qtbot.waitUntil(lambda: wanted == [("ben", "doing")])


def test_letting_go_asks_once_the_mouse_is_free(
    board: Board, wanted: list[tuple[str, str]], qtbot: QtBot
) -> None:
    let_go(view(board, "doing"), data(board, "ben"))
    assert wanted == []
    qtbot.waitUntil(lambda: wanted == [("ben", "doing")])


def test_while_it_hovers_it_is_said_what_would_come_of_it(board: Board, rule: Refuses) -> None:
    usual = board.hint.text()
    hover(view(board, "doing"), data(board, "ada"))
    assert (
        board.hint.text() == "Let go to move Ada to “Under way”."
        and view(board, "doing").property("drop") == "yes"
    )
    go_away(view(board, "doing"))
    assert board.hint.text() == usual and view(board, "doing").property("drop") == ""
    hover(view(board, "new"), data(board, "dot"))
    assert board.hint.text() == CLOSED and board.hint.property("kind") == "error"
    assert view(board, "new").property("drop") == "no"


def test_its_own_column_is_neither_asked_nor_marked(board: Board, wanted: list[tuple[str, str]]) -> None:
    hover(view(board, "new"), data(board, "ada"))
    board.move_card("ada", "new")
    board.move_card("nobody", "new")
    assert view(board, "new").property("drop") == "" and wanted == []


def test_the_menu_has_every_column_and_says_why_one_refuses(
    board: Board, wanted: list[tuple[str, str]]
) -> None:
    menu = board.menu_for("ada")
    assert [one.text() for one in menu.actions() if not one.isSeparator()] == [
        "Open", "Move to Under way", "Move to Done",
    ]  # fmt: skip
    menu.actions()[2].trigger()
    assert wanted == [("ada", "doing")]
    refused = board.menu_for("dot").actions()[2]
    assert not refused.isEnabled() and refused.toolTip() == CLOSED


def test_the_menu_opens_beside_the_card(board: Board, qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QMenu

    board.ask_where()
    menu = next(one for one in board.findChildren(QMenu) if one.isVisible())
    opened: list[str] = []
    board.opened.connect(opened.append)
    menu.actions()[0].trigger()
    menu.close()
    assert opened == ["ada"]


def test_a_card_that_has_come_over_is_said(board: Board, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str] = []
    monkeypatch.setattr("desktop.widgets.board.board.announce", lambda _widget, words: heard.append(words))
    board.move_card("ada", "doing")
    board.show_columns(columns(new=cards("Ada", "Ben", "Cat"), done=cards("Dot")))
    assert heard == []
    board.show_columns(columns(new=cards("Ben", "Cat"), doing=cards("Ada"), done=cards("Dot")))
    board.show_columns(columns(new=cards("Ben", "Cat"), doing=cards("Ada"), done=cards("Dot")))
    assert heard == ["Ada is in Under way, 1 thing"]


def test_nothing_moves_where_nothing_may(board: Board, wanted: list[tuple[str, str]], qtbot: QtBot) -> None:
    board.allow_moves(False)
    qtbot.keyClick(view(board, "new").list, Qt.Key.Key_Right, _CTRL)
    hover(view(board, "doing"), data(board, "ada"))
    assert wanted == [] and view(board, "doing").property("drop") == ""
    assert [one.text() for one in board.menu_for("ada").actions() if not one.isSeparator()] == ["Open"]
    assert "Nothing can be moved here now" in board.hint.text()


def test_everything_that_takes_the_keyboard_has_a_name(board: Board) -> None:
    assert audit(board) == []


def test_five_hundred_cards_are_shown_quickly(board: Board) -> None:
    from time import perf_counter

    many = cards(*(f"Nominee number {at}" for at in range(500)))
    begun = perf_counter()
    board.show_columns(columns(new=many[:300], doing=many[300:]))
    board.columns.go_to("nominee number 480")
    board.grab()
    assert perf_counter() - begun < 1.0 and board.current_key == "nominee number 480"
