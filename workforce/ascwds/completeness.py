"""Whether a workplace's ASC-WDS records are complete on a day, by the service's own rule. Pure.

A funding year begins on 1 April. The workplace's own fields must be filled in and looked at again since; there must be
as many worker records as staff declared, and at least one; and of those at least 90 %, not rounded, must be filled in
and looked at again since. What was met once in a funding year holds to its 31 March.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from fractions import Fraction
from math import ceil

from resources.wording import count_of, date_words
from workforce.years import year_of, year_span

LEAST_SHARE = Fraction(9, 10)
"""Of the worker records; 89.99 % is not enough."""
NOT_LOOKED_AT = "not looked at since 1 April"
"""Stands in the place of missing fields where all are filled in, and nobody has looked since."""

NO_RECORD = "workplace record"
"""Stands there alone where no file has the workplace any more."""


class Code(IntEnum):
    """Why the service says no."""

    NOT_MET = 1
    COUNT_DIFFERS = 10
    WORKPLACE_INCOMPLETE = 11
    NO_WORKER = 100
    TOO_FEW_COMPLETE = 101

    @property
    def sentence(self) -> str:
        """What it stands for."""
        return _SENTENCES[self]


_SENTENCES = {
    Code.NOT_MET: "The workplace, its worker records or both are not complete",
    Code.COUNT_DIFFERS: "There are not as many worker records as staff declared",
    Code.WORKPLACE_INCOMPLETE: "Fields of the workplace are missing or were not looked at again since 1 April",
    Code.NO_WORKER: "There is no worker record",
    Code.TOO_FEW_COMPLETE: "Less than 90% of the worker records are complete",
}


@dataclass(frozen=True)
class WorkplaceFacts:
    """What is known of a workplace's own fields on a day; `looked_at` is the last day a file said they were."""

    staff: int | None
    missing: tuple[str, ...] = ()
    looked_at: date | None = None


@dataclass(frozen=True)
class WorkerFacts:
    """What is known of a worker record on a day.

    `complete_on` is the last day a file had it with nothing missing and looked at: that holds for its funding year.
    """

    line: int
    missing: tuple[str, ...] = ()
    looked_at: date | None = None
    complete_on: date | None = None
    reference: str = ""


@dataclass(frozen=True)
class IncompleteWorker:
    """A worker record that does not count, by its line in the file, and what it lacks."""

    line: int
    reference: str
    missing: tuple[str, ...]


@dataclass(frozen=True)
class Completeness:
    """How a workplace stands on a day; `codes` are the service's, in its order of numbers."""

    met: bool
    codes: tuple[int, ...]
    workers: int
    complete: int
    staff: int | None
    missing_workplace: tuple[str, ...] = ()
    incomplete: tuple[IncompleteWorker, ...] = ()
    updated_on: date | None = None
    to_change: str = ""

    @property
    def share(self) -> Fraction:
        """Complete records of all; nothing where there are none."""
        return Fraction(self.complete, self.workers) if self.workers else Fraction(0)

    @property
    def percent_down(self) -> int:
        """As it is told to the payer: whole per cent, rounded down."""
        return int(self.share * 100)

    @property
    def reasons(self) -> tuple[str, ...]:
        """The codes in words, without the one that only says no."""
        return tuple(Code(code).sentence for code in self.codes if code != Code.NOT_MET)


@dataclass(frozen=True)
class Standing:
    """How a workplace stands in a funding year: as it is on the day, and since when it was met, if it was."""

    now: Completeness
    met_on: date | None

    @property
    def eligible(self) -> bool:
        """Met on the day, or once before in the same funding year."""
        return self.met_on is not None


def judge(workplace: WorkplaceFacts | None, workers: Sequence[WorkerFacts], *, on: date) -> Completeness:
    """How it stands on a day, with everything that is missing."""
    since = year_span(year_of(on)).first
    missing = _workplace_missing(workplace, since)
    incomplete = tuple(
        IncompleteWorker(one.line, one.reference, _worker_missing(one, since))
        for one in workers
        if not counts(one, since)
    )
    staff = workplace.staff if workplace is not None else None
    complete = len(workers) - len(incomplete)
    codes = _codes(staff, missing, len(workers), complete)
    days = [one.looked_at for one in (workplace, *workers) if one is not None and one.looked_at]
    return Completeness(
        met=not codes, codes=tuple(codes), workers=len(workers), complete=complete, staff=staff,
        missing_workplace=missing, incomplete=incomplete, updated_on=max(days, default=None),
        to_change=_to_change(staff, missing, len(workers), complete, on),
    )  # fmt: skip


def counts(worker: WorkerFacts, since: date) -> bool:
    """Whether a record was complete at some time in the funding year that began then."""
    return worker.complete_on is not None and worker.complete_on >= since


def least_needed(workers: int) -> int:
    """How many of so many worker records must be complete."""
    return ceil(workers * LEAST_SHARE)


def standing(days: Iterable[tuple[date, Completeness]], now: Completeness, *, on: date) -> Standing:
    """With how it stood on the days of the funding year on which something was learned; the first met is kept."""
    year = year_of(on)
    met = [day for day, was in days if was.met and day <= on and year_of(day) == year]
    return Standing(now, min(met, default=on if now.met else None))


def _workplace_missing(workplace: WorkplaceFacts | None, since: date) -> tuple[str, ...]:
    if workplace is None:
        return (NO_RECORD,)
    if not workplace.missing and (workplace.looked_at is None or workplace.looked_at < since):
        return (NOT_LOOKED_AT,)
    return workplace.missing


def _worker_missing(worker: WorkerFacts, since: date) -> tuple[str, ...]:
    return worker.missing or (NOT_LOOKED_AT,)


def _codes(staff: int | None, missing: Sequence[str], workers: int, complete: int) -> list[int]:
    found = []
    if staff != workers:
        found.append(Code.COUNT_DIFFERS)
    if missing:
        found.append(Code.WORKPLACE_INCOMPLETE)
    if not workers:
        found.append(Code.NO_WORKER)
    elif Fraction(complete, workers) < LEAST_SHARE:
        found.append(Code.TOO_FEW_COMPLETE)
    return [int(code) for code in ([Code.NOT_MET, *found] if found else [])]


def _to_change(staff: int | None, missing: Sequence[str], workers: int, complete: int, on: date) -> str:
    """“Update 3 of 31 worker records and fill in starters of the workplace by 31 March 2020”; empty where met."""
    steps = []
    if not workers:
        steps.append("add the worker records")
    elif (short := least_needed(workers) - complete) > 0:
        steps.append(f"update {short} of {count_of(workers, 'worker record')}")
    if staff is None and list(missing) != [NO_RECORD]:
        steps.append("say the number of staff")
    elif staff is not None and workers and staff != workers:
        steps.append(_same_number(staff, workers))
    if list(missing) == [NO_RECORD]:
        steps.append("send the workplace’s own record")
    elif list(missing) == [NOT_LOOKED_AT]:
        steps.append("look at the workplace’s own record again")
    elif fields := [one for one in missing if one != "number of staff"]:
        steps.append(f"fill in {', '.join(fields)} of the workplace")
    if not steps:
        return ""
    text = f"{'; '.join(steps)} by {date_words(year_span(year_of(on)).last)}"
    return text[0].upper() + text[1:]


def _same_number(staff: int, workers: int) -> str:
    return f"make the {count_of(workers, 'worker record')} and the {count_of(staff, 'member')} of staff declared agree"
