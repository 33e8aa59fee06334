"""Vacancies, turnover, time in role, sickness and qualifications of a workplace, as the service computes them. Pure.

A figure that cannot be computed has none, with the reason. All of them need as many worker records as staff declared.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from resources.spans import months_before
from resources.wording import count_of, number, percent
from workforce.ascwds.codes import CARE_PROVIDING, NOT_KNOWN, split, whole
from workforce.ascwds.fields import PERMANENT, TEMPORARY, YES

MOST_TURNOVER = Fraction(995, 100)
"""More than that is taken for a mistake."""
_NO = "2"


@dataclass(frozen=True)
class Worker:
    """What figures need of a worker; amounts as the file has them."""

    job_role: str
    employment: str
    started_on: date | None
    days_sick: str | None
    social_care_qualification: str
    social_care_level: str

    @property
    def is_employed(self) -> bool:
        """Permanent or temporary."""
        return self.employment in (PERMANENT, TEMPORARY)


@dataclass(frozen=True)
class Numbers:
    """What a workplace said of itself, lists joined with “;”."""

    staff: int | None
    vacancies: str
    leavers: str
    starters: str = ""


@dataclass(frozen=True)
class Figure:
    """A figure in words, and its value; where there is none, why."""

    name: str
    value: Fraction | None
    words: str
    base: str = ""


def figures(said: Numbers | None, workers: Sequence[Worker], *, on: date) -> list[Figure]:
    """All five, in their order."""
    names = ("Vacancy rate", "Turnover rate", "In role 12 months or more", "Sickness, average", "Qualified")
    reason = _unusable(said, workers)
    if reason or said is None:
        return [Figure(name, None, reason) for name in names]
    employed = [one for one in workers if one.is_employed]
    made = (
        _vacancy_rate(said, len(employed)),
        _turnover(said, len(employed)),
        _in_role(employed, on),
        _sickness(workers),
        _qualified(workers),
    )
    return [Figure(name, *one) for name, one in zip(names, made, strict=True)]


Made = tuple[Fraction | None, str, str]


def _unusable(said: Numbers | None, workers: Sequence[Worker]) -> str:
    if said is None:
        return "No file has the workplace"
    if said.staff is None:
        return "The number of staff was not said"
    if said.staff != len(workers):
        records = count_of(len(workers), "worker record")
        return f"{records} for {count_of(said.staff, 'member')} of staff"
    if not any(one.is_employed for one in workers):
        return "No worker is permanent or temporary"
    return ""


def total(text: str) -> int | None:
    """The sum of a list; 0 for none. None where it is blank or anything in it is not known."""
    items = split(text)
    if not items:
        return None
    found = [whole(item) for item in items]
    return None if None in found else sum(one or 0 for one in found)


def _share(count: int, base: int, what: str) -> Made:
    value = Fraction(count, base)
    return value, percent(value * 100, 1), f"{count:,} of {base:,} {what}"


def _vacancy_rate(said: Numbers, employed: int) -> Made:
    vacancies = total(said.vacancies)
    if vacancies is None:
        return None, "Vacancies are not known", ""
    return _share(vacancies, employed + vacancies, "permanent and temporary posts")


def _turnover(said: Numbers, employed: int) -> Made:
    leavers = total(said.leavers)
    if leavers is None:
        return None, "Leavers are not known", ""
    if Fraction(leavers, employed) > MOST_TURNOVER:
        return None, f"{count_of(leavers, 'leaver')} of {employed:,} staff cannot be right", ""
    value = Fraction(leavers, employed)
    return (
        value,
        percent(value * 100, 1),
        f"{leavers:,} left in 12 months; {employed:,} permanent and temporary",
    )


def _in_role(employed: Sequence[Worker], on: date) -> Made:
    started = [one.started_on for one in employed]
    if None in started:
        lacking = started.count(None)
        return None, f"{count_of(lacking, 'start date is', 'start dates are')} missing", ""
    year_ago = months_before(on, 12)
    return _share(
        sum(day is not None and day <= year_ago for day in started), len(employed), "permanent and temporary"
    )


def _sickness(workers: Sequence[Worker]) -> Made:
    stated = [Fraction(one.days_sick) for one in workers if one.days_sick and one.days_sick != NOT_KNOWN]
    if not stated:
        return None, "No days of sickness were said", ""
    value = sum(stated, Fraction(0)) / len(stated)
    return value, f"{number(value)} days", f"{count_of(len(stated), 'worker')} with a figure"


def _qualified(workers: Sequence[Worker]) -> Made:
    care = [one for one in workers if one.job_role in CARE_PROVIDING]
    told = [one for one in care if one.social_care_qualification in (YES, _NO)]
    if not told:
        return None, "No care-providing worker’s qualification is known", ""
    level_2 = sum(
        one.social_care_qualification == YES and (whole(one.social_care_level) or 0) >= 2 for one in told
    )
    return _share(level_2, len(told), "care-providing staff, level 2 or higher")
