"""How many words a statement has, counted as Word counts them, and a statement cut to a number of words. Pure."""

import re

_WORD = re.compile(r"\S+")


def word_count(text: str) -> int:
    """Runs of letters and marks with space around them: “well-known” is one, a dash standing alone is one."""
    return sum(1 for _ in _WORD.finditer(text))


def cut_to(text: str, limit: int) -> str:
    """The first so many words as they stand, with their lines; the whole text where it has no more."""
    for number, word in enumerate(_WORD.finditer(text), 1):
        if number == limit:
            return text[: word.end()]
    return text


def words_line(count: int, limit: int) -> str:
    """287 of 300 words; 312 words, 12 over the limit of 300."""
    if count <= limit:
        return f"{count:,} of {limit:,} words"
    return f"{count:,} words, {count - limit:,} over the limit of {limit:,}"
