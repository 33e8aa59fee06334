"""People as the figures know them, for tests: nobody but facts."""

from datetime import date, timedelta

from workforce.iwork.figures.counted import PersonFacts
from workforce.iwork.placements.pay import Job, PayPeriod
from workforce.iwork.vocabulary import KnownOrNot

LAST = date(2026, 9, 30)
WEEK = timedelta(weeks=1)


def job(start: date, minutes: int = 600, *, until: date | None = None) -> Job:
    """A job with these hours from its first day on."""
    periods = (PayPeriod("pay", "job", start, minutes, 1221),) if minutes else ()
    return Job(start, until, periods)


def facts(
    *jobs: Job, referred: date = date(2025, 5, 1), left: date | None = None, born: date | None = date(1990, 6, 1),
    district: str = "Mansfield", ld: bool = True, autism: bool = False, support: KnownOrNot = KnownOrNot.YES,
    looked: tuple[int, ...] = (),
) -> PersonFacts:  # fmt: skip
    """Somebody on the register since May 2025; `looked` are the checkpoints at which they were found in each job."""
    seen = frozenset((one.started_on, weeks) for one in jobs for weeks in looked)
    return PersonFacts(referred, left, born, district, ld, autism, support, tuple(jobs), seen)
