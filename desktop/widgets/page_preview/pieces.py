"""What is painted of each strip: a line of text, a row of a table, a picture, room to write."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPixmap

from desktop.widgets.page_preview.flow import Strip
from desktop.widgets.page_preview.laid_text import LaidText
from desktop.widgets.page_preview.paper import pt


@dataclass(frozen=True)
class Piece:
    """A strip with what is painted of it. Places are from the left of the text and the top of the strip."""

    strip: Strip

    def paint(self, painter: QPainter, at: QPointF) -> None:
        """Paint it with its top left there."""

    def link_at(self, x: float) -> str:
        """The name of the figure there; '' where there is none."""
        return ""

    def link_box(self, name: str) -> QRectF | None:
        """Where the words of a figure stand in it."""
        return None


@dataclass(frozen=True)
class LinePiece(Piece):
    """One line of a text. `label` stands to the left of the first, at its own place."""

    text: LaidText
    line: int
    left: float = 0.0
    label: LaidText | None = None
    label_left: float = 0.0

    def paint(self, painter: QPainter, at: QPointF) -> None:
        """Paint it with its top left there."""
        self.text.draw(painter, self.line, QPointF(at.x() + self.left, at.y()))
        if self.label is not None and not self.line:
            self.label.draw(painter, 0, QPointF(at.x() + self.label_left, at.y()))

    def link_at(self, x: float) -> str:
        """The name of the figure there; '' where there is none."""
        return self.text.link_at(self.line, x - self.left)

    def link_box(self, name: str) -> QRectF | None:
        """Where the words of a figure stand in it."""
        found = self.text.link_box(self.line, name)
        return found.translated(self.left, 0) if found is not None else None


@dataclass(frozen=True)
class RowPiece(Piece):
    """One row of a table: its cells with the left of each, a line beneath; a heading has a shade and a line above."""

    cells: Sequence[tuple[float, LaidText]]
    width: float
    line: str
    shade: str = ""
    inset: float = 0.0

    def paint(self, painter: QPainter, at: QPointF) -> None:
        """Paint it with its top left there."""
        area = QRectF(at.x(), at.y(), self.width, self.strip.height)
        if self.shade:
            painter.fillRect(area, QColor(self.shade))
        painter.setPen(QPen(QColor(self.line), pt(0.5)))
        if self.shade:
            painter.drawLine(QLineF(area.topLeft(), area.topRight()))
        painter.drawLine(QLineF(area.bottomLeft(), area.bottomRight()))
        for left, text in self.cells:
            text.draw_all(painter, QPointF(at.x() + left, at.y() + self.inset))


class Picture:
    """A PNG, read when it is first seen and kept at the size at which it is shown."""

    def __init__(self, png: bytes) -> None:
        self._png = png
        self._shown = QPixmap()

    def at_size(self, size: QSize) -> QPixmap:
        """The picture so many pixels large."""
        if self._shown.size() != size:
            whole = QImage.fromData(self._png)
            self._shown = QPixmap.fromImage(
                whole.scaled(
                    size,
                    Qt.AspectRatioMode.IgnoreAspectRatio,
                    Qt.TransformationMode.SmoothTransformation,
                )
            )
        return self._shown


@dataclass(frozen=True)
class PicturePiece(Piece):
    """A picture at the full width of the text."""

    picture: Picture
    width: float

    def paint(self, painter: QPainter, at: QPointF) -> None:
        """Paint it with its top left there."""
        area = QRectF(at.x(), at.y(), self.width, self.strip.height)
        pixels = painter.deviceTransform().mapRect(area).size().toSize()
        shown = self.picture.at_size(pixels.expandedTo(QSize(1, 1)))
        painter.drawPixmap(area, shown, QRectF(shown.rect()))


@dataclass(frozen=True)
class RulePiece(Piece):
    """A line across."""

    width: float
    colour: str

    def paint(self, painter: QPainter, at: QPointF) -> None:
        """Paint it with its top left there."""
        painter.setPen(QPen(QColor(self.colour), pt(1)))
        painter.drawLine(QLineF(at.x(), at.y(), at.x() + self.width, at.y()))


@dataclass(frozen=True)
class RoomPiece(Piece):
    """A line to write on, from where its label ends."""

    width: float
    colour: str
    label: LaidText | None = None

    def paint(self, painter: QPainter, at: QPointF) -> None:
        """Paint it with its top left there."""
        left = 0.0
        if self.label is not None:
            self.label.draw_all(painter, at)
            left = self.label.lines[0].naturalTextWidth() + pt(4)
        painter.setPen(QPen(QColor(self.colour), pt(0.5)))
        beneath = at.y() + self.strip.height - pt(1)
        painter.drawLine(QLineF(at.x() + left, beneath, at.x() + self.width, beneath))
