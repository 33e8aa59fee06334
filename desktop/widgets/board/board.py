"""A board: a column for each state, cards in them, moved with the mouse, the keys or a menu.

It knows nothing of what it shows. `refusal` is asked whether a card may go to a column; `wanted` tells that somebody
wants it there, and whoever owns the board makes the change and shows the columns anew.
"""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from desktop.shell.looks.look import PANE
from desktop.shell.messages import announce
from desktop.widgets.board.board_column import ColumnView
from desktop.widgets.board.cards import BoardColumn
from desktop.widgets.board.columns import Columns
from desktop.widgets.parts import label, restyle
from resources.problem import Problem

Refusal = Callable[[str, str], str | None]
_HOW = "Drag a card to another column, or hold Ctrl and press an arrow key. Enter opens it."
_NOT_HERE = "Nothing can be moved here now. Enter opens a card."


class Board(QWidget):
    """`wanted(card, column)`, `opened(card)`, `current_changed(card)`. `one` is what a card is called."""

    wanted = Signal(str, str)
    opened = Signal(str)
    current_changed = Signal(str)

    def __init__(self, name: str, *, one: str, refusal: Refusal) -> None:
        super().__init__()
        self._refusal = refusal
        self._may_move = True
        self._moving = ("", "")
        self.columns = Columns(name, one=one)
        self.hint = label(_HOW, "small", wrap=True)
        self.hint.setContentsMargins(PANE, 0, PANE, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.columns, 1)
        column.addWidget(self.hint)
        self.columns.made.connect(self._listen)
        self.columns.current_changed.connect(self.current_changed)

    @Slot(object)
    def _listen(self, view: ColumnView) -> None:
        view.hovered.connect(partial(self._hover, view))
        view.dropped.connect(partial(self._dropped, view))
        view.list.carried.connect(partial(self._carry, view))
        view.list.opened.connect(self.opened)
        view.list.asked.connect(self._ask_at)

    # What is shown

    def show_columns(self, columns: Sequence[BoardColumn]) -> None:
        """Other cards, or the same in other columns; a card that was moved is said to have come where it is."""
        self.columns.show_columns(columns)
        key, before = self._moving
        card, now = self.columns.card(key), self.columns.column_of(key)
        if card is not None and now is not None and now.key != before:
            announce(self, f"{card.title} is in {now.said(self.columns.one)}")
            self._moving = ("", "")

    def allow_moves(self, allowed: bool) -> None:
        """Whether anything can be moved at all: not in a file that is read only."""
        self._may_move = allowed
        self._hint("")

    @property
    def current_key(self) -> str:
        """The card that the cursor is on; '' where it is on none."""
        return self.columns.current_key

    def focus_first(self) -> None:
        """The card that the cursor is on, else the first there is."""
        self.columns.focus_first()

    # Moving

    def refusal(self, key: str, column: str) -> str | None:
        """Why a card may not go to a column; None where it may."""
        now = self.columns.column_of(key)
        if not self._may_move or now is None or now.key == column:
            return ""
        return self._refusal(key, column)

    def move_card(self, key: str, column: str) -> None:
        """Ask for a card to go to a column; raises Problem with the reason where it may not."""
        refused = self.refusal(key, column)
        if refused:
            announce(self, refused)
            raise Problem(refused)
        now = self.columns.column_of(key)
        if refused is None and now is not None:
            self._moving = (key, now.key)
            self.wanted.emit(key, column)

    def _carry(self, view: ColumnView, way: int) -> None:
        """The card to the column beside it: one key is one column, and one that refuses says why."""
        key, at = view.list.key, self.columns.views.index(view) + way
        if key and 0 <= at < len(self.columns.columns):
            self.move_card(key, self.columns.columns[at].key)

    # By the mouse

    def _hover(self, view: ColumnView, key: str) -> None:
        card, refused = self.columns.card(key), self.refusal(key, view.key) if key else ""
        if card is None or refused == "":
            view.mark("")
            self._hint("")
            return
        view.mark("yes" if refused is None else "no")
        self._hint(refused or f"Let go to move {card.title} to “{view.title}”.", refused=refused is not None)
        self.columns.bring_near(view)

    def _hint(self, words: str, *, refused: bool = False) -> None:
        self.hint.setText(words or (_HOW if self._may_move else _NOT_HERE))
        self.hint.setProperty("kind", "error" if refused else "small")
        restyle(self.hint)

    def _dropped(self, view: ColumnView, key: str) -> None:
        # After Qt's own work of dragging is over: a dialog opened within it would wait for the mouse.
        QTimer.singleShot(0, self, partial(self.move_card, key, view.key))

    # By a menu

    def ask_where(self) -> None:
        """The menu of the card chosen, beside it."""
        if self.current_key:
            self._ask_at(self.columns.cursor_at())

    @Slot(QPoint)
    def _ask_at(self, at: QPoint) -> None:
        if self.current_key:
            self.menu_for(self.current_key).popup(at)

    def menu_for(self, key: str) -> QMenu:
        """Open it, or move it to each column that takes it; the others stand there, and say why they do not."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setToolTipsVisible(True)
        menu.addAction("Open").triggered.connect(partial(self.opened.emit, key))
        menu.addSeparator()
        for column in self.columns.columns:
            refused = self.refusal(key, column.key)
            if refused != "":
                action = menu.addAction(f"Move to {column.title}")
                action.setEnabled(refused is None)
                action.setToolTip(refused or "")
                action.triggered.connect(partial(self.move_card, key, column.key))
        return menu
