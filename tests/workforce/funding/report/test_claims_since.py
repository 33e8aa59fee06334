"""What was claimed and paid between two days."""

from datetime import date

from resources.database import Database
from tests.workforce.funding.report.told import DECLINED, PAID, SUBMITTED, Told
from workforce.funding.funds.funds import add_fund
from workforce.funding.report.claims_since import claims_between, claims_since
from workforce.funding.vocabulary import FundKind

BEFORE, LAST = date(2019, 9, 30), date(2019, 12, 9)


def seven(db: Database) -> Told:
    """Six homes claim alike on 1 November; five are paid on 1 December. One was declined, one claims elsewhere."""
    told = Told(db)
    fund = told.fund()
    for number in range(6):
        told.home(f"Home {number}")
        told.claim(fund, f"Home {number}", 100_00, PAID if number < 5 else SUBMITTED)
    told.home("Declined")
    told.claim(fund, "Declined", 900_00, DECLINED)
    elsewhere = add_fund(db, "Elsewhere", FundKind.SIGNPOSTED, opens_on=date(2019, 4, 1))
    told.claim(elsewhere, "Declined", 900_00)
    return told


def test_claims_of_our_funds_that_count_are_told_with_their_sums(db: Database) -> None:
    seven(db)
    found = claims_since(db, BEFORE, LAST)
    assert (found.claims, found.providers, found.claimed_pence) == (6, 6, 600_00)
    assert (found.paid, found.paid_pence) == (5, 500_00)
    made, paid = claims_between(db, BEFORE, LAST)
    assert (len(made), len(paid)) == (6, 5)


def test_the_first_day_is_left_out_and_the_last_is_not(db: Database) -> None:
    seven(db)
    found = claims_since(db, date(2019, 11, 1), date(2019, 12, 1))
    assert (found.claims, found.paid) == (0, 5)
    assert claims_since(db, date(2019, 10, 31), date(2019, 11, 1)).claims == 6
    assert claims_since(db, date(2019, 12, 1), LAST).paid == 0


def test_what_few_providers_claimed_is_counted_and_not_told(db: Database) -> None:
    told = Told(db)
    fund = told.fund()
    for number in range(4):
        told.home(f"Home {number}")
        told.claim(fund, f"Home {number}", 100_00)
    found = claims_since(db, BEFORE, LAST)
    assert (found.claims, found.claimed_pence, found.paid, found.paid_pence) == (4, None, 4, None)
