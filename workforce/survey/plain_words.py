"""When two wordings are the same to a reader: capitals, spaces and punctuation alone make no difference."""

import re
import unicodedata
from functools import lru_cache

from resources.files.cells import clean_text

_KEPT = "%&#@*"
"""Punctuation to Unicode, and yet said aloud."""


@lru_cache(maxsize=50_000)
def words_key(text: str) -> str:
    """What two wordings that read the same have in common; C, C# and C++ are three, and marks alone are themselves.

    It is kept in the file (`survey_known_answer.said_key`): with another rule what was decided of words is forgotten.
    """
    return _read_aloud(text) or clean_text(text).casefold()


def _read_aloud(text: str) -> str:
    """Without what nobody says; figures stay apart: “1.5” is not “15”, nor “1–2” “12”."""
    told = unicodedata.normalize("NFKC", text).casefold()
    told = re.sub(r"(?<=\d),(?=\d{3}\b)", "", told)
    told = re.sub(r"['’‘`]", "", told)
    kept = (
        character
        if not unicodedata.category(character).startswith("P") or character in _KEPT
        or (character == "." and _is_decimal(told, at))
        else " "
        for at, character in enumerate(told)
    )  # fmt: skip
    return " ".join("".join(kept).split())


def _is_decimal(text: str, at: int) -> bool:
    return text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit()
