from datetime import date

from resources.database import Database
from tests.workforce.funding.unclaimed.eligible import CUT_OFF, TODAY, county, rule
from workforce.funding.funds.cut_offs import edit_cut_off, next_cut_off
from workforce.funding.funds.funds import add_fund, edit_fund, set_fund_status
from workforce.funding.funds.items import edit_item
from workforce.funding.rulebook.rules import rules_of
from workforce.funding.unclaimed.funds_open import cap, open_funds
from workforce.funding.vocabulary import FundKind, FundStatus, Operator, Subject


def why(db: Database, on: date = TODAY) -> str:
    found, others = open_funds(db, on)
    assert found == []
    return others[0].words


def test_an_open_fund_with_its_last_day_and_levels(db: Database) -> None:
    held = county(db)
    ((found,), others) = open_funds(db, TODAY)
    assert others == []
    assert found.items == (held.level_2, held.level_3)
    assert [found.level(one) for one in found.items] == [2, 3]
    assert found.by(held.level_2) == CUT_OFF
    assert len(found.rules_for(held.level_2, Subject.SERVICE)) == 2
    early = edit_item(db, held.level_3.id, valid_to=date(2019, 12, 31))
    assert found.by(early) == date(2019, 12, 31)
    assert open_funds(db, TODAY, fund_id="another") == ([], [])


def test_rules_of_one_item_are_not_those_of_another(db: Database) -> None:
    held = county(db)
    rule(db, held.fund, "Homes with beds", "kind", Operator.IS, "nursing_home", item_id=held.level_3.id)
    ((found,), _) = open_funds(db, TODAY)
    assert len(found.rules_for(held.level_2, Subject.SERVICE)) == 2
    assert len(found.rules_for(held.level_3, Subject.SERVICE)) == 3


def test_why_nobody_is_listed_for_a_fund(db: Database) -> None:
    held = county(db)
    assert "on 1 April 2020" in why(db, date(2020, 4, 1))
    day = next_cut_off(db, held.fund.id, TODAY)
    assert day is not None
    edit_cut_off(db, day.id, on_day=date(2019, 11, 1))
    assert why(db) == "Learning Example Fund: the last day for claims was 1 November 2019."
    edit_cut_off(db, day.id, on_day=TODAY)
    assert open_funds(db, TODAY)[0]  # the day itself still counts
    set_fund_status(db, held.fund.id, FundStatus.RECONCILED)
    assert "its status is Reconciled" in why(db)


def test_a_fund_without_rules_lists_nobody(db: Database) -> None:
    add_fund(db, "Bare Example Fund", FundKind.HELD, opens_on=date(2019, 4, 1), status=FundStatus.OPEN)
    assert "no rule in force says which services may claim" in why(db)


def test_a_grant_for_a_project_is_not_claimed_from(db: Database) -> None:
    add_fund(db, "Example Grant", FundKind.GRANTED, opens_on=date(2019, 4, 1), status=FundStatus.OPEN)
    assert "granted for a project" in why(db)


def test_the_smallest_cap_counts_and_a_conditional_one_does_not(db: Database) -> None:
    held = county(db)
    edit_fund(db, held.fund.id, closes_on=None)
    rule(db, held.fund, "At most 5", "claims_this_year", Operator.LESS_THAN, "5")
    rule(db, held.fund, "At most 3", "claims_this_year", Operator.AT_MOST, "3")
    rule(
        db, held.fund, "Homes at most 1", "claims_this_year", Operator.AT_MOST, "1", when_fact="kind",
        when_operator=Operator.IS, when_value="nursing_home",
    )  # fmt: skip
    rules = rules_of(db, held.fund.id, on=TODAY)
    assert cap(rules, "claims_this_year") == 3
    assert cap(rules, "claimed_this_year") is None
