"""Adjustments that profiles ask for and posts offer."""

from datetime import date

import pytest

from resources.database import Database
from resources.problem import FieldProblem
from workforce.iwork.profile.adjustments import (
    add_adjustment,
    adjustment,
    adjustment_by_name,
    adjustments,
    archive_adjustment,
    edit_adjustment,
    restore_adjustment,
)


def test_an_adjustment_is_added_renamed_archived_and_restored(vault: Database) -> None:
    made = add_adjustment(vault, "Extra breaks", easy="I need a few more breaks.")
    assert made.easy_words == "I need a few more breaks."
    assert edit_adjustment(vault, made.id, name="More breaks").name == "More breaks"
    assert adjustment_by_name(vault, "more  breaks") == adjustment(vault, made.id)
    archive_adjustment(vault, made.id, today=date(2026, 11, 23))
    assert (adjustments(vault), len(adjustments(vault, archived=True))) == ([], 1)
    assert restore_adjustment(vault, made.id) == adjustments(vault)[0]
    with pytest.raises(FieldProblem, match="there is an adjustment “More breaks” already"):
        add_adjustment(vault, "More breaks")
    with pytest.raises(LookupError):
        adjustment(vault, "gone")
