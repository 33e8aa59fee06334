"""Whom the figures count: for one person on one day, which of the printed numbers they are in. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import product

from resources.spans import Span
from workforce.iwork.figures.periods import eve
from workforce.iwork.placements.checkpoints import due_on
from workforce.iwork.placements.pay import Job, total_on
from workforce.iwork.vocabulary import KnownOrNot, MeasureKind

SUSTAINED = (13, 26, 52)
_AGE_FROM, _AGE_TO = 18, 64


class Counted(StrEnum):
    """A number of people that is printed. Those of a person’s state are as on the last day but for the first two."""

    THEN_REGISTER = "then_register"
    THEN_WORK = "then_work"
    REFERRED = "referred"
    STARTED = "started"
    REGISTER = "register"
    WORK = "work"
    MORE = "more"  # 16 hours or more a week over all jobs
    FEWER = "fewer"
    WEEKS_13 = "weeks_13"
    WEEKS_26 = "weeks_26"
    WEEKS_52 = "weeks_52"
    LD = "ld"  # in the employment measure, and in work
    LD_MORE = "ld_more"
    LD_FEWER = "ld_fewer"
    AUTISM = "autism"
    AUTISM_MORE = "autism_more"
    AUTISM_FEWER = "autism_fewer"


C = Counted
OF_MEASURE = {
    MeasureKind.LEARNING_DISABILITY: (C.LD, C.LD_MORE, C.LD_FEWER),
    MeasureKind.AUTISM: (C.AUTISM, C.AUTISM_MORE, C.AUTISM_FEWER),
}
"""In work, of them in the upper band, and in the lower."""
_WEEKS = dict(zip(SUSTAINED, (C.WEEKS_13, C.WEEKS_26, C.WEEKS_52), strict=True))
State = frozenset[Counted]


@dataclass(frozen=True)
class PersonFacts:
    """What the figures have to know of somebody: not who it is.

    `left_on`: closed, or to be deleted. `looked`: for each first day of a job the weeks at which they were found in it.
    """

    referred_on: date
    left_on: date | None
    born_on: date | None
    district: str
    learning_disability: bool
    autism: bool
    long_term_support: KnownOrNot
    jobs: tuple[Job, ...] = ()
    looked: frozenset[tuple[date, int]] = frozenset()

    def is_on_register(self, day: date) -> bool:
        """Whether the team works with them on a day."""
        return self.referred_on <= day and (self.left_on is None or day < self.left_on)

    def is_in_work(self, day: date) -> bool:
        """Whether they are on the register and in a paid job."""
        return self.is_on_register(day) and any(job.is_held_on(day) for job in self.jobs)

    def is_measured(self, kind: MeasureKind, day: date) -> bool:
        """Whether the measure is about them: 18 to 64, with long-term support of the council."""
        has = self.learning_disability if kind is MeasureKind.LEARNING_DISABILITY else self.autism
        if not has or self.born_on is None or self.long_term_support is not KnownOrNot.YES:
            return False
        return _AGE_FROM <= age_on(self.born_on, day) <= _AGE_TO

    def is_not_told(self, day: date) -> bool:
        """Whether the measure may be about them, and a birthday or the council's support is not known."""
        if not (self.learning_disability or self.autism) or not self.is_in_work(day):
            return False
        of_age = self.born_on is None or _AGE_FROM <= age_on(self.born_on, day) <= _AGE_TO
        unknown = self.born_on is None or self.long_term_support is KnownOrNot.NOT_KNOWN
        return of_age and unknown and self.long_term_support is not KnownOrNot.NO

    def is_not_looked_at(self, day: date) -> bool:
        """Whether a job that they hold has lasted 13, 26 or 52 weeks, and nobody has written that it was looked at."""
        held = [job.started_on for job in self.jobs if job.is_held_on(day)]
        lasted = {weeks for weeks in SUSTAINED if any(due_on(start, weeks) <= day for start in held)}
        return bool(lasted - self.sustained(day))

    def sustained(self, day: date) -> set[int]:
        """Of 13, 26 and 52 those weeks that a job held on the day has lasted, as somebody looked and found."""
        held = [job.started_on for job in self.jobs if job.is_held_on(day)]
        return {
            weeks
            for weeks in SUSTAINED
            for start in held
            if due_on(start, weeks) <= day
            and any((start, later) in self.looked for later in SUSTAINED if later >= weeks)
        }


def age_on(born_on: date, day: date) -> int:
    """In whole years; who was born on 29 February is a year older on 1 March."""
    return day.year - born_on.year - ((day.month, day.day) < (born_on.month, born_on.day))


def state_of(one: PersonFacts, period: Span, band_minutes: int) -> State:
    """The numbers that somebody is counted in."""
    then, found = eve(period), set[Counted]()
    if one.is_on_register(then):
        found |= {C.THEN_REGISTER} | ({C.THEN_WORK} if one.is_in_work(then) else set())
    if period.first <= one.referred_on <= period.last:
        found.add(C.REFERRED)
    if any(period.first <= job.started_on <= period.last for job in one.jobs):
        found.add(C.STARTED)
    if one.is_on_register(period.last):
        found.add(C.REGISTER)
    if one.is_in_work(period.last):
        found |= _in_work(one, period.last, band_minutes)
    return frozenset(found)


def _in_work(one: PersonFacts, day: date, band_minutes: int) -> set[Counted]:
    found, total = {C.WORK}, total_on(one.jobs, day)
    found |= {_WEEKS[weeks] for weeks in one.sustained(day)}
    band = () if not total.minutes else (1 if total.reaches(band_minutes) else 2,)
    for at in band:
        found.add((C.MORE, C.FEWER)[at - 1])
    for kind, numbers in OF_MEASURE.items():
        if one.is_measured(kind, day):
            found |= {numbers[0], *(numbers[at] for at in band)}
    return found


def possible_states() -> list[State]:
    """Every state that somebody can be in: what a reader who knows what the numbers mean has to reckon with."""
    before = [(), (C.REFERRED,), (C.THEN_REGISTER,), (C.THEN_REGISTER, C.THEN_WORK)]
    now: list[tuple[Counted, ...]] = [(), (C.REGISTER,)]
    weeks = [tuple(_WEEKS.values())[:number] for number in range(len(_WEEKS) + 1)]
    for band, lasted, kinds in product((None, 1, 2), weeks, _subsets(OF_MEASURE.values())):
        of_kinds = [one for numbers in kinds for one in (numbers[0], *((numbers[band],) if band else ()))]
        bands = ((C.MORE, C.FEWER)[band - 1],) if band else ()
        now.append((C.REGISTER, C.WORK, *bands, *lasted, *of_kinds))
    return [
        frozenset((*first, *second, *begun))
        for first, second, begun in product(before, now, ((), (C.STARTED,)))
    ]


def _subsets(of: Iterable[tuple[Counted, ...]]) -> list[list[tuple[Counted, ...]]]:
    found: list[list[tuple[Counted, ...]]] = [[]]
    for one in of:
        found += [[*each, one] for each in found]
    return found
