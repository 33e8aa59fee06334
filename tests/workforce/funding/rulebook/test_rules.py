"""Rules as they are kept."""

from datetime import date

import pytest

from resources.database import Database
from tests.workforce.funding.rulebook.kept import made_fund
from workforce.funding.funds.items import add_item
from workforce.funding.rulebook.editing import RuleDraft, add_rule
from workforce.funding.rulebook.rules import is_rule, rule, rules, rules_of
from workforce.funding.vocabulary import Operator


def test_rules_of_a_fund_are_read_in_their_order_and_by_day_and_item(db: Database) -> None:
    fund = made_fund(db)
    item, other = add_item(db, fund.id, "Level 2"), add_item(db, fund.id, "Level 3")
    whole = add_rule(db, fund.id, RuleDraft("Home care.", "kind", Operator.IS, "home_care"))
    of_item = add_rule(
        db, fund.id,
        RuleDraft("Good.", "rating", Operator.IS, "good", item_id=item.id, valid_from=date(2019, 6, 1)),
    )  # fmt: skip
    of_other = add_rule(db, fund.id, RuleDraft("CQC.", "registered", Operator.IS, "yes", item_id=other.id))
    assert rules_of(db, fund.id) == rules(db) == [whole, of_item, of_other]
    assert rules_of(db, fund.id, item_id=item.id) == [whole, of_item]
    assert rules_of(db, fund.id, on=date(2019, 5, 31)) == [whole, of_other]
    assert rules_of(db, fund.id, on=date(2019, 6, 1), item_id=item.id) == [whole, of_item]
    assert rule(db, of_item.id) == of_item and is_rule(db, of_item.id)


def test_a_key_that_is_gone(db: Database) -> None:
    assert not is_rule(db, "gone")
    with pytest.raises(LookupError):
        rule(db, "gone")
