"""The cards of one column on screen: a list of Qt's, so that a screen reader knows it; keys leave it sideways."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QMimeData, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDrag,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyleOptionViewItem

from desktop.shell.looks.style import look
from desktop.widgets.board.card_model import CardModel
from desktop.widgets.board.card_painter import CardPainter

CARD = "application/x-provider-desk-card"
_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CHOOSE = QItemSelectionModel.SelectionFlag.ClearAndSelect


class CardList(QListView):
    """`stepped` asks for the column beside this one, `carried` for its card to go there, `asked` where it may go."""

    stepped = Signal(int)
    carried = Signal(int)
    opened = Signal(str)
    asked = Signal(QPoint)
    entered_column = Signal()
    chosen = Signal(str)

    def __init__(self, board: str) -> None:
        super().__init__()
        self._board = board
        self.cards = CardModel(self)
        self.empty = ""
        self.setModel(self.cards)
        self.setProperty("kind", "cards")
        self.painter_of = CardPainter(self)
        self.setItemDelegate(self.painter_of)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.doubleClicked.connect(self._open)
        self.selectionModel().currentChanged.connect(self._tell)

    # Which card

    @property
    def key(self) -> str:
        """The card that the cursor is on; '' where it is on none."""
        row = self.currentIndex().row()
        return self.cards.cards[row].key if row >= 0 else ""

    def go_to(self, row: int) -> None:
        """Put the cursor on a card, the last one where there are fewer."""
        row = min(row, self.cards.rowCount() - 1)
        if row < 0:
            return
        index = self.cards.index(row)
        self.selectionModel().setCurrentIndex(index, _CHOOSE)
        self.scrollTo(index)

    def leave(self) -> None:
        """The cursor is in another column."""
        self.selectionModel().clear()

    def height_of_cursor(self) -> int:
        """How far down the cursor is, to go on from there in another column."""
        return self.visualRect(self.currentIndex()).center().y() if self.key else 0

    def row_at(self, height: int) -> int:
        """The card that far down, the last one where it is higher."""
        found = self.indexAt(QPoint(self.viewport().width() // 2, height)).row()
        return found if found >= 0 else self.cards.rowCount() - 1

    def _open(self, _index: QModelIndex) -> None:
        self.opened.emit(self.key)

    def _tell(self, _now: QModelIndex, _before: QModelIndex) -> None:
        if self.key:
            self.chosen.emit(self.key)

    # Keys, the mouse and dragging

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right leave the column, with Ctrl they take the card along; Enter opens it."""
        way = _SIDEWAYS.get(Qt.Key(event.key()))
        if way is not None:
            taking = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            (self.carried if taking else self.stepped).emit(way)
        elif event.key() in _ENTER and self.key:
            self.opened.emit(self.key)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """By a key the first card is chosen where none was; the mouse chooses for itself."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason and not self.selectionModel().hasSelection():
            self.go_to(max(0, self.currentIndex().row()))
        self.entered_column.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """By the mouse or the menu key."""
        if self.key:
            at = event.globalPos()
            if event.reason() is not QContextMenuEvent.Reason.Mouse:
                at = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
            self.asked.emit(at)

    def startDrag(self, _actions: Qt.DropAction) -> None:
        """Take the card that the cursor is on by the mouse."""
        if self.key:
            drag = QDrag(self)
            drag.setMimeData(carried_card(self._board, self.key))
            drag.setPixmap(self._picture())
            drag.setHotSpot(QPoint(20, 16))
            drag.exec(Qt.DropAction.MoveAction)

    def _picture(self) -> QPixmap:
        area = self.visualRect(self.currentIndex())
        ratio = self.devicePixelRatioF()
        made = QPixmap(area.size() * ratio)
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        option.rect = QRect(QPoint(0, 0), area.size())
        option.state |= QStyle.StateFlag.State_Selected
        painter = QPainter(made)
        self.painter_of.paint(painter, option, self.currentIndex())
        painter.end()
        return made

    # What it looks like

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt lays a list out anew for another height alone; lines are broken by the width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        """Larger letters make higher cards."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.scheduleDelayedItemsLayout()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The cards, or the words that stand where there is none."""
        super().paintEvent(event)
        if not self.cards.cards:
            painter = QPainter(self.viewport())
            painter.setPen(QColor(look().quiet))
            room = self.viewport().rect().adjusted(8, 8, -8, -8)
            where = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(room, int(where), self.empty)
            painter.end()


def carried_card(board: str, key: str) -> QMimeData:
    """A card on its way, as its own board knows it."""
    made = QMimeData()
    made.setData(CARD, f"{board}\n{key}".encode())
    return made


def card_in(data: QMimeData, board: str) -> str:
    """The key of the card that is on its way; '' for what is no card of this board."""
    whose, _, key = bytes(data.data(CARD).data()).decode().partition("\n")
    return key if whose == board else ""
