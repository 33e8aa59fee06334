"""A drawing for the sample report: boxes in a row, joined by arrows."""

from collections.abc import Sequence
from pathlib import Path

WIDTH, HEIGHT = 1600, 300
GAP, HEAD = 70, 22
INK, FILL, PAPER = "#1c2b33", "#e4eef2", "#ffffff"


def save_drawing(file: Path, boxes: Sequence[str]) -> None:
    """A PNG of the boxes with their words."""
    from PIL import Image, ImageDraw, ImageFont  # loaded when first used

    shown = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    draw, font = ImageDraw.Draw(shown), ImageFont.load_default(46)
    wide = (WIDTH - GAP * (len(boxes) + 1)) / len(boxes)
    middle = HEIGHT / 2
    for place, text in enumerate(boxes):
        left = GAP + place * (wide + GAP)
        draw.rounded_rectangle((left, 60, left + wide, HEIGHT - 60), 18, fill=FILL, outline=INK, width=4)
        draw.text((left + wide / 2, middle), text, fill=INK, font=font, anchor="mm")
        if place:
            tip = left - 8
            draw.line((left - GAP + 8, middle, tip - HEAD, middle), fill=INK, width=6)
            draw.polygon(((tip - HEAD, middle - HEAD), (tip, middle), (tip - HEAD, middle + HEAD)), fill=INK)
    shown.save(file, "PNG")
