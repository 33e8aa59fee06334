"""A board of three columns for tests, with a rule of its own."""

from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.widgets.board.board import Board
from desktop.widgets.board.board_column import ColumnView
from desktop.widgets.board.cards import BoardColumn, Card
from resources.tables import ColumnKind

CLOSED = "What is done stays done. Add a new one."


def cards(*names: str) -> tuple[Card, ...]:
    return tuple(
        Card(name.lower(), name, f"Place of {name}", ((ColumnKind.STATUS, "Submitted"),)) for name in names
    )


def columns(**held: tuple[Card, ...]) -> list[BoardColumn]:
    titles = {"new": "New", "doing": "Under way", "done": "Done"}
    return [BoardColumn(key, title, held.get(key, ())) for key, title in titles.items()]


class Refuses:
    """What leaves “done” is refused, and so is what comes to “doing” while that is said."""

    def __init__(self) -> None:
        self.board: Board | None = None
        self.also: str = ""

    def __call__(self, key: str, column: str) -> str | None:
        held = self.board.columns.column_of(key) if self.board is not None else None
        if held is not None and held.key == "done":
            return CLOSED
        return "It is full. Finish one first." if column == self.also else None


def a_board(qtbot: QtBot, refuses: Refuses | None = None) -> Board:
    rule = refuses or Refuses()
    made = Board("Things to do", one="thing", refusal=rule)
    rule.board = made
    qtbot.addWidget(made)
    made.resize(700, 420)
    made.show_columns(columns(new=cards("Ada", "Ben", "Cat"), done=cards("Dot")))
    made.show()
    qtbot.waitExposed(made)
    return made


def view(board: Board, key: str) -> ColumnView:
    return next(one for one in board.columns.views if one.key == key)


def hover(on: ColumnView, data: QMimeData) -> QDragEnterEvent:
    come = QDragEnterEvent(
        on.rect().center(),
        Qt.DropAction.MoveAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(on, come)
    return come


def go_away(on: ColumnView) -> QEvent:
    gone = QDragLeaveEvent()
    QApplication.sendEvent(on, gone)
    return gone


def let_go(on: ColumnView, data: QMimeData) -> QDropEvent:
    """What hovers is let go; Qt drops on nothing else."""
    hover(on, data)
    dropped = QDropEvent(
        QPointF(on.rect().center()), Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(on, dropped)
    return dropped
