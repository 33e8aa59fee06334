"""Draws a bar chart, on a page or into a picture."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from desktop.shell.looks.look import SECTION_POINTS, Look, contrast
from desktop.shell.looks.style import bold, points
from desktop.widgets.bars import Bars
from desktop.widgets.chart_layout import GAP, SWATCH, BarLayout

_INK_DARK, _INK_LIGHT = "#1B1F24", "#FFFFFF"
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_WRAP = Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
_CAP = 3.0
_HATCHES = (
    None,
    None,
    Qt.BrushStyle.BDiagPattern,
    Qt.BrushStyle.Dense6Pattern,
    Qt.BrushStyle.HorPattern,
    Qt.BrushStyle.DiagCrossPattern,
)
"""Tell the series apart in grey, as the patterns of a document's charts do."""


def paint_heading(painter: QPainter, colours: Look, title: str, subtitle: str, room: QRect) -> None:
    """The finding and beneath it what is measured. `room` is as wide as the chart and as high as the title."""
    painter.setFont(bold(SECTION_POINTS))
    painter.setPen(QColor(colours.text))
    painter.drawText(room, _WRAP, title)
    painter.setFont(points(10))
    painter.setPen(QColor(colours.quiet))
    painter.drawText(QRect(0, room.height() + 2, room.width(), 1000), _WRAP, subtitle)


def paint_range(painter: QPainter, colours: Look, low: float, high: float, y: float) -> None:
    """An interval as a line with caps, seen on the bar and beside it."""
    for width, colour in ((4.0, colours.page), (1.5, colours.text)):
        painter.setPen(QPen(QColor(colour), width, c=Qt.PenCapStyle.FlatCap))
        reach = _CAP + (width - 1.5) / 2
        painter.drawLine(QRectF(low, y, high - low, 0).topLeft(), QRectF(low, y, high - low, 0).topRight())
        for x in (low, high):
            painter.drawLine(QRectF(x, y - reach, 0, 0).topLeft(), QRectF(x, y + reach, 0, 0).topLeft())


class BarPainter:
    """Draws `bars` as wide as `width`, at the top left of what the painter draws on."""

    def __init__(self, painter: QPainter, bars: Bars, width: int, colours: Look) -> None:
        self._painter, self._bars, self._colours = painter, bars, colours
        self._stands = BarLayout(bars, width)
        self._width = width

    def paint(self) -> None:
        """All of it."""
        painter, colours, stands, bars = self._painter, self._colours, self._stands, self._bars
        title, _ = stands.heading_heights()
        paint_heading(painter, colours, bars.title, bars.subtitle, QRect(0, 0, self._width, title))
        painter.setFont(points(9))
        if len(bars.series) > 1:
            self._paint_key()
        named, scale, unit = stands.name_width(), stands.scale(), stands.bar()
        for at, (name, values) in enumerate(bars.rows):
            y, height = stands.tops[at], stands.heights[at] - GAP
            painter.setPen(QColor(colours.text))
            room = QRect(0, y, named - 8, height)
            painter.drawText(room, _LEFT | Qt.TextFlag.TextWordWrap, self._fitting(name, named - 8))
            top = y + (height - stands.lanes()) / 2
            self._paint_row(at, QRectF(named, top, scale, unit), values)
        end = stands.tops[-1]
        painter.setPen(QColor(colours.edge))
        painter.drawLine(named, stands.top() - 2, named, max(stands.top(), end - GAP + 2))
        painter.setPen(QColor(colours.quiet))
        painter.drawText(QRect(0, end, self._width, stands.line() + 4), _LEFT, bars.source)

    def _fitting(self, name: str, room: int) -> str:
        """The name, its words shortened that no line can hold."""
        metrics, cut = self._painter.fontMetrics(), Qt.TextElideMode.ElideRight
        return " ".join(metrics.elidedText(word, cut, room) for word in name.split(" "))

    def _paint_key(self) -> None:
        painter, height = self._painter, self._stands.line()
        places = zip(self._bars.series, self._stands.key_places(), strict=True)
        for at, (series, (x, line)) in enumerate(places):
            y = self._stands.heading() + 2 + line * (height + 4)
            swatch = QRect(x, y + (height - SWATCH) // 2, SWATCH, SWATCH)
            self._fill(QRectF(swatch), at)
            painter.setPen(QColor(self._colours.edge))
            painter.drawRect(swatch)
            painter.setPen(QColor(self._colours.text))
            painter.drawText(QRect(x + SWATCH + 5, y, self._width, height), _LEFT, series)

    def _paint_row(self, row: int, first: QRectF, values: Sequence[float | None]) -> None:
        """Draw the row's bars from `first`: its place, its height, and as its width that of one unit."""
        x, y = first.left(), first.top()
        beside = not self._bars.segmented
        for at, value in enumerate(values):
            if value is None and not beside:
                continue
            width = max(1.0, value * first.width()) if value else 0.0
            bar = QRectF(x, y, width, first.height())
            if value is not None:
                self._fill(bar, at)
            if beside:
                self._paint_beside(row, at, bar, first)
            else:
                self._paint_within(row, at, bar)
            x, y = (bar.right(), y) if self._bars.stacked else (x, y + first.height())

    def _paint_beside(self, row: int, at: int, bar: QRectF, first: QRectF) -> None:
        """The interval over a bar, and its words after both."""
        end = bar.right()
        found = self._bars.range(row, at)
        if found is not None:
            low, high = (first.left() + part * first.width() for part in found)
            paint_range(self._painter, self._colours, low, high, bar.center().y())
            end = max(end, high)
        self._painter.setPen(QColor(self._colours.text))
        room = QRectF(end + 5, bar.top(), max(0.0, self._width - end - 5), bar.height())
        self._painter.drawText(room, _LEFT, self._bars.words(row, at))

    def _paint_within(self, row: int, at: int, bar: QRectF) -> None:
        words = self._bars.words(row, at)
        if self._painter.fontMetrics().horizontalAdvance(words) + 6 <= bar.width():
            fill = self._colour(at)
            light = contrast(_INK_LIGHT, fill) >= contrast(_INK_DARK, fill)
            self._painter.setPen(QColor(_INK_LIGHT if light else _INK_DARK))
            self._painter.drawText(bar, Qt.AlignmentFlag.AlignCenter, words)
        edge = QRectF(bar.right() - 1, bar.top(), 1, bar.height())
        self._painter.fillRect(edge, QColor(self._colours.page))

    def _fill(self, area: QRectF, at: int) -> None:
        """In the series' colour, with its pattern where its values do not stand within it."""
        self._painter.fillRect(area, QColor(self._colour(at)))
        hatch = None if self._bars.segmented else _HATCHES[at % len(_HATCHES)]
        if hatch is not None:
            self._painter.fillRect(area, QBrush(QColor(self._colours.page), hatch))

    def _colour(self, at: int) -> str:
        if at < len(self._bars.tones):
            return self._colours.pills[self._bars.tones[at]].fill
        place = self._bars.colours[at] if self._bars.colours else at
        return self._colours.chart[place % len(self._colours.chart)]
