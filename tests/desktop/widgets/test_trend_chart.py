from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from desktop.shell.looks.look import LIGHT
from desktop.widgets.trend import Trend, TrendPoint
from desktop.widgets.trend_chart import TrendChart, TrendLayout

POINTS = [TrendPoint("2024", 55, 48, 62), TrendPoint("2025", 60, 51, 70)]


def blues(points: list[TrendPoint], qtbot: QtBot) -> int:
    """How many pixels half way between two points have the line's colour."""
    chart = TrendChart(Trend("Attended", points))
    qtbot.addWidget(chart)
    chart.resize(500, 300)
    image, stands = chart.grab().toImage(), TrendLayout(chart.trend, 500)
    x = int((stands.x(0) + stands.x(1)) / 2)
    wanted = QColor(LIGHT.chart[0])
    return sum(image.pixelColor(x, y) == wanted for y in range(image.height()))


def test_a_line_joins_what_may_be_compared_and_nothing_else(qtbot: QtBot, styled: object) -> None:
    broken = [POINTS[0], TrendPoint("2025", 60, 51, 70, break_before="Question changed")]
    assert blues(POINTS, qtbot) > 0
    assert blues(broken, qtbot) == 0


def test_it_says_in_words_what_it_shows(qtbot: QtBot, styled: object) -> None:
    chart = TrendChart(Trend("", []))
    qtbot.addWidget(chart)
    chart.grab()
    chart.show_trend(Trend("Attended: from 55% to 60%", POINTS))
    assert chart.accessibleName() == "Attended: from 55% to 60%"
    assert "2025: 60% (51% to 70%)" in chart.accessibleDescription()
    assert chart.minimumSizeHint().height() == chart.sizeHint().height() > 100


def test_points_stand_in_order_and_higher_figures_higher(styled: object) -> None:
    stands = TrendLayout(Trend("Attended", POINTS), 500)
    assert stands.plot.left() < stands.x(0) < stands.x(1) < 500
    assert stands.y(60) < stands.y(55) < stands.y(0) == stands.plot.bottom()
