"""The sample county's funds."""

from datetime import date, timedelta

import pytest

from resources.database import Database
from workforce.funding.funds.balance import balance, pots_of
from workforce.funding.funds.funds import Fund, funds
from workforce.funding.funds.tables import funds_table
from workforce.funding.vocabulary import FundKind
from workforce.sample.funds import LDSS, add_funds

TODAY = date(2026, 11, 22)


def test_the_three_funds_of_the_report_and_one_that_is_signposted(db: Database) -> None:
    made = add_funds(db, today=TODAY)

    def told(one: Fund) -> tuple[FundKind, int]:
        return one.kind, balance(db, one.id).allocated

    assert [told(one) for one in made] == [
        (FundKind.HELD, 112_000_00), (FundKind.GRANTED, 60_000_00), (FundKind.GRANTED, 6_000_00),
        (FundKind.SIGNPOSTED, 0),
    ]  # fmt: skip
    assert {pot.year for pot in pots_of(db, made.burdett.id)} == {2025, 2026}
    assert all(one.is_running(TODAY) for one in made)
    assert [row[0] for row in funds_table(db, today=TODAY).rows][-1] == LDSS


@pytest.mark.parametrize("day", [date(2026, 4, 1), date(2027, 3, 31), TODAY + timedelta(days=200)])
def test_it_is_made_on_any_day_and_nothing_is_overspent(db: Database, day: date) -> None:
    add_funds(db, today=day)
    assert all(found.free >= 0 for one in funds(db) for found in pots_of(db, one.id).values())
    assert len(funds(db)) == 4
