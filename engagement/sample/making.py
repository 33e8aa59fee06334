"""Making the sample county, step by step, each step one change with a name that the history can show."""

import random
from collections.abc import Callable
from datetime import date, time, timedelta

from engagement.cqc_files.check import check
from engagement.cqc_files.held import load
from engagement.cqc_files.taking_in import take_in
from engagement.register.sample_data import mark_as_sample
from engagement.sample import (
    feedback,
    forums,
    good_practice,
    interest,
    mailing,
    meeting,
    online,
    partners,
    team_facts,
)
from engagement.sample.county import PlannedProvider, plan_county
from engagement.sample.cqc_months import as_at_days, files_of
from engagement.sample.keys import Keys
from engagement.sample.names import Names
from engagement.sample.people import add_people
from engagement.sample.programme import events_of
from resources.database import Database, change
from resources.problem import Problem
from resources.wording import from_london

Progress = Callable[[int, int, str], None]
_SEED = "the sample county"


def make(db: Database, *, today: date, progress: Progress | None = None) -> None:
    """Fill an empty register with the sample county as it would stand on a day."""
    if db.value("select exists (select 1 from provider)"):
        raise Problem("The sample county is made in a new database, and this one holds providers already.")
    mark_as_sample(db)
    rnd = random.Random(_SEED)
    names = Names(rnd)
    county = plan_county(rnd, names, today)
    days, calendar = as_at_days(today), events_of(today)
    steps = _Steps(progress, len(days) + len(calendar) + 13)
    for day in days:
        steps.next("CQC’s files")
        read_at = from_london(min(day + timedelta(days=5), today), time(0))
        take_in(db, check(load(db), files_of(county, day)), now=read_at)
    keys = Keys(db)
    _make_register(db, county, keys, rnd, names, today, steps)
    for title in forums.make_events(db, calendar, rnd, names, today=today):
        steps.next(title)
    steps.next("agendas, minutes and actions")
    meeting.make_meetings(db, today=today)
    steps.next("what was written to people")
    mailing.add_mailings(db, today=today)
    steps.next("feedback")
    feedback.add_feedback(db, today=today)
    steps.next("online attendance")
    online.hold_one_online_too(db, rnd, names)
    steps.next("good practice and buddies")
    good_practice.add_good_practice(db, today=today)
    steps.next("partners and the Experts by Experience")
    partners.add_other_groups(db, names, today=today)
    steps.next("interest in i-Work")
    interest.add_interest(db)
    steps.next("near-duplicates")
    with change(db, "Made the sample county: what was typed twice"):
        team_facts.keep_some_twice(db, county, keys)


def _make_register(
    db: Database,
    county: list[PlannedProvider],
    keys: Keys,
    rnd: random.Random,
    names: Names,
    today: date,
    steps: "_Steps",
) -> None:
    """What stands in the register beside what CQC says."""
    parts: tuple[tuple[str, Callable[[], None]], ...] = (
        (
            "day care and micro-providers",
            lambda: team_facts.add_what_cqc_does_not_register(db, county, keys),
        ),
        ("contacts", lambda: add_people(db, county, keys, rnd, names, today=today)),
        ("portfolio officers", lambda: team_facts.share_out_portfolios(db, county, keys)),
        ("contracts", lambda: team_facts.add_contracts(db, county, keys, rnd, today=today)),
        ("notes", lambda: team_facts.write_notes(db, county, keys, rnd, today=today)),
    )
    for what, make_part in parts:
        steps.next(what)
        with change(db, f"Made the sample county: {what}"):
            make_part()
    with change(db, "Made the sample county: archived providers"):
        team_facts.archive_some(db, county, keys, today=today)


class _Steps:
    """Tells how far it has come."""

    def __init__(self, progress: Progress | None, total: int) -> None:
        self._progress, self._total, self._done = progress, total, 0

    def next(self, what: str) -> None:
        if self._progress is not None:
            self._progress(self._done, self._total, f"Making {what}")
        self._done += 1
