"""Tests of lines of a calendar file; a package of others reads whole files back where they are made."""

from hypothesis import given
from hypothesis import strategies as st

from resources.calendar_lines import LONGEST_LINE, escaped, file_text, folded


@given(st.text(max_size=300))
def test_no_piece_of_a_folded_line_is_too_long_and_none_of_it_is_lost(text: str) -> None:
    line = escaped(text)
    pieces = folded(line).split("\r\n ")
    assert all(len(piece.encode()) <= LONGEST_LINE for piece in pieces)
    assert "".join(pieces) == line


def test_signs_with_a_meaning_are_escaped_and_control_characters_dropped() -> None:
    assert escaped("a, b; c\\d\r\ne\x00") == "a\\, b\\; c\\\\d\\ne"


def test_each_line_ends_as_the_standard_has_it() -> None:
    assert file_text(("BEGIN:VCALENDAR", "END:VCALENDAR")) == "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"
