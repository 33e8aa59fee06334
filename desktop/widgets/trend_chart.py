"""A chart over time: dots with their intervals, joined by lines where they may be compared."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.shell.looks.look import SECTION_POINTS, Look
from desktop.shell.looks.style import bold, look, points
from desktop.widgets.bar_painter import paint_heading
from desktop.widgets.chart_layout import LEAST_WIDTH
from desktop.widgets.trend import Trend

_DOT, _CAP = 5.0, 4.0
_CENTRE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
_LINES = 9
"""How many lines of small text the plot is high."""


class TrendLayout:
    """Where the parts of a trend stand."""

    def __init__(self, trend: Trend, width: int) -> None:
        self.trend, self.width = trend, max(LEAST_WIDTH, width)
        room, wrap = QRect(0, 0, self.width, 1000), int(Qt.TextFlag.TextWordWrap)
        small = QFontMetrics(points(9))
        self.line = small.height()
        self.title = QFontMetrics(bold(SECTION_POINTS)).boundingRect(room, wrap, trend.title).height()
        subtitle = QFontMetrics(points(10)).boundingRect(room, wrap, trend.subtitle).height()
        above = self.title + 2 + (subtitle if trend.subtitle else 0) + 8
        left = small.horizontalAdvance(trend.figure(trend.top())) + 8
        # over the plot there is room for what is said of a break and of the highest point
        self.plot = QRectF(left, above + 2 * self.line, self.width - left - 4, _LINES * self.line)
        name = QRect(0, 0, max(40, int(self.step) - 6), 1000)
        names = [small.boundingRect(name, wrap, point.name).height() for point in trend.points]
        self.names = max(names, default=0)

    @property
    def step(self) -> float:
        """From one time to the next."""
        return self.plot.width() / max(1, len(self.trend.points))

    def x(self, at: int) -> float:
        """Where a time stands."""
        return self.plot.left() + self.step * (at + 0.5)

    def y(self, value: float) -> float:
        """Where a value stands."""
        return self.plot.bottom() - value / self.trend.top() * self.plot.height()

    def height(self) -> int:
        """All of it."""
        below = self.line + 6 if self.trend.source else 4
        return int(self.plot.bottom()) + 6 + self.names + 6 + below


def paint_trend(painter: QPainter, trend: Trend, width: int, colours: Look) -> None:
    """Draw it at the top left of what the painter draws on."""
    _TrendPainter(painter, trend, width, colours).paint()


class _TrendPainter:
    def __init__(self, painter: QPainter, trend: Trend, width: int, colours: Look) -> None:
        self._painter, self._trend, self._colours = painter, trend, colours
        self._stands = TrendLayout(trend, width)

    def paint(self) -> None:
        painter, trend, stands = self._painter, self._trend, self._stands
        room = QRect(0, 0, stands.width, stands.title)
        paint_heading(painter, self._colours, trend.title, trend.subtitle, room)
        painter.setFont(points(9))
        self._paint_grid()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_breaks()
        for before, after in trend.joined():
            painter.setPen(QPen(QColor(self._colours.chart[0]), 2))
            painter.drawLine(self._place(before), self._place(after))
        for at in range(len(trend.points)):
            self._paint_point(at)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QColor(self._colours.quiet))
        source = QRect(0, stands.height() - stands.line - 4, stands.width, stands.line + 4)
        painter.drawText(source, Qt.AlignmentFlag.AlignVCenter, trend.source)

    def _place(self, at: int) -> QPointF:
        return QPointF(self._stands.x(at), self._stands.y(self._trend.points[at].value or 0.0))

    def _paint_grid(self) -> None:
        plot, value = self._stands.plot, 0.0
        while value <= self._trend.top() + 1e-9:
            y = round(self._stands.y(value))
            self._painter.setPen(QColor(self._colours.edge if not value else self._colours.hairline))
            self._painter.drawLine(round(plot.left()), y, round(plot.right()), y)
            self._painter.setPen(QColor(self._colours.quiet))
            room = QRectF(0, y - self._stands.line / 2, plot.left() - 6, self._stands.line)
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            self._painter.drawText(room, right, self._trend.figure(value))
            value += self._trend.step()

    def _paint_breaks(self) -> None:
        """A dashed line between two times that may not be compared, and why."""
        plot, line = self._stands.plot, self._stands.line
        for at, point in enumerate(self._trend.points):
            if point.break_before:
                x = self._stands.x(at) - self._stands.step / 2
                self._painter.setPen(QPen(QColor(self._colours.edge), 1.5, Qt.PenStyle.DashLine))
                self._painter.drawLine(
                    QPointF(x, plot.top() - line), plot.bottomLeft() + QPointF(x - plot.left(), 0)
                )
                self._painter.setPen(QColor(self._colours.text))
                wide = self._painter.fontMetrics().horizontalAdvance(point.break_before) + 4
                left = min(max(0.0, x - wide / 2), self._stands.width - wide)
                self._painter.drawText(
                    QRectF(left, plot.top() - 2 * line, wide, line), _CENTRE, point.break_before
                )

    def _paint_point(self, at: int) -> None:
        painter, colours, stands, point = self._painter, self._colours, self._stands, self._trend.points[at]
        x, line = stands.x(at), stands.line
        painter.setPen(QColor(colours.text))
        name = QRectF(x - stands.step / 2 + 3, stands.plot.bottom() + 6, stands.step - 6, stands.names)
        painter.drawText(name, _CENTRE, point.name)
        words = self._trend.words(point)
        wide = painter.fontMetrics().horizontalAdvance(words) + 2
        if point.value is None:
            painter.drawText(
                QRectF(x - wide / 2, stands.plot.bottom() - line - 2, wide, line), _CENTRE, words
            )
            return
        place, top = self._place(at), stands.y(max(point.value, point.high or 0.0))
        if point.low is not None and point.high is not None:
            self._paint_interval(x, top, stands.y(point.low))
        painter.setPen(QPen(QColor(colours.page), 1.5))
        painter.setBrush(QColor(colours.chart[0]))
        painter.drawEllipse(place, _DOT, _DOT)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QColor(colours.text))
        above = QRectF(x - wide / 2, min(top, place.y() - _DOT) - line - 2, wide, line)
        painter.fillRect(above, QColor(colours.page))
        painter.drawText(above, _CENTRE, words)

    def _paint_interval(self, x: float, top: float, bottom: float) -> None:
        self._painter.setPen(QPen(QColor(self._colours.text), 1.5))
        self._painter.drawLine(QPointF(x, top), QPointF(x, bottom))
        for y in (top, bottom):
            self._painter.drawLine(QPointF(x - _CAP, y), QPointF(x + _CAP, y))


class TrendChart(QWidget):
    """A chart over time as part of a page."""

    def __init__(self, trend: Trend, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(LEAST_WIDTH)
        self.show_trend(trend)

    def show_trend(self, trend: Trend) -> None:
        """Show other figures."""
        self.trend = trend
        self.setAccessibleName(trend.title)
        self.setAccessibleDescription(trend.in_words())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As high as its parts at this width."""
        return QSize(420, TrendLayout(self.trend, self.width()).height())

    def minimumSizeHint(self) -> QSize:
        """No lower than that."""
        return QSize(LEAST_WIDTH, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words may need more lines."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        paint_trend(painter, self.trend, self.width(), look())
        painter.end()
