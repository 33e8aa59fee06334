"""Money spent without a claim."""

from datetime import date

import pytest

from resources.database import Database
from resources.problem import FieldProblem, Problem
from workforce.funding.funds.allocations import set_allocation
from workforce.funding.funds.balance import Balance, Overspent, Passed, Pot, balance
from workforce.funding.funds.funds import Fund
from workforce.funding.funds.spending import (
    Ended,
    Spending,
    add_spending,
    edit_spending,
    pay_spending,
    release_spending,
    remove_spending,
    spending_of,
)
from workforce.funding.vocabulary import SpendingStatus

MAY, JUNE = date(2019, 5, 1), date(2019, 6, 1)


@pytest.fixture
def hall(db: Database, held: Fund) -> Spending:
    """£40 committed of £100."""
    set_allocation(db, held.id, 2019, "Travel", 100_00)
    return add_spending(
        db,
        held.id,
        "Hall",
        40_00,
        year=2019,
        committed_on=MAY,
        workstream="travel",
        to_whom="Town",
        today=JUNE,
    )


def test_it_is_committed_then_paid(db: Database, held: Fund, hall: Spending) -> None:
    assert (hall.pot, hall.status, hall.to_whom) == (Pot(2019, "Travel"), SpendingStatus.COMMITTED, "Town")
    assert balance(db, held.id) == Balance(100_00, committed=40_00)
    assert pay_spending(db, hall.id, on=JUNE, today=JUNE).status is SpendingStatus.PAID
    assert balance(db, held.id) == Balance(100_00, paid=40_00)
    with pytest.raises(Problem, match="“Hall” was paid on 1 June 2019"):
        release_spending(db, hall.id, on=JUNE, today=JUNE)


def test_what_comes_to_nothing_is_free_again(db: Database, held: Fund, hall: Spending) -> None:
    assert release_spending(db, hall.id, on=JUNE, today=JUNE).status is SpendingStatus.RELEASED
    assert balance(db, held.id).free == 100_00
    edit_spending(
        db, hall.id, pence=900_00, today=JUNE
    )  # of what was released nothing is held against the fund
    assert balance(db, held.id).free == 100_00


def test_not_a_penny_more_than_is_free_unless_it_is_passed(db: Database, held: Fund, hall: Spending) -> None:
    def more(pence: int, passed: Passed | None = None) -> Spending:
        return add_spending(
            db,
            held.id,
            "Coach",
            pence,
            year=2019,
            committed_on=MAY,
            workstream="Travel",
            passed=passed,
            today=JUNE,
        )

    with pytest.raises(Overspent):
        more(60_01)
    assert more(60_00).over_passed_by == ""
    over = more(1, Passed("Ada Example", "agreed"))
    assert (over.over_passed_by, over.over_reason) == ("Ada Example", "agreed")
    assert [one.id for one in spending_of(db, held.id)][-1] == hall.id
    assert balance(db, held.id).free == -1


def test_putting_it_right_needs_only_what_is_more(db: Database, held: Fund, hall: Spending) -> None:
    assert edit_spending(db, hall.id, pence=100_00, today=JUNE).pence == 100_00
    with pytest.raises(Overspent, match=r"This needs £0\.01"):
        edit_spending(db, hall.id, pence=100_01, today=JUNE)
    with pytest.raises(Overspent, match="nothing allocated to Travel in 2020/21"):
        edit_spending(db, hall.id, year=2020, today=JUNE)
    passed = edit_spending(db, hall.id, pence=100_01, passed=Passed("Ada Example", "agreed"), today=JUNE)
    assert (passed.pence, passed.over_passed_by) == (100_01, "Ada Example")
    assert edit_spending(db, hall.id, what="Village hall", today=JUNE).over_passed_by == "Ada Example"


@pytest.mark.parametrize("act", [pay_spending, release_spending])
def test_nothing_ends_before_it_begins(db: Database, hall: Spending, act: type[object]) -> None:
    with pytest.raises(FieldProblem, match="30 April 2019 is before 1 May 2019, when it was committed"):
        act(db, hall.id, on=date(2019, 4, 30), today=JUNE)  # type: ignore[call-arg]
    pay_spending(db, hall.id, on=MAY, today=JUNE)
    with pytest.raises(FieldProblem, match="2 May 2019 is after 1 May 2019, when it was paid"):
        edit_spending(db, hall.id, committed_on=date(2019, 5, 2), today=JUNE)


def test_it_may_be_paid_already_when_it_is_entered(db: Database, held: Fund, hall: Spending) -> None:
    paid = Ended(SpendingStatus.PAID, JUNE)
    made = add_spending(
        db, held.id, "Coach", 1_00, year=2019, committed_on=MAY, workstream="Travel", ended=paid, today=JUNE
    )
    assert (made.status, made.paid_on) == (SpendingStatus.PAID, JUNE)
    released = edit_spending(
        db, hall.id, note="rained off", ended=Ended(SpendingStatus.RELEASED, JUNE), today=JUNE
    )
    assert (released.status, released.note) == (SpendingStatus.RELEASED, "rained off")
    early = Ended(SpendingStatus.PAID, date(2019, 4, 1))
    with pytest.raises(FieldProblem):
        add_spending(
            db,
            held.id,
            "Bus",
            1_00,
            year=2019,
            committed_on=MAY,
            workstream="Travel",
            ended=early,
            today=JUNE,
        )
    assert [one.what for one in spending_of(db, held.id)] == ["Coach", "Hall"]


def test_what_was_entered_by_mistake_is_removed(db: Database, held: Fund, hall: Spending) -> None:
    remove_spending(db, hall.id)
    assert spending_of(db, held.id) == []
    with pytest.raises(FieldProblem, match="buys nothing"):
        add_spending(db, held.id, "Hall", 0, year=2019, committed_on=MAY, today=JUNE)
    with pytest.raises(FieldProblem, match="Say what is bought"):
        add_spending(db, held.id, " ", 1, year=2019, committed_on=MAY, today=JUNE)


def test_nothing_was_committed_paid_or_released_on_a_day_to_come(
    db: Database, held: Fund, hall: Spending
) -> None:
    soon = date(2019, 6, 2)
    for act in (
        lambda: add_spending(
            db, held.id, "Bus", 1, year=2019, committed_on=soon, workstream="Travel", today=JUNE
        ),
        lambda: edit_spending(db, hall.id, committed_on=soon, today=JUNE),
        lambda: pay_spending(db, hall.id, on=soon, today=JUNE),
        lambda: release_spending(db, hall.id, on=soon, today=JUNE),
    ):
        with pytest.raises(FieldProblem, match="2 June 2019 is after today, 1 June 2019"):
            act()
    assert edit_spending(db, hall.id, note="a clock put back", today=date(2019, 4, 1)).note != ""
