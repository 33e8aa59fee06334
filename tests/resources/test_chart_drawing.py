"""How words are laid out beside and within what is drawn."""

import pytest

from resources.chart_drawing import spread


def test_labels_stand_where_they_are_wanted_when_there_is_room():
    assert spread([1.0, 3.0], [1.0, 1.0], gap=0.1, low=0.0, high=5.0) == [1.0, 3.0]


def test_labels_are_moved_apart_in_order_and_kept_inside():
    moved = spread([0.2, 0.3, 4.9], [1.0, 1.0, 1.0], gap=0.1, low=0.0, high=5.0)
    assert moved == pytest.approx([0.5, 1.6, 4.5])
    pushed_back = spread([4.5, 4.6], [1.0, 1.0], gap=0.1, low=0.0, high=5.0)
    assert pushed_back == pytest.approx([3.4, 4.5])
