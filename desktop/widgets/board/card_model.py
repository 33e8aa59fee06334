"""The cards of one column, as Qt's lists ask for them."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.widgets.board.cards import Card

_SAID = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)


class CardModel(QAbstractListModel):
    """Cards in their order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.cards: tuple[Card, ...] = ()
        self._rows: dict[str, int] = {}

    def show_cards(self, cards: Sequence[Card]) -> None:
        """Other cards; the views forget where they were."""
        self.beginResetModel()
        self.cards = tuple(cards)
        self._rows = {card.key: row for row, card in enumerate(self.cards)}
        self.endResetModel()

    def row_of(self, key: str) -> int:
        """Where a card is; -1 where it is not here."""
        return self._rows.get(key, -1)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        """How many cards."""
        return 0 if parent is not None and parent.isValid() else len(self.cards)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """To be chosen, and to be dragged."""
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """A card's name, or all that it says."""
        if not index.isValid():
            return None
        card = self.cards[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return card.title
        return card.said if role in _SAID else None
