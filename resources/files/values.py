"""Cells as text → values, each with the reason when there is none."""

import re

from resources.files.cells import Reading, clean_text, shown
from resources.files.dates import DateOrder, Order, date_in_text, date_order, read_date, read_datetime

__all__ = [
    "MOST_PENCE",
    "DateOrder",
    "Order",
    "Reading",
    "clean_text",
    "date_in_text",
    "date_order",
    "phone",
    "postcode",
    "read_date",
    "read_datetime",
    "read_flag",
    "read_pence",
    "read_whole_number",
    "split_list",
]

_POSTCODE = re.compile(
    r"(GIR|[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d{1,2}|\d[A-Z]|[A-HK-Y]\d[A-Z]))(0AA|\d[ABD-HJLNP-UW-Z]{2})",
    re.ASCII,
)
_WHOLE = re.compile(r"([+-]?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.0+)?", re.ASCII)
_MONEY = re.compile(r"(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d{1,2})|\.(\d{2})0{2,})?", re.ASCII)
_MOST_FIGURES = 40
_WHOLE_PENCE = re.compile(r"\d{1,40}", re.ASCII)
_COMMA_PENCE = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?|\d+,\d{1,2}")
MOST_PENCE = 100_000_000_000
"""£1,000,000,000: a larger amount is a slip, and many of them would not be added up."""
_YES = frozenset({"y", "yes", "true", "t", "1"})
_NO = frozenset({"n", "no", "false", "f", "0"})


def split_list(text: str) -> tuple[str, ...]:
    """The items of a cell joined by |, in order, without blanks and repeats."""
    if "|" not in text:
        one = clean_text(text)
        return (one,) if one else ()
    return tuple(dict.fromkeys(item for part in text.split("|") if (item := clean_text(part))))


def read_whole_number(text: str) -> Reading[int]:
    """'1,250' → 1250; a number with a fraction is refused, not rounded."""
    plain = clean_text(text)
    if not plain:
        return Reading(None)
    match = _WHOLE.fullmatch(plain.replace("−", "-"))
    if not match or len(plain) > 24:
        return Reading(None, f"{shown(plain)} is not a whole number")
    number = int(match[2].replace(",", ""))
    return Reading(-number if match[1] == "-" else number)


def read_pence(text: str) -> Reading[int]:
    """Money as pence: '£1,250.00', '1250.5', '(£5)' and '-5' are read; a decimal comma is refused."""
    plain = clean_text(text)
    if not plain:
        return Reading(None)
    bare, negative = _without_sign(plain)
    found = _pence(bare)
    if found is not None and found > MOST_PENCE:
        return Reading(None, f"{shown(plain)} is more than £{MOST_PENCE // 100:,}: check its noughts")
    if found is not None:
        return Reading(-found if negative else found)
    return Reading(None, _why_not_money(plain, bare.removeprefix("£").strip()))


def _without_sign(text: str) -> tuple[str, bool]:
    bare = text.replace("−", "-").removesuffix("GBP").removeprefix("GBP").strip()
    if bare.startswith("(") and bare.endswith(")"):
        return bare[1:-1].strip(), True
    if bare.startswith("-"):
        return bare[1:].strip(), True
    if bare.startswith("£-"):
        return bare[2:].strip(), True
    return bare.removeprefix("+").strip(), False


def _pence(bare: str) -> int | None:
    alone = bare.removesuffix("p").strip()
    if alone != bare and _WHOLE_PENCE.fullmatch(alone):
        return int(alone)
    match = _MONEY.fullmatch(bare.removeprefix("£").strip())
    if match is None or len(bare) > _MOST_FIGURES:
        return None
    return int(match[1].replace(",", "")) * 100 + int((match[2] or match[3] or "").ljust(2, "0"))


def _why_not_money(text: str, bare: str) -> str:
    quoted = shown(text)
    if "€" in text or "$" in text or "EUR" in text or "USD" in text:
        return f"{quoted} is not in pounds"
    if re.fullmatch(r"\d{1,3}\.\d{3}", bare):
        return (
            f"{quoted} has three figures after the point: write it with a comma for thousands, or with pence"
        )
    if _COMMA_PENCE.fullmatch(bare):
        return f"{quoted} has a comma where pence begin: write 1,250.00"
    if re.fullmatch(r"[\d,]+\.\d{3,}", bare):
        return f"{quoted} has parts of a penny"
    return f"{quoted} is not an amount of money"


def read_flag(text: str) -> Reading[bool]:
    """Y, Yes, True and 1; N, No, False and 0; in any case."""
    word = clean_text(text).casefold()
    if not word:
        return Reading(None)
    if word in _YES:
        return Reading(True)
    if word in _NO:
        return Reading(False)
    return Reading(None, f"{shown(text)} is neither Yes nor No")


def postcode(text: str) -> str | None:
    """A UK postcode as it is written on an envelope ('ng182at' → 'NG18 2AT'); None for any other text."""
    match = _POSTCODE.fullmatch("".join(text.split()).upper())
    return f"{match[1]} {match[2]}" if match else None


def phone(text: str) -> str:
    """A telephone number with the leading 0 that spreadsheets drop; any other text is kept as it is."""
    plain = clean_text(text)
    if plain.startswith(("0", "+")):
        return plain
    digits = plain.replace(" ", "").replace("-", "")
    if digits.isascii() and digits.isdecimal() and len(digits) in (9, 10):
        return "0" + plain
    return plain
