"""How words are laid out beside and within what is drawn."""

import pytest

from resources.chart_drawing import TITLE, WIDTH, spread, title_lines


def test_labels_stand_where_they_are_wanted_when_there_is_room():
    assert spread([1.0, 3.0], [1.0, 1.0], gap=0.1, low=0.0, high=5.0) == [1.0, 3.0]


def test_labels_are_moved_apart_in_order_and_kept_inside():
    moved = spread([0.2, 0.3, 4.9], [1.0, 1.0, 1.0], gap=0.1, low=0.0, high=5.0)
    assert moved == pytest.approx([0.5, 1.6, 4.5])
    pushed_back = spread([4.5, 4.6], [1.0, 1.0], gap=0.1, low=0.0, high=5.0)
    assert pushed_back == pytest.approx([3.4, 4.5])


@pytest.mark.parametrize(
    "title",
    [
        "“Staff moved to the health sector”, “Applicants lack skills” and “It is hard to travel” come joint first",
        "Still little is said of sick pay: six in ten list it as first, since it is still as little as it is, 29% each",
        "Jobcentre Plus, local newspapers, clubs and societies, social media, word of mouth and schools: joint third",
    ],
)
def test_no_line_of_a_long_title_reaches_the_right_edge(title):
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(WIDTH, 1), dpi=100)
    renderer = FigureCanvasAgg(figure).get_renderer()
    lines = title_lines(title, "Liberation Sans").split("\n")
    assert len(lines) > 1 and " ".join(lines) == title
    for line in lines:
        drawn = figure.text(0, 0.5, line, fontsize=TITLE, fontweight="bold", family="Liberation Sans")
        assert drawn.get_window_extent(renderer).width / 100 < WIDTH
