"""Pictures of the easy-read page."""

import struct

import pytest

from workforce.iwork.papers.easy_icons import DOTS, Icon, icon_png


@pytest.mark.parametrize("icon", list(Icon))
def test_each_is_drawn_square_and_is_not_empty(icon: Icon) -> None:
    png = icon_png(icon)
    assert png.startswith(b"\x89PNG") and struct.unpack(">II", png[16:24]) == (DOTS, DOTS)
    assert len(png) > 600


def test_no_two_are_alike() -> None:
    assert len({icon_png(icon) for icon in Icon}) == len({icon.value for icon in Icon}) == len(Icon)
