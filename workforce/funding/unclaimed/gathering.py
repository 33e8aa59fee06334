"""The facts that a fund's rules are held against: of every service at once, or of a claim and its learner."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from resources.database import Database
from workforce.funding.claims.claims import Claim, ClaimDraft, claim
from workforce.funding.rulebook.facts import FactValue
from workforce.funding.unclaimed.learner_facts import learner_claims, posts_facts, training_of
from workforce.funding.unclaimed.service_facts import (
    Claimed,
    Facts,
    claimed_by_provider,
    provider_of,
    register_facts,
)
from workforce.funding.vocabulary import ClaimPart
from workforce.years import year_of


def facts_of_services(
    db: Database, *, fund_id: str, on: date, services: Iterable[str] | None = None
) -> dict[str, Facts]:
    """Of every service of a care provider in use on the day, or of those asked for: all that rules can ask."""
    facts = register_facts(db, on, services=services)
    return with_claims(
        db, facts, provider_of(db, None if services is None else facts), fund_id=fund_id, on=on
    )


def with_claims(
    db: Database, facts: Mapping[str, Facts], providers: Mapping[str, str], *, fund_id: str, on: date
) -> dict[str, Facts]:
    """The same with what each one's provider claimed of the fund in the funding year: claims are by provider."""
    claimed = claimed_by_provider(db, fund_id, on)
    none = Claimed()
    found = {}
    for key, known in facts.items():
        was = claimed.get(providers[key], none)
        found[key] = {**known, "claims_this_year": was.claims, "claimed_this_year": was.pence}
    return found


def facts_of_claim(
    db: Database, asked: str | Claim | ClaimDraft, *, on: date, approved_since: bool = False
) -> dict[str, FactValue]:
    """Of a claim, by its key or as it stands (a draft too): the claim's own, its learner's and its service's.

    Without a service, nothing is asked of one unless its provider has only one. Amounts of the year are those of the
    funding year that the claim is charged to, this claim included; `approved_since`: and with what came later and is
    approved already.
    """
    held = claim(db, asked) if isinstance(asked, str) else asked
    key = held.id if isinstance(held, Claim) else ""
    year = year_of(on) if held.year is None else held.year
    facts = _claim_facts(db, held, key)
    claimed = claimed_by_provider(db, held.fund_id, on, year=year, but=key, approved_since=approved_since)
    before = claimed.get(held.provider_id, Claimed())
    facts["provider_claimed_this_year"] = before.pence + _money(held)
    service = held.service_id or _only_service(db, held.provider_id)
    if service is not None:
        facts.update(register_facts(db, on, services=[service]).get(service, {}))
        facts.update(claims_this_year=before.claims, claimed_this_year=before.pence)
    if held.learner_id is not None:
        facts.update(_learner_facts(db, held, key, year, on, approved_since))
    return facts


def _money(held: Claim | ClaimDraft) -> int:
    return held.money if isinstance(held, Claim) else held.pence


def _only_service(db: Database, provider_id: str) -> str | None:
    found = db.rows(
        "select id from service where provider_id = ? and archived_on is null limit 2", (provider_id,)
    )
    return found[0][0] if len(found) == 1 else None


# --- the claim ------------------------------------------------------------------------------------------------


def _claim_facts(db: Database, held: Claim | ClaimDraft, key: str) -> dict[str, FactValue]:
    item = db.row("select course_id, most_pence, evidence from fund_item where id = ?", (held.item_id,))
    course = _course(db, held, item)
    days = (held.cost_paid_on, held.started_on)
    known = [day for day in days if day is not None]
    return {
        "course_kind": course[0] if course else None,
        "credits": course[1] if course else None,
        "apprenticeship": held.apprenticeship,
        "funded_before": held.funded_before,
        "part": held.part.value,
        "pence": _money(held),
        "item_pays": item[1] if item else None,
        "started_on": held.started_on,
        "cost_paid_on": held.cost_paid_on,
        "completed_on": held.completed_on,
        "submitted_on": held.submitted_on,
        "paid_and_started_on": max(known) if len(known) == len(days) else None,
        "evidence_complete": _evidence_complete(db, key, item[2] if item else ""),
    }


def _course(db: Database, held: Claim | ClaimDraft, item: tuple[Any, ...] | None) -> tuple[Any, ...] | None:
    course_id = held.course_id or (item[0] if item else None)
    return db.row("select kind, credits, name, id from course where id = ?", (course_id,))


def _evidence_complete(db: Database, key: str, checklist: str) -> bool:
    """Whether every line of the item's checklist was seen; an item that asks for nothing lacks nothing."""
    asked = {" ".join(line.split()).casefold() for line in checklist.splitlines() if line.strip()}
    seen = db.rows("select what from claim_evidence where claim_id = ?", (key,))
    return asked <= {" ".join(str(what).split()).casefold() for (what,) in seen}


# --- the learner ----------------------------------------------------------------------------------------------


def _learner_facts(
    db: Database, held: Claim | ClaimDraft, key: str, year: int, on: date, approved_since: bool
) -> dict[str, FactValue]:
    learner = str(held.learner_id)
    item = db.row("select course_id from fund_item where id = ?", (held.item_id,))
    course = _course(db, held, item)
    course_id = course[3] if course else None
    anywhere = learner_claims(db, on, learners=[learner], approved_since=approved_since).get(learner, ())
    other = [
        one for one in anywhere if one.claim_id != key and one.fund_id == held.fund_id and one.year == year
    ]
    credits: dict[str | None, int | None] = {one.course_id: one.credits for one in other if one.course_id}
    if course and course[1] is not None:
        credits[course_id] = course[1]
    has_number = db.value("select has_ni_number from learner where id = ?", (learner,))
    return {
        **posts_facts(db, learner, held.provider_id, held.started_on, on),
        "has_ni_number": None if has_number is None else bool(has_number),
        "learner_claimed_this_year": sum(one.pence for one in other) + _money(held),
        "learner_credits_this_year": sum(number for number in credits.values() if number),
        "learner_claimed_before": any(
            one.claim_id != key and one.is_for(course_id, held.item_id) and _clashes(held.part, one.part)
            for one in anywhere
        ),
        "learner_training_held": training_of(db, on, learners=[learner]).get(learner, frozenset()),
    }


def _clashes(part: ClaimPart, other: ClaimPart) -> bool:
    """The two parts of one course are no repetition of each other."""
    return part is other or ClaimPart.WHOLE in (part, other)
