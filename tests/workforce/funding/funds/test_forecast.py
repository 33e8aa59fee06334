"""A fund's own claims and spending, read for its forecast."""

from datetime import date

from resources.database import Database
from tests.workforce.funding.funds.conftest import Claims
from workforce.funding.funds.allocations import set_allocation
from workforce.funding.funds.balance import Pot
from workforce.funding.funds.forecast import movements_of, runway_of, suggestions_of
from workforce.funding.funds.funds import Fund, edit_fund, fund, set_fund_status
from workforce.funding.funds.runway import Movement
from workforce.funding.funds.spending import add_spending, release_spending
from workforce.funding.vocabulary import ClaimStatus, FundKind, FundStatus

TODAY = date(2019, 9, 30)
JULY, AUGUST = date(2019, 7, 10), date(2019, 8, 10)


def test_what_was_claimed_and_committed_by_day(db: Database, held: Fund, claim: Claims) -> None:
    set_allocation(db, held.id, 2019, "", 1_000_00)
    claim(70_00, ClaimStatus.PAID, submitted_on=AUGUST, approved=60_00)
    claim(10_00, ClaimStatus.DECLINED, submitted_on=AUGUST)
    claim(10_00, ClaimStatus.DRAFT)
    add_spending(db, held.id, "Hall", 31_00, year=2019, committed_on=JULY, today=TODAY)
    gone = add_spending(db, held.id, "Coach", 5_00, year=2019, committed_on=JULY, today=TODAY)
    release_spending(db, gone.id, on=AUGUST, today=TODAY)
    assert movements_of(db, held.id) == [
        Movement(JULY, Pot(2019), 31_00), Movement(AUGUST, Pot(2019), 60_00)
    ]  # fmt: skip
    found = runway_of(db, held, today=TODAY)
    assert found is not None and (found.pace_per_week, found.left_at_close) == (7_00, 726_00)
    assert [one.pence for one in suggestions_of(db, held, today=TODAY)] == [720_00]


def test_money_that_is_not_there_or_not_ours_has_no_forecast(db: Database, held: Fund) -> None:
    assert runway_of(db, held, today=TODAY) is None
    theirs = edit_fund(db, held.id, kind=FundKind.SIGNPOSTED)
    assert runway_of(db, theirs, today=TODAY) is None
    assert suggestions_of(db, theirs, today=TODAY) == []


def test_a_fund_that_is_closed_is_not_varied(db: Database, held: Fund) -> None:
    set_allocation(db, held.id, 2019, "", 1_000_00)
    assert suggestions_of(db, fund(db, held.id), today=TODAY) != []
    closed = set_fund_status(db, held.id, FundStatus.CLOSED)
    assert suggestions_of(db, closed, today=TODAY) == []
