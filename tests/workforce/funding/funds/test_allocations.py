"""What a fund holds by year and workstream."""

from datetime import date

import pytest

from resources.database import Database
from resources.problem import FieldProblem
from tests.workforce.funding.funds.conftest import Claims
from workforce.funding.funds.allocations import (
    allocations_of,
    pot_of,
    remove_allocation,
    set_allocation,
    workstreams_of,
)
from workforce.funding.funds.balance import Overspent, Passed, Pot, balance
from workforce.funding.funds.funds import Fund, add_fund
from workforce.funding.vocabulary import ClaimStatus, FundKind


def test_sixty_thousand_over_two_years(db: Database, held: Fund) -> None:
    set_allocation(db, held.id, 2020, "", 30_000_00)
    set_allocation(db, held.id, 2019, "", 30_000_00, "first year")
    assert [(one.pot, one.pence, one.note) for one in allocations_of(db, held.id)] == [
        (Pot(2019), 30_000_00, "first year"), (Pot(2020), 30_000_00, "")
    ]  # fmt: skip
    assert balance(db, held.id).allocated == 60_000_00


def test_setting_it_again_changes_the_same_row_however_it_is_written(db: Database, held: Fund) -> None:
    first = set_allocation(db, held.id, 2019, "Mentoring", 100)
    again = set_allocation(db, held.id, 2019, "  mentoring ", 250)
    assert (again.id, again.workstream, again.pence) == (first.id, "Mentoring", 250)
    assert workstreams_of(db, held.id) == ["Mentoring"]
    assert pot_of(db, held.id, 2020, "MENTORING") == Pot(2020, "Mentoring")


def test_it_is_not_lowered_below_what_is_promised(db: Database, held: Fund, claim: Claims) -> None:
    set_allocation(db, held.id, 2019, "", 1_000)
    claim(700, ClaimStatus.SUBMITTED)
    assert set_allocation(db, held.id, 2019, "", 700).pence == 700
    with pytest.raises(Overspent):
        set_allocation(db, held.id, 2019, "", 699)
    lowered = set_allocation(db, held.id, 2019, "", 699, passed=Passed("Ada Example", "grant was cut"))
    assert (lowered.pence, lowered.over_passed_by, lowered.over_reason) == (
        699,
        "Ada Example",
        "grant was cut",
    )
    assert balance(db, held.id).free == -1
    raised = set_allocation(db, held.id, 2019, "", 698 + 1)
    assert raised.over_passed_by == ""  # nothing was lowered any more


def test_it_is_removed_where_nothing_is_promised_of_it(db: Database, held: Fund, claim: Claims) -> None:
    kept = set_allocation(db, held.id, 2019, "", 100)
    gone = set_allocation(db, held.id, 2020, "", 100)
    claim(1, ClaimStatus.PAID)
    remove_allocation(db, gone.id)
    with pytest.raises(Overspent):
        remove_allocation(db, kept.id)
    assert [one.id for one in allocations_of(db, held.id)] == [kept.id]


def test_what_cannot_be_is_refused(db: Database, held: Fund) -> None:
    with pytest.raises(FieldProblem, match="none of our times"):
        set_allocation(db, held.id, 19, "", 1)
    with pytest.raises(FieldProblem, match="from £0"):
        set_allocation(db, held.id, 2019, "", -1)
    theirs = add_fund(db, "Grant", FundKind.SIGNPOSTED, opens_on=date(2025, 4, 1))
    with pytest.raises(FieldProblem, match="providers claim Grant from the funder themselves"):
        set_allocation(db, theirs.id, 2025, "", 1)
    assert allocations_of(db, held.id) == []
