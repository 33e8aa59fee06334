from datetime import UTC, datetime

import pytest

from engagement.register.notes import edit_note, notes_on_provider, remove_note, write_note
from engagement.register.providers import (
    add_provider,
)
from engagement.register.services import add_service
from engagement.register.vocabulary import ServiceKind
from resources.database import history
from resources.problem import FieldProblem
from tests.engagement.register.actions import actions

NOW = datetime(2019, 12, 9, 10, tzinfo=UTC)


def test_notes_are_dated_signed_changed_and_removed(db):
    firm = add_provider(db, name="Invented Care").id
    home = add_service(db, firm, name="Rosewood House", kind=ServiceKind.NURSING_HOME).id
    note = write_note(db, firm, " Visited. ", now=NOW, service=home)
    assert (note.text, note.written_by, note.written_at) == ("Visited.", "Test Officer", NOW)
    assert edit_note(db, note.id, "Visited again.").written_at == NOW
    with pytest.raises(FieldProblem, match="Note: nothing was entered"):
        write_note(db, firm, " ", now=NOW)
    remove_note(db, note.id)
    assert notes_on_provider(db, firm) == []
    assert actions(db)[:3] == [
        "Removed a note on Rosewood House",
        "Changed a note on Rosewood House",
        "Wrote a note on Rosewood House",
    ]
    history.undo(db)
    assert [each.text for each in notes_on_provider(db, firm)] == ["Visited again."]
