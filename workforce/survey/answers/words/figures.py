"""Figures as people write them: “50%”, “about half”, “10-20”, “twelve”, “over 50”, read as bounds. Pure.

A figure lies from `low` to `high`; the two are equal where one figure was given, and None is an open end.
"""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from fractions import Fraction

from resources.files.cells import clean_text


@dataclass(frozen=True)
class Figure:
    """What words say. `percent` where they say so themselves; `plain` where they are nothing but a figure.

    `beyond_low` and `beyond_high` where the bound itself is not meant: over 50, under 10.
    """

    low: Fraction | None
    high: Fraction | None
    percent: bool = False
    plain: bool = False
    beyond_low: bool = False
    beyond_high: bool = False


_UNITS = {
    word: value
    for value, word in enumerate(
        (
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
            "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
        )
    )
}  # fmt: skip
_TENS = {
    word: value
    for value, word in zip(
        range(20, 100, 10),
        ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"),
        strict=True,
    )
}
_NOBODY = frozenset({"none", "nil", "nobody", "no one", "noone", "no people", "none at all", "not any"})
_EVERYBODY = frozenset({"all", "everyone", "everybody", "all of them", "all of these"})
_PARTS = {"half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5,
          "tenth": 10, "tenths": 10}  # fmt: skip
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+"
_NUMBER = re.compile(rf"-?(?:{_DIGITS})")
_ABOUT = re.compile(
    r"^(?:(?:about|around|approx(?:imately|\.)?|roughly|circa|ca\.|c\.|nearly|almost|just|say|~|≈|probably|maybe|"
    r"i think|i would say|i guess|an estimated|estimated|exactly|only)\s*)+"
)
_AFTER = re.compile(
    r"\s*(?:\b(?:people|persons?|staff|applicants?|candidates?|employees?|carers?|workers?|posts?|vacanc(?:y|ies)|"
    r"interviews?|of (?:them|these|those|people|staff|applicants)|in total|so far|or so|ish|approx(?:imately)?|"
    r"roughly|about|(?<=\d )(?:each|per|a) year)\b\.?|(?<=\d)ish\b|[.!?~])+\s*$"
)
_PERCENT = re.compile(r"\s*(?:%|\bper\s?cent\b|\bpercent\b|\bpct\b|\bpc\b)")
_RANGE = re.compile(
    r"between\s+(?P<least>.+?)\s*(?:-|–|—|\bto\b|\band\b)\s*(?P<most>.+)|"
    r"(?:from\s+)?(?P<first>.+?)\s*(?:-|–|—|\bto\b|\bor\b)\s*(?P<last>.+)"
)
_MORE = re.compile(r"(?:over|more than|above|greater than|>)\s*(.+)")
_AT_LEAST = re.compile(
    r"(?:at least|a minimum of|minimum|≥|>=|not less than)\s*(.+)|"
    r"(.+?)\s*(?:\+|(?:or|and) (?:more|over|above|higher)|plus)"
)
_LESS = re.compile(r"(?:under|less than|fewer than|below|<)\s*(.+)")
_AT_MOST = re.compile(
    r"(?:up to|at most|no more than|not more than|a maximum of|maximum|≤|<=)\s*(.+)|"
    r"(.+?)\s*(?:or|and) (?:less|fewer|under|below|lower)"
)
_NOT_QUITE = re.compile(
    r"(?:nearly|almost|practically|virtually|hardly)\s+(?:all|every|none|nobody|no one|any|zero)\b"
)
_FRACTION_SLASH = "\u2044"
_LONGEST = 80
_MOST_DIGITS = 12


def read_figure(text: str, unit: str = "") -> Figure | None:
    """What words say as a figure or its bounds; None where they say none, or a figure of something else than `unit`.

    Without one it may be of people or per cent: “6 months” and “£12” are then no figure.
    """
    if any(unicodedata.decomposition(one).startswith(("<super>", "<sub>")) for one in text):
        return None  # a mark of a footnote, or a power
    told = re.sub(r"([½¼¾⅓⅔])", r" \1", text)
    told = clean_text(unicodedata.normalize("NFKC", told)).replace(_FRACTION_SLASH, "/")
    told = told.replace("−", "-").casefold().strip()
    if not told or len(told) > _LONGEST:
        return None
    if _NUMBER.fullmatch(told):
        value = _digits(told)
        return Figure(value, value, plain=text.isascii()) if value is not None else None
    if _NOT_QUITE.match(told):
        return None  # nearly all is not all
    percent = _PERCENT.search(told) is not None
    bare = _trimmed(_without_unit(_PERCENT.sub(" ", told), unit.casefold()))
    found = _bounds(bare)
    if found is None:
        return None
    return Figure(found.low, found.high, percent or found.percent, False, found.beyond_low, found.beyond_high)


def _without_unit(told: str, unit: str) -> str:
    """Without the unit that the question is asked in: pounds before or after, another word after the figure."""
    if unit in ("£", "pounds", "gbp"):
        return re.sub(r"£|\bpounds?\b|\bgbp\b", " ", told)
    if not unit or not unit[-1].isalpha():
        return told
    one = re.escape(unit.removesuffix("s"))
    return re.sub(rf"(?<=[\w.])\s*\b{one}s?\b", " ", told)


def _trimmed(told: str) -> str:
    before = None
    while before != told:
        before = told
        told = _AFTER.sub("", _ABOUT.sub("", told)).strip(" ,;:")
    return told


def _bounds(told: str) -> Figure | None:
    """One figure, from one to another, or beyond one."""
    if told in _NOBODY:
        return Figure(Fraction(0), Fraction(0))
    if told in _EVERYBODY:
        return Figure(Fraction(100), Fraction(100), percent=True)
    one = _one(told)
    if one is not None:
        return one
    for pattern, upwards, beyond in (
        (_AT_LEAST, True, False),
        (_MORE, True, True),
        (_AT_MOST, False, False),
        (_LESS, False, True),
    ):
        match = pattern.fullmatch(told)
        bound = _one(_trimmed(next(part for part in match.groups() if part))) if match else None
        if bound is not None and upwards:
            return Figure(bound.low, None, bound.percent, beyond_low=beyond)
        if bound is not None:
            return Figure(Fraction(0), bound.high, bound.percent, beyond_high=beyond)
    return _from_to(told)


def _from_to(told: str) -> Figure | None:
    match = _RANGE.fullmatch(told)
    if match is None:
        return None
    first = _one(_trimmed(match["least"] or match["first"]))
    last = _one(_trimmed(match["most"] or match["last"]))
    if first is None or last is None or first.low is None or last.high is None or first.low > last.high:
        return None
    if first.percent != last.percent:
        return None
    return Figure(first.low, last.high, first.percent)


def _one(told: str) -> Figure | None:
    """A figure in digits or words, or a part: half, two thirds, 2/3, 2 in 3."""
    if _NUMBER.fullmatch(told):
        value = _digits(told)
        return Figure(value, value) if value is not None else None
    part = _part(told)
    if part is not None:
        return Figure(part, part, percent=True)
    number = _number_in_words(told)
    return Figure(Fraction(number), Fraction(number)) if number is not None else None


def _digits(told: str) -> Fraction | None:
    bare = told.replace(",", "")
    if len(re.sub(r"\D", "", bare)) > _MOST_DIGITS:
        return None
    try:
        return Fraction(Decimal(bare))
    except InvalidOperation:
        return None


_OF = re.compile(r"(\d{1,4}|[a-z]+)\s*(?:/|in|out of|of)\s*(?:every )?(\d{1,4}|[a-z]+)")


def _part(told: str) -> Fraction | None:
    """A share as a percentage."""
    words = re.sub(r"^(?:the|of) ", "", told.replace("-", " ")).split()
    if words and words[-1] in _PARTS and len(words) <= 2:
        count = 1 if len(words) == 1 or words[0] in ("a", "an", "one") else _number_in_words(words[0])
        if count is None and words[0].isdecimal():
            count = int(words[0])
        return _share(count, _PARTS[words[-1]])
    match = _OF.fullmatch(told)
    if match is None:
        return None
    first, last = (int(one) if one.isdecimal() else _number_in_words(one) for one in match.groups())
    if "/" in told and first == last:
        return None  # 50/50 says half, 1/1 may be a date
    return _share(first, last)


def _share(part: int | None, whole: int | None) -> Fraction | None:
    if part is None or not whole or part > whole:
        return None
    return Fraction(100 * part, whole)


def _number_in_words(told: str) -> int | None:
    """Up to 9,999: twelve, twenty-five, a hundred and ten, a dozen."""
    words = [one for one in re.sub(r"[-,]", " ", told).split() if one != "and"]
    if not words or len(words) > 8:
        return None
    total = current = 0
    for place, word in enumerate(words):
        if word in ("a", "an") and place == 0 and len(words) > 1:
            current = 1
        elif word in _UNITS and current % 10 == 0 and (current % 100 == 0 or _UNITS[word] < 10):
            current += _UNITS[word]
        elif word in _TENS and current % 100 == 0:
            current += _TENS[word]
        elif word == "dozen" and place == len(words) - 1 and current < 20:
            current = (current or 1) * 12
        elif word == "hundred" and 0 < current < 100:
            current *= 100
        elif word == "thousand" and total == 0 and 0 < current < 10:
            total, current = current * 1000, 0
        else:
            return None
    return total + current


def figure_text(value: Fraction) -> str:
    """As it is kept: decimal text without noughts at its end, at most two places."""
    rounded = round(value, 2)
    text = f"{float(rounded):.2f}" if rounded.denominator != 1 else str(rounded.numerator)
    return text.rstrip("0").rstrip(".") if "." in text else text
