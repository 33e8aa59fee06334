"""Where the parts of a bar chart stand."""

from functools import cached_property
from itertools import accumulate

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
        return QSize(420, self.tops[-1] + below)

    def scale(self) -> float:
        """How many pixels stand for one."""
        return self.bar_room() / (self.bars.largest() or 1)

    def line(self) -> int:
        """The height of a line of small text."""
        return QFontMetrics(points(9)).height()

    def bar(self) -> int:
        """The height of a bar."""
        return self.line() + 3

    def lanes(self) -> int:
        """The height of the bars of a row."""
        return self.bar() * (1 if self.bars.stacked else max(1, len(self.bars.series)))

    @cached_property
    def heights(self) -> tuple[int, ...]:
        """The height of each row with the gap beneath it: that of its bars, or of a long name on several lines."""
        metrics, room = QFontMetrics(points(9)), QRect(0, 0, max(1, self.name_width() - GAP), 1000)
        wrap = int(Qt.TextFlag.TextWordWrap)
        return tuple(
            max(self.lanes(), metrics.boundingRect(room, wrap, name).height()) + GAP
            for name, _ in self.bars.rows
        )

    @cached_property
    def tops(self) -> tuple[int, ...]:
        """Where each row begins, and last where they end."""
        return tuple(accumulate(self.heights, initial=self.top()))

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
        room = self.width - self.name_width()
        if self.bars.segmented:
            return max(40, room - 2)
        metrics, longest = QFontMetrics(points(9)), self.bars.largest() or 1
        ends = [
            (self.bars.end(row, at) / longest, metrics.horizontalAdvance(self.bars.words(row, at)) + 10)
            for row, (_, values) in enumerate(self.bars.rows)
            for at in range(len(values))
        ]
        # words stand at the end of their own bar: those of a short bar take no room from a long one
        fitting = [(room - words) / part for part, words in ends if part > 0]
        return max(40, int(min([float(room), *fitting])))

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
