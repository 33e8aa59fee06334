"""Paints the lanes of a day, its hours, and the blocks in them."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from desktop.shell.looks.style import bold, look, points
from desktop.widgets.day_lanes_layout import Block, Box, Lane, LanesLayout

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_WRAPPED = _LEFT | Qt.TextFlag.TextWordWrap
_ROUND = 4


class LanesPainter:
    """With a painter, where everything stands, and the block that the cursor is on."""

    def __init__(
        self, painter: QPainter, stands: LanesLayout, lanes: Sequence[Lane], blocks: Sequence[Block], current: str, *,
        has_focus: bool,
    ) -> None:  # fmt: skip
        self._painter, self._stands, self._lanes, self._blocks = painter, stands, lanes, blocks
        self._current, self._has_focus, self._colours = current, has_focus, look()

    def paint(self, width: int) -> None:
        """All of it."""
        busy = {one.lane for one in self._blocks}
        for lane in self._lanes:
            self._paint_lane(lane, width, is_empty=lane.key not in busy)
        self._painter.setPen(QColor(self._colours.hairline))
        self._painter.drawLine(0, self._stands.height - 1, width, self._stands.height - 1)
        self._paint_hours(width)
        for one in self._blocks:
            self._paint_block(one, self._stands.boxes[one.key])

    def _paint_lane(self, lane: Lane, width: int, *, is_empty: bool) -> None:
        painter, box, left = self._painter, self._stands.tops[lane.key], self._stands.left
        painter.setPen(QColor(self._colours.hairline))
        painter.drawLine(0, box.top, width, box.top)
        painter.setPen(QColor(self._colours.text))
        painter.setFont(bold(9))
        painter.drawText(QRect(4, box.top, left - 8, box.height), _WRAPPED, lane.title)
        if lane.empty and is_empty:
            painter.setPen(QColor(self._colours.quiet))
            painter.setFont(points(9))
            painter.drawText(QRect(left + 4, box.top, width - left - 8, box.height), _WRAPPED, lane.empty)

    def _paint_hours(self, width: int) -> None:
        painter, stands = self._painter, self._stands
        painter.setFont(points(9))
        wide, every = painter.fontMetrics().horizontalAdvance("00:00") + 8, 60
        while stands.x(stands.hours[0] + every) - stands.x(stands.hours[0]) < wide and every < 480:
            every *= 2
        for minute in range(stands.hours[0], stands.hours[1] + 1, every):
            x = stands.x(minute)
            painter.setPen(QColor(self._colours.hairline))
            painter.drawLine(x, stands.head - 4, x, stands.height - 1)
            if x + wide <= width:
                painter.setPen(QColor(self._colours.quiet))
                painter.drawText(
                    QRect(x + 3, 0, wide, stands.head - 2), _LEFT, f"{minute // 60}:{minute % 60:02d}"
                )

    def _paint_block(self, one: Block, box: Box, *, lifted: bool = False) -> None:
        painter, colours, here = self._painter, self._colours, one.key == self._current
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = colours.selected if here else colours.sidebar if one.fixed else colours.raised
        painter.setBrush(QColor(ground))
        focus = here and (self._has_focus or lifted)
        pen = QPen(
            QColor(colours.accent if here or lifted or one.chosen else colours.edge),
            2 if focus or one.chosen else 1,
        )
        pen.setStyle(Qt.PenStyle.DashLine if one.fixed else Qt.PenStyle.SolidLine)
        painter.setPen(pen)
        area = QRectF(box.left, box.top, box.width, box.height).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(area, _ROUND, _ROUND)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setFont(points(9))
        painter.setPen(QColor(colours.on_selected if here else colours.quiet if one.fixed else colours.text))
        room = int(area.width()) - 8
        words = QFontMetrics(points(9)).elidedText(one.name, Qt.TextElideMode.ElideRight, room)
        painter.drawText(area.adjusted(5, 0, -3, 0), _LEFT, words if room > 14 else "")

    def paint_drag(self, held: Block, across: int, y: int, width: int) -> None:
        """A block as it is dragged: over its own lane to another time, over another lane as it is taken there."""
        stands, box = self._stands, self._stands.boxes[held.key]
        lane = stands.lane_at(y)
        target = stands.tops.get(lane)
        stays = lane == held.lane
        if target is not None and not stays:
            self._painter.setPen(QPen(QColor(self._colours.accent), 2))
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            self._painter.drawRect(1, target.top + 1, width - 3, target.height - 2)
        left = stands.x(held.begins + stands.minutes(across)) if stays else box.left
        self._paint_block(
            held, Box(left, box.top if stays else y - box.height // 2, box.width, box.height), lifted=True
        )
