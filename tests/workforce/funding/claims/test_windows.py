"""By when a claim has to be submitted."""

from datetime import date

from resources.database import Database
from tests.workforce.funding.claims.claiming import NOW, TODAY, county
from workforce.funding.claims import approving
from workforce.funding.claims.windows import last_day, windows_ending
from workforce.funding.funds.cut_offs import add_cut_off
from workforce.funding.rulebook.editing import RuleDraft, add_rule
from workforce.funding.vocabulary import ClaimPart, CutOffKind, Operator


def rule(db: Database, fund_id: str, since: str, *, part: str = "", days: bool = False) -> None:
    operator = Operator.WITHIN_DAYS_OF if days else Operator.WITHIN_MONTHS_OF
    when = {"when_fact": "part", "when_operator": Operator.IS, "when_value": part} if part else {}
    draft = RuleDraft("In time.", "submitted_on", operator, "30" if days else "3", other_fact=since, **when)
    add_rule(db, fund_id, draft)


def test_the_first_of_all_days_that_end_the_time_for_a_claim(db: Database) -> None:
    all_of = county(db)
    held = all_of.claim(db, completed_on=date(2019, 8, 31), cost_paid_on=date(2019, 6, 10))
    assert last_day(db, held, today=TODAY) == (date(2020, 3, 31), "Workforce Example Fund closes then")
    add_cut_off(db, all_of.fund.id, CutOffKind.CLAIMS, date(2020, 3, 13), at_time="5pm")
    assert last_day(db, held, today=TODAY) == (date(2020, 3, 13), "It is the last day for claims, 5pm")
    rule(db, all_of.fund.id, "completed_on")
    assert last_day(db, held, today=TODAY) == (date(2019, 11, 30), "3 months after 31 August 2019")
    rule(db, all_of.fund.id, "paid_and_started_on", days=True)
    assert last_day(db, held, today=TODAY) == (date(2019, 7, 10), "30 days after 10 June 2019")


def test_a_rule_of_another_part_sets_no_day(db: Database) -> None:
    all_of = county(db)
    rule(db, all_of.fund.id, "paid_and_started_on", part="first")
    rule(db, all_of.fund.id, "completed_on", part="second")
    first = all_of.claim(db, part=ClaimPart.FIRST, cost_paid_on=date(2019, 9, 1))
    second = all_of.claim(db, part=ClaimPart.SECOND, completed_on=date(2019, 10, 1))
    unpaid = all_of.claim(db, part=ClaimPart.FIRST)
    days = [last_day(db, one, today=TODAY) for one in (first, second, unpaid)]
    assert [found[0] for found in days if found] == [date(2019, 12, 1), date(2020, 1, 1), date(2020, 3, 31)]


def test_only_claims_that_are_not_handed_in_and_whose_day_is_near(db: Database) -> None:
    all_of = county(db)
    near, far = all_of.claim(db), all_of.claim(db, learner_id=all_of.bo.id, completed_on=date(2020, 1, 1))
    rule(db, all_of.fund.id, "completed_on", days=True)
    found = windows_ending(db, today=TODAY, until=date(2019, 11, 1))
    assert [(one.line.claim.id, one.on) for one in found] == [(near.id, TODAY)]
    assert [one.line.claim.id for one in windows_ending(db, today=TODAY, until=date(2020, 2, 1))] == [
        near.id,
        far.id,
    ]
    approving.submit(db, near.id, now=NOW)
    assert windows_ending(db, today=TODAY, until=date(2019, 11, 1)) == []
