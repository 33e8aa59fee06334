"""Why a service stands on the list: what each rule found, what is asked of learners and claims, what came before."""

from dataclasses import dataclass
from datetime import date, datetime

from resources.database import Database
from workforce.funding.decisions.keeping import KeptDecision, decisions_of, keep_decision
from workforce.funding.funds.balance import balance
from workforce.funding.rulebook.deciding import Finding, Rulebook, decide
from workforce.funding.rulebook.rules import Rule, rules_of
from workforce.funding.unclaimed.approaches import Approach, approaches_of
from workforce.funding.unclaimed.gathering import facts_of_services
from workforce.funding.unclaimed.unclaimed import Unclaimed
from workforce.funding.vocabulary import Subject


@dataclass(frozen=True)
class Explained:
    """`later` are the rules that are held against a learner or a claim, once there is one.

    `free_pence` is what the fund has left if every claim is approved as it stands; None where it is not our money.
    """

    findings: tuple[Finding, ...]
    later: tuple[Rule, ...]
    approaches: tuple[Approach, ...]
    decisions: tuple[KeptDecision, ...]
    free_pence: int | None = None


def explain(db: Database, row: Unclaimed, *, on: date) -> Explained:
    """Of one row of the list."""
    item = row.item.id if row.item else None
    rules = [one for one in rules_of(db, row.fund.id, on=on) if one.item_id is None or one.item_id == item]
    service = row.place.service_id
    facts = facts_of_services(db, fund_id=row.fund.id, on=on, services=[service])
    asked = [one for one in rules if one.subject is Subject.SERVICE]
    return Explained(
        Rulebook(asked, on=on).decide(facts.get(service, {})).findings,
        tuple(one for one in rules if one.subject is not Subject.SERVICE),
        tuple(approaches_of(db, row.place.provider_id)),
        tuple(
            one for one in decisions_of(db, provider_id=row.place.provider_id) if one.fund_id == row.fund.id
        ),
        balance(db, row.fund.id).free if row.fund.is_ours else None,
    )


def keep_answer(db: Database, row: Unclaimed, *, on: date, now: datetime) -> KeptDecision:
    """Keep what the rules say of the service today, as a provider was told it: with the facts and rules of the day."""
    item, service = row.item.id if row.item else None, row.place.service_id
    rules = [
        one
        for one in rules_of(db, row.fund.id, on=on)
        if one.subject is Subject.SERVICE and one.item_id in (None, item)
    ]
    facts = facts_of_services(db, fund_id=row.fund.id, on=on, services=[service])[service]
    return keep_decision(
        db, decide(rules, facts, on=on), facts, fund_id=row.fund.id, item_id=item, as_at=on, now=now,
        provider_id=row.place.provider_id, service_id=service,
    )  # fmt: skip
