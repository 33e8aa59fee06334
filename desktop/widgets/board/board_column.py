"""One column of a board: its heading, its cards, and what may be dropped on it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QFontMetrics
from PySide6.QtWidgets import QFrame, QVBoxLayout

from desktop.shell.looks.style import bold, with_text
from desktop.widgets.board.card_list import CardList, card_in
from desktop.widgets.board.cards import BoardColumn
from desktop.widgets.parts import label, restyle

_WIDTH, _EMPTY_WIDTH, _EDGES = 176, 96, 24
_HARD = "\N{NO-BREAK SPACE}"


class ColumnView(QFrame):
    """`hovered` with a card above it ('' when it has gone again), `dropped` with the card let go here."""

    hovered = Signal(str)
    dropped = Signal(str)

    def __init__(self, board: str) -> None:
        super().__init__()
        self._board = board
        self.key = self.title = ""
        self.setProperty("kind", "column")
        self.setAcceptDrops(True)
        self.heading = label("", "bold", wrap=True)
        self.list = CardList(board)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 6, 4, 4)
        column.setSpacing(4)
        column.addWidget(self.heading)
        column.addWidget(self.list, 1)

    def show_column(self, column: BoardColumn, one: str) -> None:
        """Its heading with the number of cards, and the cards; the cursor is put back by the board."""
        self.key, self.title = column.key, column.title
        self.heading.setText(f"{column.title}{_HARD}·{_HARD}{len(column.cards):,}")
        self.list.setAccessibleName(column.said(one))
        self.list.empty = column.empty
        if tuple(column.cards) != self.list.cards.cards:
            above = self.list.verticalScrollBar().value()
            self.list.cards.show_cards(column.cards)
            self.list.executeDelayedItemsLayout()
            self.list.verticalScrollBar().setValue(above)
        self.keep_room()

    def keep_room(self) -> None:
        """An empty column is narrower, so that the others have more; none is narrower than a word of its heading."""
        metrics = QFontMetrics(bold())
        word = max(metrics.horizontalAdvance(part) for part in self.heading.text().split(" "))
        least = _WIDTH if self.list.cards.cards else _EMPTY_WIDTH
        self.setMinimumWidth(max(with_text(least), word + _EDGES))

    def mark(self, how: str) -> None:
        """Whether what is above it may be let go here: yes, no or '' for nothing above it."""
        if self.property("drop") != how:
            self.setProperty("drop", how)
            restyle(self)

    # A card above it. It is taken also where it may not stay: then the reason is said when it is let go.

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A card of this board comes."""
        key = card_in(event.mimeData(), self._board)
        if key:
            event.acceptProposedAction()
            self.hovered.emit(key)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """It is still above."""
        if card_in(event.mimeData(), self._board):
            event.acceptProposedAction()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """It has gone on."""
        self.hovered.emit("")

    def dropEvent(self, event: QDropEvent) -> None:
        """It was let go."""
        key = card_in(event.mimeData(), self._board)
        self.hovered.emit("")
        if key:
            event.acceptProposedAction()
            self.dropped.emit(key)
