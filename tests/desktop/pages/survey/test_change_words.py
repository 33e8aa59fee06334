"""Why a change that looks clear by itself is not called so."""

from dataclasses import replace
from fractions import Fraction

from desktop.pages.survey.change_words import _because_of_many
from resources.statistics import Interval, Verdict
from workforce.survey.changes.change_row import Compared, Figure


def test_a_change_that_is_clear_only_by_itself_says_why_it_is_not_called_so() -> None:
    before, after = Figure(Fraction(1, 2), 50), Figure(Fraction(1, 4), 50)
    told = Compared(before, after, Verdict.NO_CLEAR_CHANGE, Interval(-0.39, -0.05), p=0.01, p_corrected=0.6)
    assert "after allowing for 75 comparisons" in _because_of_many(told, 75)
    assert _because_of_many(replace(told, interval=Interval(-0.39, 0.05)), 75) == ""
    assert _because_of_many(replace(told, p_corrected=None), 75) == ""
    assert _because_of_many(replace(told, verdict=Verdict.WORSENED), 75) == ""
