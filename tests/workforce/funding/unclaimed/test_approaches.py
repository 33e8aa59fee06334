from datetime import date

import pytest

from resources.database import Database, history
from resources.problem import FieldProblem
from tests.workforce.funding.unclaimed.eligible import TODAY, county
from workforce.funding.unclaimed.approaches import (
    Whom,
    add_approach,
    add_approaches,
    approach,
    approaches,
    approaches_of,
    edit_approach,
    is_approach,
    remove_approach,
)
from workforce.funding.vocabulary import AskedBy


def test_a_call_is_noted_by_whom_and_when(db: Database) -> None:
    held = county(db)
    made = add_approach(
        db, Whom(held.fund.id, held.rosewood), today=TODAY, how=AskedBy.TELEPHONE, outcome=" Will  claim ",
        again_on=date(2019, 11, 20),
    )  # fmt: skip
    assert (made.by, made.made_on, made.outcome) == (db.who, TODAY, "Will claim")
    assert made.words == "Telephone, 4 Nov 2019: Will claim; ask again on 20 Nov 2019"
    assert approach(db, made.id) == made
    assert is_approach(db, made.id)
    assert not is_approach(db, held.fund.id)
    assert (
        next(iter(history.entries(db, 1, 0))).action
        == "Noted telephone: Rosewood Example Homes about funding"
    )


def test_letters_to_several_are_one_change(db: Database) -> None:
    held = county(db)
    whom = [
        Whom(held.fund.id, held.rosewood),
        Whom(held.fund.id, held.hazel),
        Whom(held.fund.id, held.rosewood),
    ]
    assert len(add_approaches(db, whom, today=TODAY, how=AskedBy.LETTER)) == 2
    assert len(approaches(db, fund_id=held.fund.id)) == 2
    history.undo(db)
    assert approaches(db) == []


def test_what_was_noted_is_put_right_and_removed(db: Database) -> None:
    held = county(db)
    made = add_approach(db, Whom(held.fund.id, held.rosewood), today=TODAY, how=AskedBy.EMAIL)
    changed = edit_approach(db, made.id, today=TODAY, how=AskedBy.VISIT, outcome="Came to see them")
    assert (changed.how, changed.outcome, changed.made_on) == (AskedBy.VISIT, "Came to see them", TODAY)
    assert approaches_of(db, held.rosewood) == [changed]
    remove_approach(db, made.id)
    with pytest.raises(LookupError):
        approach(db, made.id)


def test_days_that_cannot_be_are_refused(db: Database) -> None:
    held = county(db)
    whom = Whom(held.fund.id, held.rosewood)
    with pytest.raises(FieldProblem, match="still to come"):
        add_approach(db, whom, today=TODAY, how=AskedBy.EMAIL, made_on=date(2019, 11, 5))
    with pytest.raises(FieldProblem, match="is before 4 November 2019"):
        add_approach(db, whom, today=TODAY, how=AskedBy.EMAIL, again_on=date(2019, 11, 3))
    assert approaches(db) == []
