"""Words are counted as Word counts them, and statements cut at a word."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from awards.nominations.words import cut_to, word_count, words_line


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0), ("  \n ", 0), ("Ada’s well-known soup", 3), ("one\ntwo\tthree", 3), ("a – b", 3), ("24/7 care.", 2),
    ],
)  # fmt: skip
def test_what_has_space_around_it_is_a_word(text: str, words: int) -> None:
    assert word_count(text) == words


def test_a_statement_is_cut_after_a_word_with_its_lines_as_they_were() -> None:
    assert cut_to("Ada came.\n\nShe stayed  long.", 3) == "Ada came.\n\nShe"
    assert cut_to("Ada came.", 3) == "Ada came."


@given(text=some.text(), limit=some.integers(1, 50))
def test_what_is_cut_has_the_limit_or_all_of_it(text: str, limit: int) -> None:
    cut = cut_to(text, limit)
    assert text.startswith(cut)
    assert word_count(cut) == min(limit, word_count(text))


def test_the_line_below_a_statement_says_how_far_it_is() -> None:
    assert words_line(287, 300) == "287 of 300 words"
    assert words_line(20_000, 300) == "20,000 words, 19,700 over the limit of 300"
