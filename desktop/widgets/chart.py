"""Small live charts painted on the page; the table beside says the same to everybody."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.shell.looks.look import SECTION_POINTS, Look, contrast
from desktop.shell.looks.style import bold, look, points
from desktop.widgets.bars import Bars
from desktop.widgets.chart_layout import GAP, LEAST_WIDTH, SWATCH, BarLayout

__all__ = ["BarChart", "Bars"]

_INK_DARK, _INK_LIGHT = "#1B1F24", "#FFFFFF"
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class BarChart(QWidget):
    """Horizontal bars from zero. Series are named over the first bar where there is room, else in a line above."""

    def __init__(self, bars: Bars, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(LEAST_WIDTH)
        self.show_bars(bars)

    def show_bars(self, bars: Bars) -> None:
        """Show other figures."""
        self.bars = bars
        self.setAccessibleName(bars.title)
        self.setAccessibleDescription(bars.in_words())
        self.updateGeometry()
        self.update()

    # How large

    def sizeHint(self) -> QSize:
        """As high as its rows."""
        return self._layout.size()

    def minimumSizeHint(self) -> QSize:
        """As high as its rows."""
        return QSize(LEAST_WIDTH, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Names of series may need another line."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    @property
    def _layout(self) -> BarLayout:
        return BarLayout(self.bars, self.width())

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        colours, stands = look(), self._layout
        self._paint_heading(painter, colours)
        painter.setFont(points(9))
        if len(self.bars.series) > 1:
            self._paint_key(painter, colours)
        named, y, scale = stands.name_width(), stands.top(), stands.scale()
        for name, values in self.bars.rows:
            painter.setPen(QColor(colours.text))
            words = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, named - 8)
            painter.drawText(QRect(0, y, named - 8, stands.row_height() - GAP), _LEFT, words)
            self._paint_row(painter, colours, QRectF(named, y, scale, stands.bar()), values)
            y += stands.row_height()
        painter.setPen(QColor(colours.edge))
        painter.drawLine(named, stands.top() - 2, named, max(stands.top(), y - GAP + 2))
        painter.setPen(QColor(colours.quiet))
        painter.drawText(QRect(0, y, self.width(), stands.line() + 4), _LEFT, self.bars.source)
        painter.end()

    def _paint_heading(self, painter: QPainter, colours: Look) -> None:
        painter.setFont(bold(SECTION_POINTS))
        painter.setPen(QColor(colours.text))
        title, subtitle = self._layout.heading_heights()
        wrap = Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(QRect(0, 0, self.width(), title), wrap, self.bars.title)
        painter.setFont(points(10))
        painter.setPen(QColor(colours.quiet))
        painter.drawText(QRect(0, title + 2, self.width(), subtitle), wrap, self.bars.subtitle)

    def _paint_key(self, painter: QPainter, colours: Look) -> None:
        height = self._layout.line()
        places = zip(self.bars.series, self._layout.key_places(), strict=True)
        for at, (series, (x, line)) in enumerate(places):
            y = self._layout.heading() + 2 + line * (height + 4)
            swatch = QRect(x, y + (height - SWATCH) // 2, SWATCH, SWATCH)
            painter.fillRect(swatch, QColor(self._fill(colours, at)))
            painter.setPen(QColor(colours.edge))
            painter.drawRect(swatch)
            painter.setPen(QColor(colours.text))
            painter.drawText(QRect(x + SWATCH + 5, y, self.width(), height), _LEFT, series)

    def _paint_row(
        self, painter: QPainter, colours: Look, first: QRectF, values: Sequence[float | None]
    ) -> None:
        """Draw the row's bars from `first`: its place, its height, and as its width that of one unit."""
        x, y = first.left(), first.top()
        for at, value in enumerate(values):
            if value is None:
                continue
            bar = QRectF(x, y, max(1.0, value * first.width()) if value else 0, first.height())
            painter.fillRect(bar, QColor(self._fill(colours, at)))
            self._paint_value(painter, colours, bar, at, value)
            if self.bars.segmented:
                painter.fillRect(QRectF(bar.right() - 1, y, 1, bar.height()), QColor(colours.page))
            x, y = (bar.right(), y) if self.bars.stacked else (x, y + first.height())

    def _paint_value(self, painter: QPainter, colours: Look, bar: QRectF, at: int, value: float) -> None:
        words = self.bars.figure(value)
        if not self.bars.segmented:
            painter.setPen(QColor(colours.text))
            painter.drawText(QRectF(bar.right() + 4, bar.top(), 200, bar.height()), _LEFT, words)
        elif painter.fontMetrics().horizontalAdvance(words) + 6 <= bar.width():
            fill = self._fill(colours, at)
            light = contrast(_INK_LIGHT, fill) >= contrast(_INK_DARK, fill)
            painter.setPen(QColor(_INK_LIGHT if light else _INK_DARK))
            painter.drawText(bar, Qt.AlignmentFlag.AlignCenter, words)

    def _fill(self, colours: Look, at: int) -> str:
        if at < len(self.bars.tones):
            return colours.pills[self.bars.tones[at]].fill
        return colours.chart[at % len(colours.chart)]
