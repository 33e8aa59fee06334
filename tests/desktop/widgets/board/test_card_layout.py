"""Lines, dots and rows of pills: with letters that are each one wide."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.widgets.board.card_layout import ELLIPSIS, CardShape, cut, lines_of, pill_rows


def test_words_are_broken_between_words() -> None:
    assert lines_of("Ada Example of Wren Court", len, 11, 3) == ("Ada Example", "of Wren", "Court")


def test_the_last_line_ends_in_dots_where_more_was_to_come() -> None:
    assert lines_of("Ada Example of Wren Court", len, 11, 2) == ("Ada Example", "of Wren Co…")


def test_a_word_wider_than_the_card_is_cut() -> None:
    assert lines_of("Llanfairpwllgwyngyll Court", len, 8, 2) == ("Llanfai…", "Court")


def test_no_words_make_no_line() -> None:
    assert lines_of("  ", len, 8, 2) == ()


def test_a_text_that_fits_is_not_cut() -> None:
    assert cut("Ada", len, 3) == "Ada" and cut("Adam", len, 3) == "Ad…"


def test_pills_stand_side_by_side_while_there_is_room() -> None:
    assert pill_rows([4, 4, 4], 9, 1) == ((0, 1), (2,))
    assert pill_rows([20, 4], 9, 1) == ((0,), (1,)) and pill_rows([], 9, 1) == ()


def test_the_height_counts_what_is_there() -> None:
    full = CardShape(("a", "b"), ("c",), ((0,), (1,)))
    assert full.height(title=10, second=8, pill=20, gap=5) == 20 + 5 + 8 + 5 + 45
    assert CardShape(("a",), (), ()).height(title=10, second=8, pill=20, gap=5) == 10


@given(st.text(alphabet="ab c", max_size=60), st.integers(1, 20), st.integers(1, 4))
def test_no_line_is_wider_than_the_card_and_no_word_is_lost_unsaid(text: str, room: int, most: int) -> None:
    lines = lines_of(text, len, room, most)
    assert len(lines) <= most and all(len(line) <= room for line in lines)
    if not any(line.endswith(ELLIPSIS) for line in lines):
        assert " ".join(lines).split() == text.split()


@given(st.lists(st.integers(1, 30), max_size=12), st.integers(5, 40))
def test_every_pill_stands_once_and_in_order(widths: list[int], room: int) -> None:
    rows = pill_rows(widths, room, 3)
    assert [place for row in rows for place in row] == list(range(len(widths)))
