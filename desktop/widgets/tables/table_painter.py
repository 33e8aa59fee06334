"""Paints the cells of a TableView: one pass in Python is quicker than Qt asking for seven roles a cell."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from desktop.shell.looks.look import PANE
from desktop.shell.looks.style import bold, look, points, style
from desktop.widgets.pills import paint_pill, tone_of
from desktop.widgets.tables.cell_model import CellModel
from desktop.widgets.tables.cells import PILLS, RIGHT
from desktop.widgets.tables.grouped_header import NARROW_PAD, begins_group

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_ELIDE = Qt.TextElideMode.ElideRight
_SELECTED = QStyle.StateFlag.State_Selected
_FOCUS = QStyle.StateFlag.State_HasFocus


class TablePainter(QStyledItemDelegate):
    """Ground, hairline beneath, then text or a pill. Colours and fonts are looked up once a theme."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._look_up()
        worn = style()
        if worn is not None:
            worn.changed.connect(self._look_up)

    def _look_up(self) -> None:
        colours = look()
        self._colours = colours
        self._ground, self._chosen = QColor(colours.page), QColor(colours.selected)
        self._text, self._on_chosen = QPen(QColor(colours.text)), QPen(QColor(colours.on_selected))
        self._hairline = QColor(colours.hairline)
        self._focus = QPen(QColor(colours.accent), 2)
        self._plain, self._bold, self._small = points(10), bold(10), points(9)
        self._plain_metrics, self._bold_metrics = QFontMetrics(self._plain), QFontMetrics(self._bold)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """One cell."""
        model = index.model()
        if not isinstance(model, CellModel):
            return
        at, area, state = index.column(), option.rect, option.state
        chosen = bool(state & _SELECTED)
        painter.fillRect(area, self._chosen if chosen else self._ground)
        painter.fillRect(area.left(), area.bottom(), area.width(), 1, self._hairline)
        if begins_group(model.columns, at):
            painter.fillRect(area.left(), area.top(), 1, area.height(), self._hairline)
        text = model.drawn(index.row(), at)
        kind = model.columns[at].kind
        if text and kind in PILLS:
            painter.setFont(self._small)
            paint_pill(
                painter, QRectF(area.adjusted(PANE - 2, 0, -4, -1)), text, tone_of(kind, text), self._colours
            )
        elif text:
            first = at == 0
            painter.setFont(self._bold if first else self._plain)
            painter.setPen(self._on_chosen if chosen else self._text)
            pad = NARROW_PAD if model.columns[at].group else PANE
            room = area.adjusted(pad, 0, -pad, -1)
            metrics = self._bold_metrics if first else self._plain_metrics
            if metrics.horizontalAdvance(text) > room.width():
                text = metrics.elidedText(text.replace("\n", " "), _ELIDE, room.width())
            painter.drawText(room, _RIGHT if kind in RIGHT else _LEFT, text)
        if state & _FOCUS:
            painter.setPen(self._focus)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area.adjusted(1, 1, -1, -2))

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As wide as the words, for a double click on a heading's edge."""
        model = index.model()
        text = model.drawn(index.row(), index.column()) if isinstance(model, CellModel) else ""
        metrics = self._bold_metrics if index.column() == 0 else self._plain_metrics
        kind = model.columns[index.column()].kind if isinstance(model, CellModel) else None
        extra = 24 if kind in PILLS else 0
        return QSize(metrics.horizontalAdvance(text) + 2 * PANE + extra, metrics.height() + 12)

    def helpEvent(self, event, view, option, index) -> bool:  # type: ignore[no-untyped-def]
        """The whole of a text that is cut short, as a tooltip."""
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        text, drawn = (say(index.row(), index.column()) for say in (index.model().text, index.model().drawn))
        cut = text != drawn or self.sizeHint(option, index).width() > option.rect.width()
        QToolTip.showText(event.globalPos(), text if cut else "", view)
        return True
