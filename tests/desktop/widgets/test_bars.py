"""What a bar chart shows."""

from desktop.widgets.bars import Bars

STACKED = Bars(
    "Ratings", ("Inadequate", "Good"), [("Ashfield", (3, 97)), ("Gedling", (None, 12.5))], unit="%"
)
BESIDE = Bars("Waves", ("2018", "2019"), [("Ashfield", (4, 6)), ("Gedling", (None, 5))], stacked=False)


def test_the_longest_bar_is_a_whole_row_or_one_value() -> None:
    assert STACKED.largest() == 100
    assert BESIDE.largest() == 6
    assert Bars("Nothing", ("Services",), []).largest() == 0


def test_a_value_is_said_with_its_unit() -> None:
    assert (STACKED.figure(97), STACKED.figure(12.5), BESIDE.figure(4)) == ("97%", "12.5%", "4")


def test_a_bar_has_parts_where_several_series_are_stacked() -> None:
    assert STACKED.segmented and not BESIDE.segmented
    assert not Bars("One", ("Services",), [("Ashfield", (4,))]).segmented


def test_words_and_intervals_stand_for_figures_where_they_are_given() -> None:
    bars = Bars(
        "Low pay",
        ("",),
        [("Low pay", (62,)), ("Retirement", (None,))],
        unit="%",
        ranges=[((51.6, 71.4),), (None,)],
        texts=[("62%, joint 1st",), ("base too small",)],
        reaches=100,
    )
    assert bars.in_words() == "Low pay. Low pay: 62%, joint 1st (52% to 71%). Retirement: base too small"
    assert bars.end(0, 0) == 71.4 and bars.end(1, 0) == 0
    assert bars.largest() == 100
