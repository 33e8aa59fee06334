"""A decision kept of Rosewood House, as the rules of the small county find it."""

from datetime import date, datetime
from typing import Any

from resources.database import Database
from tests.workforce.funding.unclaimed.eligible import NOW, TODAY, Eligible
from workforce.funding.decisions.keeping import KeptDecision, keep_decision
from workforce.funding.rulebook.deciding import decide
from workforce.funding.rulebook.rules import rules_of
from workforce.funding.unclaimed.gathering import facts_of_services


def decided(
    db: Database, held: Eligible, *, on: date = TODAY, now: datetime = NOW, **about: Any
) -> KeptDecision:
    """As it stands on a day."""
    facts = facts_of_services(db, fund_id=held.fund.id, on=on, services=[held.rosewood_house])
    known = facts[held.rosewood_house]
    return keep_decision(
        db, decide(rules_of(db, held.fund.id, on=on), known, on=on), known, fund_id=held.fund.id,
        provider_id=held.rosewood, service_id=held.rosewood_house, as_at=on, now=now, **about,
    )  # fmt: skip
