"""Where the parts of a bar chart stand."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics

from desktop.shell.looks.look import SECTION_POINTS
from desktop.shell.looks.style import bold, points
from desktop.widgets.bars import Bars

GAP, SWATCH = 8, 10
_PAD = 12
LEAST_WIDTH = 240


class BarLayout:
    """Measured from what is shown, the width there is, and the size of text of now."""

    def __init__(self, bars: Bars, width: int) -> None:
        self.bars, self.width = bars, width

    def size(self) -> QSize:
        """As high as its rows."""
        below = self.line() + 6 if self.bars.source else 4
        return QSize(420, self.top() + self.row_height() * len(self.bars.rows) + below)

    def scale(self) -> float:
        """How many pixels stand for one."""
        return self.bar_room() / (self.bars.largest() or 1)

    def line(self) -> int:
        """The height of a line of small text."""
        return QFontMetrics(points(9)).height()

    def bar(self) -> int:
        """The height of a bar."""
        return self.line() + 3

    def row_height(self) -> int:
        """The height of a row with the gap beneath it."""
        lanes = 1 if self.bars.stacked else max(1, len(self.bars.series))
        return self.bar() * lanes + GAP

    def heading(self) -> int:
        """The height of title and subtitle."""
        title, subtitle = self.heading_heights()
        return title + 2 + subtitle + 4

    def heading_heights(self) -> tuple[int, int]:
        """The heights of title and subtitle, each wrapped to the width."""
        room, wrap = QRect(0, 0, max(LEAST_WIDTH, self.width), 1000), int(Qt.TextFlag.TextWordWrap)
        title = QFontMetrics(bold(SECTION_POINTS)).boundingRect(room, wrap, self.bars.title).height()
        subtitle = QFontMetrics(points(10)).boundingRect(room, wrap, self.bars.subtitle).height()
        return title, subtitle if self.bars.subtitle else 0

    def top(self) -> int:
        """Where the first row stands."""
        if len(self.bars.series) < 2:
            return self.heading() + 4
        lines = 1 + max((line for _, line in self.key_places()), default=0)
        return self.heading() + lines * (self.line() + 4) + 2

    def name_width(self) -> int:
        """The width of the rows' names."""
        metrics = QFontMetrics(points(9))
        widest = max((metrics.horizontalAdvance(name) for name, _ in self.bars.rows), default=0)
        return min(widest + _PAD, self.width * 2 // 5)

    def bar_room(self) -> int:
        """The width of the longest bar."""
        figures = [
            self.bars.figure(value) for _, values in self.bars.rows for value in values if value is not None
        ]
        metrics = QFontMetrics(points(9))
        beside = max((metrics.horizontalAdvance(figure) for figure in figures), default=0) + 10
        return max(40, self.width - self.name_width() - (2 if self.bars.segmented else beside))

    def key_places(self) -> list[tuple[int, int]]:
        """Where each series' name stands: x and line. Over the first bar's parts if all have room there."""
        return self._places_over_parts() or self._places_in_lines()

    def _places_over_parts(self) -> list[tuple[int, int]]:
        if not (self.bars.segmented and self.bars.rows):
            return []
        metrics, scale = QFontMetrics(points(9)), self.scale()
        x, places = float(self.name_width()), []
        for series, value in zip(self.bars.series, self.bars.rows[0][1], strict=True):
            width = (value or 0) * scale
            if metrics.horizontalAdvance(series) + SWATCH + 12 > width:
                return []
            places.append((round(x), 0))
            x += width
        return places

    def _places_in_lines(self) -> list[tuple[int, int]]:
        metrics, x, line, places = QFontMetrics(points(9)), 0, 0, []
        for series in self.bars.series:
            width = metrics.horizontalAdvance(series) + SWATCH + 22
            if x and x + width > self.width:
                x, line = 0, line + 1
            places.append((x, line))
            x += width
        return places
