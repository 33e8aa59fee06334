"""Money moved since it was first allocated."""

from datetime import date

import pytest

from resources.database import Database
from resources.problem import FieldProblem
from tests.workforce.funding.funds.conftest import Claims
from workforce.funding.funds.allocations import set_allocation
from workforce.funding.funds.balance import Overspent, Passed, Pot, balance, pots_of
from workforce.funding.funds.funds import Fund
from workforce.funding.funds.variations import Variation, remove_variation, variations_of, vary
from workforce.funding.vocabulary import ClaimStatus

SEPTEMBER = date(2019, 9, 30)
A, B = Pot(2019, "Mentoring"), Pot(2019, "Travel")


def _vary(
    db: Database, held: Fund, pence: int, source: Pot | None, goal: Pot | None, passed: Passed | None = None
) -> Variation:
    return vary(
        db, held.id, pence=pence, from_=source, to=goal, reason="Fewer mentors", agreed_by="Ada Example",
        agreed_on=SEPTEMBER, passed=passed,
    )  # fmt: skip


def test_money_is_moved_and_none_is_made(db: Database, held: Fund) -> None:
    set_allocation(db, held.id, 2019, "Mentoring", 1_000)
    made = _vary(db, held, 400, Pot(2019, "mentoring"), B)
    assert {pot: found.allocated for pot, found in pots_of(db, held.id).items()} == {A: 600, B: 400}
    assert (made.taken_from, made.given_to) == (A, B)
    assert made.words == "£4 from Mentoring in 2019/20 to Travel in 2019/20"
    assert variations_of(db, held.id) == [made]


def test_the_funder_gives_more_and_takes_back(db: Database, held: Fund) -> None:
    more = _vary(db, held, 500, None, A)
    back = _vary(db, held, 200, A, None)
    assert balance(db, held.id).allocated == 300
    assert (more.words, back.words) == (
        "£5 from the funder to Mentoring in 2019/20", "£2 from Mentoring in 2019/20 to the funder"
    )  # fmt: skip


def test_only_what_is_free_is_moved_unless_it_is_passed(db: Database, held: Fund, claim: Claims) -> None:
    set_allocation(db, held.id, 2019, "Mentoring", 1_000)
    claim(700, ClaimStatus.APPROVED_BY_FINANCE, workstream="Mentoring")
    with pytest.raises(Overspent):
        _vary(db, held, 301, A, B)
    assert _vary(db, held, 300, A, B).over_passed_by == ""
    assert _vary(db, held, 1, A, B, Passed("Ada Example", "so agreed")).over_passed_by == "Ada Example"


def test_what_was_spent_since_keeps_a_variation_from_being_removed(
    db: Database, held: Fund, claim: Claims
) -> None:
    set_allocation(db, held.id, 2019, "Mentoring", 1_000)
    made = _vary(db, held, 400, A, B)
    spent = claim(100, ClaimStatus.PAID, workstream="Travel")
    with pytest.raises(Overspent, match="£3 left in Travel"):
        remove_variation(db, made.id)
    assert spent and variations_of(db, held.id) == [made]
    another = _vary(db, held, 100, B, None)
    remove_variation(db, another.id)
    assert variations_of(db, held.id) == [made]


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"pence": 0}, "pence"),
        ({"to": A}, "to"),
        ({"reason": " "}, "reason"),
        ({"agreed_by": ""}, "agreed_by"),
        ({"from_": None, "to": None}, "to"),
    ],
)
def test_what_cannot_be_is_refused(db: Database, held: Fund, given: dict[str, object], field: str) -> None:
    set_allocation(db, held.id, 2019, "Mentoring", 1_000)
    facts: dict[str, object] = {
        "pence": 5, "from_": A, "to": B, "reason": "so", "agreed_by": "Ada", "agreed_on": SEPTEMBER, **given
    }  # fmt: skip
    with pytest.raises(FieldProblem) as refusal:
        vary(db, held.id, **facts)  # type: ignore[arg-type]
    assert refusal.value.field == field
    assert variations_of(db, held.id) == []
