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


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Staff don’t STAY – why?", "staff dont stay why"),
        ("Café, naïve & Łódź", "cafe naive lodz"),
        ("Pay: £9.50/hour", "pay 9 50 hour"),
        ("ﬁve½", "five1 2"),
        ("C++", "c"),
        ("Стаж работы", "стаж работы"),
        (" ?? ", "??"),
    ],
)
def test_the_keys_are_those_that_files_keep(text: str, key: str) -> None:
    """Codings are found by them in files made before: a new rule needs a migration of them."""
    assert text_key(text) == key


@given(st.text())
def test_a_key_is_its_own_key(text: str) -> None:
    assert text_key(text_key(text)) == text_key(text)
