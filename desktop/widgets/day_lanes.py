"""A day as lanes: blocks from hour to hour, moved and taken to another lane by mouse or keys.

It is a picture of a table that stands beside it: whatever is done here can be done there too. The block with the
cursor is told to screen readers in words.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolTip, QWidget

from desktop.shell.looks.style import points, style, with_text
from desktop.widgets.day_lanes_layout import Block, Lane, LanesLayout, hours_around
from desktop.widgets.day_lanes_painter import LanesPainter

_BY_KEY = 15
"""Minutes by which a key moves a block."""


@dataclass
class _Drag:
    key: str
    began: QPoint
    now: QPoint
    moving: bool = False


class DayLanes(QWidget):
    """`current_changed` with the cursor, `opened` on Enter or a double click, `taken` to a lane, `moved` by minutes."""

    current_changed = Signal(str)
    opened = Signal(str)
    taken = Signal(str, str)
    moved = Signal(str, int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._lanes: tuple[Lane, ...] = ()
        self.blocks: tuple[Block, ...] = ()
        self._hours = (8 * 60, 18 * 60)
        self._drag: _Drag | None = None
        self.current = ""
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        worn = style()
        if worn is not None:
            worn.changed.connect(self._look_anew)

    # What is shown

    def show_day(self, lanes: Sequence[Lane], blocks: Sequence[Block], begins: int, ends: int) -> None:
        """Another day, or the same as it stands now; the cursor stays where it was."""
        self._lanes, self.blocks = (
            tuple(lanes),
            tuple(sorted(blocks, key=lambda one: (one.begins, one.ends, one.key))),
        )
        self._hours = hours_around(begins, ends, self.blocks)
        keys = [one.key for one in self.blocks]
        if self.current not in keys:
            self.current = keys[0] if keys else ""
        self._drag = None
        self._tell()
        self._look_anew()

    def go_to(self, key: str) -> None:
        """Put the cursor on a block."""
        if key != self.current and any(one.key == key for one in self.blocks):
            self.current = key
            self._tell()
            self.update()
            self.current_changed.emit(key)

    def block(self, key: str) -> Block:
        """One by its key."""
        return next(one for one in self.blocks if one.key == key)

    def layout_now(self) -> LanesLayout:
        """Where everything stands at this width."""
        line = max(with_text(24), QFontMetrics(points(9)).height() + 8)
        return LanesLayout(
            self._lanes, self.blocks, self._hours, width=self.width(), line=line, left=with_text(92)
        )

    def _tell(self) -> None:
        held = next((one for one in self.blocks if one.key == self.current), None)
        if held is None:
            self.setAccessibleDescription("No tasks")
            return
        lane = next((one.title for one in self._lanes if one.key == held.lane), "")
        self.setAccessibleDescription(f"{held.name}, {held.words}, {lane}")

    @Slot()
    def _look_anew(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As high as its lanes."""
        return QSize(with_text(560), self.layout_now().height)

    def minimumSizeHint(self) -> QSize:
        """The same, narrower."""
        return QSize(with_text(260), self.layout_now().height)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from block to block, with Ctrl they move it; Space takes it to the next lane; Enter opens it."""
        key, held = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        sideways = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(key))
        if sideways is not None and self.current:
            if held:
                self._move(self.current, sideways * _BY_KEY)
            else:
                self._step(sideways)
        elif key == Qt.Key.Key_Space and self.current:
            self._take_on(self.current)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current:
            self.opened.emit(self.current)
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        keys = [one.key for one in self.blocks]
        at = keys.index(self.current) + by
        if 0 <= at < len(keys):
            self.go_to(keys[at])

    def _take_on(self, key: str) -> None:
        """To the next of the lanes that take blocks."""
        held, lanes = self.block(key), [one.key for one in self._lanes if one.takes]
        if not held.fixed and held.lane in lanes and len(lanes) > 1:
            self.taken.emit(key, lanes[(lanes.index(held.lane) + 1) % len(lanes)])

    def _move(self, key: str, minutes: int) -> None:
        if minutes and not self.block(key).fixed:
            self.moved.emit(key, minutes)

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt's."""
        at = event.position().toPoint()
        key = self.layout_now().block_at(at.x(), at.y())
        if key and event.button() == Qt.MouseButton.LeftButton:
            self.go_to(key)
            self._drag = _Drag(key, at, at)
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Qt's."""
        at, drag = event.position().toPoint(), self._drag
        if drag is None:
            over = self.layout_now().block_at(at.x(), at.y())
            self.setCursor(Qt.CursorShape.OpenHandCursor if over else Qt.CursorShape.ArrowCursor)
            return
        drag.now = at
        if (at - drag.began).manhattanLength() >= QApplication.startDragDistance():
            drag.moving = not self.block(drag.key).fixed
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt's; a block that was let go over another lane is taken there, over its own it is moved."""
        drag, self._drag = self._drag, None
        self.update()
        if drag is None or not drag.moving:
            return
        held, stands = self.block(drag.key), self.layout_now()
        lane = stands.lane_at(drag.now.y())
        takes = {one.key for one in self._lanes if one.takes}
        if lane in takes and lane != held.lane:
            self.taken.emit(drag.key, lane)
        elif lane == held.lane:
            self._move(drag.key, stands.minutes(drag.now.x() - drag.began.x()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Qt's."""
        at = event.position().toPoint()
        key = self.layout_now().block_at(at.x(), at.y())
        self._drag = None
        if key:
            self.opened.emit(key)

    def event(self, event) -> bool:  # type: ignore[no-untyped-def]
        """Qt's; what a block is, where its name has no room."""
        if isinstance(event, QHelpEvent):
            key = self.layout_now().block_at(event.pos().x(), event.pos().y())
            held = self.block(key) if key else None
            QToolTip.showText(event.globalPos(), f"{held.name}, {held.words}" if held else "", self)
            return True
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt's."""
        painter, stands, drag = QPainter(self), self.layout_now(), self._drag
        painted = LanesPainter(
            painter, stands, self._lanes, self.blocks, self.current, has_focus=self.hasFocus()
        )
        painted.paint(self.width())
        if drag is not None and drag.moving:
            by = drag.now - drag.began
            painted.paint_drag(self.block(drag.key), by.x(), drag.now.y(), self.width())
        painter.end()
