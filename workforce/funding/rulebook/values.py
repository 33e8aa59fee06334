"""What a rule holds a fact against: as it is kept, as it is reckoned with, and as people write and read it.

Kept are words joined with “;”, days as 2020-03-31 or as the first or last day of the funding year, whole numbers,
shares as “90%”, money as whole pence, and yes or no.
"""

import re
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from functools import cache

from resources.files.dates import Order, read_date
from resources.files.values import read_flag, read_pence
from resources.problem import Problem
from resources.wording import and_list, count_of, date_words, exact, money, number
from resources.words import plain
from workforce.funding.rulebook.facts import Fact, FactType, FactValue
from workforce.funding.vocabulary import Operator
from workforce.years import year_of, year_span

YEAR_START, YEAR_END = "year_start", "year_end"
"""Days that move with the funding year for which it is decided."""
RELATIVE: Mapping[str, str] = {
    YEAR_START: "the first day of the funding year, 1 April",
    YEAR_END: "the last day of the funding year, 31 March",
}
BETWEEN = ";"
WINDOWS = (Operator.WITHIN_MONTHS_OF, Operator.WITHIN_DAYS_OF)
LISTS = (Operator.ONE_OF, Operator.NONE_OF)
LIMITS = (Operator.AT_LEAST, Operator.AT_MOST, Operator.MORE_THAN, Operator.LESS_THAN)
DAYS = (Operator.ON_OR_AFTER, Operator.ON_OR_BEFORE)
SAME = (Operator.IS, Operator.IS_NOT)
_MOST_NUMBER, _LONGEST = 1_000_000_000, {Operator.WITHIN_MONTHS_OF: 1200, Operator.WITHIN_DAYS_OF: 36_525}
_SHARE = re.compile(r"(\d{1,3})(?:\.(\d{1,6}))?\s*(?:%|per ?cent)?")

Bound = frozenset[str] | str | date | int | Fraction | bool
"""What a rule's value is reckoned with as."""


def operators_of(kind: FactType) -> tuple[Operator, ...]:
    """How facts of a sort can be held against something."""
    return {
        FactType.WORD: SAME + LISTS,
        FactType.WORDS: LISTS,
        FactType.DATE: DAYS + WINDOWS,
        FactType.FLAG: (Operator.IS,),
    }.get(kind, LIMITS + SAME)


def needs_value(operator: Operator, other_fact: str) -> bool:
    """Whether there is something to fill in: not where one fact is simply held against another."""
    return not other_fact or operator not in DAYS + SAME


# --- as it is kept --------------------------------------------------------------------------------------


def read_kept(fact: Fact, operator: Operator, text: str, *, on: date, times: bool = False) -> Bound | None:
    """What a kept value is reckoned with as; None for an empty one. Raises ValueError for what no rule can have.

    With `times` it is how many times another fact's figure.
    """
    if not text:
        return None
    if operator in WINDOWS:
        return int(text)
    if operator in LISTS:
        return frozenset(plain(word) for word in text.split(BETWEEN))
    if times:
        return _share(text) if "%" in text else int(text)
    return _one_kept(fact.type, text, on)


def _one_kept(kind: FactType, text: str, on: date) -> Bound:
    match kind:
        case FactType.WORD | FactType.WORDS:
            return plain(text)
        case FactType.FLAG:
            return {"yes": True, "no": False}[text]
        case FactType.DATE:
            return day_of(text, on)
        case FactType.SHARE:
            return _share(text)
        case FactType.NUMBER | FactType.PENCE:
            return int(text)


def day_of(text: str, on: date) -> date:
    """The day that is kept; the first or last one of the funding year that `on` is in."""
    if text not in RELATIVE:
        return date.fromisoformat(text)
    year = year_span(year_of(on))
    return year.first if text == YEAR_START else year.last


def _share(text: str) -> Fraction:
    found = _SHARE.fullmatch(text.strip())
    if found is None:
        raise ValueError(f"no share: {text!r}")
    return Fraction(f"{found[1]}.{found[2] or 0}") / 100


# --- as people write it ---------------------------------------------------------------------------------


def kept_value(fact: Fact, operator: Operator, typed: str, *, times: bool = False) -> str:
    """What somebody typed, as it is kept; raises Problem that says how it is written."""
    typed = typed.strip()
    if not typed:
        return ""
    if operator in WINDOWS:
        return str(_whole(typed, least=0, most=_LONGEST[operator]))
    if operator in LISTS:
        return BETWEEN.join(dict.fromkeys(_word(fact, one) for one in _parted(fact, typed)))
    if times and "%" in typed:
        return _percent(typed)
    if times and fact.type is not FactType.PENCE:
        return str(_whole(typed))
    return _one_typed(fact, typed)


def _one_typed(fact: Fact, typed: str) -> str:
    match fact.type:
        case FactType.WORD | FactType.WORDS:
            return _word(fact, typed)
        case FactType.FLAG:
            return _flag(typed)
        case FactType.DATE:
            return _day(typed)
        case FactType.SHARE:
            return _percent(typed)
        case FactType.PENCE:
            return str(_pence(typed))
        case FactType.NUMBER:
            return str(_whole(typed))


def _parted(fact: Fact, typed: str) -> list[str]:
    """The words of a list: one a line or parted by “;”, and by commas where the words are fixed and have none."""
    between = r"[;\n,]" if fact.choices else r"[;\n]"
    return [one.strip() for one in re.split(between, typed) if one.strip()]


def _word(fact: Fact, typed: str) -> str:
    if not fact.choices:
        return typed
    for kept, label in fact.choices:
        if plain(typed) in (plain(kept), plain(label)):
            return kept
    labels = and_list([label for _, label in fact.choices], "or")
    raise Problem(f"“{typed}” is no {fact.words} that is known. It can be {labels}.")


def _flag(typed: str) -> str:
    read = read_flag(typed)
    if read.value is None:
        raise Problem(f"“{typed}” is neither yes nor no. Write one of them.")
    return "yes" if read.value else "no"


def _day(typed: str) -> str:
    known = {
        plain(said): kept for kept, words in RELATIVE.items() for said in (kept, words, words.split(",")[0])
    }
    if plain(typed) in known:
        return known[plain(typed)]
    read = read_date(typed, Order.DAY_FIRST)
    if read.value is None:
        raise Problem(f"“{typed}” is no day. Write it as 31 March 2020, or “year start” or “year end”.")
    return read.value.isoformat()


def _percent(typed: str) -> str:
    found = _SHARE.fullmatch(typed.replace("\u00a0", " "))
    if found is None:
        raise Problem(f"“{typed}” is no share. Write a percentage, such as 90%.")
    return f"{int(found[1])}{'.' + found[2] if found[2] else ''}%"


def _pence(typed: str) -> int:
    read = read_pence(typed)
    if read.value is None:
        raise Problem(f"“{typed}” is no amount of money. Write it as £1,250 or £1,250.50.")
    return read.value


def _whole(typed: str, *, least: int = -_MOST_NUMBER, most: int = _MOST_NUMBER) -> int:
    digits = typed.replace(",", "").replace(" ", "")
    if not re.fullmatch(r"-?\d{1,12}", digits) or not least <= int(digits) <= most:
        span = f" from {number(least)} to {number(most)}" if most < _MOST_NUMBER else ""
        raise Problem(f"“{typed}” is no whole number{span}. Write one such as 3.")
    return int(digits)


# --- as people read it ----------------------------------------------------------------------------------


def kept_words(fact: Fact, operator: Operator, text: str, *, times: bool = False) -> str:
    """A rule's kept value as people read it; "" for an empty one."""
    if not text:
        return ""
    if operator is Operator.WITHIN_MONTHS_OF:
        return count_of(int(text), "month")
    if operator is Operator.WITHIN_DAYS_OF:
        return count_of(int(text), "day")
    if times and "%" in text:
        return text
    if fact.type.is_set_of_words:
        labels = fact.labels
        return and_list([labels.get(word, word) for word in text.split(BETWEEN)], "or")
    return _said(fact.type, text)


def _said(kind: FactType, text: str) -> str:
    match kind:
        case FactType.DATE:
            return RELATIVE.get(text) or date_words(text)
        case FactType.PENCE:
            return money(int(text))
        case FactType.NUMBER:
            return number(int(text))
        case _:
            return text


def typed_again(fact: Fact, operator: Operator, text: str, *, times: bool = False) -> str:
    """A kept value as it can be typed once more."""
    if operator in LISTS:
        return "; ".join(fact.labels.get(word, word) for word in text.split(BETWEEN)) if text else ""
    if text in RELATIVE:
        return RELATIVE[text].split(",")[0]
    return kept_words(fact, operator, text, times=times) if operator not in WINDOWS else text


def value_words(fact: Fact, value: FactValue) -> str:
    """What is known, in words; a share is rounded down, so that 89.99% does not read as 90%."""
    match value:
        case None:
            return "not known"
        case bool():
            return "yes" if value else "no"
        case date():
            return date_words(value)
        case frozenset():
            return and_list(sorted(value)) or "none"
        case str():
            return fact.labels.get(value, value)
        case _ if fact.type is FactType.PENCE:
            return money(int(value))
        case _ if fact.type is FactType.SHARE:
            return share_words(exact(value))
        case _:
            return number(value)


@cache
def share_words(share: Fraction) -> str:
    """A percentage rounded down to one place; whole ones without it."""
    tenths = int(share * 1000)
    return f"{tenths // 10}%" if tenths % 10 == 0 else f"{tenths // 10}.{tenths % 10}%"
