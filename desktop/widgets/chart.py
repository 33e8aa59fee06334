"""Small live charts painted on the page; the table beside says the same to everybody."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.shell.looks.look import SECTION_POINTS, Look, Tone, contrast
from desktop.shell.looks.style import bold, look, points
from resources.wording import number

_GAP, _PAD, _SWATCH = 8, 12, 10
_INK_DARK, _INK_LIGHT = "#1B1F24", "#FFFFFF"
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


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

    def figure(self, value: float) -> str:
        """A value with its unit."""
        return f"{number(value, 0 if float(value).is_integer() else 1)}{self.unit}"

    def _said(self, values: Sequence[float | None]) -> list[str]:
        named = zip(self.series, values, strict=True)
        return [f"{series} {self.figure(value)}" for series, value in named if value is not None]

    def largest(self) -> float:
        """What the longest bar stands for."""
        rows = [[value or 0.0 for value in values] for _, values in self.rows]
        return max((sum(row) if self.stacked else max(row, default=0.0) for row in rows), default=0.0)

    @property
    def segmented(self) -> bool:
        """Whether a bar is made of several parts, so that values stand within them."""
        return self.stacked and len(self.series) > 1


class BarChart(QWidget):
    """Horizontal bars from zero. Series are named over the first bar where there is room, else in a line above."""

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
        self.updateGeometry()
        self.update()

    # How large

    def sizeHint(self) -> QSize:
        """As high as its rows."""
        below = self._line() + 6 if self.bars.source else 4
        return QSize(420, self._top() + self._row_height() * len(self.bars.rows) + below)

    def minimumSizeHint(self) -> QSize:
        """As high as its rows."""
        return QSize(240, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Names of series may need another line."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def _line(self) -> int:
        return QFontMetrics(points(9)).height()

    def _bar(self) -> int:
        return self._line() + 3

    def _row_height(self) -> int:
        lanes = 1 if self.bars.stacked else max(1, len(self.bars.series))
        return self._bar() * lanes + _GAP

    def _heading(self) -> int:
        title, subtitle = self._heading_heights()
        return title + 2 + subtitle + 4

    def _heading_heights(self) -> tuple[int, int]:
        room, wrap = QRect(0, 0, max(240, self.width()), 1000), int(Qt.TextFlag.TextWordWrap)
        title = QFontMetrics(bold(SECTION_POINTS)).boundingRect(room, wrap, self.bars.title).height()
        subtitle = QFontMetrics(points(10)).boundingRect(room, wrap, self.bars.subtitle).height()
        return title, subtitle if self.bars.subtitle else 0

    def _top(self) -> int:
        if len(self.bars.series) < 2:
            return self._heading() + 4
        lines = 1 + max((line for _, line in self._key_places()), default=0)
        return self._heading() + lines * (self._line() + 4) + 2

    def _name_width(self) -> int:
        metrics = QFontMetrics(points(9))
        widest = max((metrics.horizontalAdvance(name) for name, _ in self.bars.rows), default=0)
        return min(widest + _PAD, self.width() // 3)

    def _bar_room(self) -> int:
        figures = [
            self.bars.figure(value) for _, values in self.bars.rows for value in values if value is not None
        ]
        metrics = QFontMetrics(points(9))
        beside = max((metrics.horizontalAdvance(figure) for figure in figures), default=0) + 10
        return max(40, self.width() - self._name_width() - (2 if self.bars.segmented else beside))

    def _key_places(self) -> list[tuple[int, int]]:
        """Where each series' name stands: x and line. Over the first bar's parts if all have room there."""
        return self._places_over_parts() or self._places_in_lines()

    def _places_over_parts(self) -> list[tuple[int, int]]:
        if not (self.bars.segmented and self.bars.rows):
            return []
        metrics, scale = QFontMetrics(points(9)), self._bar_room() / (self.bars.largest() or 1)
        x, places = float(self._name_width()), []
        for series, value in zip(self.bars.series, self.bars.rows[0][1], strict=True):
            width = (value or 0) * scale
            if metrics.horizontalAdvance(series) + _SWATCH + 12 > width:
                return []
            places.append((round(x), 0))
            x += width
        return places

    def _places_in_lines(self) -> list[tuple[int, int]]:
        metrics, x, line, places = QFontMetrics(points(9)), 0, 0, []
        for series in self.bars.series:
            width = metrics.horizontalAdvance(series) + _SWATCH + 22
            if x and x + width > self.width():
                x, line = 0, line + 1
            places.append((x, line))
            x += width
        return places

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        colours = look()
        self._paint_heading(painter, colours)
        painter.setFont(points(9))
        if len(self.bars.series) > 1:
            self._paint_key(painter, colours)
        named, y = self._name_width(), self._top()
        scale = self._bar_room() / (self.bars.largest() or 1)
        for name, values in self.bars.rows:
            painter.setPen(QColor(colours.text))
            words = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, named - 8)
            painter.drawText(QRect(0, y, named - 8, self._row_height() - _GAP), _LEFT, words)
            self._paint_row(painter, colours, QRectF(named, y, scale, self._bar()), values)
            y += self._row_height()
        painter.setPen(QColor(colours.edge))
        painter.drawLine(named, self._top() - 2, named, max(self._top(), y - _GAP + 2))
        painter.setPen(QColor(colours.quiet))
        painter.drawText(QRect(0, y, self.width(), self._line() + 4), _LEFT, self.bars.source)
        painter.end()

    def _paint_heading(self, painter: QPainter, colours: Look) -> None:
        painter.setFont(bold(SECTION_POINTS))
        painter.setPen(QColor(colours.text))
        title, subtitle = self._heading_heights()
        wrap = Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(QRect(0, 0, self.width(), title), wrap, self.bars.title)
        painter.setFont(points(10))
        painter.setPen(QColor(colours.quiet))
        painter.drawText(QRect(0, title + 2, self.width(), subtitle), wrap, self.bars.subtitle)

    def _paint_key(self, painter: QPainter, colours: Look) -> None:
        height = self._line()
        places = zip(self.bars.series, self._key_places(), strict=True)
        for at, (series, (x, line)) in enumerate(places):
            y = self._heading() + 2 + line * (height + 4)
            swatch = QRect(x, y + (height - _SWATCH) // 2, _SWATCH, _SWATCH)
            painter.fillRect(swatch, QColor(self._fill(colours, at)))
            painter.setPen(QColor(colours.edge))
            painter.drawRect(swatch)
            painter.setPen(QColor(colours.text))
            painter.drawText(QRect(x + _SWATCH + 5, y, self.width(), height), _LEFT, series)

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
