from pytestqt.qtbot import QtBot

from desktop.shell.looks.look import Tone
from desktop.widgets.chart import BarChart, Bars


def test_a_chart_says_in_words_what_it_shows(qtbot: QtBot, styled: object) -> None:
    bars = Bars(
        "Most homes are rated Good",
        ("Inadequate", "Good"),
        [("Ashfield", (3, 97)), ("Bassetlaw", (None, 100.0))],
        subtitle="% of rated services, August 2019",
        source="Source: CQC",
        unit="%",
    )
    chart = BarChart(bars)
    qtbot.addWidget(chart)
    chart.resize(500, 300)
    chart.grab()
    assert chart.accessibleName() == "Most homes are rated Good"
    assert chart.accessibleDescription() == (
        "Most homes are rated Good. % of rated services, August 2019. "
        "Ashfield: Inadequate 3%, Good 97%. Bassetlaw: Good 100%. Source: CQC"
    )


def test_a_chart_of_nothing_and_one_beside_itself_are_drawn(qtbot: QtBot, styled: object) -> None:
    for bars in (
        Bars("Nothing yet", ("Services",), []),
        Bars("Two waves", ("2018", "2019"), [("Ashfield", (0.0, 12.5))], stacked=False, tones=(Tone.GOOD,)),
    ):
        chart = BarChart(bars)
        qtbot.addWidget(chart)
        assert not chart.grab().isNull()
