"""Small live charts painted on the page; the table beside says the same to everybody."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.shell.looks.style import look
from desktop.widgets.bar_painter import BarPainter
from desktop.widgets.bars import Bars
from desktop.widgets.chart_layout import LEAST_WIDTH, BarLayout

__all__ = ["BarChart", "Bars"]


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
        BarPainter(painter, self.bars, self.width(), look()).paint()
        painter.end()
