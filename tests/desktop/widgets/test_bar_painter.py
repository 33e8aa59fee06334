"""What of a bar chart is drawn where, looked at in the picture itself."""

from PySide6.QtGui import QColor, QImage, QPainter

from desktop.shell.looks.look import LIGHT
from desktop.widgets.bar_painter import BarPainter
from desktop.widgets.bars import Bars
from desktop.widgets.chart_layout import BarLayout

WIDTH = 400


def drawn(bars: Bars) -> tuple[QImage, BarLayout]:
    stands = BarLayout(bars, WIDTH)
    image = QImage(WIDTH, stands.size().height(), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    BarPainter(painter, bars, WIDTH, LIGHT).paint()
    painter.end()
    return image, stands


def colour(image: QImage, x: float, y: float) -> str:
    return image.pixelColor(int(x), int(y)).name().upper()


def test_an_interval_is_drawn_over_its_bar_and_beyond(styled: object) -> None:
    bars = Bars("Low pay", ("",), [("Low pay", (50,))], ranges=[((30, 80),)], reaches=100)
    image, stands = drawn(bars)
    left, middle = stands.name_width(), stands.tops[0] + stands.bar() / 2
    at = [colour(image, left + part * stands.scale(), middle) for part in (10, 40, 70, 95)]
    assert at == [LIGHT.chart[0], LIGHT.text, LIGHT.text, "#FFFFFF"]
    assert colour(image, left + 40 * stands.scale(), stands.tops[0] + 1) == LIGHT.chart[0]


def test_series_side_by_side_differ_in_pattern_too(styled: object) -> None:
    bars = Bars("Waves", ("a", "b", "c"), [("Low pay", (50, 50, 50))], stacked=False)
    image, stands = drawn(bars)
    left, top, unit = stands.name_width() + 3, stands.tops[0], stands.bar()
    lanes = [
        {colour(image, left + x, top + lane * unit + y) for x in range(8) for y in range(2, 10)}
        for lane in range(3)
    ]
    assert lanes == [{LIGHT.chart[0]}, {LIGHT.chart[1]}, {LIGHT.chart[2], LIGHT.page}]
