"""Two wordings that read the same have one key, and two that do not have two."""

import pytest

from workforce.survey.plain_words import plain_key


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
    assert plain_key(one) == plain_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("1–2", "12"), ("1.5", "15"), ("About 10 %", "About 10"), ("< 1 year", "> 1 year"), ("Yes", "No")],
)
def test_not_the_same(one: str, other: str) -> None:
    assert plain_key(one) != plain_key(other)
