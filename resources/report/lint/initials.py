"""Initials that stand for words: where they are explained, and which never are. Pure."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

KNOWN = frozenset(
    [
        "A4",
        "AGM",
        "AM",
        "BBC",
        "BSL",
        "CD",
        "CO2",
        "CV",
        "DVD",
        "EU",
        "FAQ",
        "GCSE",
        "GP",
        "HM",
        "ID",
        "IT",
        "MP",
        "NHS",
        "PC",
        "PDF",
        "PIN",
        "PM",
        "TV",
        "UK",
        "URL",
        "US",
        "USA",
        "VAT",
        "VE",
        "WC",
    ]
)
"""What everybody knows by its initials; others are told in full the first time."""
_INITIALS = re.compile(r"(?<![\w-])([A-Z][A-Za-z&]*[A-Z][A-Za-z]*)(?:[’']s)?(?![\w@])")
_NOT_INITIALS = re.compile(
    r"[IVXLC]+$"  # Roman numbers
    r"|[A-Z]{1,2}\d"  # postcodes
    r"|(Mc|Mac|O’|De|Le|La|Van)[A-Z][a-z]+$"  # names
    r"|[A-Z][a-z]{2,}[A-Z][a-z]{2,}$"  # YouTube
)
_LITTLE = frozenset(["a", "and", "at", "for", "in", "of", "on", "the", "to", "with"])


@dataclass(frozen=True)
class Unexplained:
    """Initials that the reader meets before, or without, what they stand for; `place` counts passages from 0."""

    initials: str
    place: int
    explained_later: bool


def unexplained(passages: Sequence[str], *, known: Iterable[str] = ()) -> list[Unexplained]:
    """Each once, where it is first used."""
    allowed = KNOWN | frozenset(known)
    explained: dict[str, tuple[int, int]] = {}
    first: dict[str, tuple[int, int]] = {}
    for place, text in enumerate(passages):
        if text == text.upper():  # a heading in capitals
            continue
        for found in _INITIALS.finditer(text):
            word = _singular(found[1])
            if word in allowed or _NOT_INITIALS.match(word):
                continue
            first.setdefault(word, (place, found.start()))
            if word not in explained and _is_explained(text, found, word):
                explained[word] = place, found.start()
    return [
        Unexplained(word, at[0], word in explained)
        for word, at in first.items()
        if word not in explained or explained[word] > at
    ]


def _singular(word: str) -> str:
    """CCGs are several of CCG."""
    return word[:-1] if word.endswith("s") and word[:-1].isupper() else word


def _is_explained(text: str, found: re.Match[str], word: str) -> bool:
    """“Care Quality Commission (CQC)” or “CQC (the Care Quality Commission)”."""
    letters = [letter.casefold() for letter in word if letter.isupper()]
    before, after = text[: found.start()], text[found.end() :]
    if before.endswith("(") and after[:1] in (")", ",", ";"):
        return _stand_for(letters, re.findall(r"[^\W\d_]+", before)[-2 * len(letters) - 2 :])
    inside = re.match(r"\s*\(([^)]*)\)", after)
    return inside is not None and _stand_for(letters, re.findall(r"[^\W\d_]+", inside[1]))


def _stand_for(letters: Sequence[str], words: Sequence[str]) -> bool:
    """Whether the last words begin with the letters in their order, little words left out where they have none."""
    at = len(words)
    for letter in reversed(letters):
        at -= 1
        while at >= 0 and words[at][0].casefold() != letter and words[at].casefold() in _LITTLE:
            at -= 1
        if at < 0 or words[at][0].casefold() != letter:
            return False
    return True
