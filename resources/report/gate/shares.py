"""Shares in words and as fractions: half of the homes, a third of them, 1/2, one in two."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

_PARTS = {"half": 2, "halves": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "tenth": 10}
_COUNTS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10,
}  # fmt: skip
_SIGNS = {
    "½": Fraction(1, 2),
    "⅓": Fraction(1, 3),
    "⅔": Fraction(2, 3),
    "¼": Fraction(1, 4),
    "¾": Fraction(3, 4),
}
_COUNT, _PART = "|".join(_COUNTS), "|".join(_PARTS)
_SHARE = re.compile(
    rf"(?<!first )(?<!second )(?<!last )(?<!other )\b(?:(?P<many>{_COUNT})[ -])?(?P<part>{_PART})s?\s+(?=of\b)"
    r"|(?<![\d/])(?P<over>\d{1,2})\s?[/\u2044]\s?(?P<under>\d{1,2})(?![\d/])\s*(?=of\b)"
    rf"|\b(?P<one>{_COUNT}|\d)\s+in\s+(?:every\s+)?(?P<each>{_COUNT}|\d{{1,2}})\b"
    rf"|(?P<sign>[{''.join(_SIGNS)}])",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Fractional:
    """A share as a text has it."""

    value: Fraction
    start: int
    end: int


def fractions_in(text: str) -> Iterator[Fractional]:
    """Every share that is told as a fraction; not “the first half of the year”."""
    for match in _SHARE.finditer(text):
        value = _value(match)
        if value is not None and 0 < value <= 1:
            yield Fractional(value, match.start(), match.end())


def _value(match: re.Match[str]) -> Fraction | None:
    held = match.groupdict()
    if held["sign"]:
        return _SIGNS[held["sign"]]
    if held["part"]:
        return Fraction(_number(held["many"] or "one"), _PARTS[held["part"].casefold()])
    over, under = (held["over"], held["under"]) if held["over"] else (held["one"], held["each"])
    return Fraction(_number(over), _number(under)) if _number(under) else None


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _COUNTS[word.casefold()]
