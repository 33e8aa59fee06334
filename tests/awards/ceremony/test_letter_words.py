"""The wording of the letters: shipped, changed, brought back."""

import pytest

from awards.ceremony.letter_words import FIELDS, SHIPPED, set_wording, wording_of
from awards.vocabulary import CeremonyLetter
from resources.database import Database
from resources.problem import FieldProblem
from resources.wordings import Wording, check_wording

TO = CeremonyLetter.NOMINATORS


@pytest.mark.parametrize("letter", CeremonyLetter)
def test_what_ships_holds_only_known_fields_and_what_came_of_it(letter: CeremonyLetter) -> None:
    check_wording(SHIPPED[letter], FIELDS)
    assert "{what came of it}" in SHIPPED[letter].body


def test_a_wording_is_changed_and_brought_back(db: Database) -> None:
    assert wording_of(db, TO) == SHIPPED[TO]
    own = Wording("News", "Dear {name}\n\n{what came of it}")
    assert set_wording(db, TO, own) == own
    assert set_wording(db, TO, Wording("More  news", own.body)).subject == "More news"
    assert set_wording(db, TO, SHIPPED[TO]) == SHIPPED[TO]
    assert db.value("select count(*) from ceremony_wording") == 0
    with pytest.raises(FieldProblem, match="no field"):
        set_wording(db, TO, Wording("News", "{nominator}"))
