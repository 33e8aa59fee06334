"""Funds as tables."""

from datetime import date

from resources.database import Database
from tests.workforce.funding.funds.conftest import Claims
from workforce.funding.funds.allocations import set_allocation
from workforce.funding.funds.balance import Balance, Passed, Pot
from workforce.funding.funds.cut_offs import add_cut_off
from workforce.funding.funds.funds import Fund, add_fund
from workforce.funding.funds.items import add_item
from workforce.funding.funds.spending import add_spending
from workforce.funding.funds.tables import (
    allocations_table,
    cut_offs_table,
    free_words,
    funds_table,
    items_table,
    pot_rows,
    pots_table,
    spending_table,
    suggestions_table,
    used_words,
    variations_table,
)
from workforce.funding.funds.variations import vary
from workforce.funding.vocabulary import ClaimStatus, CutOffKind, FundKind

TODAY = date(2019, 9, 30)


def test_the_list_of_funds(db: Database, held: Fund, claim: Claims) -> None:
    set_allocation(db, held.id, 2019, "", 112_000_00)
    claim(50_000_00, ClaimStatus.PAID, submitted_on=date(2019, 8, 1))
    claim(2_000_00, ClaimStatus.SUBMITTED, submitted_on=date(2019, 8, 1))
    add_spending(db, held.id, "Hall", 1_000_00, year=2019, committed_on=date(2019, 8, 1), today=TODAY)
    add_cut_off(db, held.id, CutOffKind.CLAIMS, date(2020, 3, 21))
    theirs = add_fund(db, "Support scheme", FundKind.SIGNPOSTED, opens_on=date(2019, 5, 1))
    claim(400, ClaimStatus.PAID, fund_id=theirs.id)
    table = funds_table(db, today=TODAY)
    named = [dict(zip((one.name for one in table.columns), row, strict=True)) for row in table.rows]
    assert [row["name"] for row in named] == ["Skills money", "Support scheme"]
    assert {name: named[0][name] for name in ("allocated", "paid", "committed", "remaining", "awaiting", "free")} == {
        "allocated": 112_000_00, "paid": 50_000_00, "committed": 1_000_00, "remaining": 61_000_00,
        "awaiting": 2_000_00, "free": 59_000_00,
    }  # fmt: skip
    assert (named[0]["empty_on"], named[0]["cut_off"], named[0]["claimed"]) == (
        "2020-01-10", "2020-03-21", 52_000_00
    )  # fmt: skip
    assert (named[1]["allocated"], named[1]["remaining"], named[1]["claimed"]) == (None, None, 400)
    assert table.notes[0] == (
        "1 fund of ours: £112,000 allocated, £50,000 paid, £1,000 committed, £61,000 remaining."
    )


def test_years_and_workstreams_with_their_sums() -> None:
    some = {Pot(2019, "A"): Balance(1), Pot(2019, "B"): Balance(2), Pot(2020, "A"): Balance(4)}
    assert [(year, stream, one.allocated) for year, stream, one in pot_rows(some)] == [
        ("2019/20", "A", 1), ("2019/20", "B", 2), ("2019/20", "All workstreams", 3), ("2020/21", "A", 4),
        ("Whole fund", "", 7),
    ]  # fmt: skip
    assert [row[:2] for row in pot_rows({Pot(2019): Balance(1)})] == [("2019/20", "")]


def test_how_much_is_used() -> None:
    assert used_words(Balance(112_000_00, paid=53_760_00)) == (
        "£53,760 (48%) of £112,000 is paid, committed or claimed"
    )
    assert free_words(1_00) == "£1 is free" and free_words(-1) == "£0.01 more is promised than there is"
    assert used_words(Balance()) == "£0 is paid, committed or claimed; nothing is allocated yet"


def test_all_that_a_fund_has(db: Database, held: Fund) -> None:
    set_allocation(db, held.id, 2019, "Travel", 1_000_00, "as bid")
    vary(db, held.id, pence=100_00, from_=Pot(2019, "Travel"), to=None, reason="Unused", agreed_by="Ada",
         agreed_on=TODAY)  # fmt: skip
    add_spending(db, held.id, "Hall", 2_000_00, year=2019, committed_on=TODAY, workstream="Travel",
                 passed=Passed("Ada", "agreed"), today=TODAY)  # fmt: skip
    add_cut_off(db, held.id, CutOffKind.CLAIMS, TODAY)
    add_cut_off(db, held.id, CutOffKind.REPORT, date(2019, 9, 29))
    add_item(db, held.id, "Level 2", evidence="Certificate\nReceipt")
    assert pots_table(db, held, today=TODAY).rows == [
        ("2019/20", "Travel", 900_00, 0, 2_000_00, -1_100_00, 0, -1_100_00)
    ]
    assert allocations_table(db, held).rows == [("2019/20", "Travel", 1_000_00, "as bid", "")]
    assert variations_table(db, held).rows == [
        ("2019-09-30", 100_00, "Travel in 2019/20", "The funder", "Unused", "Ada", "")
    ]
    assert spending_table(db, held).rows == [
        ("Hall", 2_000_00, "Committed", "2019/20", "Travel", "", "2019-09-30", None, None, "Ada: agreed", "")
    ]
    assert [row[3] for row in cut_offs_table(db, held, today=TODAY).rows] == ["Past", "Ahead"]
    assert items_table(db, held).rows == [
        ("Level 2", None, "in one sum", "Certificate; Receipt", None, None, "The team’s own rule", "")
    ]
    assert [row[:3] for row in suggestions_table(db, held, today=TODAY).rows] == [
        (5_130_00, "The funder", "Travel in 2019/20")
    ]
    notes = " ".join(suggestions_table(db, held, today=TODAY).notes)
    assert "whole tens of pounds" in notes and "one large claim" in notes and "Empty on" not in notes
