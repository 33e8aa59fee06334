"""Paints the cards of a board: an outlined box with a name, a quieter line and pills."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.shell.looks.style import bold, look, points, style
from desktop.widgets.board.card_layout import CardShape, lines_of, pill_rows
from desktop.widgets.board.card_model import CardModel
from desktop.widgets.board.cards import Card
from desktop.widgets.pills import HEIGHT, paint_pill, pill_width, tone_of

_MARGIN, _PAD, _GAP, _ROUND = 4, 9, 5, 5
_MOST_TITLE, _MOST_SECOND = 3, 3
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_LEAST_WIDTH = 60


class CardPainter(QStyledItemDelegate):
    """Cards are laid out once for each width; colours and fonts are looked up once a theme."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self._shapes: dict[tuple[Card, int], CardShape] = {}
        self._look_up()
        worn = style()
        if worn is not None:
            worn.changed.connect(self._look_up)

    def _look_up(self) -> None:
        colours = look()
        self._colours = colours
        self._title, self._second, self._small = bold(10), points(9), points(9)
        self._title_metrics, self._second_metrics = QFontMetrics(self._title), QFontMetrics(self._second)
        self._pill = max(HEIGHT, self._second_metrics.height() + 4)
        self._shapes.clear()

    def shape_of(self, card: Card, width: int) -> CardShape:
        """How a card is laid out at this width of its column."""
        room = max(width - 2 * (_MARGIN + _PAD), _LEAST_WIDTH)
        found = self._shapes.get((card, room))
        if found is None:
            wide = [pill_width(self._second_metrics, words) + 1 for _, words in card.pills]
            found = CardShape(
                lines_of(card.title, self._title_metrics.horizontalAdvance, room, _MOST_TITLE),
                lines_of(card.second, self._second_metrics.horizontalAdvance, room, _MOST_SECOND),
                pill_rows(wide, room, _GAP),
            )
            self._shapes[card, room] = found
        return found

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As wide as the column, as high as its words."""
        model, width = index.model(), self._view.viewport().width()
        if not isinstance(model, CardModel):
            return QSize(width, 0)
        inner = self.shape_of(model.cards[index.row()], width).height(
            title=self._title_metrics.height(),
            second=self._second_metrics.height(),
            pill=self._pill,
            gap=_GAP,
        )
        return QSize(width, inner + 2 * (_MARGIN + _PAD) - 2)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """One card."""
        model = index.model()
        if isinstance(model, CardModel):
            self._paint_box(painter, option)
            self._paint_words(painter, option, model.cards[index.row()])

    def _paint_box(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        colours = self._colours
        edge = colours.accent if focus or chosen else colours.edge
        box = (
            QRectF(option.rect).adjusted(_MARGIN, _MARGIN - 1, -_MARGIN, -_MARGIN + 1).adjusted(1, 1, -1, -1)
        )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(edge), 2 if focus else 1))
        painter.setBrush(QColor(colours.selected if chosen else colours.page))
        painter.drawRoundedRect(box, _ROUND, _ROUND)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _paint_words(self, painter: QPainter, option: QStyleOptionViewItem, card: Card) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        colours, area = self._colours, option.rect
        shape = self.shape_of(card, area.width())
        left, top = area.left() + _MARGIN + _PAD, area.top() + _MARGIN + _PAD - 1
        width = area.width() - 2 * (_MARGIN + _PAD)
        for lines, font, metrics, ink in (
            (shape.title, self._title, self._title_metrics, colours.text),
            (shape.second, self._second, self._second_metrics, colours.quiet),
        ):
            painter.setFont(font)
            painter.setPen(QColor(colours.on_selected if chosen else ink))
            for line in lines:
                painter.drawText(QRect(left, top, width, metrics.height()), _LEFT, line)
                top += metrics.height()
            top += _GAP if lines else 0
        painter.setFont(self._small)
        for row in shape.pills:
            self._paint_pills(painter, card, row, QRectF(left, top, width, self._pill))
            top += self._pill + _GAP

    def _paint_pills(self, painter: QPainter, card: Card, row: tuple[int, ...], room: QRectF) -> None:
        for place in row:
            kind, words = card.pills[place]
            painter.setFont(self._small)
            paint_pill(painter, room, words, tone_of(kind, words), self._colours)
            room.setLeft(room.left() + pill_width(self._second_metrics, words) + 1 + _GAP)
