"""Small live charts painted on the page; the table beside says the same to everybody."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.shell.look import SECTION_POINTS, Look, Tone, contrast
from desktop.shell.style import bold, look, points
from resources.wording import number

_BAR, _GAP, _PAD = 18, 8, 12
_INK_DARK, _INK_LIGHT = "#1B1F24", "#FFFFFF"


@dataclass(frozen=True)
class Bars:
    """What a bar chart shows. A row is a label and one value per series; None is not shown.

    `title` is the finding; `subtitle` says measure, base and date. `tones` colours the series as ratings.
    """

    title: str
    series: tuple[str, ...]
    rows: Sequence[tuple[str, tuple[float | None, ...]]]
    subtitle: str = ""
    source: str = ""
    stacked: bool = True
    unit: str = ""
    tones: tuple[Tone, ...] = ()

    def in_words(self) -> str:
        """The chart as text."""
        rows = (f"{name}: {', '.join(self._said(values))}" for name, values in self.rows)
        return ". ".join(part for part in (self.title, self.subtitle, *rows, self.source) if part)

    def _said(self, values: Sequence[float | None]) -> list[str]:
        named = zip(self.series, values, strict=True)
        return [f"{series} {_figure(value, self.unit)}" for series, value in named if value is not None]


class BarChart(QWidget):
    """Horizontal bars from zero, labelled directly."""

    def __init__(self, bars: Bars, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(240)
        self.show_bars(bars)

    def show_bars(self, bars: Bars) -> None:
        """Show other figures."""
        self.bars = bars
        self.setAccessibleName(bars.title)
        self.setAccessibleDescription(bars.in_words())
        self.setToolTip("")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As high as its rows."""
        return QSize(
            420, self._top() + self._row_height() * len(self.bars.rows) + (24 if self.bars.source else 4)
        )

    def minimumSizeHint(self) -> QSize:
        """As high as its rows."""
        return QSize(240, self.sizeHint().height())

    def _row_height(self) -> int:
        lanes = 1 if self.bars.stacked else max(1, len(self.bars.series))
        return _BAR * lanes + _GAP

    def _top(self) -> int:
        line = QFontMetrics(points(10)).height()
        top = QFontMetrics(bold(SECTION_POINTS)).height() + 4
        top += line + 4 if self.bars.subtitle else 0
        return top + (line + 6 if len(self.bars.series) > 1 else 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        colours = look()
        y = self._paint_heading(painter, colours)
        named = self._name_width()
        room = QRect(named, y, max(40, self.width() - named - (56 if self._values_outside() else 4)), 0)
        if len(self.bars.series) > 1:
            self._paint_series_names(painter, colours, y - QFontMetrics(points(10)).height() - 6, named)
        scale = room.width() / (self._largest() or 1)
        painter.setFont(points(9))
        for name, values in self.bars.rows:
            height = self._row_height() - _GAP
            painter.setPen(QColor(colours.text))
            words = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, named - 8)
            painter.drawText(QRect(0, y, named - 8, height), Qt.AlignmentFlag.AlignVCenter, words)
            self._paint_row(painter, colours, room.left(), y, scale, values)
            y += self._row_height()
        painter.setPen(QColor(colours.hairline))
        painter.drawLine(named, self._top(), named, y - _GAP)
        if self.bars.source:
            painter.setPen(QColor(colours.quiet))
            painter.drawText(QRect(0, y, self.width(), 20), Qt.AlignmentFlag.AlignVCenter, self.bars.source)
        painter.end()

    def _paint_heading(self, painter: QPainter, colours: Look) -> int:
        painter.setFont(bold(SECTION_POINTS))
        painter.setPen(QColor(colours.text))
        metrics = painter.fontMetrics()
        title = metrics.elidedText(self.bars.title, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(QRect(0, 0, self.width(), metrics.height()), Qt.AlignmentFlag.AlignVCenter, title)
        if self.bars.subtitle:
            painter.setFont(points(10))
            painter.setPen(QColor(colours.quiet))
            at = QRect(0, metrics.height() + 2, self.width(), painter.fontMetrics().height() + 2)
            painter.drawText(at, Qt.AlignmentFlag.AlignVCenter, self.bars.subtitle)
        return self._top()

    def _paint_series_names(self, painter: QPainter, colours: Look, y: int, x: int) -> None:
        painter.setFont(points(9))
        metrics = painter.fontMetrics()
        for at, series in enumerate(self.bars.series):
            painter.fillRect(QRect(x, y + 3, 10, 10), QColor(self._fill(colours, at)))
            painter.setPen(QColor(colours.edge))
            painter.drawRect(QRect(x, y + 3, 10, 10))
            painter.setPen(QColor(colours.text))
            painter.drawText(QRect(x + 15, y, 200, 16), Qt.AlignmentFlag.AlignVCenter, series)
            x += metrics.horizontalAdvance(series) + 30

    def _paint_row(
        self,
        painter: QPainter,
        colours: Look,
        left: int,
        y: int,
        scale: float,
        values: Sequence[float | None],
    ) -> None:
        x = float(left)
        for at, value in enumerate(values):
            if value:
                bar = QRectF(x, y, max(1.0, value * scale), _BAR)
                painter.fillRect(bar, QColor(self._fill(colours, at)))
                if self.bars.stacked:
                    painter.fillRect(QRectF(bar.right() - 1, y, 1, _BAR), QColor(colours.page))
            else:
                bar = QRectF(x, y, 0, _BAR)
            if value is not None:
                self._paint_value(painter, colours, bar, at, value)
            if self.bars.stacked:
                x += bar.width()
            else:
                y += _BAR

    def _paint_value(self, painter: QPainter, colours: Look, bar: QRectF, at: int, value: float) -> None:
        words = _figure(value, self.bars.unit)
        width = painter.fontMetrics().horizontalAdvance(words) + 6
        if self._values_outside():
            painter.setPen(QColor(colours.text))
            painter.drawText(
                QRectF(bar.right() + 4, bar.top(), 60, _BAR), Qt.AlignmentFlag.AlignVCenter, words
            )
        elif width <= bar.width():
            fill = self._fill(colours, at)
            light = contrast(_INK_LIGHT, fill) >= contrast(_INK_DARK, fill)
            painter.setPen(QColor(_INK_LIGHT if light else _INK_DARK))
            painter.drawText(bar, Qt.AlignmentFlag.AlignCenter, words)

    def _values_outside(self) -> bool:
        return not self.bars.stacked or len(self.bars.series) == 1

    def _fill(self, colours: Look, at: int) -> str:
        if at < len(self.bars.tones):
            return colours.pills[self.bars.tones[at]].fill
        return colours.chart[at % len(colours.chart)]

    def _largest(self) -> float:
        rows = [[value or 0 for value in values] for _, values in self.bars.rows]
        return max((sum(row) if self.bars.stacked else max(row, default=0) for row in rows), default=0)

    def _name_width(self) -> int:
        metrics = QFontMetrics(points(9))
        widest = max((metrics.horizontalAdvance(name) for name, _ in self.bars.rows), default=0)
        return min(widest + _PAD, self.width() // 3)


def _figure(value: float, unit: str) -> str:
    return f"{number(value, 0 if float(value).is_integer() else 1)}{unit}"
