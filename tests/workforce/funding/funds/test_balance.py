"""What is left, to the penny; and what would overspend."""

import pytest

from resources.database import Database
from resources.problem import FieldProblem
from tests.workforce.funding.funds.conftest import Claims
from workforce.funding.funds.allocations import set_allocation
from workforce.funding.funds.balance import (
    Balance,
    Overspent,
    Passed,
    Pot,
    added,
    balance,
    balances,
    balances_by_pot,
    passed_cells,
    pots_of,
    refuse_overspend,
)
from workforce.funding.funds.funds import Fund, edit_fund
from workforce.funding.funds.items import add_item
from workforce.funding.funds.spending import add_spending
from workforce.funding.funds.variations import vary
from workforce.funding.vocabulary import ClaimStatus, FundKind


def test_every_state_of_a_claim_counts_where_it_should(db: Database, held: Fund, claim: Claims) -> None:
    set_allocation(db, held.id, 2019, "", 1_000_00)
    for at, status in enumerate(ClaimStatus):
        claim(2**at, status)
    places = {status: 2**at for at, status in enumerate(ClaimStatus)}
    awaiting = sum(pence for status, pence in places.items() if status.is_awaiting)
    committed = sum(pence for status, pence in places.items() if status.is_committed)
    paid = places[ClaimStatus.PAID]
    assert balance(db, held.id) == Balance(1_000_00, committed, awaiting, paid, awaiting + committed + paid)
    uncounted = (ClaimStatus.DRAFT, ClaimStatus.DECLINED, ClaimStatus.WITHDRAWN)
    assert awaiting + committed + paid == sum(places.values()) - sum(places[one] for one in uncounted)


def test_what_was_approved_of_a_claim_is_what_it_asks_for(db: Database, held: Fund, claim: Claims) -> None:
    claim(500, ClaimStatus.APPROVED_BY_STAFF, approved=300)
    claim(500, ClaimStatus.PAID, approved=499)
    assert balance(db, held.id) == Balance(awaiting=300, paid=499, claimed=799)


def test_a_balance_is_of_a_year_and_a_workstream(db: Database, held: Fund, claim: Claims) -> None:
    set_allocation(db, held.id, 2019, "Travel", 100)
    set_allocation(db, held.id, 2019, "Mentoring", 200)
    set_allocation(db, held.id, 2020, "Travel", 400)
    claim(30, ClaimStatus.SUBMITTED, year=2020, workstream="Travel")
    assert list(pots_of(db, held.id)) == [Pot(2019, "Mentoring"), Pot(2019, "Travel"), Pot(2020, "Travel")]
    assert balance(db, held.id).allocated == 700
    assert balance(db, held.id, year=2019).allocated == 300
    assert balance(db, held.id, workstream="Travel") == Balance(500, awaiting=30, claimed=30)
    assert balance(db, held.id, year=2020, workstream="Travel").free == 370
    assert balance(db, held.id, year=2021) == Balance()
    assert balances(db) == {held.id: added(pots_of(db, held.id).values())}
    assert balances_by_pot(db) == {held.id: pots_of(db, held.id)}


def test_what_remains_and_what_is_free() -> None:
    found = Balance(allocated=1000, committed=200, awaiting=150, paid=300)
    assert (found.remaining, found.free, found.used) == (500, 350, 650)
    assert Pot(2019).words == "2019/20" and Pot(2019, "Travel").words == "Travel in 2019/20"


def test_an_act_may_promise_all_that_is_free_and_not_a_penny_more(
    db: Database, held: Fund, claim: Claims
) -> None:
    set_allocation(db, held.id, 2019, "", 112_000_00)
    claim(100_000_00, ClaimStatus.SUBMITTED)
    claim(2_000_00, ClaimStatus.PAID)
    assert refuse_overspend(db, held.id, year=2019, workstream="", pence=10_000_00, passed=None) is None
    with pytest.raises(Overspent) as refusal:
        refuse_overspend(db, held.id, year=2019, workstream="", pence=10_000_01, passed=None)
    assert refusal.value.short == 1
    assert refusal.value.sentence == (
        "This needs £10,000.01, and Skills money has £10,000 left in 2019/20: £112,000 allocated, £2,000 paid, "
        "£0 committed and £100,000 claimed. Give £0.01 less, vary the allocation, or have it passed by a named "
        "person with a reason."
    )


def test_where_nothing_is_allocated_nothing_can_be_promised(db: Database, held: Fund) -> None:
    with pytest.raises(
        Overspent, match=r"Skills money has nothing allocated to Travel in 2020/21\. Vary the"
    ):
        refuse_overspend(db, held.id, year=2020, workstream="Travel", pence=1)
    assert refuse_overspend(db, held.id, year=2020, workstream="Travel", pence=0) is None


def test_what_was_asked_for_is_committed_whatever_others_ask(db: Database, held: Fund, claim: Claims) -> None:
    set_allocation(db, held.id, 2019, "", 100)
    claim(80, ClaimStatus.SUBMITTED)
    claim(80, ClaimStatus.SUBMITTED)  # it was passed
    assert refuse_overspend(db, held.id, year=2019, workstream="", pence=80, asked_already=True) is None
    claim(80, ClaimStatus.APPROVED_BY_FINANCE)
    with pytest.raises(Overspent, match=r"£0.20 left"):
        refuse_overspend(db, held.id, year=2019, workstream="", pence=80, asked_already=True)


def test_an_overspend_is_passed_by_a_named_person_with_a_reason(db: Database, held: Fund) -> None:
    passed = Passed(" Ada Example ", " the funder agreed by telephone ")
    kept = refuse_overspend(db, held.id, year=2019, workstream="", pence=5, passed=passed)
    assert kept == Passed("Ada Example", "the funder agreed by telephone")
    assert passed_cells(kept) == {
        "over_passed_by": "Ada Example", "over_reason": "the funder agreed by telephone"
    }  # fmt: skip
    for nobody, field in ((Passed("", "so"), "over_passed_by"), (Passed("Ada", " "), "over_reason")):
        with pytest.raises(FieldProblem) as refusal:
            refuse_overspend(db, held.id, year=2019, workstream="", pence=5, passed=nobody)
        assert refusal.value.field == field


def test_what_need_not_be_passed_is_not_kept_as_passed(db: Database, held: Fund) -> None:
    set_allocation(db, held.id, 2019, "", 5)
    assert refuse_overspend(db, held.id, year=2019, workstream="", pence=5, passed=Passed("A", "b")) is None
    assert passed_cells(None) == {"over_passed_by": "", "over_reason": ""}


def test_money_that_is_not_ours_is_never_overspent(db: Database, held: Fund) -> None:
    edit_fund(db, held.id, kind=FundKind.SIGNPOSTED)
    assert refuse_overspend(db, held.id, year=2019, workstream="", pence=10**9) is None


def test_no_amount_is_so_large_that_the_fund_cannot_be_added_up(db: Database, held: Fund) -> None:
    huge, to = 2**62, Pot(2019)
    for act in (
        lambda: set_allocation(db, held.id, 2019, "", huge),
        lambda: vary(
            db, held.id, pence=huge, from_=None, to=to, reason="so", agreed_by="Ada", agreed_on=held.opens_on
        ),
        lambda: add_spending(
            db, held.id, "Hall", huge, year=2019, committed_on=held.opens_on, today=held.opens_on
        ),
        lambda: add_item(db, held.id, "Diploma", most_pence=huge),
        lambda: edit_fund(db, held.id, bid_pence=huge),
    ):
        with pytest.raises(FieldProblem, match="Check its noughts"):
            act()
