"""What is printed of tables and pictures, and how large."""

import struct
from datetime import date

import pytest

from resources.report.looks import DEFAULT_LOOKS, Looks
from resources.report.word.printed import (
    keeps_with_next,
    lines_beneath,
    picture_size,
    printed_cell,
    sentence,
    table_widths,
)
from resources.tables import Column, ColumnKind, Table

COUNT = Column("n", "Count", ColumnKind.NUMBER)
NAME = Column("name", "Name")


def png(width: int, height: int) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + bytes(8) + struct.pack(">II", width, height)


def test_an_empty_cell_of_figures_is_a_dash_and_one_of_text_is_empty():
    assert (printed_cell(COUNT, None), printed_cell(COUNT, 1234), printed_cell(NAME, None)) == (
        "–",
        "1,234",
        "",
    )


def test_beneath_a_table_stand_base_and_day_notes_and_source():
    table = Table(
        "Events",
        (NAME,),
        (),
        base="12 events",
        as_at=date(2019, 12, 9),
        notes=("Rounded.",),
        source="the register",
    )
    assert lines_beneath(table) == [
        "Base: 12 events. As at 9 December 2019.",
        "Rounded.",
        "Source: the register.",
    ]
    assert [sentence(words) for words in ("Why?", "So")] == ["Why?", "So."]


def test_a_short_table_stays_together_and_a_long_one_is_broken_in_its_middle():
    assert all(keeps_with_next(place, 12) for place in range(1, 12))
    assert [place for place in range(1, 20) if not keeps_with_next(place, 20)] == list(range(3, 18))


def test_a_picture_is_as_wide_as_the_text_unless_it_would_be_too_high():
    assert picture_size(png(200, 100), DEFAULT_LOOKS) == (160 * 36_000, 80 * 36_000)
    width, height = picture_size(png(100, 1000), DEFAULT_LOOKS)
    assert height == round(247 * 36_000 * 0.8) and width == height // 10
    with pytest.raises(ValueError, match="PNG"):
        picture_size(b"GIF89a", DEFAULT_LOOKS)


def test_columns_fill_the_room_between_the_margins():
    widths, fits = table_widths(["Name", "Count"], [["Ashfield", "12"]], [False, True], Looks(left=40))
    assert (sum(widths), fits) == (11906 - 2268 - 1417 - 1, True)
