"""A chart as a picture, for a letter or a slide: always in the light look, as wide as a page, and sharp in print."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

from desktop.shell.looks.look import LIGHT
from desktop.widgets.bar_painter import BarPainter
from desktop.widgets.bars import Bars
from desktop.widgets.chart_layout import BarLayout
from desktop.widgets.trend import Trend
from desktop.widgets.trend_chart import TrendLayout, paint_trend

WIDTH, EDGE, SHARPER = 640, 12, 3
_DOTS_PER_METRE = round(96 * SHARPER / 0.0254)


def picture_of(shown: Bars | Trend) -> QImage:
    """The chart on white; what it says stands in the picture as its description."""
    height = _height(shown)
    image = QImage((WIDTH + 2 * EDGE) * SHARPER, (height + 2 * EDGE) * SHARPER, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(SHARPER)
    image.fill(QColor(Qt.GlobalColor.white))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.translate(EDGE, EDGE)
    if isinstance(shown, Bars):
        BarPainter(painter, shown, WIDTH, LIGHT).paint()
    else:
        paint_trend(painter, shown, WIDTH, LIGHT)
    painter.end()
    image.setDevicePixelRatio(1)
    image.setDotsPerMeterX(_DOTS_PER_METRE)
    image.setDotsPerMeterY(_DOTS_PER_METRE)
    image.setText("Title", shown.title)
    image.setText("Description", shown.in_words())
    return image


def _height(shown: Bars | Trend) -> int:
    if isinstance(shown, Bars):
        return BarLayout(shown, WIDTH).size().height()
    return TrendLayout(shown, WIDTH).height()
