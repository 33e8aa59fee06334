"""The checklist is kept in order; what was answered stays."""

import pytest

from awards.rounds.checklist import (
    add_check,
    check_point,
    checklist,
    edit_check,
    move_check,
    remove_check,
)
from resources.database import Database, change
from resources.problem import FieldProblem, Problem
from tests.awards.gala import Gala


def test_a_point_more(db: Database) -> None:
    gala = Gala(db)
    made = add_check(db, gala.round_id, " Was asked for a photograph ")
    assert (made.words, made.position) == ("Was asked for a photograph", 7)
    assert edit_check(db, made.id, "Agreed to a photograph").words == "Agreed to a photograph"
    assert move_check(db, made.id, by=-6) == checklist(db, gala.round_id)[0]
    remove_check(db, made.id)
    assert len(checklist(db, gala.round_id)) == 6
    with pytest.raises(LookupError):
        check_point(db, made.id)


def test_a_point_says_something_new(db: Database) -> None:
    gala = Gala(db)
    held = checklist(db, gala.round_id)
    with pytest.raises(FieldProblem, match="Say what is looked at"):
        add_check(db, gala.round_id, " ")
    with pytest.raises(FieldProblem, match="stands on the checklist already"):
        edit_check(db, held[0].id, held[1].words.upper())
    assert edit_check(db, held[0].id, held[0].words) == held[0]


def test_a_point_that_was_answered_stays(db: Database) -> None:
    gala = Gala(db)
    ada, point = gala.nominate(), checklist(db, gala.round_id)[0]
    with change(db, "Set up"):
        db.insert_row(
            "entry_check",
            {"id": "x", "entry_id": ada.id, "check_id": point.id, "answer": "yes", "answered_by": "Test Officer",
             "answered_on": "2026-09-02"},
        )  # fmt: skip
    with pytest.raises(Problem, match="answered for 1 nominee already"):
        remove_check(db, point.id)
