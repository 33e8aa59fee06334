"""Calls made in the sample county about money not claimed, and decisions that what arrived late would change."""

import random
from datetime import UTC, date, datetime, time, timedelta

from resources.database import Database
from workforce.funding.decisions.keeping import keep_decision
from workforce.funding.rulebook.deciding import Rulebook
from workforce.funding.rulebook.rules import rules_of
from workforce.funding.unclaimed.approaches import Whom, add_approach
from workforce.funding.unclaimed.ascwds_facts import NOTHING
from workforce.funding.unclaimed.gathering import facts_of_services
from workforce.funding.unclaimed.unclaimed import Standing, Unclaimed, unclaimed
from workforce.funding.vocabulary import AskedBy, Subject

_SAID = (
    (AskedBy.TELEPHONE, "Will claim for two care workers", 14),
    (AskedBy.TELEPHONE, "Nobody answered", 3),
    (AskedBy.LETTER, "Letter made", None),
    (AskedBy.EMAIL, "Asked for the form and the checklist", 10),
    (AskedBy.VISIT, "Did not know of the fund; is glad of it", 21),
    (AskedBy.TELEPHONE, "Claims through its head office", None),
    (AskedBy.TELEPHONE, "Manager on leave", -2),
)
_CALLS = 14
_DECIDED, _DECIDED_BEFORE, _WITHOUT_ASCWDS = 6, timedelta(days=42), (1, 4)


def add_approaches(db: Database, *, today: date) -> None:
    """Some of those who have not claimed were spoken to; some questions were answered three months ago."""
    rows = unclaimed(db, on=today)
    _add_calls(db, rows, today)
    _add_decisions(db, rows, today)


def _add_calls(db: Database, rows: list[Unclaimed], today: date) -> None:
    rng = random.Random(52)
    first: dict[str, Unclaimed] = {}
    for one in rows:
        if one.standing is not Standing.NEEDS_INFORMATION:
            first.setdefault(one.place.provider_id, one)
    for number, one in enumerate(list(first.values())[::2][:_CALLS]):
        how, said, again = _SAID[number % len(_SAID)]
        made_on = today - timedelta(days=rng.randrange(3, 40) if again != -2 else 9)
        again_on = None if again is None else today + timedelta(days=again)
        add_approach(
            db, Whom(one.fund.id, one.place.provider_id), today=today, how=how, made_on=made_on, outcome=said,
            again_on=again_on if how is not AskedBy.LETTER else None,
        )  # fmt: skip


def _add_decisions(db: Database, rows: list[Unclaimed], today: date) -> None:
    """Whether some services may claim was asked some weeks ago; of two, ASC-WDS was taken in only since."""
    eligible = [one for one in rows if one.standing is Standing.ELIGIBLE][:_DECIDED]
    for place, one in enumerate(eligible):
        day = max(today - _DECIDED_BEFORE, one.fund.opens_on)
        book = Rulebook(
            [rule for rule in rules_of(db, one.fund.id, on=day) if rule.subject is Subject.SERVICE], on=day
        )
        service = one.place.service_id
        facts = facts_of_services(db, fund_id=one.fund.id, on=day, services=[service])[service]
        then = {**facts, **NOTHING} if place in _WITHOUT_ASCWDS else facts
        keep_decision(
            db, book.decide(then), then, fund_id=one.fund.id, provider_id=one.place.provider_id, service_id=service,
            item_id=one.item.id if one.item else None, as_at=day, now=datetime.combine(day, time(10), UTC),
        )  # fmt: skip
