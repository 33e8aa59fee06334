from desktop.shell.looks.look import Theme
from desktop.shell.looks.style import Style
from desktop.widgets.bars import Bars
from desktop.widgets.chart_picture import EDGE, SHARPER, WIDTH, picture_of
from desktop.widgets.trend import Trend, TrendPoint

BARS = Bars("Low pay is named most", ("",), [("Low pay", (62,))], unit="%")


def test_a_picture_is_light_sharp_and_says_what_it_shows(styled: Style) -> None:
    styled.choose(Theme.DARK)
    made = picture_of(BARS)
    styled.choose(Theme.LIGHT)
    assert made == picture_of(BARS)
    assert made.width() == (WIDTH + 2 * EDGE) * SHARPER
    assert round(made.dotsPerMeterX() * 0.0254) == 288
    assert made.pixelColor(1, 1).name() == "#ffffff"
    assert made.text("Description") == "Low pay is named most. Low pay: 62%"


def test_a_chart_over_time_has_its_picture_too(styled: Style) -> None:
    made = picture_of(Trend("Attended: 55%", [TrendPoint("2024", 55, 48, 62)]))
    assert made.text("Title") == "Attended: 55%"
    assert made.height() > 300
