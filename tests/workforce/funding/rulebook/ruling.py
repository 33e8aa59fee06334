"""Rules made in one line, and cases that meet them."""

from datetime import date
from fractions import Fraction
from typing import Any

from workforce.funding.rulebook.deciding import Decision, Finding, decide
from workforce.funding.rulebook.editing import rule_of
from workforce.funding.rulebook.facts import FACTS, FactValue
from workforce.funding.rulebook.known_funds.template import Template
from workforce.funding.rulebook.rules import Rule
from workforce.funding.rulebook.shipped import draft_of_shipped
from workforce.funding.vocabulary import Operator

ON = date(2020, 2, 3)


def ruled(fact: str, operator: Operator, value: str = "", other: str = "", **given: Any) -> Rule:
    """A rule that is kept nowhere; its key is its code unless another is given."""
    code = given.pop("code", "R1")
    facts = {"id": code, "fund_id": "fund", "item_id": None, "words": f"About {fact}.", **given}
    return Rule(
        code=code, subject=FACTS[fact].subject, fact=fact, operator=operator, value=value, other_fact=other, **facts
    )  # fmt: skip


def where(fact: str, operator: Operator, value: str) -> dict[str, Any]:
    """Of whom a rule speaks."""
    return {"when_fact": fact, "when_operator": operator, "when_value": value}


def found(rule: Rule, on: date = ON, **facts: FactValue) -> Finding:
    """What one rule finds."""
    return decide([rule], facts, on=on).findings[0]


def shipped_rules(asked: Template) -> list[Rule]:
    """A template’s rules without a fund, to decide by."""
    drafts = map(draft_of_shipped, asked.rules)
    return [rule_of(draft, key=draft.code, position=place) for place, draft in enumerate(drafts)]


def decided(template: Template, on: date, **facts: FactValue) -> Decision:
    """What all the rules that ship with a fund say."""
    return decide(shipped_rules(template), facts, on=on)


SERVICE: dict[str, FactValue] = {
    "kind": "home_care", "district": "Mansfield", "authority": "Nottinghamshire", "rating": "good",
    "rated_on": date(2019, 5, 1), "contract_status": "active", "registered": True, "employs_care_staff": True,
    "ascwds_completed": True, "ascwds_eligible": False, "ascwds_share": Fraction(1), "ascwds_workers": 31,
    "ascwds_staff": 31, "ascwds_workplace_complete": True, "ascwds_updated_on": date(2019, 5, 2),
    "claims_this_year": 0, "claimed_this_year": 0, "training_held": frozenset(),
}  # fmt: skip
"""A service that meets what ASC-WDS asks on the day, and has not met it before in the year."""
LEARNER: dict[str, FactValue] = {
    "job_role": "care_worker", "employment": "permanent", "employed_at_start": True, "has_ni_number": True,
    "learner_claimed_this_year": 0, "learner_credits_this_year": 46, "learner_claimed_before": False,
    "learner_training_held": frozenset(),
}  # fmt: skip
