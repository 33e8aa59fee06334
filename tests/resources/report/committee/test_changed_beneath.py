"""Edited sentences that no longer say what their figures do."""

import pytest

from resources.problem import Problem
from resources.report.committee.changed_beneath import changed_beneath, changed_words, refuse_changed_beneath
from resources.report.committee.composing import compose
from resources.report.committee.outline import Edit
from tests.resources.report.committee.made_outlines import market, market_line, outline

CHANGED = Edit("market", "held", "11 events were held.", "There were 11 events.")


def made(edit):
    return compose(outline(market_line(), edits=(edit,)), {"m": market()})


def test_it_is_named_with_both_ways_of_saying_it():
    (found,) = changed_beneath(made(CHANGED))
    assert found.where.startswith("paragraph ")
    assert found.words == (
        f"P{found.where[1:]} says “There were 11 events.” As made today it would say “12 events were held.”"
    )
    assert changed_words((found,)) == "1 edited sentence no longer says what the figures say"
    with pytest.raises(Problem, match="not saved: 1 edited sentence") as refused:
        refuse_changed_beneath(made(CHANGED))
    assert refused.value.details == (found.words,)


def test_one_that_was_left_out_is_named_too():
    (found,) = changed_beneath(made(Edit("market", "held", "11 events were held.", "")))
    assert found.words == "A sentence is left out. As made today it would say “12 events were held.”"


def test_an_edit_that_still_holds_is_not():
    still = made(Edit("market", "held", "12 events were held.", "There were 12 events."))
    assert changed_beneath(still) == ()
    refuse_changed_beneath(still)
