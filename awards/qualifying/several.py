"""Acts on several nominees at once: one change and one entry of the history, and all of them or none."""

from collections.abc import Sequence
from datetime import date, datetime

from awards.nominations.entries import Entry, entry
from awards.nominations.nominations import nominations_of, rule_over_limit, word_limit_of
from awards.nominations.words import word_count
from awards.qualifying.checks import answer_open_checks
from awards.qualifying.employment import record_employed
from awards.qualifying.qualify import find_ineligible, qualify
from awards.vocabulary import NominationStatus, NomineeKind, OverLimit
from resources.database import Database, change
from resources.problem import Problem
from resources.wording import count_of

_COUNTED = (NominationStatus.SUBMITTED, NominationStatus.RETURNED_FOR_INFO)


def answer_open_of(db: Database, keys: Sequence[str], *, by: str, on: date) -> int:
    """Yes to every point that nobody has looked at, of all of them; how many points those were."""
    with change(db, f"Checked {_nominees(keys)}: yes to all that was open"):
        return sum(answer_open_checks(db, key, by=by, on=on) for key in keys)


def record_employed_of(
    db: Database, keys: Sequence[str], employed: bool | None, *, asked_on: date, asked_of: str, today: date
) -> int:
    """The same answer for all of them who are people; how many those are."""
    people = [key for key in keys if entry(db, key).nominee_kind is NomineeKind.INDIVIDUAL]
    if not people:
        raise Problem("Teams and services are not asked about. Choose somebody nominated alone.")
    with change(db, f"Noted of {_nominees(people)} whether they still work there"):
        for key in people:
            record_employed(db, key, employed, asked_on=asked_on, asked_of=asked_of, today=today)
    return len(people)


def undecided_lengths(db: Database, keys: Sequence[str]) -> list[str]:
    """The nominations of these nominees whose length nobody has ruled on."""
    found = []
    for key in keys:
        limit = word_limit_of(db, entry(db, key))
        found += [
            one.id
            for one in nominations_of(db, key)
            if one.status in _COUNTED and one.over_limit is None and word_count(one.statement) > limit
        ]
    return found


def rule_lengths_of(db: Database, keys: Sequence[str], ruling: OverLimit) -> int:
    """One ruling for every statement over the limit that is undecided; how many those were."""
    waiting = undecided_lengths(db, keys)
    if not waiting:
        raise Problem("No statement of theirs is over the limit and undecided. There is nothing to rule on.")
    with change(db, f"Ruled on the length of {count_of(len(waiting), 'statement')}"):
        for one in waiting:
            rule_over_limit(db, one, ruling)
    return len(waiting)


def qualify_of(db: Database, keys: Sequence[str], *, now: datetime, reason: str = "") -> list[Entry]:
    """Send all of them to the judges; the reason passes what speaks against any of them."""
    with change(db, f"Sent {_nominees(keys)} to the judges"):
        return [qualify(db, key, now=now, reason=reason) for key in keys]


def find_ineligible_of(db: Database, keys: Sequence[str], *, reason: str, now: datetime) -> list[Entry]:
    """Out of the round, all for one reason."""
    with change(db, f"Found {_nominees(keys)} ineligible"):
        return [find_ineligible(db, key, reason=reason, now=now) for key in keys]


def _nominees(keys: Sequence[str]) -> str:
    return count_of(len(keys), "nominee")
