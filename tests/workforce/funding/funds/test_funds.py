"""Funds added, put right, moved on and put away."""

from datetime import date

import pytest

from resources.database import Database, history
from resources.problem import FieldProblem, Problem
from workforce.funding.funds.allocations import set_allocation
from workforce.funding.funds.funds import (
    Fund,
    add_fund,
    archive_fund,
    edit_fund,
    fund,
    funds,
    is_fund,
    restore_fund,
    set_fund_status,
)
from workforce.funding.funds.spending import add_spending, pay_spending
from workforce.funding.vocabulary import FundKind, FundStatus

OPENS = date(2019, 4, 1)


def test_a_fund_is_kept_with_all_that_was_said_of_it(db: Database) -> None:
    made = add_fund(
        db, "  Nursing project ", FundKind.GRANTED, opens_on=OPENS, closes_on=date(2021, 3, 31),
        funder="A trust", purpose="Nurses", bid_pence=6_500_000, conditions="Report twice a year",
        contact_name="Ada Example", contact_details="ada@trust.example", status=FundStatus.BID_CONFIRMED,
    )  # fmt: skip
    assert made == Fund(
        made.id, "Nursing project", FundKind.GRANTED, "A trust", "Nurses", OPENS, date(2021, 3, 31), 6_500_000,
        "Report twice a year", "Ada Example", "ada@trust.example", "", FundStatus.BID_CONFIRMED, "", None,
    )  # fmt: skip
    assert made.period == "1 April 2019 to 31 March 2021"
    assert is_fund(db, made.id) and not is_fund(db, "another")


def test_a_fund_is_planned_until_something_else_is_said_and_runs_on_without_an_end(db: Database) -> None:
    made = add_fund(db, "Grant", FundKind.SIGNPOSTED, opens_on=OPENS)
    assert made.status is FundStatus.PLANNED and not made.is_ours
    assert made.period == "from 1 April 2019"
    assert made.is_running(date(2030, 1, 1)) and not made.is_running(date(2019, 3, 31))


@pytest.mark.parametrize(
    ("given", "field", "sentence"),
    [
        ({"name": " "}, "name", "Give the fund a name"),
        ({"name": "skills MONEY"}, "name", "There is a fund Skills money already"),
        (
            {"closes_on": date(2019, 3, 31)},
            "closes_on",
            "31 March 2019 is before 1 April 2019, when it opens",
        ),
        ({"bid_pence": -1}, "bid_pence", "Give an amount from £0"),
    ],
)
def test_what_cannot_be_is_refused(
    db: Database, held: Fund, given: dict[str, object], field: str, sentence: str
) -> None:
    facts: dict[str, object] = {"name": "Another", "kind": FundKind.HELD, "opens_on": OPENS, **given}
    with pytest.raises(FieldProblem, match=f"(?i){sentence}") as refusal:
        add_fund(db, **facts)  # type: ignore[arg-type]
    assert refusal.value.field == field
    assert funds(db) == [held]


def test_what_is_given_is_changed_and_the_rest_stays(db: Database, held: Fund) -> None:
    changed = edit_fund(db, held.id, purpose="Level 2 to 5", closes_on=None)
    assert (changed.purpose, changed.closes_on, changed.funder) == ("Level 2 to 5", None, "Care Council")
    with pytest.raises(FieldProblem, match="1 April 2019, when it opens"):
        edit_fund(db, held.id, closes_on=date(2019, 1, 1))


def test_only_what_is_settled_can_be_reconciled_or_put_away(db: Database, held: Fund) -> None:
    set_allocation(db, held.id, 2019, "", 100_00)
    spent = add_spending(db, held.id, "Hall", 40_00, year=2019, committed_on=OPENS, today=OPENS)
    for refused in (
        lambda: set_fund_status(db, held.id, FundStatus.RECONCILED),
        lambda: edit_fund(db, held.id, status=FundStatus.RECONCILED),
        lambda: archive_fund(db, held.id, today=OPENS),
    ):
        with pytest.raises(Problem, match="£40 is committed and not paid, and £0 is claimed and not decided"):
            refused()
    pay_spending(db, spent.id, on=OPENS, today=OPENS)
    assert set_fund_status(db, held.id, FundStatus.RECONCILED).status is FundStatus.RECONCILED
    with pytest.raises(Problem, match="reconciled, so its figures stand"):
        set_allocation(db, held.id, 2019, "", 200_00)


def test_a_fund_is_put_away_and_brought_back(db: Database, held: Fund) -> None:
    assert archive_fund(db, held.id, today=OPENS).archived_on == OPENS
    assert funds(db) == [] and funds(db, archived=True) == [fund(db, held.id)]
    with pytest.raises(Problem, match="archived already"):
        archive_fund(db, held.id, today=OPENS)
    assert restore_fund(db, held.id) == held
    with pytest.raises(Problem, match="not archived"):
        restore_fund(db, held.id)


def test_money_of_ours_does_not_become_a_funders(db: Database, held: Fund) -> None:
    set_allocation(db, held.id, 2019, "", 100_00)
    with pytest.raises(FieldProblem, match="£100 is allocated"):
        edit_fund(db, held.id, kind=FundKind.SIGNPOSTED)


def test_every_act_is_named_in_the_history_and_can_be_undone(db: Database, held: Fund) -> None:
    set_fund_status(db, held.id, FundStatus.CLOSING)
    undone = history.undo(db)
    assert undone is not None and undone.action == "Skills money is closing"
    assert fund(db, held.id) == held


def test_a_key_that_is_gone_is_no_fund(db: Database) -> None:
    with pytest.raises(LookupError):
        fund(db, "gone")


def test_what_is_put_away_stays_as_it_is(db: Database, held: Fund) -> None:
    archive_fund(db, held.id, today=OPENS)
    with pytest.raises(Problem, match="Skills money is archived, so its figures stand"):
        set_allocation(db, held.id, 2019, "", 200_00)
