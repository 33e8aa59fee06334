"""Text broken into lines at a width, which it keeps."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from desktop.widgets.page_preview.links import Link
from desktop.widgets.page_preview.paper import LINE

_LINE_END = "\N{LINE SEPARATOR}"


class LaidText:
    """Lines of one font and colour. Figures in it are drawn as quiet links."""

    def __init__(
        self,
        text: str,
        face: QFont,
        width: float,
        *,
        colour: str,
        links: Sequence[Link] = (),
        link_colour: str = "",
        right: bool = False,
        bold_to: int = 0,
    ) -> None:
        self.links = tuple(links)
        self.pitch = face.pixelSize() * LINE
        self._colour = QColor(colour)
        self._layout = QTextLayout(text.replace("\r\n", "\n").replace("\n", _LINE_END), face)
        option = QTextOption(Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setUseDesignMetrics(True)
        self._layout.setTextOption(option)
        self._layout.setCacheEnabled(True)
        self._dress(link_colour, bold_to)
        self.lines: tuple[QTextLine, ...] = tuple(self._broken(width))

    def _dress(self, link_colour: str, bold_to: int) -> None:
        ranges = [_range(link.start, link.end, _link_format(link_colour)) for link in self.links]
        if bold_to:
            made = QTextCharFormat()
            made.setFontWeight(QFont.Weight.Bold)
            ranges.append(_range(0, bold_to, made))
        if ranges:
            self._layout.setFormats(ranges)

    def _broken(self, width: float) -> list[QTextLine]:
        lines = []
        self._layout.beginLayout()
        while True:
            line = self._layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            line.setPosition(QPointF(0, 0))
            lines.append(line)
        self._layout.endLayout()
        return lines

    @property
    def height(self) -> float:
        """Of all lines."""
        return self.pitch * len(self.lines)

    def draw(self, painter: QPainter, number: int, at: QPointF) -> None:
        """One line, its top left there."""
        line = self.lines[number]
        painter.setPen(self._colour)
        line.draw(painter, QPointF(at.x(), at.y() + (self.pitch - line.height()) / 2))

    def draw_all(self, painter: QPainter, at: QPointF) -> None:
        """All lines, the first there."""
        for number in range(len(self.lines)):
            self.draw(painter, number, QPointF(at.x(), at.y() + number * self.pitch))

    def link_at(self, number: int, x: float) -> str:
        """The name of the figure so far from the left of a line; '' where there is none."""
        line = self.lines[number]
        if not self.links or not 0 <= x <= line.naturalTextWidth():
            return ""
        at = line.xToCursor(x, QTextLine.CursorPosition.CursorOnCharacter)
        return next((link.name for link in self.links if link.start <= at < link.end), "")

    def link_box(self, number: int, name: str) -> QRectF | None:
        """Where the words of a figure stand on a line, from the line's left and top."""
        line = self.lines[number]
        first, last = line.textStart(), line.textStart() + line.textLength()
        link = next((one for one in self.links if one.name == name), None)
        if link is None or link.end <= first or link.start >= last:
            return None
        left, right = _x(line, max(link.start, first)), _x(line, min(link.end, last))
        return QRectF(left, 0, right - left, self.pitch)


def _x(line: QTextLine, at: int) -> float:
    found: Any = line.cursorToX(at)  # with the cursor where it would stand, which Qt’s own hints leave out
    return float(found[0] if isinstance(found, tuple) else found)


def _range(start: int, end: int, how: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, end - start, how
    return made


def _link_format(colour: str) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(QColor(colour))
    made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
    made.setUnderlineColor(QColor(colour))
    return made
