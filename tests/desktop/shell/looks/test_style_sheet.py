import re
from pathlib import Path

import pytest

from desktop.shell.looks.look import CONTRAST, DARK, LIGHT, Look
from desktop.shell.looks.style_sheet import style_sheet


@pytest.mark.parametrize("look", [LIGHT, DARK, CONTRAST])
def test_every_place_is_filled_and_every_picture_is_there(look: Look) -> None:
    sheet = style_sheet(look)
    pictures = re.findall(r'url\("([^"]+)"\)', sheet)
    assert "$" not in sheet
    assert pictures and [path for path in pictures if not Path(path).is_file()] == []


def test_the_sizes_of_text_grow_with_the_persons_own_and_lines_with_them() -> None:
    usual, large = (style_sheet(LIGHT, text_scale=scale) for scale in (1.0, 2.0))
    points = [
        [float(size) for size in re.findall(r"font-size: ([\d.]+)pt", sheet)] for sheet in (usual, large)
    ]
    assert points[1] == [2 * size for size in points[0]] != []
    assert "min-height: 18px" in usual and "min-height: 31px" in large
