"""Edited sentences."""

import pytest

from engagement.committee import edits
from engagement.committee.reports import CommitteeReport
from resources.database import Database, history
from resources.problem import FieldProblem
from resources.report.committee.outline import Edit

KEY = ("forums", "held")


def test_an_edit_keeps_what_the_sentence_said(db: Database, held: CommitteeReport) -> None:
    made = edits.edit_sentence(db, held.id, *KEY, generated="Two were held.", edited="A pair was held.")
    assert made is not None
    assert made.put == Edit(*KEY, "Two were held.", "A pair was held.")
    assert edits.edits_of(db, held.id) == [made]


def test_edited_again_it_is_the_same_edit(db: Database, held: CommitteeReport) -> None:
    made = edits.edit_sentence(db, held.id, *KEY, generated="Two were held.", edited="A pair was held.")
    again = edits.edit_sentence(db, held.id, *KEY, generated="Three were held.", edited="Some were held.")
    assert made is not None
    assert again is not None
    assert (again.id, again.generated) == (made.id, "Three were held.")


def test_no_words_leave_it_out(db: Database, held: CommitteeReport) -> None:
    made = edits.edit_sentence(db, held.id, *KEY, generated="Two were held.", edited="")
    assert made is not None
    assert made.edited == ""


def test_its_own_words_take_the_edit_away(db: Database, held: CommitteeReport) -> None:
    edits.edit_sentence(db, held.id, *KEY, generated="Two were held.", edited="A pair was held.")
    assert (
        edits.edit_sentence(db, held.id, *KEY, generated="Two were held.", edited="Two were held. ") is None
    )
    assert edits.edits_of(db, held.id) == []
    history.undo(db)
    assert len(edits.edits_of(db, held.id)) == 1


def test_it_is_put_back(db: Database, held: CommitteeReport) -> None:
    made = edits.edit_sentence(db, held.id, *KEY, generated="Two were held.", edited="A pair was held.")
    assert made is not None
    edits.put_back_sentence(db, made.id)
    assert edits.edit_of(db, held.id, *KEY) is None
    with pytest.raises(LookupError):
        edits.sentence_edit(db, made.id)


def test_a_sentence_of_10_001_signs_is_refused(db: Database, held: CommitteeReport) -> None:
    with pytest.raises(FieldProblem, match="10,001 signs"):
        edits.edit_sentence(db, held.id, *KEY, generated="Two.", edited="x" * 10_001)
