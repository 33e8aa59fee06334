"""Funding years: from 1 April to 31 March, known by the year in which they begin."""

import re
from datetime import date

from resources.problem import Problem
from resources.spans import FIRST_DAY, LAST_DAY, Span, financial_year

FIRST_YEAR, LAST_YEAR = FIRST_DAY.year, LAST_DAY.year - 1
"""No year that is asked for lies beyond."""


def year_of(day: date) -> int:
    """2019 for 1 April 2019 to 31 March 2020."""
    return financial_year(day).first.year


def year_span(year: int) -> Span:
    """Its first day and its last."""
    return Span(date(year, 4, 1), date(year + 1, 3, 31))


def year_words(year: int) -> str:
    """2019/20."""
    return f"{year}/{(year + 1) % 100:02d}"


def read_year(text: str) -> int:
    """The year that “2019/20”, “2019-20”, “2019 to 2020” or “2019” means; raises Problem for anything else."""
    found = re.fullmatch(r"\s*(\d{4})(?:\s*(?:/|-|–|to)\s*(\d{2}|\d{4}))?\s*", text)
    if found is None or (found[2] and int(found[2]) % 100 != (int(found[1]) + 1) % 100):
        raise Problem(f"“{text}” is not a funding year. Write it as 2019/20.")
    return int(found[1])
