"""A heading of two storeys: what several columns have in common stands once, over them."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPolygon
from PySide6.QtWidgets import QHeaderView, QWidget

from desktop.shell.looks.style import bold, look
from desktop.widgets.tables.cell_model import CellModel
from desktop.widgets.tables.cells import RIGHT
from resources.tables import Column

NARROW_PAD = 4
"""The room beside the text of a column that stands in a group."""

_BELOW = 8
_BAND_GAP = 6
_BOTTOM = Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextWordWrap
_MARK = 4


def band_height() -> int:
    """How high the upper storey is."""
    return QFontMetrics(bold(10)).lineSpacing() + _BAND_GAP


def heading_in_group(column: Column) -> str:
    """The heading without the name of the group, which it says before a colon to whoever hears it alone."""
    return column.heading.rpartition(": ")[2] if column.group else column.heading


def begins_group(columns: tuple[Column, ...], at: int) -> bool:
    """Whether a line is to stand before this column."""
    return bool(columns[at].group) and (at == 0 or columns[at - 1].group != columns[at].group)


class GroupedHeader(QHeaderView):
    """Columns of a group share the room that the others leave, and stay in their order."""

    def __init__(self, model: CellModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._columns = model.columns

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        """Qt's; a section draws its part of what stands over the whole group."""
        column = self._columns[logical]
        if not column.group:
            super().paintSection(painter, rect, logical)
            return
        painter.save()
        painter.setClipRect(rect)
        painter.fillRect(rect, QColor(look().raised))
        painter.setPen(QColor(look().quiet))
        painter.setFont(bold(10))
        band = self._band(column.group, rect)
        painter.drawText(band.adjusted(_BAND_GAP, _BAND_GAP, 0, 0), Qt.AlignmentFlag.AlignLeft, column.group)
        side = Qt.AlignmentFlag.AlignRight if column.kind in RIGHT else Qt.AlignmentFlag.AlignLeft
        room = rect.adjusted(NARROW_PAD, 0, -NARROW_PAD, -_BELOW)
        painter.drawText(room, side | _BOTTOM, heading_in_group(column))
        self._paint_lines(painter, rect, logical)
        painter.restore()

    def _band(self, group: str, rect: QRect) -> QRect:
        """The upper storey over every column of the group."""
        shown = [
            at
            for at, column in enumerate(self._columns)
            if column.group == group and not self.isSectionHidden(at)
        ]
        width = sum(self.sectionSize(at) for at in shown)
        return QRect(self.sectionViewportPosition(shown[0]), rect.top(), width, band_height())

    def _paint_lines(self, painter: QPainter, rect: QRect, logical: int) -> None:
        hairline = QColor(look().hairline)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, hairline)
        if begins_group(self._columns, logical):
            painter.fillRect(rect.left(), rect.top(), 1, rect.height(), hairline)
        if self.sortIndicatorSection() == logical:
            up = self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
            middle, foot = rect.center().x(), rect.bottom() - 2
            tip, ends = (foot - _MARK, foot) if up else (foot, foot - _MARK)
            painter.setBrush(QColor(look().quiet))
            painter.drawPolygon(
                QPolygon([QPoint(middle, tip), QPoint(middle - _MARK, ends), QPoint(middle + _MARK, ends)])
            )
