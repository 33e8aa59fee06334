"""What a change of the rules would change, before it is kept."""

from dataclasses import replace
from datetime import date

import pytest

from resources.database import Database
from resources.problem import FieldProblem
from tests.workforce.funding.rulebook.kept import TODAY, made_fund, made_services
from workforce.funding.rulebook.checking import FaultKind
from workforce.funding.rulebook.editing import RuleDraft, add_rule
from workforce.funding.rulebook.previewing import facts_to_decide, preview_rule, preview_without
from workforce.funding.rulebook.rules import rules_of
from workforce.funding.vocabulary import Operator

HOME_CARE = RuleDraft("Home care.", "kind", Operator.IS, "home_care")


def test_who_flips_is_told_and_nothing_is_written(db: Database) -> None:
    fund, services = made_fund(db), made_services(db)
    kept = add_rule(db, fund.id, HOME_CARE)
    found = preview_rule(db, fund.id, replace(HOME_CARE, value="nursing_home"), today=TODAY, key=kept.id)
    assert found.asked == len(facts_to_decide(db, fund.id, on=TODAY)) == 3
    assert {one.key for one in found.flips} == set(services.values())
    assert found.sentences[-1] == (
        "3 of 3 services and claims would come out differently on 3 February 2020: 2 from “Eligible” to “Not "
        "eligible”; 1 from “Not eligible” to “Eligible”."
    )
    table = found.table(db)
    assert [row[1] for row in table.rows if row[3] == "Eligible"] == ["Rosewood House"]
    assert rules_of(db, fund.id) == [kept]


def test_a_new_contradiction_is_told_with_it_and_one_that_was_there_is_not(db: Database) -> None:
    fund = made_fund(db)
    made_services(db)
    add_rule(db, fund.id, HOME_CARE)
    add_rule(db, fund.id, RuleDraft("Day care.", "kind", Operator.IS, "day_care"))
    found = preview_rule(
        db, fund.id, RuleDraft("All.", "ascwds_share", Operator.AT_LEAST, "120%"), today=TODAY
    )
    assert [one.kind for one in found.faults] == [FaultKind.NEVER_MET]
    assert "can never be met" in found.sentences[0]


def test_it_is_looked_at_on_a_day_on_which_the_rule_is_in_force(db: Database) -> None:
    fund = made_fund(db)
    kept = add_rule(db, fund.id, HOME_CARE)
    later = preview_rule(
        db, fund.id, replace(HOME_CARE, value="day_care"), today=TODAY, key=kept.id, from_day=date(2020, 3, 1)
    )
    assert later.on == date(2020, 3, 1) and len(later.after) == 2
    assert preview_rule(db, fund.id, HOME_CARE, today=date(2026, 1, 1)).on == date(2020, 3, 31)
    assert preview_rule(db, fund.id, HOME_CARE, today=date(2018, 1, 1)).on == date(2019, 4, 1)


def test_what_taking_a_rule_away_would_change(db: Database) -> None:
    fund = made_fund(db)
    made_services(db)
    add_rule(db, fund.id, RuleDraft("Not day care.", "kind", Operator.IS_NOT, "day_care"))
    kept = add_rule(db, fund.id, HOME_CARE)
    found = preview_without(db, kept.id, fund.id, today=TODAY)
    assert [one.gains for one in found.flips] == [True]
    assert preview_without(db, kept.id, fund.id, today=TODAY, last_day=date(2020, 3, 1)).on == date(
        2020, 3, 1
    )


def test_what_cannot_be_kept_cannot_be_looked_at(db: Database) -> None:
    with pytest.raises(FieldProblem):
        preview_rule(db, made_fund(db).id, replace(HOME_CARE, words=""), today=TODAY)
