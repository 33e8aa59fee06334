"""What can be claimed."""

from datetime import date

import pytest

from resources.database import Database, change
from resources.problem import FieldProblem, Problem
from tests.workforce.funding.funds.conftest import Claims
from workforce.funding.funds.funds import Fund
from workforce.funding.funds.items import add_item, edit_item, item, items_of, remove_item
from workforce.funding.vocabulary import ClaimStatus, SourceStanding


def test_an_item_has_a_checklist_and_may_be_paid_in_parts(db: Database, held: Fund) -> None:
    made = add_item(
        db, held.id, "Level 2 certificate", most_pence=1_540_00, first_percent=60,
        evidence="Certificate\n\n Proof of payment ", standing=SourceStanding.SECOND_HAND, source="tquk.org",
    )  # fmt: skip
    assert made.checklist == ("Certificate", "Proof of payment")
    assert (made.most_words, made.parts_words) == ("£1,540", "60%, then 40%")
    plain = add_item(db, held.id, "Induction")
    assert (plain.most_words, plain.parts_words, plain.standing) == (
        "no figure yet", "in one sum", SourceStanding.OURS
    )  # fmt: skip
    assert [one.position for one in items_of(db, held.id)] == [0, 1]


def test_it_is_valid_from_its_first_day_to_its_last(db: Database, held: Fund) -> None:
    made = add_item(db, held.id, "Level 2", valid_from=date(2019, 4, 1), valid_to=date(2020, 3, 31))
    for day, valid in (
        (date(2019, 3, 31), False), (date(2019, 4, 1), True), (date(2020, 3, 31), True), (date(2020, 4, 1), False)
    ):  # fmt: skip
        assert items_of(db, held.id, day) == ([made] if valid else [])


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"name": ""}, "name"),
        ({"most_pence": -1}, "most_pence"),
        ({"first_percent": 100}, "first_percent"),
        ({"valid_from": date(2020, 1, 2), "valid_to": date(2020, 1, 1)}, "valid_to"),
    ],
)
def test_what_cannot_be_is_refused(db: Database, held: Fund, given: dict[str, object], field: str) -> None:
    made = add_item(db, held.id, "Level 2")
    with pytest.raises(FieldProblem) as refusal:
        edit_item(db, made.id, **given)  # type: ignore[arg-type]
    assert refusal.value.field == field
    assert item(db, made.id) == made


def test_it_is_removed_only_while_nothing_speaks_of_it(db: Database, held: Fund, claim: Claims) -> None:
    made, other = add_item(db, held.id, "Level 2"), add_item(db, held.id, "Level 3")
    key = claim(5, ClaimStatus.DRAFT)
    with change(db, "Tied"):
        db.update_row("claim", key, {"item_id": made.id})
    with pytest.raises(Problem, match="1 claim of the fund speaks of it"):
        remove_item(db, made.id)
    remove_item(db, other.id)
    assert [one.id for one in items_of(db, held.id)] == [made.id]
