"""Numbers, sums and dates in a sentence, however they are written: three, 3, £12,345, £12k, 3rd June 2019, 03/06/19."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = (
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
)  # fmt: skip
_SMALL = {word: value for value, word in enumerate(_ONES)} | {
    word: 10 * value for value, word in enumerate(_TENS, 2)
}
_GREAT = {"thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000}
_ALONE = {"both": 2, "dozen": 12, "single": 1, "sole": 1, "pair": 2, "couple": 2}
_SHORT = {"k": 1000, "m": 1_000_000, "bn": 1_000_000_000} | _GREAT

_WORD_NUMBER = "|".join([*_SMALL, *_GREAT, "hundred"])
_SPELT = rf"(?:{_WORD_NUMBER})(?:(?:\s+and\s+|\s+|-)(?:{_WORD_NUMBER}))*"
_DIGITS = r"\d{1,3}(?:[,\u202f\u00a0 ]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_NUMBER = re.compile(
    rf"(?P<pound>£\s?|\bGBP\s?)?(?:(?P<digits>{_DIGITS})|\b(?P<spelt>{_SPELT}|{'|'.join(_ALONE)})\b)"
    r"(?:\s?(?P<short>k|m|bn|thousand|million|billion)\b)?"
    r"(?P<pounds>\s?(?:pounds?|GBP|quid)\b)?(?P<pence>\s?(?:p|pence)\b)?(?P<percent>\s?(?:%|per\s?cent\b))?",
    re.IGNORECASE,
)
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
)  # fmt: skip
_MONTH = "|".join([*_MONTHS, *(f"{month[:3]}" for month in _MONTHS), "sept"])
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DATES = (
    re.compile(r"\b(?P<year>(?:19|20)\d\d)-(?P<number>\d\d)-(?P<day>\d\d)\b"),
    re.compile(r"\b(?P<day>\d{1,2})\s?[/.-]\s?(?P<number>\d{1,2})\s?[/.-]\s?(?P<year>(?:20|19)?\d\d)\b"),
    re.compile(
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-](?P<month>{_MONTH})\b\.?(?:,?[\s-]{_YEAR}\b)?",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?P<month>{_MONTH})\.?\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s{_YEAR}\b)?", re.IGNORECASE
    ),
)
_REFERENCE = re.compile(
    r"(?:\b(?:paragraphs?|para|tables?|figures?|pages?|sections?|appendix|appendices|schedule|part|item|items|level|"
    r"line|act|regulations?|article|chapter|version|no\.?|number|question|wave|quarter|stage|phase|week)\s|¶|#)$",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"^\s?(?:am|pm|o['’]clock)\b|^:\d\d", re.IGNORECASE)
_MONTH_YEAR = re.compile(
    rf"(?:{_MONTH})\.?\s+$|(?:^|\b(?:in|of|during|since|year|for|to|from|until|by|and|or|between)\s)$",
    re.IGNORECASE,
)


class NumberKind(Enum):
    """What a number counts."""

    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"


@dataclass(frozen=True)
class Spoken:
    """A number as a text has it: pounds for money. `step` is what it was rounded to where it is shortened (£12k)."""

    value: Fraction
    kind: NumberKind
    start: int
    end: int
    step: Fraction = Fraction(0)

    @property
    def figures(self) -> int:
        """How many of its digits tell: 2 of 12,000, 5 of 12,345."""
        digits = str(int(self.value * 100)).rstrip("0")
        return len(digits)


@dataclass(frozen=True)
class SpokenDate:
    """A day as a text has it; `year` is None where it is left out."""

    day: int
    month: int
    year: int | None
    start: int
    end: int

    def may_be(self, other: "SpokenDate") -> bool:
        """Whether both are the same day, as far as both say."""
        same_year = None in (self.year, other.year) or self.year == other.year
        return (self.day, self.month) == (other.day, other.month) and same_year


def dates_in(text: str) -> list[SpokenDate]:
    """Every day that a text names, in its order."""
    found: list[SpokenDate] = []
    if not any(map(str.isdigit, text)):
        return found
    for pattern in _DATES:
        for match in pattern.finditer(text):
            one = _date(match)
            if one is not None and all(one.end <= held.start or one.start >= held.end for held in found):
                found.append(one)
    return sorted(found, key=lambda one: one.start)


def _date(match: re.Match[str]) -> SpokenDate | None:
    parts = match.groupdict()
    if (parts.get("month") or "").islower() and match.start("month") < match.start(
        "day"
    ):  # “homes may 3 times a year”
        return None
    month = int(parts["number"]) if parts.get("number") else _month(parts["month"])
    day, written = int(parts["day"]), parts["year"]
    year = None if written is None else int(written) if len(written) == 4 else 2000 + int(written)
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    return SpokenDate(day, month, year, match.start(), match.end())


def _month(word: str) -> int:
    return next(place for place, name in enumerate(_MONTHS, 1) if name.startswith(word[:3].casefold()))


def numbers_in(text: str) -> list[Spoken]:
    """Every number that counts something, sum and percentage; not dates, times, years or the numbers of paragraphs."""
    days = dates_in(text)
    return [one for one in _numbers(text) if not any(day.start <= one.start < day.end for day in days)]


def _numbers(text: str) -> Iterator[Spoken]:
    for match in _NUMBER.finditer(text):
        if _is_part_of_a_word(text, match):
            continue
        value, step = _value(match)
        kind = _kind(match)
        if kind is NumberKind.COUNT and _counts_nothing(text, match, value):
            continue
        yield Spoken(value, kind, match.start(), match.end(), step)


def _kind(match: re.Match[str]) -> NumberKind:
    if match["pound"] or match["pounds"] or match["pence"]:
        return NumberKind.MONEY
    return NumberKind.PERCENT if match["percent"] else NumberKind.COUNT


def _is_part_of_a_word(text: str, match: re.Match[str]) -> bool:
    before, after = text[: match.start()][-1:], text[match.end() :][:1]
    return before.isalnum() or before == "_" or after.isalnum() or after == "_"


def _counts_nothing(text: str, match: re.Match[str], value: Fraction) -> bool:
    """Whether it is the number of a paragraph, a time, a year, a part of a code."""
    before, after = text[: match.start()], text[match.end() :]
    if not match["digits"]:
        return False
    if _REFERENCE.search(before) or _CLOCK.search(after) or value.denominator > 1:
        return True
    if re.match(r"\d{4}$", match["digits"]) and 1900 <= value < 2100:
        return bool(_MONTH_YEAR.search(before)) or after[:1] in "/-–"
    signs = re.match(r"0\d", match["digits"]), re.search(r"[-/.]$|\d:$", before), re.match(r"[/.]\d", after)
    return any(signs)


def _value(match: re.Match[str]) -> tuple[Fraction, Fraction]:
    short = (match["short"] or "").casefold()
    step = Fraction(0)
    if match["digits"]:
        digits = re.sub(r"[^\d.]", "", match["digits"])
        value = Fraction(digits)
        if short:
            step = Fraction(_SHORT[short], 10 ** len(digits.partition(".")[2]))
    else:
        value = Fraction(_spelt(match["spelt"]))
        step = Fraction(_SHORT[short]) if short else Fraction(0)
    value *= _SHORT.get(short, 1)
    return (value / 100 if match["pence"] else value), step


def _spelt(words: str) -> int:
    whole = group = 0
    for word in re.split(r"[\s-]+", words.casefold()):
        if word in _ALONE:
            return _ALONE[word]
        if word == "hundred":
            group = max(group, 1) * 100
        elif word in _GREAT:
            whole, group = whole + max(group, 1) * _GREAT[word], 0
        elif word != "and":
            group += _SMALL[word]
    return whole + group
