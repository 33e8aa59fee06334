from resources.database import Database
from tests.workforce.funding.unclaimed.eligible import NOW, TODAY, claimed, county, rule
from workforce.funding.funds.allocations import set_allocation
from workforce.funding.unclaimed.approaches import Whom, add_approach
from workforce.funding.unclaimed.explaining import explain, keep_answer
from workforce.funding.unclaimed.unclaimed import unclaimed
from workforce.funding.vocabulary import AskedBy, FundKind, Met, Operator


def test_what_each_rule_found_and_what_is_asked_later(db: Database) -> None:
    held = county(db)
    rule(db, held.fund, "No nurses", "job_role", Operator.IS_NOT, "registered_nurse")
    rule(db, held.fund, "Of another item", "kind", Operator.IS, "home_care", item_id=held.level_3.id)
    noted = add_approach(db, Whom(held.fund.id, held.rosewood), today=TODAY, how=AskedBy.EMAIL)
    (row,) = unclaimed(db, on=TODAY)
    told = explain(db, row, on=TODAY)
    assert [one.rule.words for one in told.findings] == [
        "The service is a care home", "It is not rated Inadequate",
    ]  # fmt: skip
    assert {one.met for one in told.findings} == {Met.MET}
    assert [one.words for one in told.later] == ["No nurses"]
    assert told.approaches == (noted,)
    assert told.decisions == ()


def test_what_our_own_fund_has_left(db: Database) -> None:
    held = county(db, kind=FundKind.HELD)
    set_allocation(db, held.fund.id, 2019, "", 500_000)
    claimed(db, held, held.hazel)
    row = unclaimed(db, on=TODAY)[0]
    assert explain(db, row, on=TODAY).free_pence == 350_000


def test_money_that_is_not_ours_has_nothing_left_to_say(db: Database) -> None:
    county(db)
    assert explain(db, unclaimed(db, on=TODAY)[0], on=TODAY).free_pence is None


def test_an_answer_is_kept_with_its_facts(db: Database) -> None:
    county(db)
    row = unclaimed(db, on=TODAY)[0]
    made = keep_answer(db, row, on=TODAY, now=NOW)
    assert (made.outcome, made.service_id, made.item_id) == (
        row.outcome, row.place.service_id, row.item.id if row.item else None,
    )  # fmt: skip
    assert [one.rule.words for one in made.findings] == [
        "The service is a care home",
        "It is not rated Inadequate",
    ]
    assert explain(db, row, on=TODAY).decisions == (made,)
