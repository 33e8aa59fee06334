"""Where the parts of a bar chart stand."""

from itertools import pairwise

from desktop.widgets.bars import Bars
from desktop.widgets.chart_layout import BarLayout

RATINGS = ("Inadequate", "Requires improvement", "Good", "Outstanding")
EVEN = Bars("Ratings", RATINGS, [("Ashfield", (25, 25, 25, 25))], unit="%")
STEEP = Bars("Ratings", RATINGS, [("Ashfield", (1, 2, 96, 1))], unit="%")


def test_series_are_named_over_their_parts_where_all_have_room(styled: object) -> None:
    stands = BarLayout(EVEN, 900)
    places = stands.key_places()
    assert {line for _, line in places} == {0}
    assert places[0][0] == stands.name_width()
    steps = [after - before for (before, _), (after, _) in pairwise(places)]
    assert max(steps) - min(steps) <= 1


def test_else_they_stand_in_lines_from_the_left(styled: object) -> None:
    assert BarLayout(STEEP, 900).key_places()[0] == (0, 0)
    assert max(line for _, line in BarLayout(STEEP, 260).key_places()) > 0


def test_a_narrow_chart_is_higher_and_its_longest_bar_fits(styled: object) -> None:
    wide, narrow = BarLayout(STEEP, 900), BarLayout(STEEP, 260)
    assert narrow.size().height() > wide.size().height()
    assert narrow.name_width() + 100 * narrow.scale() <= 260


def test_names_of_rows_never_take_the_bars_room(styled: object) -> None:
    long = Bars("Services", ("Services",), [("A name that is much too long for any chart to show", (3,))])
    assert BarLayout(long, 300).name_width() == 120


def test_a_long_name_stands_on_several_lines_and_rows_follow_each_other(styled: object) -> None:
    long = Bars("Methods", ("",), [("Experts by experience take part in interviews", (3,)), ("Bonus", (2,))])
    stands = BarLayout(long, 300)
    assert stands.heights[0] > stands.heights[1] > stands.lanes()
    assert stands.tops == (stands.top(), stands.top() + stands.heights[0], stands.top() + sum(stands.heights))


def test_the_interval_and_the_words_of_every_bar_fit(styled: object) -> None:
    bars = Bars(
        "Low pay", ("",), [("Low pay", (60,))], unit="%", ranges=[((50, 90),)], texts=[("60% of 88",)]
    )
    stands = BarLayout(bars, 300)
    assert stands.name_width() + 90 * stands.scale() < 300 - 20
