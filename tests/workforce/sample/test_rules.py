"""The rules of the sample county's funds."""

from datetime import date

from resources.database import Database
from workforce.funding.funds.funds import funds
from workforce.funding.rulebook.checking import faults
from workforce.funding.rulebook.rules import rules, rules_of
from workforce.sample.funds import BURDETT, LDSS, WDF, add_funds
from workforce.sample.rules import add_rules

TODAY = date(2026, 11, 22)


def test_the_fund_that_is_paid_out_and_the_one_that_is_signposted_have_rules(db: Database) -> None:
    add_funds(db, today=TODAY)
    add_rules(db, today=TODAY)
    held = {one.name: one.id for one in funds(db)}
    assert len(rules_of(db, held[WDF], on=TODAY)) == 11
    assert len(rules_of(db, held[LDSS], on=TODAY)) == 14
    assert rules_of(db, held[BURDETT]) == []
    codes = [one.code for one in rules_of(db, held[WDF])]
    assert codes.count("WDF-5") == 2  # one that was, and one since July
    assert not any(one.is_serious for key in held.values() for one in faults(rules_of(db, key), on=TODAY))


def test_without_funds_there_are_no_rules(db: Database) -> None:
    add_rules(db, today=TODAY)
    assert rules(db) == []
