"""Calls and past decisions of the sample county."""

from datetime import date

from resources.database import Database
from tests.workforce.funding.unclaimed.eligible import county, home, manager
from workforce.funding.decisions.keeping import decisions
from workforce.funding.funds.funds import edit_fund
from workforce.funding.unclaimed.approaches import approaches
from workforce.sample.approaches import add_approaches

TODAY = date(2019, 11, 22)


def test_some_were_spoken_to_and_some_answers_are_kept(db: Database) -> None:
    held = county(db)
    for number in range(8):
        owner, _ = home(db, f"Sample {number} Homes", f"Sample House {number}")
        manager(db, owner)
    add_approaches(db, today=TODAY)
    said = approaches(db)
    assert len(said) == 5
    assert all(one.made_on <= TODAY for one in said)
    assert any(one.again_on and one.again_on <= TODAY for one in said) or len({one.how for one in said}) > 2
    assert len(decisions(db)) == 6
    assert {one.as_at for one in decisions(db)} == {date(2019, 10, 11)}
    assert {one.fund_id for one in decisions(db)} == {held.fund.id}


def test_a_decision_is_never_as_at_a_day_before_the_fund_opened(db: Database) -> None:
    held = county(db)
    edit_fund(db, held.fund.id, opens_on=date(2019, 11, 1))
    add_approaches(db, today=TODAY)
    assert {one.as_at for one in decisions(db)} == {date(2019, 11, 1)}


def test_a_county_without_funds_has_nobody_to_ring(db: Database) -> None:
    add_approaches(db, today=TODAY)
    assert (approaches(db), decisions(db)) == ([], [])
