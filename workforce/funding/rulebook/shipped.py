"""Starting from a fund that is known: its facts, what it pays for, its days and its rules, in one change."""

from collections.abc import Iterable
from datetime import date

from resources.database import Database, change
from resources.problem import Problem
from resources.wording import date_words
from workforce.funding.funds.cut_offs import add_cut_off
from workforce.funding.funds.funds import Fund, add_fund, fund
from workforce.funding.funds.items import add_item
from workforce.funding.rulebook.checking import faults
from workforce.funding.rulebook.editing import RuleDraft, add_rule, rule_of
from workforce.funding.rulebook.known_funds.burdett import BURDETT
from workforce.funding.rulebook.known_funds.ldss import LDSS
from workforce.funding.rulebook.known_funds.template import ShippedRule, Template
from workforce.funding.rulebook.known_funds.wdf import WDF
from workforce.funding.rulebook.rules import Rule, rules_of
from workforce.funding.vocabulary import FundStatus
from workforce.training.courses import course_named

SHIPPED: tuple[Template, ...] = (*WDF, *LDSS, BURDETT)
"""All that ship, as people choose among them."""


def template(key: str) -> Template:
    """The one with this key; raises Problem that names them all."""
    found = next((one for one in SHIPPED if one.key == key.strip().casefold()), None)
    if found is None:
        known = ", ".join(one.key for one in SHIPPED)
        raise Problem(f"“{key}” is no fund that is known. There are {known}.")
    return found


def draft_of_shipped(shipped: ShippedRule) -> RuleDraft:
    """As it would be entered."""
    fact, operator, value = shipped.when or ("", None, "")
    return RuleDraft(
        shipped.words, shipped.fact, shipped.operator, shipped.value, shipped.other_fact, fact, operator, value,
        shipped.to_change, shipped.code, None, shipped.source, shipped.standing, shipped.valid_from, shipped.valid_to,
    )  # fmt: skip


def ship(db: Database, asked: Template, *, today: date, name: str = "") -> Fund:
    """A fund with all that is known of it."""
    told = name.strip() or asked.name
    with change(db, f"Started {told} from what is known of it"):
        made = add_fund(
            db, told, asked.kind, opens_on=asked.opens_on, closes_on=asked.closes_on, funder=asked.funder,
            purpose=asked.purpose, conditions=asked.conditions, where_to_claim=asked.where_to_claim,
            note=asked.note, status=_status(asked, today),
        )  # fmt: skip
        _add_items(db, made.id, asked)
        for one in asked.cut_offs:
            add_cut_off(
                db, made.id, one.kind, one.on_day, what=one.what, at_time=one.at_time, source=one.source
            )
        _add_rules(db, made.id, asked.rules)
    return fund(db, made.id)


def _status(asked: Template, today: date) -> FundStatus:
    if asked.status is not None:
        return asked.status
    if today < asked.opens_on:
        return FundStatus.PLANNED
    return FundStatus.CLOSED if asked.closes_on is not None and asked.closes_on < today else FundStatus.OPEN


def _add_items(db: Database, fund_id: str, asked: Template) -> None:
    for one in asked.items:
        course = course_named(db, one.course) if one.course else None
        add_item(
            db, fund_id, one.name, course_id=course.id if course else None, most_pence=one.most_pence,
            first_percent=one.first_percent, evidence=one.evidence, source=one.source, standing=one.standing,
            valid_from=asked.opens_on, valid_to=asked.closes_on,
        )  # fmt: skip


def ship_rules(db: Database, fund_id: str, asked: Template) -> list[Rule]:
    """Give a fund that is there the rules of a template; those whose code it has already are left as they are."""
    held = {one.code for one in rules_of(db, fund_id)}
    missing = [one for one in asked.rules if one.code not in held]
    if not missing:
        raise Problem(f"{fund(db, fund_id).name} has all the rules that are known of {asked.name} already.")
    with change(db, f"Gave {fund(db, fund_id).name} the rules known of {asked.name}"):
        _add_rules(db, fund_id, missing)
    return rules_of(db, fund_id)


def days_outside(db: Database, held: Fund, asked: Template, *, today: date) -> list[str]:
    """What of the rules of another fund would never fit this one if it were given them, in sentences."""
    codes = {one.code for one in rules_of(db, held.id)}
    drafts = [draft_of_shipped(one) for one in asked.rules if one.code not in codes]
    given = [rule_of(draft, key=draft.code, position=place) for place, draft in enumerate(drafts)]
    found = faults(given, on=today, period=(held.opens_on, held.closes_on))
    return [one.sentence for one in found if one.is_serious]


def over_words(made: Fund) -> str:
    """That a fund begun from what is known of it is over already; "" while it is not."""
    if not made.status.is_over:
        return ""
    ended = f" ended on {date_words(made.closes_on)}" if made.closes_on else " is over"
    return f"{made.name}{ended}: its status is {made.status.label}, and nobody can claim from it."


def _add_rules(db: Database, fund_id: str, shipped: Iterable[ShippedRule]) -> None:
    for draft in map(draft_of_shipped, shipped):
        add_rule(db, fund_id, draft)
