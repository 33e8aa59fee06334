"""Why a service stands on the list: what each rule found, what is asked of learners and claims, what came before."""

from dataclasses import dataclass
from datetime import date, datetime

from engagement.register.services import Service
from resources.database import Database
from resources.wording import and_list
from workforce.funding.decisions.keeping import KeptDecision, decisions_of, keep_decision
from workforce.funding.funds.balance import balance
from workforce.funding.funds.funds import Fund
from workforce.funding.funds.items import FundItem, items_of
from workforce.funding.rulebook.deciding import Decision, Finding, Rulebook, decide
from workforce.funding.rulebook.rules import Rule, rules_of
from workforce.funding.unclaimed.approaches import Approach, approaches_of
from workforce.funding.unclaimed.claims_made import claims_made
from workforce.funding.unclaimed.funds_open import last_day_of
from workforce.funding.unclaimed.gathering import facts_of_services
from workforce.funding.unclaimed.unclaimed import Unclaimed, can_be_put_right, standing_of
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


@dataclass(frozen=True)
class NotListed:
    """Why a service stands on no list of a fund: what the rules say of it, and for what it has claimed this year."""

    fund: Fund
    decision: Decision
    claimed: tuple[str, ...]
    by: date | None

    @property
    def words(self) -> str:
        """Learning fund: it has claimed this year; or the outcome, and what cannot be put right this year."""
        stands = f"{self.fund.name}: {self.decision.outcome.label}"
        if self.claimed:
            return f"{self.fund.name}: it has claimed this year for {and_list(self.claimed)}."
        if standing_of(self.decision) is not None:
            return f"{stands}, but it is not among the council’s services in use."
        stays = [one.found for one in self.decision.against if not can_be_put_right(one)]
        return f"{stands}. What cannot be put right this year: {'; '.join(stays)}."


def why_not_listed(db: Database, held: Fund, service: Service, *, on: date) -> NotListed | None:
    """What the rules say of a service that is not listed; None where it is no care provider’s."""
    facts = facts_of_services(db, fund_id=held.id, on=on, services=[service.id]).get(service.id)
    if facts is None:
        return None
    asked = [one for one in rules_of(db, held.id, on=on) if one.subject is Subject.SERVICE]
    made = claims_made(db, held.id, on)
    items: list[FundItem | None] = [*items_of(db, held.id, on)] or [None]
    claimed = [one for one in items if made.has(one.id if one else None, service.id, service.provider_id)]
    names = tuple(one.name if one else "what it pays for" for one in claimed)
    return NotListed(held, decide(asked, facts, on=on), names, last_day_of(db, held, None, on))


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
