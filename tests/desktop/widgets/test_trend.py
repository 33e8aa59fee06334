"""What a chart over time shows."""

from desktop.widgets.trend import Trend, TrendPoint

TREND = Trend(
    "Attended: 63%",
    [
        TrendPoint("2024", 55, 48.2, 62, "55% of 88"),
        TrendPoint("2025", 60, 51, 70),
        TrendPoint("2026", 63, 50, 72, break_before="Question changed"),
        TrendPoint("2027", None),
    ],
    subtitle="% of people invited",
    source="Source: survey",
)


def test_it_is_said_with_its_intervals_and_breaks() -> None:
    assert TREND.in_words() == (
        "Attended: 63%. % of people invited. 2024: 55% of 88 (48% to 62%). 2025: 60% (51% to 70%). "
        "Question changed: not comparable with before. 2026: 63% (50% to 72%). 2027: no figure. Source: survey"
    )


def test_no_line_goes_over_a_break_or_a_gap() -> None:
    assert TREND.joined() == [(0, 1)]


def test_the_scale_goes_in_whole_steps_from_zero_over_the_highest_interval() -> None:
    assert (TREND.step(), TREND.top()) == (25, 75)
    assert (Trend("None", []).step(), Trend("None", []).top()) == (0.5, 1)
    assert Trend("Many", [TrendPoint("2024", 3000)]).top() == 3000
