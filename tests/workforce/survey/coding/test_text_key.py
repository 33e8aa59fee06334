"""Which texts are coded as one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workforce.survey.coding.text_key import text_key


@pytest.mark.parametrize(
    "same",
    [
        "Word of mouth",
        "word of mouth.",
        "  WORD   OF\nMOUTH ",
        "word-of-mouth",
        "“Word of mouth!”",
        "Wörd of mouth",
    ],
)
def test_capitals_accents_spaces_and_punctuation_are_aside(same: str) -> None:
    assert text_key(same) == "word of mouth"


def test_other_words_are_another_text() -> None:
    assert text_key("No buses") != text_key("No bus")
    assert text_key("Staff don’t stay") == text_key("staff dont stay")


def test_marks_alone_are_themselves_and_nothing_is_nothing() -> None:
    assert text_key(" ?? ") == "??" != text_key("!")
    assert text_key(" \n ") == ""


@given(st.text())
def test_a_key_is_its_own_key(text: str) -> None:
    assert text_key(text_key(text)) == text_key(text)
