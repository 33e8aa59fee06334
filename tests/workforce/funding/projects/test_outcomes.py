"""Outcomes: a measure, its target, and how many so far."""

from dataclasses import replace
from datetime import date

import pytest

from resources.problem import FieldProblem
from tests.workforce.funding.projects.conftest import TODAY, Held
from workforce.funding.projects.outcomes import (
    OutcomeDraft,
    add_outcome,
    edit_outcome,
    outcome,
    outcomes_of,
    remove_outcome,
)


def test_an_outcome_says_how_far_it_is(held: Held) -> None:
    db = held.db
    one = add_outcome(db, held.project.id, OutcomeDraft("Providers at standards met", 11), today=TODAY)
    assert one.standing == "Not measured yet"
    eight = edit_outcome(db, one.id, replace(one.draft(), achieved=8, measured_on=TODAY), today=TODAY)
    assert eight.standing == "8 of 11"
    assert edit_outcome(db, one.id, replace(eight.draft(), achieved=11), today=TODAY).standing == "11 of 11"
    assert replace(eight, target=None).standing == "8"
    assert [each.id for each in outcomes_of(db, held.project.id)] == [one.id]
    remove_outcome(db, one.id)
    with pytest.raises(LookupError):
        outcome(db, one.id)


def test_a_figure_has_its_day(held: Held) -> None:
    for draft, field in (
        (OutcomeDraft("", 1), "measure"),
        (OutcomeDraft("People", -1), "target"),
        (OutcomeDraft("People", achieved=-1, measured_on=TODAY), "achieved"),
        (OutcomeDraft("People", achieved=3), "measured_on"),
        (OutcomeDraft("People", achieved=3, measured_on=date(2019, 12, 10)), "measured_on"),
    ):
        with pytest.raises(FieldProblem) as refused:
            add_outcome(held.db, held.project.id, draft, today=TODAY)
        assert refused.value.field == field
