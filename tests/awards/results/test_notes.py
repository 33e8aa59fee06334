import pytest

from awards.results.notes import add_note, edit_note, note, notes_of, remove_note
from resources.database import Database
from resources.problem import FieldProblem
from tests.awards.gala import NOW, Gala


def test_a_note_is_written_put_right_and_removed(db: Database) -> None:
    ada = Gala(db).nominate("Ada Example")
    kept = add_note(db, ada.id, " Two judges met her. ", now=NOW)
    assert (kept.text, kept.by, kept.at) == ("Two judges met her.", "Test Officer", NOW)
    assert edit_note(db, kept.id, "One judge met her.").text == "One judge met her."
    assert [one.text for one in notes_of(db, ada.id)] == ["One judge met her."]
    remove_note(db, kept.id)
    assert notes_of(db, ada.id) == []
    with pytest.raises(LookupError):
        note(db, kept.id)


def test_a_note_has_words_and_not_too_many(db: Database) -> None:
    ada = Gala(db).nominate("Ada Example")
    for text in (" ", "x" * 5001):
        with pytest.raises(FieldProblem, match="Note"):
            add_note(db, ada.id, text, now=NOW)
