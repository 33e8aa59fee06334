"""Two wordings that read the same have one key, and two that do not have two."""

import pytest

from workforce.survey.plain_words import words_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Don’t know", "dont KNOW."),
        ("Online job boards, such as Indeed", "online job boards (such as “Indeed”)"),
        ("More than 1,000", "more than 1000"),
        ("Full-time", "full time"),
    ],
)
def test_the_same_to_a_reader(one: str, other: str) -> None:
    assert words_key(one) == words_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("1–2", "12"), ("1.5", "15"), ("About 10 %", "About 10"), ("< 1 year", "> 1 year"), ("Yes", "No")],
)
def test_not_the_same(one: str, other: str) -> None:
    assert words_key(one) != words_key(other)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("  Don’t KNOW. ", "dont know"),
        ("Online job boards (such as “Indeed”)", "online job boards such as indeed"),
        ("More than 1,000", "more than 1000"),
        ("About 12.5 %", "about 12.5 %"),
        ("1–2 years; full-time", "1 2 years full time"),
        ("C", "c"),
        ("C++", "c++"),
        ("C#", "c#"),
        ("Café\nÉCOLE", "café école"),
        ("ﬁve½", "five1\N{FRACTION SLASH}2"),
        ("£9.50/hour", "£9.50 hour"),
        (" … ", "…"),
        ("", ""),
    ],
)
def test_the_keys_are_those_that_files_keep(text: str, key: str) -> None:
    """What was decided of words is found by them in files made before: a new rule needs a migration of them."""
    assert words_key(text) == key
