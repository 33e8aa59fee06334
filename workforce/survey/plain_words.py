"""When two wordings are the same to a reader: capitals, spaces and punctuation alone make no difference."""

import re
import unicodedata

_KEPT = "%&#@*"
"""Punctuation to Unicode, and yet said aloud."""


def plain_key(text: str) -> str:
    """What two wordings that read the same have in common; figures stay apart: “1.5” is not “15”, nor “1–2” “12”."""
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
