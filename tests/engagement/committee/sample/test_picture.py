"""Tests of the drawing in the sample report."""

from itertools import pairwise
from pathlib import Path

from engagement.committee import pictures
from engagement.committee.sample.picture import save_drawing


def test_the_same_boxes_give_the_same_picture_that_is_taken_as_any_other(tmp_path: Path) -> None:
    for name in ("one.png", "two.png"):
        save_drawing(tmp_path / name, ("Visit", "Sessions"))
    assert pictures.read(tmp_path / "one.png") == pictures.read(tmp_path / "two.png")


def test_boxes_are_drawn_side_by_side(tmp_path: Path) -> None:
    from PIL import Image

    file = tmp_path / "drawn.png"
    save_drawing(file, ("A", "B", "C"))
    with Image.open(file) as shown:
        row = [shown.getpixel((x, 70)) for x in range(shown.width)]
    filled = [pixel == (0xE4, 0xEE, 0xF2) for pixel in row]
    assert sum(now and not before for before, now in pairwise(filled)) == 3
