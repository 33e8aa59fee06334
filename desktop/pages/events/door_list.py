"""The door's list and its line of news, in type to be read from a chair's distance."""

from collections.abc import Sequence
from enum import Enum
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.shell.looks.look import Tone
from desktop.shell.looks.style import bold, look, points, with_text
from desktop.shell.messages import announce
from engagement.forums.at_the_door.door_search import DoorLine, DoorState
from engagement.forums.vocabulary import StatusClass

TYPE = 20.0
"""The smallest type at the door, in points."""

Index = QModelIndex | QPersistentModelIndex
_PAD, _GAP, _NARROW = 12, 16, 1000
_WIDEST = DoorState.NOT_ON_LIST.value  # so that the homes stand beneath each other
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)


class Mark(Enum):
    """The shape of a state."""

    RING = "ring"
    TICK = "tick"
    CROSS = "cross"
    ARROW = "arrow"
    PLUS = "plus"
    DASH = "dash"


_STATES = {
    DoorState.EXPECTED: (Tone.WAITING, Mark.RING),
    DoorState.PRESENT: (Tone.POSITIVE, Mark.TICK),
    DoorState.LEFT: (Tone.NEUTRAL, Mark.ARROW),
    DoorState.ON_LIST: (Tone.NEUTRAL, Mark.DASH),
    DoorState.NOT_ON_LIST: (Tone.NOT_RATED, Mark.PLUS),
}
_NEWS_MARKS = {Tone.POSITIVE: Mark.TICK, Tone.NEGATIVE: Mark.CROSS, Tone.WAITING: Mark.RING}
_ELIDE = Qt.TextElideMode.ElideRight
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


def home_of(line: DoorLine) -> str:
    """The service, or the provider of one who stands for the whole of it."""
    return line.service or line.provider


def state_words(line: DoorLine) -> str:
    """Expected, Here, Gone; of the others on the list what they answered."""
    if line.state is DoorState.ON_LIST and line.status is not None:
        return line.status.label
    return line.state.value


def _state_look(line: DoorLine) -> tuple[Tone, Mark]:
    said_no = line.status is not None and line.status.status_class is StatusClass.NEGATIVE
    return (Tone.NEGATIVE, Mark.CROSS) if said_no and line.state is DoorState.ON_LIST else _STATES[line.state]


def spoken(line: DoorLine) -> str:
    """The line as a screen reader says it."""
    return f"{line.name}, {home_of(line)}, {state_words(line)}"


class DoorModel(QAbstractListModel):
    """The lines found."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[DoorLine] = []

    def show_lines(self, lines: Sequence[DoorLine]) -> None:
        """Others than before."""
        self.beginResetModel()
        self.lines = list(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's own default
        """Qt's."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        """Qt's; answers at once for what it does not use."""
        if role not in (_DISPLAY, _SPOKEN) or not index.isValid():
            return None
        return spoken(self.lines[index.row()])


class DoorList(QListView):
    """Never has the keyboard: the field moves its cursor."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.door_model = DoorModel()
        self.door_model.setParent(self)
        self.setModel(self.door_model)
        self.setItemDelegate(_DoorPainter(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(name)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setUniformItemSizes(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)  # on a narrow screen a row has two lines
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_lines(self, lines: Sequence[DoorLine]) -> None:
        """Other lines, with the cursor on the first."""
        self.door_model.show_lines(lines)
        if lines:
            self._go_to(0)

    @property
    def line(self) -> DoorLine | None:
        """The line the cursor is on."""
        row = self.currentIndex().row()
        lines = self.door_model.lines
        return lines[row] if 0 <= row < len(lines) else None

    def step(self, steps: int) -> None:
        """The cursor up or down."""
        last = self.door_model.rowCount() - 1
        if last >= 0:
            self._go_to(min(last, max(0, self.currentIndex().row() + steps)))

    def _go_to(self, row: int) -> None:
        self.setCurrentIndex(self.door_model.index(row, 0))


class _DoorPainter(QStyledItemDelegate):
    """Name, home, and the state as word, shape and colour; on two lines where the screen is narrow."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """High enough for the type."""
        lines = 2 if _is_narrow(option) else 1
        return QSize(200, QFontMetrics(points(TYPE)).height() * lines + 14)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One line."""
        model = index.model()
        assert isinstance(model, DoorModel)
        line, area, colours = model.lines[index.row()], option.rect, look()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(area, QColor(colours.selected if chosen else colours.page))
        painter.fillRect(area.left(), area.bottom(), area.width(), 1, QColor(colours.hairline))
        if chosen:
            painter.fillRect(area.left(), area.top(), 6, area.height() - 1, QColor(colours.accent))
        room = area.adjusted(_PAD + 6, 0, -_PAD, -1)
        state = self._paint_state(painter, room, line)
        painter.setPen(QColor(colours.on_selected if chosen else colours.text))
        self._paint_words(painter, room.adjusted(0, 0, -state - _GAP, 0), line, _is_narrow(option))
        painter.restore()

    def _paint_words(self, painter: QPainter, room: QRect, line: DoorLine, narrow: bool) -> None:
        name, home = bold(TYPE), points(TYPE)
        if narrow:
            upper, lower = (
                room.adjusted(0, 4, 0, -room.height() // 2),
                room.adjusted(0, room.height() // 2, 0, -4),
            )
        else:
            home_width = QFontMetrics(home).horizontalAdvance(home_of(line))
            name_width = QFontMetrics(name).horizontalAdvance(line.name) + _GAP + 1
            split = max(int(room.width() * 0.4), min(name_width, room.width() - home_width))
            upper, lower = (
                QRect(room.left(), room.top(), split - _GAP, room.height()),
                room.adjusted(split, 0, 0, 0),
            )
        for font, part, words in ((name, upper, line.name), (home, lower, home_of(line))):
            painter.setFont(font)
            text = QFontMetrics(font).elidedText(words, _ELIDE, part.width())
            painter.drawText(part, _MIDDLE, text)

    def _paint_state(self, painter: QPainter, room: QRect, line: DoorLine) -> int:
        words, font = state_words(line), points(TYPE)
        metrics = QFontMetrics(font)
        size = metrics.ascent()
        width = metrics.horizontalAdvance(words) + size + 34
        pill = QRectF(
            room.right() - width, room.center().y() - metrics.height() / 2 - 2, width, metrics.height() + 4
        )
        tone, shape = _state_look(line)
        ink = look().pills[tone]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(ink.outline), 1))
        painter.setBrush(QColor(ink.fill))
        painter.drawRoundedRect(pill, 6, 6)
        mark = QRectF(pill.left() + 12, pill.center().y() - size / 2, size, size)
        paint_mark(painter, mark, shape, QColor(ink.text))
        painter.setFont(font)
        painter.setPen(QColor(ink.text))
        painter.drawText(pill.adjusted(size + 22, 0, 0, 0), _MIDDLE, words)
        return max(int(width), metrics.horizontalAdvance(_WIDEST) + size + 34)


def _is_narrow(option: QStyleOptionViewItem) -> bool:
    view = option.widget
    width = view.viewport().width() if isinstance(view, QAbstractItemView) else option.rect.width()
    return width < with_text(_NARROW)


def paint_mark(painter: QPainter, area: QRectF, shape: Mark, ink: QColor) -> None:
    """Draw a shape into the area."""
    inner = area.adjusted(
        area.width() * 0.15, area.height() * 0.15, -area.width() * 0.15, -area.height() * 0.15
    )
    path = QPainterPath()
    left, right, top, bottom, centre = (
        inner.left(),
        inner.right(),
        inner.top(),
        inner.bottom(),
        inner.center(),
    )
    strokes = {
        Mark.TICK: [[(left, centre.y()), (centre.x() - 2, bottom), (right, top)]],
        Mark.CROSS: [[(left, top), (right, bottom)], [(left, bottom), (right, top)]],
        Mark.ARROW: [[(left, centre.y()), (right, centre.y())], [(centre.x(), top), (right, centre.y())],
                       [(centre.x(), bottom), (right, centre.y())]],
        Mark.DASH: [[(left, centre.y()), (right, centre.y())]],
        Mark.PLUS: [[(centre.x(), top), (centre.x(), bottom)], [(left, centre.y()), (right, centre.y())]],
    }  # fmt: skip
    if shape is Mark.RING:
        path.addEllipse(inner)
    for points_of in strokes.get(shape, []):
        path.moveTo(QPointF(*points_of[0]))
        for x, y in points_of[1:]:
            path.lineTo(QPointF(x, y))
    painter.setPen(QPen(ink, 3, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)


class News(QWidget):
    """What just happened, on a ground and with a shape that say whether all is well. A screen reader hears it."""

    def __init__(self) -> None:
        super().__init__()
        self.text, self.tone = "", Tone.NEUTRAL
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def say(self, text: str, tone: Tone) -> None:
        """Show this until something else happens."""
        self.text, self.tone = text, tone
        self.setAccessibleName(text)
        self._fit()
        self.update()
        announce(self, text)

    def _room(self) -> int:
        return max(200, self.width() - self._left() - _PAD)

    def _left(self) -> int:
        """Where the words begin: after the shape, if there is one."""
        shape = QFontMetrics(bold(TYPE)).ascent() + _PAD if self.tone in _NEWS_MARKS else 0
        return _PAD + shape

    def _fit(self) -> None:
        metrics = QFontMetrics(bold(TYPE))
        flags = int(Qt.TextFlag.TextWordWrap)
        needed = metrics.boundingRect(QRect(0, 0, self._room(), 1000), flags, self.text or "X").height()
        self.setFixedHeight(max(needed, metrics.height()) + 20)

    def resizeEvent(self, event: Any) -> None:
        """As high as the words need."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink, font = look().pills[self.tone], bold(TYPE)
        size = QFontMetrics(font).ascent()
        painter.setPen(QPen(QColor(ink.outline), 1))
        painter.setBrush(QColor(ink.fill))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        shape = _NEWS_MARKS.get(self.tone)
        if shape is not None:
            mark = QRectF(_PAD, self.height() / 2 - size / 2, size, size)
            paint_mark(painter, mark, shape, QColor(ink.text))
        painter.setFont(font)
        painter.setPen(QColor(ink.text))
        room = self.rect().adjusted(self._left(), 0, -_PAD, 0)
        painter.drawText(room, int(_MIDDLE) | int(Qt.TextFlag.TextWordWrap), self.text)
        painter.end()
