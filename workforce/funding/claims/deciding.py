"""What a fund's rules say of a claim, and keeping it with the facts of the day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from resources.database import Database
from resources.wording import in_london
from workforce.funding.claims.claims import Claim
from workforce.funding.decisions.keeping import keep_decision
from workforce.funding.rulebook.deciding import Decision, decide
from workforce.funding.rulebook.facts import FactValue
from workforce.funding.rulebook.rules import rules_of
from workforce.funding.unclaimed.gathering import facts_of_claim


@dataclass(frozen=True)
class Decided:
    """A decision, the facts it was made on and the day whose rules were asked."""

    decision: Decision
    facts: Mapping[str, FactValue]
    on: date


def decided_on(db: Database, held: Claim, *, today: date, approved_since: bool = False) -> Decided | None:
    """By the rules in force on the day on which it was submitted, today for a draft; None where there are none.

    With `approved_since` the caps of the year count also what came later and is approved already.
    """
    on = held.submitted_on or today
    rules = [one for one in rules_of(db, held.fund_id, on=on) if one.item_id in (None, held.item_id)]
    if not rules:
        return None
    facts = facts_of_claim(db, held, on=on, approved_since=approved_since)
    return Decided(decide(rules, facts, on=on), facts, on)


def keep_decision_on(db: Database, held: Claim, *, now: datetime) -> None:
    """Keep what the rules say of it, within the change that decides it."""
    decided = decided_on(db, held, today=in_london(now).date())
    if decided is not None:
        keep_decision(
            db, decided.decision, decided.facts, fund_id=held.fund_id, provider_id=held.provider_id,
            as_at=decided.on, now=now, item_id=held.item_id, service_id=held.service_id,
            learner_id=held.learner_id, claim_id=held.id,
        )  # fmt: skip
